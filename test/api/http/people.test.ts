import { describe, expect, test } from 'vitest';
import { auditPage } from '../../../api/contract/audit.ts';
import { deskSession } from '../../../api/contract/desk.ts';
import { deskIssue } from '../../../api/contract/issue.ts';
import { invitationList, peopleList, signInToken } from '../../../api/contract/people.ts';
import { routes, teamRoutes } from '../../../api/contract/routes.ts';
import { hashOf } from '../../../api/secrets.ts';
import type { Person } from '../../../api/store/store.ts';
import { groupsOf } from './groups.ts';
import { type Api, createTicket, linkFor, openApi, post, problemOf, signIn } from './harness.ts';

const { people: deskPeople, invitations: deskInvitations, audit: deskAudit } = teamRoutes;
const session = routes.deskSession;
const ann: Person = { id: 'ann', name: 'Ann', role: 'admin', groups: [] };
const ours = { 'sec-fetch-site': 'same-origin' };
const hourMs = 3_600_000;

const open = async () => {
  const api = openApi({ routing: groupsOf({}) });
  return { api, admin: await signIn(api, ann) };
};
type Desk = Awaited<ReturnType<typeof signIn>>;

const remove = ({ send }: Api, { cookie }: Desk, path: string) =>
  send(path, { method: 'DELETE', headers: { cookie, ...ours } });
const enter = ({ send }: Api, token: string) => send(session, post({ token }, ours));
const invited = async (admin: Desk, body = { name: 'Bo', role: 'agent', groups: ['front-line'] }) =>
  signInToken.parse(await (await admin.post(deskInvitations, body)).json());
const people = async (desk: Desk) => peopleList.parse(await (await desk.get(deskPeople)).json()).people;
const entries = async (desk: Desk, query = '') =>
  auditPage.parse(await (await desk.get(deskAudit + query)).json()).entries;
const kinds = async (desk: Desk, query = '') =>
  (await entries(desk, query)).map((entry) => (entry.about === 'ticket' ? entry.event.kind : entry.kind));

