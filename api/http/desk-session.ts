import type { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type DeskSession, deskSignIn } from '../contract/desk.ts';
import { routes } from '../contract/routes.ts';
import { hashOf, randomId, randomToken } from '../secrets.ts';
import type { Person } from '../store/store.ts';
import { readsNotes } from '../ticket/sight.ts';
import { scopeOf } from '../ticket/viewer.ts';
import { json } from './answer.ts';
import { readJson } from './body.ts';
import type { AppContext, AppEnv } from './env.ts';
import { limit } from './limit.ts';
import { isSecure } from './origin.ts';
import { problem } from './problem.ts';

const sessionMs = 12 * 3_600_000;
/** A link that somebody makes for themself is opened at once. */
export const ownLinkMs = 15 * 60_000;
const cookie = 'tierzero-desk';

/** Where agents sign in and out. The session is a random token; its hash is what is kept. */
export function addSessionRoutes(app: Hono<AppEnv>): void {
  app.post(routes.deskSession, limit('signIn'), async (c) => {
    const body = await readJson(c, deskSignIn);
    if (!body.ok) return body.response;
    const { store, now, random } = c.var.deps;
    const at = now();
    const token = randomToken(random);
    const redeem = {
      tokenHash: await hashOf(body.value.token),
      sessionHash: await hashOf(token),
      sessionExpiresAt: at + sessionMs,
      now: at,
    };
    const person =
      (await store.redeemSignInLink(redeem)) ?? (await store.acceptInvitation({ ...redeem, newId: randomId(random) }));
    if (!person) {
      await store.refuseSignIn(at);
      return problem(c, 'signed-out');
    }
    setCookie(c, cookie, token, { ...cookieOptions(c), maxAge: sessionMs / 1_000 });
    return c.json(await sessionOf(c, person), 200, { 'cache-control': 'no-store' });
  });

  app.get(routes.deskSession, async (c) => {
    const person = await findAgent(c);
    return person ? json(await sessionOf(c, person)) : problem(c, 'signed-out');
  });

  app.delete(routes.deskSession, async (c) => {
    const token = readToken(c);
    if (token) await c.var.deps.store.endSession(await hashOf(token), c.var.deps.now());
    deleteCookie(c, cookie, cookieOptions(c));
    return c.body(null, 204);
  });
}

async function sessionOf(c: AppContext, person: Person): Promise<DeskSession> {
  const { id, name, role } = person;
  const { store, routing } = c.var.deps;
  // A partner's people know each other, and nobody else by name.
  const scope = scopeOf(person, routing);
  const team = await store.team();
  return {
    id,
    name,
    role,
    team: team
      .filter((one) => scope === undefined || one.id === id || one.groups.some((group) => scope.includes(group)))
      .map((one) => ({ id: one.id, name: one.name, groups: one.groups })),
    groups: routing.groups.map((group) => {
      const { id, title, tier, partner } = group;
      return { id, title, tier, partner, ...(readsNotes(group) && scope === undefined && { readsNotes: true }) };
    }),
  };
}

/** Who is signed in. */
export async function findAgent(c: AppContext): Promise<Person | undefined> {
  const token = readToken(c);
  if (!token) return undefined;
  const { store, now } = c.var.deps;
  return store.findSession(await hashOf(token), now());
}

/** The `__Host-` prefix needs https: other hosts of the domain cannot set such a cookie. On http://localhost it is plain. */
const cookieOptions = (c: AppContext) => ({
  httpOnly: true,
  sameSite: 'Strict' as const,
  path: '/',
  ...(isSecure(c) ? { secure: true, prefix: 'host' as const } : {}),
});

/** What the cookie holds. */
export const readToken = (c: AppContext): string | undefined =>
  isSecure(c) ? getCookie(c, cookie, 'host') : getCookie(c, cookie);
