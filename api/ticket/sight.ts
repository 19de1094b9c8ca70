import type { Withheld } from '../../content/schema/group.ts';
import type { Routing } from '../../content/schema/routing.ts';
import type { RuleCondition } from '../../content/schema/routing-rule.ts';
import type { Actor, TicketEvent } from '../contract/event.ts';
import {
  type HandoverDraft,
  type HandoverNote,
  type NoteField,
  noteFields,
  type RelatedTicket,
} from '../contract/handover.ts';
import type { ContextItem, PageContext } from '../contract/page-context.ts';
import { isTrailTag } from '../contract/tag.ts';
import type { RoutingReason } from '../contract/ticket.ts';
import type { Person, StoredHandover, StoredNote, StoredThread, StoredTicket } from '../store/store.ts';
import type { TicketDeps } from './deps.ts';
import { withRelated } from './handover/foreign.ts';
import { notesWithin } from './seen-notes.ts';
import { scopeOf } from './viewer.ts';

/** How a person sees tickets: our own whole, a partner's without what is withheld from their group. */
export type Sight = { kind: 'whole' } | Limited;

interface Limited {
  kind: 'limited';
  routing: Routing;
  /** Ids of the groups whose tickets they see. */
  scope: readonly string[];
  /** Ids of those whose names they know: who is in one of their groups. */
  known: ReadonlySet<string>;
  /** Whom they read in place of anybody else. */
  team: { id: string; name: string };
}

const whole: Sight = { kind: 'whole' };

export async function sightOf({ store, routing, settings, now }: TicketDeps, person: Person): Promise<Sight> {
  const scope = scopeOf(person, routing);
  if (!scope) return whole;
  const people = await store.people(now());
  const known = people.filter(({ groups }) => groups.some((id) => scope.includes(id))).map(({ id }) => id);
  return {
    kind: 'limited',
    routing,
    scope,
    known: new Set([person.id, ...known]),
    team: { id: 'team', name: settings.name },
  };
}

/** A row of a list as it is seen. */
export function seenRow(ticket: StoredTicket, sight: Sight): StoredTicket {
  if (sight.kind === 'whole') return ticket;
  const withheld = withheldFrom(ticket, sight);
  return {
    ...ticket,
    name: withheld.includes('name') ? undefined : ticket.name,
    address: withheld.includes('address') ? undefined : ticket.address,
    assignee: ticket.assignee && known(ticket.assignee, sight),
    tags: seenTags(ticket.tags, withheld),
  };
}

/** What of who asks is not shown. */
export function withheldOf(ticket: StoredTicket, sight: Sight): ('name' | 'address')[] {
  if (sight.kind === 'whole') return [];
  const withheld = withheldFrom(ticket, sight);
  return (['name', 'address'] as const).filter((part) => withheld.includes(part));
}

/** A ticket as it is seen: the one place where something of it is left out. */
export function seenThread(thread: StoredThread, sight: Sight): StoredThread {
  if (sight.kind === 'whole') return thread;
  const withheld = withheldFrom(thread.ticket, sight);
  const notes = seenNotes(thread, withheld, sight);
  const kept = new Set(notes.map(({ id }) => id));
  return {
    ...thread,
    ticket: seenRow(thread.ticket, sight),
    context: seenContext(thread.ticket, thread.context, sight),
    reasons: seenReasons(thread.reasons, withheld, sight),
    handovers: thread.handovers.map((handover) => seenHandover(handover, withheld, sight)),
    notes: notes.map((note) => ({ ...note, author: named(note.author, sight) })),
    events: thread.events
      .filter(({ event }) => !namesOther.has(event.kind) && !isInternal(event))
      .filter(({ event }) => event.kind !== 'noted' || kept.has(event.note))
      .map(({ actor, event, ...rest }) => ({
        ...rest,
        actor: seenActor(actor, sight),
        event: seenEvent(event, withheld, sight),
      }))
      .filter(({ event }) => event.kind !== 'tagged' || event.from.join() !== event.to.join()),
  };
}

