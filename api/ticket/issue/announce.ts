import type { AnnounceIssue } from '../../contract/issue.ts';
import { hashOf } from '../../secrets.ts';
import type { Person, StoredIssue } from '../../store/store.ts';
import { canonical } from '../canonical.ts';
import type { TicketDeps } from '../deps.ts';
import { refused } from '../outcome.ts';
import { ticketFor } from '../viewer.ts';
import { joinIssue } from './join.ts';
import { waitsElsewhere } from './waits.ts';

type Announced = { kind: 'announced'; issue: StoredIssue } | ReturnType<typeof refused>;

/**
 * Tells everybody about an issue, which tickets join. Its id comes from the key: whoever tries again, because the first try was
 * interrupted, announces nothing twice, and the tickets that were left join.
 */
export async function announceIssue(
  deps: TicketDeps,
  { key, body, agent }: { key: string; body: AnnounceIssue; agent: Person },
): Promise<Announced> {
  const { tickets, ...said } = body;
  const id = (await hashOf(`announce issue\n${agent.id}\n${key}`)).slice(0, 22);
  for (const ticket of tickets) {
    const thread = await ticketFor(deps, agent, ticket);
    if (!thread) return refused('not-found');
    // Somebody else was quicker: people would read of the same thing twice.
    if (waitsElsewhere(thread, id)) return refused('issue-elsewhere');
  }
  const author = { id: agent.id, name: agent.name };
  const isNew = await deps.store.keepIssue({ id, ...said, author, createdAt: deps.now() });
  const known = isNew ? undefined : await deps.store.issueById(id);
  if (known && !isSame(known, said)) return refused('idempotency-key-reused');
  for (const ticket of tickets) await joinIssue(deps, { issue: id, ticket, joined: true }, agent);
  const issue = await deps.store.issueById(id);
  return issue ? { kind: 'announced', issue } : refused('not-found');
}

const isSame = ({ titles, texts, topic }: StoredIssue, said: Omit<AnnounceIssue, 'tickets'>): boolean =>
  canonical({ titles, texts, topic }) === canonical(said);
