import { describe, expect, test } from 'vitest';
import type { Person } from '../../../api/store/store.ts';
import { may, type Right } from '../../../api/ticket/may.ts';
import { groupsOf } from './groups.ts';
import { newKey, openApi } from './harness.ts';
import { type Kind, type Row, rows } from './matrix-rows.ts';
import { openWorld, secret, type World } from './matrix-world.ts';

/** Every route × every id × an id of somebody else. `matrix-rows.ts` says how a route is added. */
const listed = Object.entries(rows).map(([name, row]) => ({ name, row }));
const ofDesk = listed.filter(({ name, row }) => row.right && name.includes('/desk/'));
const whoever = ['partner', 'agent', 'admin'] as const;
type Who = (typeof whoever)[number];

const people: Record<Who, Pick<Person, 'role' | 'groups'>> = {
  partner: { role: 'agent', groups: ['hosting'] },
  agent: { role: 'agent', groups: [] },
  admin: { role: 'admin', groups: [] },
};
const mayUse = (who: Who, right: Right): boolean => may(people[who], right, groupsOf({}));

/** A request to a route with these ids, as the desk's page of `who` or as anybody sends it. */
function ask(world: World, { name, row }: { name: string; row: Row }, given: { ids: Ids; who?: Who; site?: string }) {
  const [method = 'GET', template = ''] = name.split(' ');
  const path = template.replace(/:(\w+)/g, (_, id: string) => encodeURIComponent(given.ids[`path.${id}`] ?? ''));
  const query = new URLSearchParams(fieldsIn('query', given.ids));
  const cookies = [
    given.who && world.desks[given.who].cookie,
    given.ids['cookie'] && `tierzero-request=${given.ids['cookie']}`,
  ];
  const headers = new Headers({ 'sec-fetch-site': given.site ?? 'same-origin', 'idempotency-key': newKey() });
  const cookie = cookies.filter(Boolean).join('; ');
  if (cookie) setHeader(headers, 'cookie', cookie);
  if (given.ids['bearer'] !== undefined) setHeader(headers, 'authorization', `Bearer ${given.ids['bearer']}`);
  const body = bodyOf(row, given.ids);
  if (body) headers.set('content-type', row.form ? 'application/x-www-form-urlencoded' : 'application/json');
  return world.send(path + (query.size > 0 ? `?${query}` : ''), { method, headers, ...(body && { body }) });
}
type Ids = Record<string, string>;

const fieldsIn = (place: string, ids: Ids): Record<string, string> =>
  Object.fromEntries(
    Object.entries(ids).flatMap(([at, value]) =>
      at.startsWith(`${place}.`) ? [[at.slice(place.length + 1), value]] : [],
    ),
  );

function bodyOf(row: Row, ids: Ids): string | undefined {
  if (row.form) return new URLSearchParams({ ...row.form, ...fieldsIn('form', ids) }).toString();
  if (!row.body) return undefined;
  const fields = Object.entries(fieldsIn('body', ids)).map(([field, value]) =>
    field.endsWith('[]') ? [field.slice(0, -2), [value]] : [field, value],
  );
  return JSON.stringify({ ...row.body, ...Object.fromEntries(fields) });
}

/** What no header can carry stays on the way. */
function setHeader(headers: Headers, name: string, value: string): void {
  headers.set(name, value.replace(/[^\x20-\x7e]/g, '?'));
}

const goodIds = ({ good }: World, row: Row): Ids =>
  Object.fromEntries(Object.entries(row.ids ?? {}).map(([at, kind]) => [at, good[kind]]));

/** Ids that are not for whoever asks. Whoever is of us sees every ticket and may name every group. */
const foreignTo = ({ all }: World, kind: Kind, who: Who | undefined) =>
  Object.entries(all).filter(([, { of, isTheirs }]) => of !== kind || (who === 'partner' && isTheirs));

describe('the matrix', () => {
  test('has a row for every route of the app, and none besides', () => {
    const { app } = openApi();
    const there = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(rows).sort()).toEqual([...new Set(there)].sort());
  });

  test('names every id of a path', () => {
    for (const { name, row } of listed)
      expect(Object.keys(row.ids ?? {}), name).toEqual(
        expect.arrayContaining([...name.matchAll(/:(\w+)/g)].map(([, id]) => `path.${id}`)),
      );
  });

  test('names the right of every route of the desk, but of those that sign in and out', () => {
    const without = listed.filter(({ name, row }) => name.includes('/desk/') && !row.right).map(({ name }) => name);
    expect(without).toEqual(['POST /desk/api/session', 'DELETE /desk/api/session']);
  });
});

describe('an id of somebody else is refused, and changes nothing, by', () => {
  test.each(listed.filter(({ row }) => row.ids))('$name', async ({ name, row }) => {
    const world = await openWorld();
    const askers = row.right ? whoever.filter((who) => mayUse(who, row.right!)) : [undefined];
    for (const who of askers)
      for (const [at, kind] of Object.entries(row.ids ?? {}))
        for (const [label, { value }] of foreignTo(world, kind, who)) {
          const before = world.dump(row.notes);
          const response = await ask(
            world,
            { name, row },
            { ids: { ...goodIds(world, row), [at]: value }, ...(who && { who }) },
          );
          const said = `${who ?? 'anybody'}: ${label} as ${at}`;
          const usual = /^(?:path|bearer|cookie)/.test(at) ? [403, 404] : [400, 403, 404];
          expect(row.refuses ?? usual, `${said}: ${response.status}`).toContain(response.status);
          if (who === 'partner' || who === undefined) expect(await response.text(), said).not.toContain(secret);
          expect(world.dump(row.notes), said).toEqual(before);
        }
    // With ids of their own the same request works: it was the id.
    const who = askers.at(-1);
    const response = await ask(world, { name, row }, { ids: goodIds(world, row), ...(who && { who }) });
    expect(response.status, await response.clone().text()).toBeLessThan(400);
  });
});

describe('a route of the desk', () => {
  test.each(ofDesk)('$name is for who is signed in and has the right, from our own page', async ({ name, row }) => {
    const world = await openWorld();
    const ids = goodIds(world, row);
    const before = world.dump();
    expect((await ask(world, { name, row }, { ids })).status).toBe(401);
    for (const who of whoever) {
      if (!mayUse(who, row.right!)) expect((await ask(world, { name, row }, { ids, who })).status, who).toBe(403);
      if (name.startsWith('GET')) continue;
      for (const site of ['cross-site', 'same-site', 'none'])
        expect((await ask(world, { name, row }, { ids, who, site })).status, `${who} ${site}`).toBe(403);
    }
    expect(world.dump()).toEqual(before);
  });
});