const seenTags = (tags: string[], withheld: readonly Withheld[]): string[] =>
  withheld.includes('reads') ? tags.filter((tag) => !isTrailTag(tag)) : tags;

/** Tags of a ticket that are not shown to whoever sees these groups, and stay when they give it others. */
export const withheldTags = (ticket: StoredTicket, scope: readonly string[] | undefined, routing: Routing): string[] =>
  scope && withheldFrom(ticket, { routing, scope }).includes('reads') ? ticket.tags.filter(isTrailTag) : [];

/** Whether tickets may be found and counted by tags of what was read: not where one of the groups has that withheld. */
export const findsByTrail = (sight: Sight): boolean =>
  sight.kind === 'whole' || sight.scope.every((group) => !withheldFrom({ group }, sight).includes('reads'));
const seenNotes = (thread: StoredThread, withheld: readonly Withheld[], { scope, known }: Limited): StoredNote[] =>
  notesWithin(thread, scope).filter(({ author }) => !withheld.includes('notes') || known.has(author.id));

/** Whether people of this group read what is noted while they have a ticket. */
export const readsNotes = ({ partner, withholds }: Routing['groups'][number]): boolean =>
  partner && !(withholds ?? usual).includes('notes');

/** What was sent along, as it is seen. */
export const seenContext = (ticket: StoredTicket, context: PageContext, sight: Sight): PageContext => {
  if (sight.kind === 'whole') return context;
  const withheld = withheldFrom(ticket, sight);
  return context.filter(({ kind }) => !withheld.includes(partOf[kind]));
};

/** A person as they are named. */
export const seenPerson = (person: { id: string; name: string }, sight: Sight): { id: string; name: string } =>
  sight.kind === 'whole' ? person : named(person, sight);

/** Events with the name of another ticket, which may be anybody's. */
const namesOther: ReadonlySet<TicketEvent['kind']> = new Set(['merged', 'took-in', 'parted']);

/** What only our own people read is named to nobody else. */
const isInternal = (event: TicketEvent): boolean =>
  event.kind === 'answered-by' && event.document.startsWith('internal:');

/** A group that is gone withholds all there is, and so does one that is not theirs: a command may have moved the ticket there. */
function withheldFrom(
  { group: id }: Pick<StoredTicket, 'group'>,
  { routing, scope }: Pick<Limited, 'routing' | 'scope'>,
): readonly Withheld[] {
  const group = routing.groups.find((one) => one.id === id && scope.includes(id));
  return group ? (group.withholds ?? usual) : ['address', 'name', 'notes', ...Object.values(partOf)];
}

const usual: readonly Withheld[] = ['address'];

const partOf: Record<ContextItem['kind'], Withheld> = {
  search: 'searches',
  read: 'reads',
  step: 'reads',
  page: 'page',
  browser: 'browser',
  host: 'host',
};

/** The line of a rule that is left out would name it all the same. */
function seenReasons(
  reasons: RoutingReason[],
  withheld: readonly Withheld[],
  { routing, team }: Limited,
): RoutingReason[] {
  const left = reasons.filter((reason) => !tells(reason, withheld, routing)).map((reason) => unnamed(reason, team));
  const sources = new Set(left.flatMap(({ code, source }) => (code !== 'priority' && source ? [source] : [])));
  return left.map(({ source, ...reason }) => (source && sources.has(source) ? { ...reason, source } : reason));
}

/** Who handed it over is named by their name alone, which says not whose they are. */
const unnamed = (reason: RoutingReason, team: Limited['team']): RoutingReason =>
  reason.code === 'handed-over' ? { ...reason, detail: team.name } : reason;

