import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CompiledDocument } from '../../../content/schema/document.ts';
import { openStorage } from '../../../widget/client/storage.ts';
import { loadLanguage } from '../../../widget/i18n/language.ts';
import type { Handle } from '../../../widget/loader/handle.ts';
import { createActions, type Parts } from '../../../widget/shell/actions.ts';
import type { Device } from '../../../widget/shell/device.ts';
import { startGuide as guide } from '../../../widget/shell/start-guide.ts';
import { createState } from '../../../widget/shell/state.ts';
import { createValue } from '../../../widget/ui/value.ts';
import { isEnded, keepEnded, keepPlace, readPlace } from '../../../widget/walkthrough/guide/kept.ts';
import type { LeadOptions } from '../../../widget/walkthrough/guide/lead.ts';
import { begin, type Run } from '../../../widget/walkthrough/guide/run.ts';

/** Every page that is led, without its card. */
const leads: LeadOptions[] = [];
vi.mock('../../../widget/walkthrough/guide/lead.ts', () => ({
  lead: (options: LeadOptions) => {
    leads.push(options);
    options.tell(options.from);
  },
}));

/** The run of such a page changes. */
const change = (options: LeadOptions | undefined, run: Partial<Run>, before = options?.from) =>
  options?.tell({ ...options.from, ...before, ...run }, before);

const leave = (options: LeadOptions | undefined) => options?.exits.leave(options.from);
/** By its id, without an index. */
vi.mock('../../../widget/search/records.ts', () => ({
  findRecord: async (_: unknown, [id]: string[]) => documents.find((one) => one.id === id),
}));

const document = (slug: string, start = location.pathname, more = {}): CompiledDocument => ({
  id: `walkthrough:${slug}`,
  kind: 'walkthrough',
  slug,
  locale: 'en',
  category: 'start',
  title: slug,
  description: slug,
  related: [],
  body: [],
  source: `en/${slug}.yaml`,
  steps: ['a', 'b', 'c'].map(() => ({ do: [], say: [] })),
  guide: { start, steps: ['a', 'b', 'c'].map((id) => ({ id, advance: { by: 'next' as const }, skip: false })) },
  ...more,
});
const documents = [
  document('one'),
  document('two'),
  document('elsewhere', '/elsewhere/'),
  document('red', undefined, { seal: { result: 'failed', at: '2026-11-22' } }),
  document('routed', '/projects/7/', {
    guide: {
      start: '/projects/7/',
      steps: ['/projects/*', undefined, '/settings/**'].map((route, index) => ({
        id: 'abc'[index],
        advance: { by: 'next' },
        skip: false,
        ...(route && { before: { route } }),
      })),
    },
  }),
];

let heard: unknown[];
let sent: unknown[];
let life: AbortController;

const setUp = async (options: Record<string, string> = {}) => {
  const tag = globalThis.document.createElement('script');
  Object.assign(tag.dataset, options);
  const handle: Handle = [tag.dataset, 'https://help.example.com/', life];
  const asked = options['storage'] === 'none' ? 'none' : 'auto';
  const state = createState(handle, await loadLanguage(['en']), ['en'], asked);
  const device = {
    storage: openStorage('none'),
    trail: { step: vi.fn() },
    api: { send: async (_: string, { body }: { body: unknown }) => sent.push(body) },
  };
  const move = { show: vi.fn(), hide: vi.fn() };
  const late = vi.fn(async (code: Promise<unknown>) => code);
  const parts = {
    state,
    knowledge: { state: createValue({ status: 'ready', content: { document: async (one: unknown) => one } }) },
    move,
    lazies: { late },
    open: async () => state.device.set(device as unknown as Device),
  } as unknown as Parameters<typeof guide>[0];
  return { state, move, parts, device, late };
};
const now = () => leads.filter(({ signal }) => !signal.aborted);
const at = () => now().map(({ document: { slug }, from }) => `${slug} ${'abc'[from.at]}`);

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  leads.length = 0;
  [heard, sent, life] = [[], [], new AbortController()];
  const host = globalThis.document.createElement('tierzero-root');
  host.attachShadow({ mode: 'open' });
  globalThis.document.documentElement.append(host);
  for (const name of ['start', 'step', 'complete', 'abort', 'blocked'])
    globalThis.document.addEventListener(
      `tierzero:walkthrough-${name}`,
      (event) => {
        const { walkthrough, step = '' } = (event as CustomEvent).detail;
        heard.push(`${name} ${walkthrough.slice(12)} ${step}`.trim());
      },
      { signal: life.signal },
    );
});
afterEach(() => {
  life.abort();
  globalThis.document.querySelector('tierzero-root')?.remove();
});