describe('invitations', () => {
  test('make a person who is signed in, once', async () => {
    const { api, admin } = await open();
    const { token, expiresAt } = await invited(admin);
    expect(Date.parse(expiresAt) - api.clock.now).toBe(72 * hourMs);
    const answers = await Promise.all([enter(api, token), enter(api, token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const bo = (await people(admin)).find(({ name }) => name === 'Bo');
    expect(bo).toMatchObject({ role: 'agent', groups: ['front-line'], sessions: 1, isOperator: false });
    expect((await enter(api, token)).status).toBe(401);
    const body = invitationList.parse(await (await admin.get(deskInvitations)).json());
    expect(body.invitations).toEqual([]);
  });

  test('are listed while they are open, and can be withdrawn', async () => {
    const { api, admin } = await open();
    const { token } = await invited(admin);
    const list = async () => invitationList.parse(await (await admin.get(deskInvitations)).json()).invitations;
    const [open_] = await list();
    expect(open_).toMatchObject({ name: 'Bo', role: 'agent', groups: ['front-line'], invitedBy: 'Ann' });
    expect(JSON.stringify(open_)).not.toContain(token);
    expect((await remove(api, admin, `${deskInvitations}/${open_?.id}`)).status).toBe(204);
    expect(await list()).toEqual([]);
    expect((await problemOf(await enter(api, token))).code).toBe('signed-out');
    expect((await remove(api, admin, `${deskInvitations}/${open_?.id}`)).status).toBe(404);
  });

  test('end after three days, and with the right of who made them', async () => {
    const { api, admin } = await open();
    const late = await invited(admin);
    api.clock.now += 72 * hourMs;
    expect((await enter(api, late.token)).status).toBe(401);

    const again = await signIn(api, ann);
    await again.post(deskInvitations, { name: 'Cy', role: 'admin', groups: [] });
    const cy = await signIn(api, { id: 'cy', name: 'Cy', role: 'admin', groups: [] });
    const made = await invited(cy);
    await again.post(`${deskPeople}/cy`, { role: 'agent' });
    expect((await enter(api, made.token)).status).toBe(401);
  });

  test.each([
    ['a group that is not there', { name: 'Bo', role: 'agent', groups: ['gone'] }, 404],
    ['no name', { name: '  ', role: 'agent', groups: [] }, 400],
    ['another role', { name: 'Bo', role: 'owner', groups: [] }, 400],
    ['an admin of a partner', { name: 'Bo', role: 'admin', groups: ['hosting'] }, 400],
    ['a lead of a partner', { name: 'Bo', role: 'lead', groups: ['hosting'] }, 400],
  ])('are refused for %s', async (_, body, status) => {
    const { admin } = await open();
    expect((await admin.post(deskInvitations, body)).status).toBe(status);
    expect(await people(admin)).toHaveLength(1);
  });
});

describe('people', () => {
  test('are changed from their next request on', async () => {
    const { api, admin } = await open();
    await createTicket(api, { topic: 'billing' });
    const bo = await signIn(api, { id: 'bo', name: 'Bo' });
    const first = (await api.store.listTickets({ before: undefined, limit: 1 }))[0];
    const path = `${routes.deskTickets}/${first?.id}`;
    expect((await bo.get(path)).status).toBe(200);
    expect((await admin.post(`${deskPeople}/bo`, { groups: ['hosting'] })).status).toBe(200);
    expect((await bo.get(path)).status).toBe(404);
    expect((await admin.post(`${deskPeople}/bo`, { isShutOut: true })).status).toBe(200);
    expect((await bo.get(path)).status).toBe(401);
    await admin.post(`${deskPeople}/bo`, { isShutOut: false });
    // The session is gone for good: a browser somebody else has found stays out.
    expect((await bo.get(path)).status).toBe(401);
  });

  test('who are shut out cannot use links from before', async () => {
    const { api, admin } = await open();
    const bo = await signIn(api, { id: 'bo', name: 'Bo' });
    const own = signInToken.parse(await (await bo.post(teamRoutes.ownLink, {})).json());
    await admin.post(`${deskPeople}/bo`, { isShutOut: true });
    expect((await enter(api, own.token)).status).toBe(401);
    const token = 'k'.repeat(43);
    await linkFor(api, token, { id: 'bo', name: 'Bo', role: 'agent', groups: [] });
    expect((await enter(api, token)).status).toBe(401);
    expect((await problemOf(await admin.post(`${deskPeople}/bo/link`, {}))).code).toBe('not-allowed');
  });

  test('have no open request any more that they may not see, so that somebody else takes it', async () => {
    const { api, admin } = await open();
    await createTicket(api);
    await createTicket(api);
    const [one = '', other = ''] = (await api.store.listTickets({ before: undefined, limit: 9 })).map(({ id }) => id);
    await signIn(api);
    const give = (id: string) => admin.post(`${routes.deskTickets}/${id}/change`, { kind: 'assign', person: 'mo' });
    for (const id of [one, other]) await give(id);
    await admin.post(`${routes.deskTickets}/${other}/status`, { status: 'solved' });
    const assignees = async () =>
      Promise.all([one, other].map(async (id) => (await api.store.ticketById(id))?.ticket.assignee));
    await admin.post(`${deskPeople}/mo`, { name: 'Mo' });
    expect(await assignees()).toEqual(['mo', 'mo']);
    await admin.post(`${deskPeople}/mo`, { groups: ['hosting'] });
    expect(await assignees()).toEqual([undefined, 'mo']);
    await admin.post(`${deskPeople}/mo`, { groups: [] });
    await give(one);
    await admin.post(`${deskPeople}/mo`, { isShutOut: true });
    expect(await assignees()).toEqual([undefined, 'mo']);
    const events = (await api.store.ticketById(one))?.events ?? [];
    expect(events.at(-1)).toMatchObject({ event: { kind: 'assigned', from: 'mo' }, actor: { id: 'ann' } });
  });

  test('lose their invitations with the right to invite, and the list says so', async () => {
    const { api, admin } = await open();
    const cy = await signIn(api, { ...ann, id: 'cy', name: 'Cy' });
    await invited(cy);
    await admin.post(`${deskPeople}/cy`, { role: 'agent' });
    expect((await entries(admin)).slice(0, 2)).toMatchObject([
      { kind: 'invitation-withdrawn', actor: { name: 'Ann' }, before: { name: 'Bo' } },
      { kind: 'changed' },
    ]);
  });

  test('keep one admin, besides the operator', async () => {
    const { api, admin } = await open();
    const operator = await signIn(api, { id: 'operator', name: 'Acme', role: 'admin' });
    for (const change of [{ role: 'agent' }, { isShutOut: true }])
      expect((await problemOf(await admin.post(`${deskPeople}/ann`, change))).code).toBe('last-admin');
    await api.store.keepPerson({ id: 'cy', name: 'Cy', role: 'admin', groups: [] }, api.clock.now);
    const cy = await signIn(api, { id: 'cy', name: 'Cy', role: 'admin' });
    const both = await Promise.all([
      admin.post(`${deskPeople}/ann`, { role: 'agent' }),
      cy.post(`${deskPeople}/cy`, { role: 'agent' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    // Who holds the terminal may remove whoever is left.
    const left = (await people(operator)).find(({ role, isOperator }) => role === 'admin' && !isOperator);
    expect((await operator.post(`${deskPeople}/${left?.id}`, { isShutOut: true })).status).toBe(200);
  });

  test('cannot touch the operator', async () => {
    const { api, admin } = await open();
    await signIn(api, { id: 'operator', name: 'Acme', role: 'admin' });
    for (const [path, body] of [
      ['', { role: 'agent' }],
      ['', { isShutOut: true }],
      ['/link', {}],
    ] as const)
      expect((await problemOf(await admin.post(`${deskPeople}/operator${path}`, body))).code).toBe('not-allowed');
  });

  test('get a link for another device of their own, once, for a quarter of an hour', async () => {
    const { api } = await open();
    const bo = await signIn(api, { id: 'bo', name: 'Bo' });
    const own = signInToken.parse(await (await bo.post(teamRoutes.ownLink, {})).json());
    expect(Date.parse(own.expiresAt) - api.clock.now).toBe(15 * 60_000);
    expect(deskSession.parse(await (await enter(api, own.token)).json()).id).toBe('bo');
    expect((await enter(api, own.token)).status).toBe(401);
  });

  test('get a link from an admin when their session has ended', async () => {
    const { api, admin } = await open();
    await signIn(api, { id: 'bo', name: 'Bo' });
    const sent = signInToken.parse(await (await admin.post(`${deskPeople}/bo/link`, {})).json());
    expect(deskSession.parse(await (await enter(api, sent.token)).json()).id).toBe('bo');
  });

  test('are signed out by an admin, one or all, who stays signed in', async () => {
    const { api, admin } = await open();
    const bo = await signIn(api, { id: 'bo', name: 'Bo' });
    const cy = await signIn(api, { id: 'cy', name: 'Cy' });
    expect((await remove(api, admin, `${deskPeople}/bo/sessions`)).status).toBe(204);
    expect([(await bo.get(session)).status, (await cy.get(session)).status]).toEqual([401, 200]);
    const elsewhere = await signIn(api, ann);
    expect((await remove(api, admin, teamRoutes.sessions)).status).toBe(204);
    const statuses = await Promise.all([cy, elsewhere, admin].map(async (desk) => (await desk.get(session)).status));
    expect(statuses).toEqual([401, 401, 200]);
  });

  test('are seen when they are here', async () => {
    const { api, admin } = await open();
    const bo = await signIn(api, { id: 'bo', name: 'Bo' });
    const seen = async () => (await people(admin)).find(({ id }) => id === 'bo')?.seenAt;
    const at = await seen();
    api.clock.now += 60_000;
    await bo.get(session);
    expect(await seen()).toBe(at);
    api.clock.now += hourMs;
    await bo.get(session);
    expect(await seen()).toBe(new Date(api.clock.now).toISOString());
  });
});

describe('rights', () => {
  test.each(['agent', 'lead'] as const)('of a %s end where the team begins', async (role) => {
    const { api } = await open();
    const desk = await signIn(api, { id: 'bo', name: 'Bo', role });
    for (const path of [deskPeople, deskInvitations, deskAudit])
      expect(await problemOf(await desk.get(path))).toMatchObject({ code: 'not-allowed', status: 403 });
    expect((await desk.post(`${deskPeople}/ann`, { role: 'agent' })).status).toBe(403);
    expect((await remove(api, desk, teamRoutes.sessions)).status).toBe(403);
  });

  test('of an admin end with groups that became a partner’s', async () => {
    const { api } = await open();
    const desk = await signIn(api, { id: 'bo', name: 'Bo', role: 'admin', groups: ['hosting'] });
    expect((await desk.get(deskPeople)).status).toBe(403);
  });
});

describe('the audit log', () => {
  test('says who did what to whom, before and after', async () => {
    const { api, admin } = await open();
    const { token } = await invited(admin);
    await enter(api, token);
    const bo = (await people(admin)).find(({ name }) => name === 'Bo');
    await admin.post(`${deskPeople}/${bo?.id}`, { role: 'lead', groups: [] });
    await admin.post(`${deskPeople}/${bo?.id}`, { isShutOut: true });
    expect(await kinds(admin)).toEqual(['shut-out', 'changed', 'joined', 'invited', 'signed-in']);
    const [, changed] = await entries(admin);
    expect(changed).toMatchObject({
      actor: { id: 'ann', name: 'Ann' },
      person: { id: bo?.id, name: 'Bo' },
      before: { name: 'Bo', role: 'agent', groups: ['front-line'] },
      after: { name: 'Bo', role: 'lead', groups: [] },
    });
    expect(await kinds(admin, `?person=${bo?.id}`)).toEqual(['shut-out', 'changed', 'joined']);
  });

  test('has sign-ins, sign-outs and refusals, and no token', async () => {
    const { api, admin } = await open();
    const token = 'q'.repeat(43);
    await enter(api, token);
    const bo = await signIn(api, { id: 'bo', name: 'Bo' });
    const own = signInToken.parse(await (await bo.post(teamRoutes.ownLink, {})).json());
    await remove(api, bo, session);
    expect(await kinds(admin)).toEqual(['signed-out', 'link-made', 'signed-in', 'sign-in-refused', 'signed-in']);
    const text = JSON.stringify(await entries(admin));
    for (const secret of [token, own.token, await hashOf(token), await hashOf(own.token)])
      expect(text).not.toContain(secret);
  });

  test('has known issues: who announced, edited and solved one, and what was told', async () => {
    const { api, admin } = await open();
    const agent = await signIn(api, { id: 'mo', name: 'Mo' });
    const said = { titles: { en: 'Slow' }, texts: { en: 'We look.' }, topic: 'billing' };
    const issue = deskIssue.parse(await (await agent.post(routes.deskIssues, { ...said, tickets: [] })).json());
    const path = `${routes.deskIssues}/${issue.id}`;
    await agent.post(path, { ...said, texts: { en: 'We have found it.' } });
    await agent.post(`${path}/solve`, { answers: { en: 'Mended.' } });
    await agent.post(`${path}/solve`, { answers: { en: 'Mended.' } });
    const log = (await entries(admin, '?person=mo')).filter(({ about }) => about === 'issue');
    expect(log).toMatchObject([
      { kind: 'issue-solved', after: { titles: { en: 'Slow' }, answers: { en: 'Mended.' } } },
      { kind: 'issue-edited', before: said, after: { texts: { en: 'We have found it.' } } },
      { kind: 'issue-announced', issue: issue.id, actor: { id: 'mo', name: 'Mo' }, after: said },
    ]);
    const next = await admin.get(`${deskAudit}?before=${log[1]?.id}`);
    expect(auditPage.parse(await next.json()).entries[0]).toEqual(log[2]);
  });

  test('is one list with what happened to tickets, page by page, without texts', async () => {
    const { api, admin } = await open();
    for (let index = 0; index < 40; index += 1) {
      await createTicket(api, { message: `A text of its own ${index}` });
      if (index % 2) api.clock.now += 1_000;
      await signIn(api, { id: `p${index}`, name: `P${index}` });
    }
    const whole = [];
    let query = '';
    for (;;) {
      const page = auditPage.parse(await (await admin.get(deskAudit + query)).json());
      whole.push(...page.entries);
      if (!page.next) break;
      query = `?before=${page.next}`;
    }
    expect(new Set(whole.map(({ id }) => id)).size).toBe(81);
    expect(whole.map(({ at }) => at)).toEqual(
      whole
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    expect(JSON.stringify(whole)).not.toContain('A text of its own');
    const ticket = whole.find((entry) => entry.about === 'ticket');
    expect(await kinds(admin, `?ticket=${ticket?.about === 'ticket' && ticket.ticket.id}`)).toEqual(['created']);
    expect((await problemOf(await admin.get(`${deskAudit}?before=x`))).code).toBe('invalid-request');
  });
});