/** Whether a reason says, or lets one conclude, what is withheld. */
function tells({ code, detail }: RoutingReason, withheld: readonly Withheld[], routing: Routing): boolean {
  if (code === 'search-without-result') return withheld.includes('searches');
  if (/^(?:article|faq|walkthrough)-/.test(code)) return withheld.includes('reads');
  const list = ruleLists[code];
  const when = list && routing[list].find(({ id }) => id === detail)?.when;
  return when !== undefined && conditionParts(when).some((part) => withheld.includes(part));
}

const ruleLists: Readonly<Record<string, 'rules' | 'priorities' | undefined>> = {
  rule: 'rules',
  'notify-rule': 'rules',
  'priority-raised': 'priorities',
};

/** What of a request a rule has looked at, besides its words and topic. */
const conditionParts = (when: RuleCondition & { plan?: unknown }): Withheld[] => [
  ...(when.unhelpful || when.blocked || when.finished ? (['reads'] as const) : []),
  ...(when.area || when.plan || when.errorCode ? (['host'] as const) : []),
];

/** What a note says of the context goes as the context does. */
const notePart: Partial<Record<NoteField, Withheld>> = {
  address: 'address',
  page: 'page',
  browser: 'browser',
  details: 'host',
  searches: 'searches',
  read: 'reads',
  steps: 'reads',
};

/** That two requests have something in common says what it is to whoever knows the one. */
const relatedPart: Record<RelatedTicket['why'], Withheld> = { requester: 'address', search: 'searches' };

const seenNote = (note: HandoverNote, withheld: readonly Withheld[]): HandoverNote => {
  const left = { ...note };
  for (const field of noteFields) if (withheld.some((part) => part === notePart[field])) delete left[field];
  return withRelated(left, ({ why }) => !withheld.includes(relatedPart[why]));
};

function seenHandover(handover: StoredHandover, withheld: readonly Withheld[], sight: Limited): StoredHandover {
  const { difference } = handover;
  const set = seenNote(difference.set, withheld);
  const added = seenNote(difference.added, withheld);
  return { ...handover, author: seenActor(handover.author, sight), difference: { ...difference, set, added } };
}

/** What a handover would say, as it is seen. */
export function seenDraft(draft: HandoverDraft, ticket: StoredTicket, sight: Sight): HandoverDraft {
  if (sight.kind === 'whole') return draft;
  const withheld = withheldFrom(ticket, sight);
  return { ...draft, note: seenNote(draft.note, withheld), whole: seenNote(draft.whole, withheld) };
}

const seenActor = (actor: Actor, sight: Limited): Actor =>
  actor.kind === 'person' ? { kind: 'person', ...named(actor, sight) } : actor;

/** Whether a person is named to whoever looks: a filter by who has a ticket would name them too. */
export const knows = (id: string, sight: Sight): boolean => sight.kind === 'whole' || sight.known.has(id);

const named = ({ id, name }: { id: string; name: string }, { known, team }: Limited) =>
  known.has(id) ? { id, name } : team;

const known = (id: string, sight: Limited): string => (sight.known.has(id) ? id : sight.team.id);

function seenEvent(event: TicketEvent, withheld: readonly Withheld[], sight: Limited): TicketEvent {
  if (event.kind === 'tagged')
    return { ...event, from: seenTags(event.from, withheld), to: seenTags(event.to, withheld) };
  if (event.kind !== 'assigned') return event;
  const { from, to } = event;
  return { ...event, ...(from && { from: known(from, sight) }), ...(to && { to: known(to, sight) }) };
}

/** The rules as they are seen: a partner tries them without reading where they stand, or what is withheld from whom. */
export function seenRouting(routing: Routing, sight: Sight): Routing {
  if (sight.kind === 'whole') return routing;
  return {
    ...routing,
    groups: routing.groups.map(({ withholds: _, ...group }) => group),
    rules: routing.rules.map((rule) => ({ ...rule, source: '' })),
    priorities: routing.priorities.map((rule) => ({ ...rule, source: '' })),
  };
}
