import { routes, teamRoutes, walkthroughRoutes } from '../../../api/contract/routes.ts';
import type { Right } from '../../../api/ticket/may.ts';

/** What an id is the id of. */
export type Kind =
  | 'ticket'
  | 'capability'
  | 'person'
  | 'invitation'
  | 'group'
  | 'link'
  | 'timer'
  | 'document'
  | 'issue';

export interface Row {
  /** Of the desk: the right that whoever is signed in needs. A route without it is for everybody. */
  right?: Right;
  /**
   * Every field that names something of somebody, and what it names: `path.id`, `query.person`, `body.to`, `body.groups[]`,
   * `form.link`, `bearer`, `cookie`. A field that names content (a topic, a document) is none.
   */
  ids?: Readonly<Record<string, Kind>>;
  /** What the route takes, but for its ids. With it the request has to work, so that it is the id that is refused. */
  body?: Readonly<Record<string, unknown>>;
  form?: Readonly<Record<string, string>>;
  /**
   * How a foreign id is refused. Default 403 or 404; in a query or a body also 400, for what cannot be an id at all. Whatever
   * the status: the answer never has a word of another group's ticket, and nothing is changed.
   */
  refuses?: readonly number[];
  /** Tables that a refusal is written to on purpose. */
  notes?: readonly string[];
}

const { deskTickets } = routes;
const { people: deskPeople, invitations: deskInvitations } = teamRoutes;

/** What is said of a known issue. */
const said = { titles: { en: 'Slow' }, texts: { en: 'We look.' }, topic: 'billing' };

/** Complete for any tier, and of the ticket as the world has it. */
const handover = {
  to: 'front-line',
  seen: 3,
  note: {
    problem: 'Slow',
    goal: 'Fast',
    impact: 'All of them',
    expected: 'Fast',
    actual: 'Slow',
    since: 'Monday, UTC',
    tried: [{ what: 'Waiting', result: 'Nothing' }],
    found: 'Nothing',
    hypothesis: 'The disk',
    nextAction: 'Look',
    owner: 'Mo',
  },
};

/**
 * Every route of the app. A route that is not here fails `matrix.test.ts`, and so does a row without a route.
 *
 * To add a route: one line, `'<METHOD> <path>'` as it is given to Hono. Name its right if it is the desk's, the fields that are
 * ids, and a body that works. The test then asks with the ids of others, of other kinds, of nobody, and with what is no id: as a
 * partner, an agent and an admin, signed out, and from another site. An id of a new kind needs an entry in `Kind` and in
 * `matrix-world.ts`, which says what there is.
 */
