import { describe, expect, test } from 'vitest';
import { deskTicket, deskTicketList } from '../../../api/contract/desk.ts';
import { deskQueues } from '../../../api/contract/desk-list.ts';
import { routes } from '../../../api/contract/routes.ts';
import type { CreateTicket } from '../../../api/contract/ticket.ts';
import type { Withheld } from '../../../content/schema/group.ts';
import { groupsOf } from './groups.ts';
import { type Api, createTicket, openApi, signIn } from './harness.ts';

const context: CreateTicket['context'] = [
  {
    kind: 'step',
    id: '1',
    walkthrough: 'walkthrough:invite',
    title: 'Invite',
    step: 2,
    of: 3,
    name: 'send-it',
    seconds: 12,
    blocked: 'anchor-missing',
  },
];
const tags = ['reason:anchor-missing', 'step:send-it', 'walkthrough:invite'];
const asked = { message: 'Our hosting is slow.', context };
const only = async ({ store }: Api) => (await store.listTickets({ before: undefined, limit: 1 }))[0]?.id ?? '';

async function desk(withholds: Withheld[], groups: string[] = ['hosting']) {
  const api = openApi({ routing: groupsOf({ withholds }) });
  await createTicket(api, asked);
  const { get, post } = await signIn(api, { id: 'pia', groups });
  const path = `${routes.deskTickets}/${await only(api)}`;
  return {
    api,
    ticket: async () => deskTicket.parse(await (await get(path)).json()),
    list: async (query: string) =>
      deskTicketList.parse(await (await get(routes.deskTickets + query)).json()).tickets.map((one) => one.tags),
    counted: async () => deskQueues.parse(await (await get(routes.deskQueues)).json()).tags.map((one) => one.tag),
    change: (body: object) => post(`${path}/change`, body),
  };
}

describe('a request from a step that could not be done', () => {
  test('is tagged with walkthrough, step and reason, and its history says so', async () => {
    const { ticket, list, counted } = await desk([], []);
    const { tags: own, events } = await ticket();
    expect(own).toEqual(tags);
    expect(events.map(({ event }) => event)).toContainEqual({ kind: 'tagged', from: [], to: tags });
    expect(await list('?tag=reason:anchor-missing')).toEqual([tags]);
    expect(await list('?tag=reason:covered')).toEqual([]);
    expect(await list('?q=anchor-missing')).toEqual([tags]);
    expect((await counted()).sort()).toEqual(tags);
  });

  test('keeps its tags when an agent adds one, and loses one that an agent takes away', async () => {
    const { ticket, change } = await desk([], []);
    await change({ kind: 'tag', tags: [...tags, 'invitations'] });
    expect((await ticket()).tags).toEqual(['invitations', ...tags]);
    await change({ kind: 'tag', tags: ['invitations'] });
    expect((await ticket()).tags).toEqual(['invitations']);
  });

  test('has none when the step was taken out of the card', async () => {
    const api = openApi();
    await createTicket(api, { context: [] });
    expect((await api.store.ticketById(await only(api)))?.ticket.tags).toEqual([]);
  });

  test('shows them to a partner whose contract withholds nothing of it', async () => {
    const { ticket, list, counted } = await desk(['address']);
    expect((await ticket()).tags).toEqual(tags);
    expect(await list('?q=anchor-missing')).toEqual([tags]);
    expect(await counted()).toHaveLength(3);
  });

  test('shows and finds nothing of them for a partner from whom it is withheld, who does not take them away', async () => {
    const { api, ticket, list, counted, change } = await desk(['reads']);
    expect(await list('')).toEqual([[]]);
    for (const query of ['?tag=reason:anchor-missing', '?q=anchor-missing', '?q=invite'])
      expect(await list(query)).toEqual([]);
    expect(await counted()).toEqual([]);
    await change({ kind: 'tag', tags: ['slow'] });
    const { tags: seen, events } = await ticket();
    expect(seen).toEqual(['slow']);
    expect(JSON.stringify(events)).not.toMatch(/anchor-missing|send-it/);
    expect(events.filter(({ event }) => event.kind === 'tagged')).toHaveLength(1);
    expect((await api.store.ticketById(await only(api)))?.ticket.tags).toEqual([...tags, 'slow'].sort());
  });
});