describe('where a walkthrough begins', () => {
  it('is the step that is asked for, by number or name, else where it was left, else the first that is not done', async () => {
    const { parts } = await setUp();
    await guide(parts, 'walkthrough:one', { step: 2 });
    expect(at()).toEqual(['one b']);
    await guide(parts, 'walkthrough:one', { step: 'c' });
    expect(at()).toEqual(['one c']);
    leave(now()[0]);
    await guide(parts, 'walkthrough:one');
    expect(at()).toEqual(['one c']);
    leave(now()[0]);
    sessionStorage.clear();
    change(leads[0], { done: ['a'] }, begin(0, 0));
    await guide(parts, 'walkthrough:one');
    expect(at()).toEqual(['one b']);
  });
  it.each([99, 'zzz', 4])('is nowhere at step %s, and the call says what is expected', async (step) => {
    const { parts } = await setUp();
    await expect(guide(parts, 'walkthrough:one', { step })).rejects.toThrow(/a step from 1 to 3/);
    expect(at()).toEqual([]);
  });
  it.each(['elsewhere', 'red', 'gone'])('is to be read where it cannot lead: %s', async (slug) => {
    const { parts } = await setUp();
    expect(await guide(parts, `walkthrough:${slug}`)).toBe(`walkthrough:${slug}`);
    expect(await guide(parts, `walkthrough:${slug}`, { offer: true })).toBeUndefined();
    expect(at()).toEqual([]);
  });
});

describe('the page that a walkthrough begins on', () => {
  /** What leads there, and what is to be read instead. */
  const on = async (path: string, wish = {}, left?: string) => {
    const { parts } = await setUp();
    parts.state.host.set({ facts: {}, page: { path } });
    if (left) keepPlace({ id: 'walkthrough:routed', step: left, started: 1 }, 'left');
    const unled = await guide(parts, 'walkthrough:routed', wish);
    return unled ?? at()[0];
  };
  it.each([
    ['its start', '/projects/7/', {}, 'routed a'],
    ['a page that the first step says is its own', '/projects/8/', {}, 'routed a'],
    ['any page that asks for a step, where that says no other', '/board/', { step: 2 }, 'routed b'],
    ['a page that asks for a step of its own', '/settings/team/', { step: 'c' }, 'routed c'],
  ])('is %s', async (_, path, wish, led) => {
    expect(await on(path, wish)).toBe(led);
  });
  it.each([
    ['of a later step that was not asked for', '/settings/', {}],
    ['that asks for a step of another page', '/board/', { step: 3 }],
    ['that the step asked for is not on, though it begins there', '/projects/7/', { step: 'c' }],
    ['that no step is known to be on', '/board/', {}],
  ])('is none %s', async (_, path, wish) => {
    expect(await on(path, wish)).toBe('walkthrough:routed');
  });
  it('is the one of the step it was left at, once it was left there', async () => {
    expect(await on('/settings/', {}, 'c')).toBe('routed c');
  });
  it('is its start as well when it was left at a step without a page', async () => {
    expect(await on('/projects/7/', {}, 'b')).toBe('routed b');
    expect(await on('/board/', {}, 'b')).toBe('walkthrough:routed');
  });
});

