import { describe, expect, test } from 'vitest';
import { deskRouting, deskTicket, deskTicketList } from '../../../api/contract/desk.ts';
import { dueWithin, hours, isWithin } from '../../../api/contract/hours.ts';
import { routes } from '../../../api/contract/routes.ts';
import { thread } from '../../../api/contract/ticket.ts';
import { addBusinessMinutes, isOpen } from '../../../api/routing/calendar.ts';
import { fixture } from '../routing/fixture.ts';
import { createTicket, openApi, problemOf, signIn, start } from './harness.ts';

const unhelpful = {
  kind: 'read',
  id: '1',
  document: 'article:connect-a-shop',
  title: 'Connect a shop',
  seconds: 40,
  helpful: false,
} as const;

describe('where a request goes', () => {
  test('is told in the receipt and in the thread, in the language of the requester, and not how', async () => {
    const api = openApi({ routing: fixture });
    const receipt = await createTicket(api, { topic: 'other', context: [unhelpful], locale: 'de' });
    const told = { group: 'Integrations', because: 'die Anleitung zum Connector nicht geholfen hat' };
    expect(receipt).toMatchObject({ tier: 2, priority: 'normal', destination: told });
    const answer = await api.send(routes.thread, { headers: { authorization: `Bearer ${receipt.capability}` } });
    const raw = await answer.text();
    expect(thread.parse(JSON.parse(raw)).destination).toEqual(told);
    for (const inside of ['skill', 'rules.yaml', 'exhaust', 'connector-unhelpful']) expect(raw).not.toContain(inside);
  });

  test('is promised in the hours of its group: a Sunday evening means Monday', async () => {
    const api = openApi({ routing: fixture });
    // Sunday 22 November 2026, 13:00 in Berlin; eight hours from Monday 09:00 on.
    const receipt = await createTicket(api);
    expect(new Date(start).getUTCDay()).toBe(0);
    expect(receipt.firstReplyBy).toBe('2026-11-23T16:00:00.000Z');
  });

  test('is told to agents with the rule and its line', async () => {
    const api = openApi({ routing: fixture });
    await createTicket(api, { topic: 'other', context: [unhelpful] });
    const desk = await signIn(api);
    const [row] = await api.store.listTickets({ status: undefined, before: undefined, limit: 1 });
    const shown = deskTicket.parse(await (await desk.get(`${routes.deskTickets}/${row?.id}`)).json());
    expect(shown.group).toBe('integrations');
    expect(shown.resolveBy).toBeDefined();
    expect(shown.reasons.find(({ code }) => code === 'rule')).toMatchObject({
      detail: 'connector-unhelpful',
      source: expect.stringMatching(/^routing\/rules\.yaml:\d+$/),
    });
  });
});

describe('a queue of the desk', () => {
  test('has the requests of a tier or of a group', async () => {
    const api = openApi({ routing: fixture });
    await createTicket(api, { topic: 'other', context: [unhelpful] });
    await createTicket(api, { topic: 'feedback' });
    const desk = await signIn(api);
    const groups = async (queue: string) =>
      deskTicketList
        .parse(await (await desk.get(`${routes.deskTickets}?queue=${queue}`)).json())
        .tickets.map(({ group }) => group);
    expect(await groups('tier:2')).toEqual(['integrations']);
    expect(await groups('integrations')).toEqual(['integrations']);
    expect(await groups('tier:1')).toHaveLength(1);
    expect(await groups('tier:3')).toEqual([]);
    for (const wrong of ['tier:4', "a'--", 'Tier']) {
      expect((await problemOf(await desk.get(`${routes.deskTickets}?queue=${wrong}`))).code).toBe('invalid-request');
    }
  });
});

describe('GET /api/hours', () => {
  test('tells when groups work, as the calendars do', async () => {
    const api = openApi({ routing: fixture });
    const { calendars } = hours.parse(await (await api.send(routes.hours)).json());
    expect(Object.keys(calendars)).toEqual(['office', 'always']);
    for (const calendar of fixture.calendars) {
      const spans = calendars[calendar.id] ?? [];
      for (let minutes = 0; minutes < 6_000; minutes += 97) {
        const at = start + minutes * 60_000;
        expect(isWithin(spans, at)).toBe(isOpen(calendar, at));
        expect(dueWithin(spans, at, 480)).toBe(addBusinessMinutes(calendar, at, 480));
      }
    }
  });
});

describe('GET /desk/api/routing', () => {
  test('has the whole table, for who is signed in', async () => {
    const api = openApi({ routing: fixture });
    expect((await problemOf(await api.send(routes.deskRouting))).code).toBe('signed-out');
    const desk = await signIn(api);
    const { routing } = deskRouting.parse(await (await desk.get(routes.deskRouting)).json());
    expect(routing).toEqual(fixture);
  });
});
