import type { Actor, TicketEvent } from '../contract/event.ts';
import { redactContext } from '../contract/redact-context.ts';
import type { CreateTicket, TicketReceipt } from '../contract/ticket.ts';
import { ticketReceipt } from '../contract/ticket.ts';
import { reasonsOf } from '../routing/reasons.ts';
import { hashOf, randomId } from '../secrets.ts';
import type { NewTicket, StoredIssue, StoredTicket } from '../store/store.ts';
import type { Step } from './change.ts';
import type { TicketDeps } from './deps.ts';
import { joining } from './issue/join.ts';
import { issueNotice } from './issue/shown.ts';
import { once } from './once.ts';
import type { Outcome } from './outcome.ts';
import { place, shownDestination } from './place.ts';
import { excerptOf, makeReference } from './reference.ts';
import { settle } from './settle.ts';
import { trailTags } from './trail-tags.ts';

/** References have 30 bits: with ten thousand tickets, one in a hundred thousand is taken at the first try. */
const referenceTries = 5;

/** Creates a ticket once for the key. A filled `website` is a machine's mark: kept, held, and answered like any other. */
export async function createTicket(
  deps: TicketDeps,
  key: string,
  input: CreateTicket,
): Promise<Outcome<TicketReceipt>> {
  const attempt = { scope: 'create ticket', key, body: input };
  return once<TicketReceipt>(deps, attempt, {
    work: async (claim) => {
      const ticket = await prepare(deps, input);
      for (let tries = 0; tries < referenceTries; tries += 1) {
        const kept = { ...ticket.facts, reference: makeReference(deps.random) };
        const receipt = receiptOf(kept, ticket.issue, deps);
        const answer = { status: 201, body: JSON.stringify(receipt) };
        const result = await deps.store.createTicket(kept, claim, answer);
        if (result === 'claim-lost') return undefined;
        if (result === 'created') {
          return { kind: 'answer', status: 201, body: { ...receipt, capability: ticket.capability }, replayed: false };
        }
      }
      throw new Error('No free reference found.');
    },
    replay: async ({ answer, ticketId }) =>
      ticketReceipt.parse({ ...Object(JSON.parse(answer.body)), capability: await deps.secrets.capability(ticketId) }),
  });
}

/** One that is solved has nothing left to wait for; who reports it is answered like anybody. */
async function issueFor({ store }: TicketDeps, { issue: id }: CreateTicket): Promise<StoredIssue | undefined> {
  const issue = id === undefined ? undefined : await store.issueById(id);
  return issue?.state === 'working' ? issue : undefined;
}

async function prepare(deps: TicketDeps, input: CreateTicket) {
  const { routing, secrets, now, random } = deps;
  const issue = await issueFor(deps, input);
  const id = randomId(random);
  const at = now();
  const context = redactContext(input.context);
  const { topic, locale: language, message } = input;
  // Nobody has shown who they are: an address somebody typed is no proof.
  const subject = { topic, language, verified: false, message, context, exhausted: 0 as const };
  const { decision, due } = place(routing, subject, at);
  const { tier, priority, group, target } = decision;
  const capability = await secrets.capability(id);
  const tags = trailTags(context);
  const came: StoredTicket = {
    id,
    reference: '',
    status: 'new',
    tier,
    priority,
    group: group.id,
    rule: decision.rule.id,
    exhausted: decision.exhausted,
    verified: subject.verified,
    topic,
    locale: language,
    name: input.name,
    address: input.address,
    excerpt: excerptOf(input.message),
    held: Boolean(input.website),
    createdAt: at,
    updatedAt: at,
    firstReplyBy: due.firstReplyBy,
    firstRepliedAt: undefined,
    nextReplyBy: undefined,
    resolveBy: due.resolveBy,
    dueBy: undefined,
    lookAt: undefined,
    version: 0,
    assignee: undefined,
    cause: undefined,
    tags,
    mergedInto: undefined,
    transfers: 0,
    leadAsked: decision.notify,
    issue: undefined,
  };
  const joins: Step = issue ? joining({ ticket: came }, issue.id) : { events: [] };
  const ticket: StoredTicket = { ...came, ...joins.set };
  const reasons = reasonsOf({ decision, subject, groups: routing.groups });
  const events: TicketEvent[] = [
    { kind: 'created', place: { tier, priority, group: group.id, target } },
    ...(decision.notify
      ? [{ kind: 'lead-asked' as const, why: decision.isLast ? ('exhausted' as const) : ('rule' as const) }]
      : []),
    ...(tags.length > 0 ? [{ kind: 'tagged' as const, from: [], to: tags }] : []),
    ...joins.events,
  ];
  const first = { id: randomId(random), from: 'requester' as const, name: undefined, text: message, at };
  const happened = events.map((event, seq) => ({ seq, at, actor: actorOf(event), event }));
  const thread = { ticket, reasons, context, messages: [first], notes: [], handovers: [], events: happened };
  const facts: Omit<NewTicket, 'reference'> = {
    ...ticket,
    ...settle(thread, routing, at).set,
    capabilityHash: await hashOf(capability),
    reasons,
    context,
    message: first,
    events: events.map((event) => ({ actor: actorOf(event), event })),
  };
  return { facts, capability, issue };
}

const actorOf = ({ kind }: TicketEvent): Actor => ({
  kind: kind === 'created' || kind === 'issue-joined' ? 'requester' : 'system',
});

/** Without the capability: this is what is kept for replays. */
function receiptOf(
  ticket: NewTicket,
  issue: StoredIssue | undefined,
  deps: TicketDeps,
): Omit<TicketReceipt, 'capability'> {
  const { reference, status, tier, priority } = ticket;
  const destination = shownDestination(ticket, deps);
  return {
    reference,
    status,
    tier,
    priority,
    ...(destination && { destination }),
    createdAt: new Date(ticket.createdAt).toISOString(),
    firstReplyBy: new Date(ticket.firstReplyBy).toISOString(),
    ...(issue && { issue: issueNotice(issue, ticket.locale, deps) }),
  };
}