export const rows: Readonly<Record<string, Row>> = {
  [`POST ${routes.tickets}`]: { body: { topic: 'billing', message: 'Hello', context: [], locale: 'en' } },
  [`GET ${routes.thread}`]: { ids: { bearer: 'capability' } },
  [`POST ${routes.messages}`]: { ids: { bearer: 'capability' }, body: { text: 'Hello' } },
  [`POST ${routes.feedback}`]: { body: { document: 'article:a', locale: 'en', helpful: true } },
  [`GET ${routes.health}`]: {},
  [`GET ${routes.issues}`]: {},
  [`GET ${routes.hours}`]: {},
  [`GET ${routes.tick}`]: { ids: { bearer: 'timer' } },
  [`POST ${routes.tick}`]: { ids: { bearer: 'timer' } },

  [`GET ${routes.contact}`]: {},
  [`GET ${routes.contact}/`]: {},
  [`POST ${routes.contact}`]: {},
  // What is no capability leads to the form that asks for one.
  [`GET ${routes.request}`]: { ids: { cookie: 'capability' } },
  [`GET ${routes.request}/`]: { ids: { cookie: 'capability' } },
  [`POST ${routes.request}`]: {
    ids: { cookie: 'capability' },
    form: { key: 'k'.repeat(43), text: 'Hello' },
    refuses: [303, 404],
  },
  [`GET ${routes.request}/open`]: {},
  [`POST ${routes.request}/open`]: { ids: { 'form.link': 'capability' }, form: {}, refuses: [422] },
  [`POST ${routes.request}/forget`]: {},
  [`GET ${routes.request}/live.js`]: {},

  // Of a link, all there is to know is whether it works; that it did not is in the audit log.
  [`POST ${routes.deskSession}`]: { ids: { 'body.token': 'link' }, body: {}, refuses: [400, 401], notes: ['audit'] },
  [`GET ${routes.deskSession}`]: { right: 'answer' },
  [`DELETE ${routes.deskSession}`]: {},
  [`POST ${teamRoutes.ownLink}`]: { right: 'answer', body: {} },
  [`DELETE ${teamRoutes.sessions}`]: { right: 'manage-people' },

  // A queue of others is empty, and so is what others have.
  [`GET ${deskTickets}`]: {
    right: 'answer',
    ids: { 'query.queue': 'group', 'query.assignee': 'person' },
    refuses: [200, 400],
  },
  [`GET ${routes.deskRouting}`]: { right: 'answer' },
  [`GET ${deskTickets}/:id`]: { right: 'answer', ids: { 'path.id': 'ticket' } },
  [`POST ${deskTickets}/:id/messages`]: { right: 'answer', ids: { 'path.id': 'ticket' }, body: { text: 'Hello' } },
  [`POST ${deskTickets}/:id/status`]: { right: 'answer', ids: { 'path.id': 'ticket' }, body: { status: 'open' } },

  [`POST ${deskTickets}/:id/change`]: {
    right: 'answer',
    ids: { 'path.id': 'ticket', 'body.person': 'person' },
    body: { kind: 'assign' },
  },
  [`GET ${deskTickets}/:id/handover`]: { right: 'answer', ids: { 'path.id': 'ticket' } },
  [`POST ${deskTickets}/:id/handover`]: { right: 'answer', ids: { 'path.id': 'ticket' }, body: handover },
  [`POST ${deskTickets}/:id/notes`]: { right: 'answer', ids: { 'path.id': 'ticket' }, body: { text: 'Hello' } },
  [`GET ${routes.deskKnowledge}/index`]: { right: 'read-knowledge' },
  [`GET ${routes.deskKnowledge}/documents/:id`]: { right: 'read-knowledge', ids: { 'path.id': 'document' } },
  [`GET ${routes.deskKnowledge}/replies`]: { right: 'read-knowledge' },
  [`GET ${routes.deskQueues}`]: { right: 'answer' },
  [`GET ${routes.deskChanges}`]: { right: 'answer' },
  [`GET ${routes.deskStream}`]: { right: 'answer' },
  [`POST ${routes.deskPresence}`]: {
    right: 'answer',
    ids: { 'body.ticket': 'ticket' },
    body: { doing: 'reading' },
  },
  [`GET ${routes.deskClusters}`]: { right: 'answer' },
  [`GET ${routes.deskIssues}`]: { right: 'answer' },
  [`POST ${routes.deskIssues}`]: { right: 'announce', ids: { 'body.tickets[]': 'ticket' }, body: said },
  [`GET ${routes.deskIssues}/:id`]: { right: 'answer', ids: { 'path.id': 'issue' } },
  [`POST ${routes.deskIssues}/:id`]: { right: 'announce', ids: { 'path.id': 'issue' }, body: said },
  [`POST ${routes.deskIssues}/:id/tickets`]: {
    right: 'answer',
    ids: { 'path.id': 'issue', 'body.ticket': 'ticket' },
    body: { joined: true },
  },
  [`POST ${routes.deskIssues}/:id/solve`]: {
    right: 'announce',
    ids: { 'path.id': 'issue' },
    body: { answers: { en: 'Mended' } },
  },
  [`GET ${routes.deskReport}`]: { right: 'see-reports' },
  [`GET ${routes.deskReportSheet}`]: { right: 'see-reports' },
  [`POST ${walkthroughRoutes.counts}`]: {
    body: { walkthrough: 'walkthrough:a', locale: 'en', step: 'one', outcome: 'start' },
  },
  [`GET ${walkthroughRoutes.report}`]: { right: 'see-reports' },
  [`GET ${walkthroughRoutes.report}.csv`]: { right: 'see-reports' },

  [`GET ${deskPeople}`]: { right: 'manage-people' },
  [`POST ${deskPeople}/:id`]: {
    right: 'manage-people',
    ids: { 'path.id': 'person', 'body.groups[]': 'group' },
    body: { role: 'agent' },
  },
  [`POST ${deskPeople}/:id/link`]: { right: 'manage-people', ids: { 'path.id': 'person' }, body: {} },
  [`DELETE ${deskPeople}/:id/sessions`]: { right: 'manage-people', ids: { 'path.id': 'person' } },
  [`GET ${deskInvitations}`]: { right: 'manage-people' },
  [`POST ${deskInvitations}`]: {
    right: 'manage-people',
    ids: { 'body.groups[]': 'group' },
    body: { name: 'New', role: 'agent' },
  },
  [`DELETE ${deskInvitations}/:id`]: { right: 'manage-people', ids: { 'path.id': 'invitation' } },
  [`GET ${teamRoutes.audit}`]: { right: 'see-audit', ids: { 'query.person': 'person', 'query.ticket': 'ticket' } },
};
