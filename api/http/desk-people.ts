import type { Hono } from 'hono';
import {
  type ChangePerson,
  changePerson as changePersonBody,
  type Invitation,
  invite as inviteBody,
  type ListedPerson,
  type SignInToken,
} from '../contract/people.ts';
import { teamRoutes } from '../contract/routes.ts';
import { hashOf, randomId, randomToken } from '../secrets.ts';
import { StoreUnavailable } from '../store/statement.ts';
import type { Role, StoredInvitation, StoredPerson } from '../store/store.ts';
import { giveUp } from '../ticket/give-up.ts';
import { isOfPartner } from '../ticket/may.ts';
import { actorOf } from '../ticket/viewer.ts';
import { json } from './answer.ts';
import { readJson } from './body.ts';
import { requireAgent } from './desk.ts';
import { ownLinkMs, readToken } from './desk-session.ts';
import type { AppContext, AppEnv } from './env.ts';
import { problem } from './problem.ts';
import { requireRight } from './require-right.ts';

/** An invitation, and a link that an admin makes for somebody, travel by other means: a weekend may lie in between. */
const sentLinkMs = 72 * 3_600_000;
/** Signs in by the terminal alone (`compose.ts`). */
const operatorId = 'operator';
/** Of many who change one person at the same time, one gets through each time. */
const mostTries = 20;

/** Who is in the team, for admins; and a link for another device, for everybody. */
export function addPeopleRoutes(app: Hono<AppEnv>): void {
  const admin = [requireAgent, requireRight('manage-people')] as const;
  const one = `${teamRoutes.people}/:id` as const;

  app.get(teamRoutes.people, ...admin, async (c) => json(await listed(c)));

  app.post(one, ...admin, async (c) => {
    const body = await readJson(c, changePersonBody);
    return body.ok ? change(c, c.req.param('id'), body.value) : body.response;
  });

  app.post(`${one}/link`, ...admin, async (c) => {
    const person = await personOf(c, c.req.param('id'));
    if (!person) return problem(c, 'not-found');
    if (person.id === operatorId || person.disabledAt !== undefined) return problem(c, 'not-allowed');
    return json(await linkFor(c, person.id, sentLinkMs), 201);
  });

  app.delete(`${one}/sessions`, ...admin, async (c) => {
    const person = await personOf(c, c.req.param('id'));
    if (!person) return problem(c, 'not-found');
    return endSessions(c, person.id);
  });

  app.delete(teamRoutes.sessions, ...admin, (c) => endSessions(c, undefined));

  app.post(teamRoutes.ownLink, requireAgent, async (c) => json(await linkFor(c, c.var.agent.id, ownLinkMs), 201));

  addInvitationRoutes(app);
}

function addInvitationRoutes(app: Hono<AppEnv>): void {
  const admin = [requireAgent, requireRight('manage-people')] as const;

  app.get(teamRoutes.invitations, ...admin, async (c) => {
    const { store, now } = c.var.deps;
    return json({ invitations: (await store.invitations(now())).map(shownInvitation) });
  });

  app.post(teamRoutes.invitations, ...admin, async (c) => {
    const body = await readJson(c, inviteBody);
    if (!body.ok) return body.response;
    const refusal = refusedStanding(c, body.value);
    if (refusal) return refusal;
    const { store, now, random } = c.var.deps;
    const token = randomToken(random);
    const at = now();
    const expiresAt = at + sentLinkMs;
    await store.invite({
      id: randomId(random),
      tokenHash: await hashOf(token),
      ...body.value,
      invitedBy: c.var.agent,
      createdAt: at,
      expiresAt,
    });
    return json({ token, expiresAt: instant(expiresAt) } satisfies SignInToken, 201);
  });

  app.delete(`${teamRoutes.invitations}/:id`, ...admin, async (c) => {
    const { store } = c.var.deps;
    const gone = await store.withdrawInvitation(c.req.param('id'), made(c));
    return gone ? c.body(null, 204) : problem(c, 'not-found');
  });
}

const instant = (at: number): string => new Date(at).toISOString();
const made = (c: AppContext) => ({ actor: c.var.agent, at: c.var.deps.now() });

async function listed(c: AppContext): Promise<{ people: ListedPerson[] }> {
  const { store, now } = c.var.deps;
  return { people: (await store.people(now())).map(shownPerson) };
}

const shownPerson = ({ id, name, role, groups, sessions, ...at }: StoredPerson): ListedPerson => ({
  id,
  name,
  role,
  groups,
  sessions,
  createdAt: instant(at.createdAt),
  ...(at.seenAt === undefined ? {} : { seenAt: instant(at.seenAt) }),
  ...(at.disabledAt === undefined ? {} : { shutOutAt: instant(at.disabledAt) }),
  isOperator: id === operatorId,
});

const shownInvitation = ({ id, name, role, groups, ...about }: StoredInvitation): Invitation => ({
  id,
  name,
  role,
  groups,
  invitedBy: about.invitedBy.name,
  createdAt: instant(about.createdAt),
  expiresAt: instant(about.expiresAt),
});

async function personOf(c: AppContext, id: string): Promise<StoredPerson | undefined> {
  const { store, now } = c.var.deps;
  return (await store.people(now())).find((person) => person.id === id);
}

/** Decided again when somebody else has changed them in between. */
async function change(c: AppContext, id: string, wanted: ChangePerson): Promise<Response> {
  const { store } = c.var.deps;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await personOf(c, id);
    if (!before) return problem(c, 'not-found');
    if (before.id === operatorId) return problem(c, 'not-allowed');
    const { name = before.name, role = before.role, groups = before.groups, isShutOut } = wanted;
    const after = { name, role, groups, isShutOut: isShutOut ?? before.disabledAt !== undefined };
    const refusal = wanted.role || wanted.groups ? refusedStanding(c, after, before.groups) : undefined;
    if (refusal) return refusal;
    const result = await store.changePerson({ before, after, ...made(c) });
    if (result === 'last-admin') return problem(c, 'last-admin');
    if (result === 'changed') {
      await giveUp(c.var.deps, { person: { id, ...after }, actor: actorOf(c.var.agent) });
      return json(await listed(c));
    }
  }
  throw new StoreUnavailable('A person changed too often to be changed.');
}

/** Groups have to be there, or to be kept; whoever is of another company answers and does no more. */
function refusedStanding(
  c: AppContext,
  { role, groups }: { role: Role; groups: readonly string[] },
  kept: readonly string[] = [],
): Response | undefined {
  const { routing } = c.var.deps;
  if (groups.some((id) => !kept.includes(id) && !routing.groups.some((group) => group.id === id)))
    return problem(c, 'not-found');
  if (role === 'agent' || !isOfPartner(groups, routing)) return undefined;
  return problem(c, 'invalid-request', {
    errors: [{ path: 'role', expected: '"agent", as all groups are a partner\'s' }],
  });
}

async function linkFor(c: AppContext, person: string, forMs: number): Promise<SignInToken> {
  const { store, random } = c.var.deps;
  const token = randomToken(random);
  const by = made(c);
  const expiresAt = by.at + forMs;
  await store.createSignInLink({ tokenHash: await hashOf(token), person, expiresAt, by });
  return { token, expiresAt: instant(expiresAt) };
}

/** Whoever ends sessions stays signed in with this one. */
async function endSessions(c: AppContext, person: string | undefined): Promise<Response> {
  await c.var.deps.store.endSessions({ person, but: await hashOf(readToken(c) ?? ''), by: made(c) });
  return c.body(null, 204);
}
