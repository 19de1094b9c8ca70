import type { RelatedTicket } from '../../contract/handover.ts';
import type { Person, StoredThread } from '../../store/store.ts';
import type { TicketDeps } from '../deps.ts';
import { scopeOf } from '../viewer.ts';

const withinMs = 14 * 86_400_000;
/** A note is read by a person. */
const most = 10;
/** Of a topic that many write about, the newest: what each of them has searched is read for every note. */
const among = 500;

/** Tickets of the 14 days before that may belong to one, of those that the person may see. */
export async function relatedTo(
  { store, routing }: Pick<TicketDeps, 'store' | 'routing'>,
  person: Person,
  { ticket, context }: StoredThread,
): Promise<RelatedTicket[]> {
  const searches = context.flatMap((item) => (item.kind === 'search' ? [item.query] : []));
  const address = ticket.address?.toLowerCase();
  const found = await store.relatedTickets({
    ticketId: ticket.id,
    since: ticket.createdAt - withinMs,
    address,
    topic: ticket.topic,
    searches,
    among,
    groups: scopeOf(person, routing),
    limit: most,
  });
  return found.map((one) => ({
    id: one.id,
    reference: one.reference,
    group: one.group,
    createdAt: new Date(one.createdAt).toISOString(),
    why: address !== undefined && one.address?.toLowerCase() === address ? 'requester' : 'search',
  }));
}