describe('one walkthrough at a time', () => {
  it('is the last one that was asked for, however many calls are under way', async () => {
    const { parts } = await setUp();
    await Promise.allSettled([guide(parts, 'walkthrough:one'), guide(parts, 'walkthrough:two')]);
    expect(at()).toEqual(['two a']);
    expect(heard).toEqual(['start two a', 'step two a']);
  });
  it('is the last one that was asked for, also where the code of an earlier one comes later, or not at all', async () => {
    const { parts, late } = await setUp();
    for (const end of ['resolve', 'reject'] as const) {
      const slow = Promise.withResolvers<unknown>();
      late.mockImplementationOnce(() => slow.promise);
      const first = guide(parts, 'walkthrough:one', { before: async () => {} });
      await guide(parts, 'walkthrough:two');
      slow[end](import('../../../widget/shell/begin.ts'));
      expect(await first).toBeUndefined();
      expect(at()).toEqual(['two a']);
    }
  });
  it('is the one that was asked for where another is offered before it has begun', async () => {
    const { parts } = await setUp();
    keepEnded('walkthrough:elsewhere', 'dismissed');
    const asked = guide(parts, 'walkthrough:one');
    await guide(parts, 'walkthrough:two', { offer: true });
    await guide(parts, 'walkthrough:elsewhere', { offer: true });
    await asked;
    expect(at()).toEqual(['one a']);
  });
  it('is the one that may be offered, whatever else may not any more', async () => {
    const { parts, late } = await setUp();
    keepEnded('walkthrough:two', 'dismissed');
    await Promise.all([
      guide(parts, 'walkthrough:one', { offer: true }),
      guide(parts, 'walkthrough:two', { offer: true }),
    ]);
    expect(at()).toEqual(['one a']);
    expect(late).toHaveBeenCalledOnce();
  });
  it('tells that one was left for another, and keeps silent where the same goes on at another step', async () => {
    const { parts } = await setUp();
    await guide(parts, 'walkthrough:one');
    await guide(parts, 'walkthrough:one');
    await guide(parts, 'walkthrough:one', { step: 2 });
    await guide(parts, 'walkthrough:two');
    expect(at()).toEqual(['two a']);
    expect(heard).toEqual(['start one a', 'step one a', 'step one b', 'abort one b', 'start two a', 'step two a']);
  });
  it('goes on undisturbed when it is asked for once more', async () => {
    const { parts } = await setUp();
    await guide(parts, 'walkthrough:one');
    change(leads[0], begin(1, 0));
    await guide(parts, 'walkthrough:one');
    await guide(parts, undefined);
    expect(leads).toHaveLength(1);
    expect(now()).toHaveLength(1);
  });
  it('is not ended by one that is only offered', async () => {
    const { parts } = await setUp();
    await guide(parts, 'walkthrough:one');
    await guide(parts, 'walkthrough:two', { offer: true });
    expect(at()).toEqual(['one a']);
  });
});

describe('a walkthrough on the next page of its tab', () => {
  const place = { id: 'walkthrough:one', step: 'b', started: 1_000 };
  it('goes on without another start, and tells of a step only once', async () => {
    keepPlace(place, 'on');
    const { parts } = await setUp();
    await guide(parts, undefined);
    expect(at()).toEqual(['one b']);
    expect(heard).toEqual([]);
    change(now()[0], begin(2, 0));
    leave(now()[0]);
    expect(heard).toEqual(['step one c', 'abort one c']);
  });
  it.each(['red', 'gone'])('is forgotten and read where it is %s by now', async (slug) => {
    keepPlace({ ...place, id: `walkthrough:${slug}` }, 'on');
    const { parts } = await setUp();
    expect(await guide(parts, undefined)).toBe(`walkthrough:${slug}`);
    expect(sessionStorage.length).toBe(0);
  });
  it('is nothing where what is kept is no place, and that is forgotten', async () => {
    sessionStorage.setItem('tierzero', '{');
    const { parts } = await setUp();
    expect(await guide(parts, undefined)).toBeUndefined();
    expect(sessionStorage.length).toBe(0);
  });
  it('stays an offer that can be refused, and ends where another tab has refused it', async () => {
    keepPlace({ ...place, offer: true }, 'on');
    const { parts } = await setUp();
    await guide(parts, undefined);
    expect(now()[0]?.exits.never).toBeDefined();
    expect(readPlace()).toMatchObject({ offer: true });
    now()[0]?.exits.never?.(begin(1, 0));
    expect(isEnded('walkthrough:one')).toBe(true);
    keepPlace({ ...place, offer: true }, 'on');
    keepEnded('walkthrough:one', 'dismissed');
    await guide(parts, undefined);
    expect(at()).toEqual([]);
    expect(readPlace()).toBeUndefined();
  });
});

