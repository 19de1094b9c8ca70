import type { Hono } from 'hono';
import * as z from 'zod/mini';
import type { AuditEntry, AuditPage } from '../contract/audit.ts';
import { teamRoutes } from '../contract/routes.ts';
import type { AuditPosition, KeptEntry } from '../store/store.ts';
import { ticketFor } from '../ticket/viewer.ts';
import { json } from './answer.ts';
import { requireAgent } from './desk.ts';
import type { AppContext, AppEnv } from './env.ts';
import { problem } from './problem.ts';
import { requireRight } from './require-right.ts';

const pageSize = 50;

/** What happened in the desk: who, what, before and after. */
export function addAuditRoute(app: Hono<AppEnv>): void {
  app.get(teamRoutes.audit, requireAgent, requireRight('see-audit'), async (c) => {
    const query = auditQuery.safeParse(c.req.query());
    if (!query.success) return problem(c, 'invalid-request');
    if (!(await isKnown(c, query.data))) return problem(c, 'not-found');
    // One more than a page tells whether there is another.
    const { before, ...filter } = query.data;
    const found = await c.var.deps.store.audit({ ...filter, before, limit: pageSize + 1 });
    const shown = found.slice(0, pageSize);
    const last = shown.at(-1);
    const page: AuditPage = {
      entries: shown.map(shownEntry),
      ...(found.length > pageSize && last && { next: idOf(last) }),
    };
    return json(page);
  });
}

const position = z.pipe(
  z.string().check(z.regex(/^\d{1,15}\.(?:team|issue|ticket)\.\d{1,15}$/)),
  z.transform((text: string): AuditPosition => {
    const [at = '', about, seq = ''] = text.split('.');
    return { at: Number(at), about: about === 'team' || about === 'issue' ? about : 'ticket', seq: Number(seq) };
  }),
);
const auditQuery = z.object({
  before: z.optional(position),
  person: z.optional(z.string()),
  ticket: z.optional(z.string()),
});

async function isKnown(
  c: AppContext,
  { person, ticket }: { person?: string | undefined; ticket?: string | undefined },
) {
  const { deps, agent } = c.var;
  if (ticket !== undefined && !(await ticketFor(deps, agent, ticket))) return false;
  return person === undefined || (await deps.store.people(deps.now())).some(({ id }) => id === person);
}

const idOf = ({ at, about, seq }: KeptEntry): string => `${at}.${about}.${seq}`;

function shownEntry(entry: KeptEntry): AuditEntry {
  const at = new Date(entry.at).toISOString();
  const id = idOf(entry);
  if (entry.about === 'ticket') {
    const { about, actor, ticket, event } = entry;
    return { about, id, at, actor, ticket, event };
  }
  if (entry.about === 'issue') {
    const { about, kind, actor, issue, before, after } = entry;
    return { about, id, at, kind, actor, issue, ...(before && { before }), after };
  }
  const { about, kind, actor, person, before, after } = entry;
  return {
    about,
    id,
    at,
    kind,
    ...(actor && { actor }),
    ...(person && { person }),
    ...(before && { before }),
    ...(after && { after }),
  };
}
