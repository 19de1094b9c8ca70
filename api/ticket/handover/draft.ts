import type { HandoverNote, RelatedTicket } from '../../contract/handover.ts';
import { wholeNote } from '../../contract/handover-difference.ts';
import type { ContextItem, PageContext } from '../../contract/page-context.ts';
import type { Millis, StoredThread, TicketSet } from '../../store/store.ts';

/** What is known besides the ticket itself. */
interface Known {
  /** What is promised where it goes. */
  dates: Pick<TicketSet, 'firstReplyBy' | 'nextReplyBy' | 'resolveBy'>;
  related?: readonly RelatedTicket[];
}

/**
 * What is known of a ticket, for whoever gets it next: what the notes so far say, and what the ticket, its page context and
 * its clocks say now. What is to be done next was meant for who has it now.
 */
export function draftOf(thread: StoredThread, { dates, related = [] }: Known): HandoverNote {
  const { ticket, context } = thread;
  const { nextAction: _, owner: __, ...before } = wholeNote(thread.handovers);
  const replyBy = ticket.firstRepliedAt === undefined ? dates.firstReplyBy : dates.nextReplyBy;
  const draft: HandoverNote = {
    ...before,
    problem: before.problem ?? ticket.excerpt,
    received: instant(ticket.createdAt),
    ...placeOf(context),
    ...trailOf(context),
    language: ticket.locale,
    priority: ticket.priority,
    replyBy: instant(replyBy),
    solveBy: instant(dates.resolveBy),
    related: unionOf(before.related ?? [], related),
    shared: [...new Set(context.map(({ kind }) => kind))],
    address: ticket.address === undefined ? 'none' : ticket.verified ? 'verified' : 'unverified',
  };
  return withoutNothing(draft);
}

const instant = (at: Millis | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();

/** What is empty is not there; that nothing was sent along is worth saying. */
export const withoutNothing = (note: HandoverNote): HandoverNote =>
  Object.fromEntries(
    Object.entries(note).flatMap(([field, value]: [string, unknown]) => {
      if (value === undefined || (typeof value === 'string' && value.trim() === '')) return [];
      return Array.isArray(value) && value.length === 0 && field !== 'shared' ? [] : [[field, value]];
    }),
  );

const unionOf = (before: readonly RelatedTicket[], more: readonly RelatedTicket[]): RelatedTicket[] => [
  ...before,
  ...more.filter(({ id }) => !before.some((one) => one.id === id)),
];

const of = <Kind extends ContextItem['kind']>(context: PageContext, kind: Kind) =>
  context.filter((item): item is Extract<ContextItem, { kind: Kind }> => item.kind === kind);

/** Where it happened. */
function placeOf(context: PageContext): HandoverNote {
  const page = of(context, 'page').at(-1);
  const browser = of(context, 'browser').at(-1);
  return {
    page: page && { url: page.url, title: page.title },
    browser: browser && `${browser.name}, ${browser.viewport}, ${browser.language}`,
    details: of(context, 'host').map(({ name, value }) => ({ name, value })),
  };
}

/** What the requester did before asking. */
const trailOf = (context: PageContext): HandoverNote => ({
  searches: of(context, 'search').map(({ query, results }) => ({ query, results })),
  read: of(context, 'read').map(({ kind: _, id: __, ...read }) => read),
  steps: of(context, 'step').map(({ title, step, of, seconds, blocked }) => ({
    title,
    step,
    of,
    ...(seconds === undefined ? {} : { seconds }),
    ...(blocked === undefined ? {} : { blocked }),
  })),
});