describe('a step that is done, whose outcome has not shown yet', () => {
  it('is waited for on the next page, and is to be done again once it was left', async () => {
    const { parts } = await setUp();
    keepPlace({ id: 'walkthrough:one', step: 'b', started: 1, after: true }, 'on');
    await guide(parts, undefined);
    expect(now()[0]?.from.phase).toBe('leaving');
    leave(now()[0]);
    await guide(parts, 'walkthrough:one');
    expect(at()).toEqual(['one b']);
    expect(now()[0]?.from.phase).not.toBe('leaving');
  });
});

describe('the end of a walkthrough', () => {
  it('is told once, and what begins anew after it is another start', async () => {
    const { parts } = await setUp();
    await guide(parts, 'walkthrough:one');
    for (const run of [{ phase: 'over' }, begin(0, 0), { phase: 'over' }] as const) change(leads[0], run);
    life.abort();
    const way = ['start one a', 'step one a', 'complete one'];
    expect(heard).toEqual([...way, ...way]);
    expect(sent).toHaveLength(6);
  });
  it.each([
    ['somebody tells us', (led: LeadOptions) => led.exits.tell(led.from)],
    ['somebody reads on', (led: LeadOptions) => led.exits.list(led.from)],
    ['the widget is taken off the page', () => life.abort()],
  ])('is that it was left when %s', async (_, end) => {
    const { parts, state } = await setUp();
    await guide(parts, 'walkthrough:one');
    const told = vi.fn();
    globalThis.document.addEventListener('tierzero:walkthrough-abort', told, { once: true });
    end(leads[0] as LeadOptions);
    expect(told).toHaveBeenCalledOnce();
    expect(sent.at(-1)).toMatchObject({ outcome: 'abort', step: 'a' });
    expect(readPlace()).toMatchObject({ step: 'a', isOn: false });
    expect(state.led.get()).toBeUndefined();
  });
  it('counts nothing where the person has refused, whatever the tag says', async () => {
    const { parts, state } = await setUp({ storage: 'none' });
    await guide(parts, 'walkthrough:one');
    expect(sent).toHaveLength(2);
    state.mode.set('refused');
    leave(leads[0]);
    expect(sent).toHaveLength(2);
  });
});

describe('the actions around a walkthrough', () => {
  const actionsOf = async () => {
    const { parts, state, device, move } = await setUp();
    const wiped = vi.fn(async () => forget());
    const forget = () => sessionStorage.clear();
    const devices = {
      asked: 'auto',
      retire: () => state.device.set(undefined),
      bring: async () => ({ wipeDevice: wiped }),
      open: vi.fn(async () => state.device.set(device as unknown as Device)),
    };
    const own = { state, move, devices, look: {}, lazies: {}, knowledge: parts.knowledge, signal: life.signal };
    const actions = createActions(own as unknown as Parts);
    await guide(parts, 'walkthrough:one');
    return { actions, state, device };
  };
  it('keep a place for the step that does not work after storage was refused', async () => {
    const { actions, device } = await actionsOf();
    await actions.consent({ storage: false });
    change(leads[0], { wait: 'blocked', reason: 'covered' });
    expect(device.trail.step).toHaveBeenCalledWith(expect.objectContaining({ blocked: 'covered' }));
  });
  it('end it with the person who leaves, and forget its place', async () => {
    const { actions } = await actionsOf();
    await actions.logout();
    expect(at()).toEqual([]);
    expect(heard.at(-1)).toBe('abort one a');
    expect(sessionStorage.length).toBe(0);
  });
  it('close one that came back with a page after it was left elsewhere', async () => {
    const { state } = await actionsOf();
    keepPlace({ id: 'walkthrough:one', step: 'b', started: 1 }, 'left');
    heard.length = 0;
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    expect(at()).toEqual(['one a']);
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(at()).toEqual([]);
    expect(heard).toEqual([]);
    expect(state.led.get()).toBeUndefined();
  });
});
