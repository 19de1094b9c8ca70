import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CheckOptions, checkWalkthroughs } from '../../content/check/walkthrough/check.ts';
import type { Guided } from '../../content/check/walkthrough/guided.ts';
import { decodePng } from '../../content/check/walkthrough/picture/decode.ts';
import { anchorFrom } from '../../content/schema/anchor.ts';
import { launchChromium } from '../support/chromium.ts';
import { guidedBy, type Step } from '../support/guided.ts';
import { type NastyApp, startNastyApp } from '../support/nasty-app.ts';

let app: NastyApp;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([startNastyApp(), launchChromium()]);
  folder = await mkdtemp(join(tmpdir(), 'tierzero-check-'));
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await rm(folder, { recursive: true });
});

/** Long for what is to be there, short for what is to be missing. */
const long = { load: 30_000, appear: 20_000, act: 20_000, answer: 20_000, reset: 60_000, settle: 300, pause: 20 };
const short = { load: 30_000, appear: 2_000, act: 6_000, answer: 3_000, reset: 60_000, settle: 300, pause: 20 };

const options = (): Omit<CheckOptions, 'walkthroughs'> => ({
  app: app.url,
  browser,
  today: '2026-11-26',
  patience: long,
});

async function playing(start: string, steps: Step[], more: Partial<CheckOptions> = {}) {
  const walkthroughs = [guidedBy(start.slice(1), start, steps)];
  const [played] = await checkWalkthroughs({ ...options(), walkthroughs, ...more });
  return { ...played!, results: played!.check.steps.map(({ result }) => result) };
}

const press = (name: string, more: Partial<Step> = {}): Step => ({
  id: name.replace('.', '-'),
  anchor: { name },
  advance: { by: 'click' },
  ...more,
});
const visible = (...names: string[]) => ({ visible: names.map((name) => ({ name })) });
const typed = (name: string, sample: string): Step => ({
  id: name.replace('.', '-'),
  anchor: { name },
  advance: { by: 'input' },
  sample,
});

describe('a check', () => {
  it.each([
    ['de', 'locale de'],
    ['en', 'nothing'],
  ])('in %s asks the widget of an English page for: %s', async (locale, is) => {
    const said = press('widget.go', { after: { value: { of: { name: 'widget.words' }, is } } });
    const [played] = await checkWalkthroughs({
      ...options(),
      walkthroughs: [guidedBy('widget', '/widget', [said], locale)],
    });
    expect(played?.passed).toBe(true);
  });

  it('presses what a person would press, and says what it saw', async () => {
    const { check, passed } = await playing('/plain', [
      { id: 'read' },
      press('plain.go', { before: { absent: [{ name: 'plain.done' }] }, after: visible('plain.done') }),
    ]);
    expect(passed).toBe(true);
    expect(check).toMatchObject({ walkthrough: 'walkthrough:plain', locale: 'en', version: '2.4', on: '2026-11-26' });
    expect(check.steps).toEqual([
      { id: 'read', result: 'pass' },
      { id: 'plain-go', result: 'pass', shows: { target: 'Go', page: 'Nasty /plain' } },
    ]);
  });

  it.each([
    ['an element that comes late', '/late', [press('late.go')]],
    ['a dialog', '/dialog', [press('dialog.go', { after: visible('dialog.done') })]],
    ['a page that throws', '/throws', [press('throws.go')]],
    [
      'an element in a frame',
      '/frame',
      [typed('frame.field', 'x'), press('frame.go', { after: visible('frame.done') })],
    ],
    ['a field in a shadow root', '/shadow', [typed('shadow.field', 'Some text')]],
    [
      'another page',
      '/navigate',
      [
        press('navigate.go', { advance: { by: 'route', route: '/arrived/*' } }),
        { id: 'there', anchor: { name: 'navigate.done' }, before: { route: '/arrived/now' } },
      ],
    ],
    ['what appears', '/plain', [press('plain.go', { advance: { by: 'appears', anchor: { name: 'plain.done' } } })]],
    [
      'what is suggested as long as somebody stays in the field',
      '/complete',
      [
        { ...typed('complete.words', 'hi'), advance: { by: 'appears', anchor: { name: 'complete.hit' } } },
        press('complete.hit', { after: visible('complete.done') }),
      ],
    ],
    [
      'fields of every kind',
      '/form',
      [
        typed('form.mail', 'a@example.com'),
        typed('form.day', '2026-11-26'),
        typed('form.agree', 'on'),
        { ...typed('form.size', 'Large'), after: { value: { of: { name: 'form.large' }, is: 'on' } } },
        { ...typed('form.note', 'A note'), after: { value: { of: { name: 'form.note' }, is: 'A note' } } },
      ],
    ],
  ] as [string, string, Step[]][])('gets past %s', async (_, start, steps) => {
    const { results, check } = await playing(start, steps);
    expect(results, JSON.stringify(check.steps)).toEqual(steps.map(() => 'pass'));
  });

  it('follows branches, and leaves out what they leave out', async () => {
    const steps = (sample: string): Step[] => [
      { ...typed('branch.plan', sample), branch: [{ when: visible('branch.pro'), to: 'branch-pro' }] },
      { id: 'branch-free', anchor: { name: 'branch.free' }, branch: [{ when: visible('branch.free'), to: 'end' }] },
      { id: 'branch-pro', anchor: { name: 'branch.pro' } },
      { id: 'end' },
    ];
    expect((await playing('/branch', steps('Pro'))).results).toEqual(['pass', 'not-reached', 'pass', 'pass']);
    expect(await playing('/branch', steps('Free'))).toMatchObject({
      passed: true,
      results: ['pass', 'pass', 'not-reached', 'pass'],
    });
  });

  it('leaves a field where what is to appear waits for that', async () => {
    const appears = { by: 'appears' as const, anchor: { name: 'leaving.done' } };
    const more = { patience: { ...long, act: 2_000 } };
    expect((await playing('/leaving', [{ ...typed('leaving.field', 'x'), advance: appears }], more)).passed).toBe(true);
  });

  it('says what it saw in whole words', async () => {
    const { check } = await playing('/long', [{ id: 'a', anchor: { name: 'long.go' } }]);
    expect(check.steps[0]?.shows?.target).toBe(
      'Use the widget under a strict policy that names every origin in script-src and connect-src, and nothing besides it at…',
    );
  });

  it('says it without what changes by itself', async () => {
    const { check } = await playing('/row', [{ id: 'a', anchor: { name: 'row.go' } }]);
    expect(check.steps[0]?.shows?.target).toBe('Order new');
  });

  it('names what found an element that has lost its name', async () => {
    const { check } = await playing('/renamed', [
      press('renamed.go', { anchor: anchorFrom({ name: 'renamed.go', role: 'button', label: 'go' }) }),
      press('renamed.go', { id: 'b', anchor: { name: 'renamed.go', selector: '#go' } }),
    ]);
    expect(check.steps.map(({ result, by }) => [result, by])).toEqual([
      ['pass', 'role'],
      ['pass', 'selector'],
    ]);
  });
});

describe('a step that cannot be done', () => {
  const failing = async (start: string, steps: Step[]) => playing(start, steps, { patience: short });

  it('ends the walkthrough where its element is missing', async () => {
    const { check, passed } = await failing('/renamed', [press('renamed.go'), { id: 'rest' }]);
    expect(passed).toBe(false);
    expect(check.steps).toEqual([
      {
        id: 'renamed-go',
        result: 'anchor-missing',
        detail: 'expected data-tierzero-anchor="renamed.go"; found no such element on /renamed',
      },
      { id: 'rest', result: 'not-reached' },
    ]);
  });

  it('is left out where it may be', async () => {
    const rest = { id: 'rest', anchor: { name: 'renamed.other' } };
    const { results, passed } = await failing('/renamed', [press('renamed.go', { skip: true }), rest]);
    expect({ results, passed }).toEqual({ results: ['anchor-missing', 'pass'], passed: true });
  });

  it('proves nothing where all of them may be left out', async () => {
    const { results, passed } = await failing('/nowhere', [press('renamed.go', { skip: true }), { id: 'rest' }]);
    expect({ results, passed }).toEqual({ results: ['anchor-missing', 'pass'], passed: false });
  });

  it('says what lies over its element', async () => {
    const { check } = await failing('/covered', [press('covered.go')]);
    expect(check.steps[0]).toMatchObject({ result: 'timed-out', detail: expect.stringContaining('<div#veil.thick>') });
  });

  it('says which condition does not hold, and what the page has instead', async () => {
    const { check } = await failing('/plain', [press('plain.go', { after: { route: '/elsewhere/**' } })]);
    const detail = 'expected the page /elsewhere/**; found /plain';
    expect(check.steps[0]).toMatchObject({ result: 'condition-failed', detail });
    const before = await failing('/plain', [press('plain.go', { before: visible('plain.done') })]);
    expect(before.check.steps[0]).toMatchObject({ result: 'condition-failed' });
  });

  it('says what is wrong with a value, an option and a button', async () => {
    const mail = await failing('/form', [typed('form.mail', 'nobody')]);
    expect(mail.check.steps[0]).toMatchObject({
      result: 'condition-failed',
      detail: expect.stringContaining('"nobody"'),
    });
    const plan = await failing('/branch', [typed('branch.plan', 'Gold')]);
    expect(plan.check.steps[0]?.detail).toBe('expected an option "Gold"; found Free, Pro');
    const send = await failing('/form', [press('form.send')]);
    expect(send.check.steps[0]).toMatchObject({ result: 'timed-out', detail: expect.stringContaining('it disabled') });
  });

  it.each([
    ['fixed', 'found it read-only, with "old"'],
    ['leaves', 'found it in <input#other>'],
    ['keeps', 'found "old"'],
  ])('is one whose field takes nothing of what is typed: typing.%s', async (name, why) => {
    const patience = { ...short, act: 2_000 };
    const { check } = await playing('/typing', [typed(`typing.${name}`, 'new')], { patience });
    expect(check.steps).toMatchObject([{ result: 'timed-out', detail: expect.stringContaining(why) }]);
  });

  it('is not one whose field makes something else of what is typed', async () => {
    const chip = { ...typed('typing.chip', 'x'), advance: { by: 'appears' as const, anchor: { selector: 'b' } } };
    const steps = [typed('typing.formats', '1234'), typed('typing.upper', 'new'), chip];
    expect((await playing('/typing', steps)).results).toEqual(['pass', 'pass', 'pass']);
  });

  it('says that its element is inert', async () => {
    const { check } = await playing('/typing', [press('typing.inert')], { patience: { ...short, act: 2_000 } });
    expect(check.steps[0]?.detail).toBe('expected an element that can be used; found it inert');
  });

  it.each(['clicks', 'reloads'])('is not done by a page that presses or goes by itself: /%s', async (page) => {
    const patience = { ...short, act: 2_000 };
    expect((await playing(`/${page}`, [press(`${page}.go`)], { patience })).results).toEqual(['timed-out']);
  });

  it('has the words of a dialog with it', async () => {
    const { check } = await failing('/dialog', [press('dialog.go', { after: visible('dialog.never') })]);
    expect(check.steps[0]?.detail).toContain('a dialog said "Sure?"');
  });

  it('ends also where the page is busy for ever', async () => {
    const busy = await failing('/busy', [press('busy.go', { after: visible('busy.end') })]);
    expect(busy.results).toEqual(['timed-out']);
  });
});

describe('a walkthrough', () => {
  const steps = [press('plain.go')];
  const leftOut = async (walkthroughs: Guided[], more: Partial<CheckOptions> = {}) => {
    const found: string[] = [];
    const played = await checkWalkthroughs({
      ...options(),
      patience: short,
      walkthroughs,
      ...more,
      onLeftOut: ({ reason, why, walkthrough: { slug } }) => found.push(`${slug} ${reason} ${why}`),
    });
    return { found, played: played.map(({ walkthrough: { slug }, passed }) => `${slug} ${passed}`) };
  };
  const forApp = (app: string) => {
    const plain = guidedBy('plain', '/plain', steps);
    return { ...plain, guide: { ...plain.guide, app } };
  };

  it('is played only where it is for the version of the app', async () => {
    expect(await leftOut([forApp('<2'), forApp('>=2 <3')])).toEqual({
      found: ['plain version it is for version <2 of the app, and this is 2.4'],
      played: ['plain true'],
    });
    expect((await leftOut([forApp('>=2')], { version: '1.9' })).played).toEqual([]);
  });

  it.each([
    ['busy', '/plain answered 503'],
    ['gone', '/plain could not be reached (net::ERR_EMPTY_RESPONSE)'],
  ] as const)('has no result where the app is down: %s', async (down, why) => {
    app.down = down;
    expect(await leftOut([guidedBy('a', '/plain', steps)])).toEqual({ found: [`a down ${why}`], played: [] });
    app.down = undefined;
  });

  it('has none either where the app goes down in the middle, and the others have one', async () => {
    const falls = [press('falls.go', { after: visible('falls.done') })];
    const wrong = guidedBy('fails', '/fails', [press('fails.go', { after: visible('fails.done') })]);
    const { found } = await leftOut([wrong, guidedBy('falls', '/falls', falls)]);
    app.down = undefined;
    expect(found).toEqual(['fails down /error answered 503', 'falls down /falls could not be reached (no answer)']);
    expect((await leftOut([wrong, guidedBy('good', '/plain', steps)])).played).toEqual(['good true']);
  });

  it.each(['//', '/\\'])('never begins on another origin, written %s', async (slashes) => {
    const before = [...app.asked.keys()];
    const elsewhere = app.url.replace('http://127.0.0.1', `${slashes}localhost`);
    await leftOut([guidedBy('evil', `${elsewhere}/evil/${before.length}`, steps)]);
    const since = [...app.asked.keys()].slice(before.length).filter((place) => place.includes('/evil/'));
    expect(since).toEqual([expect.stringMatching(/^127\.0\.0\.1:\d+\/localhost/)]);
  });
});

describe('a visitor of the check', () => {
  const steps = [press('private.go')];

  it('is a stranger without --auth', async () => {
    expect((await playing('/private', steps, { patience: short })).results).toEqual(['anchor-missing']);
  });

  it('is known by a cookie', async () => {
    const cookie = { name: 'sid', value: 'known', domain: '127.0.0.1', path: '/', expires: -1 };
    const cookies = [{ ...cookie, httpOnly: true, secure: false, sameSite: 'Lax' as const }];
    expect((await playing('/private', steps, { auth: { storageState: { cookies, origins: [] } } })).passed).toBe(true);
  });

  it('is known by a header, which no other origin gets', async () => {
    const auth = { headers: { 'x-key': 'known' } };
    const there = { ...press('private.go'), after: visible('navigate.done') };
    const { results } = await playing('/private', [there], { auth });
    expect(results).toEqual(['pass']);
    const [[, elsewhere] = []] = [...app.asked].filter(([place]) => place.startsWith('localhost:'));
    expect(elsewhere).toBeDefined();
    expect(elsewhere?.['x-key']).toBeUndefined();
  });

  it('with a header still gets what another origin of the machine has, which does not get the header', async () => {
    const auth = { headers: { 'X-Key': 'known' } };
    expect((await playing('/elsewhere', [press('elsewhere.go')], { auth })).results).toEqual(['pass']);
    const keys = [...app.asked].map(([place, headers]) => [place.replace(/:\d+/, ''), headers['x-key']]);
    expect(Object.fromEntries(keys)).toMatchObject({
      '127.0.0.1/elsewhere': 'known',
      '127.0.0.1/of-a-worker': 'known',
      '127.0.0.1/away-api': 'known',
      'localhost/api': undefined,
      'localhost/image': undefined,
      'localhost/redirected': undefined,
    });
  });

  it('with a header reads an answer that never ends, and is a stranger again afterwards', async () => {
    const auth = { headers: { 'x-key': 'known' } };
    expect((await playing('/stream-reader', [press('stream.go')], { auth })).results).toEqual(['pass']);
    expect((await playing('/private', steps, { patience: short })).results).toEqual(['anchor-missing']);
  });

  it('finds the sample data put back, by an address or a command', async () => {
    await playing('/plain', [{ id: 'a' }], { reset: '/reset' });
    expect(app.resets).toEqual(['{"walkthrough":"walkthrough:plain","locale":"en"}']);
    const file = join(folder, 'reset.txt');
    const write =
      "require('fs').writeFileSync(process.argv[1], process.env.TIERZERO_WALKTHROUGH + process.env.TIERZERO_LOCALE)";
    await playing('/plain', [{ id: 'a' }], { reset: `"${process.execPath}" -e "${write}" "${file}"` });
    expect(await readFile(file, 'utf8')).toBe('walkthrough:plainen');
  });

  it('does not start where that fails', async () => {
    app.resetStatus = 500;
    await expect(playing('/plain', [{ id: 'a' }], { reset: '/reset?key=secret' })).rejects.toThrow(
      /^--reset: \S+\/reset answered 500; expected 2xx$/,
    );
    app.resetStatus = 204;
    await expect(playing('/plain', [{ id: 'a' }], { reset: 'exit 3' })).rejects.toThrow('exit 3 ended with 3');
  });

  it.each([
    ['an address', '/never', /\/never had not answered after 0\.1 s; expected an answer$/],
    [
      'a command',
      `"${process.execPath}" -e "setInterval(String, 1e6)"`,
      /had not ended after 0\.1 s; expected it to end$/,
    ],
  ])('does not wait for that for ever: %s', async (_, hook, words) => {
    const more = { reset: hook, patience: { ...short, reset: 100 } };
    await expect(playing('/plain', [{ id: 'a' }], more)).rejects.toThrow(words);
  });

  it('is not told to another origin that puts the sample data back', async () => {
    const auth = { headers: { 'x-key': 'known' } };
    const elsewhere = `${app.url.replace('127.0.0.1', 'localhost')}/reset`;
    for (const hook of ['/reset', elsewhere]) await playing('/plain', [{ id: 'a' }], { reset: hook, auth });
    const keyAt = (host: string) =>
      [...app.asked].find(([place]) => place.startsWith(host) && place.endsWith('/reset'))?.[1]['x-key'] ?? 'none';
    expect([keyAt('127.0.0.1'), keyAt('localhost')]).toEqual(['known', 'none']);
    expect(app.resets).toHaveLength(4);
  });

  it('plays also where a policy allows nothing', async () => {
    const strict = await startNastyApp("default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
    const { results } = await playing('/navigate', [press('navigate.go', { after: visible('navigate.done') })], {
      app: strict.url,
    });
    await strict.close();
    expect(results).toEqual(['pass']);
  });
});

describe('pictures of a check', () => {
  const steps = [{ id: 'look', anchor: { name: 'look.go' } }];
  const at = (scheme: string) => `en/walkthroughs/look/look-${scheme}.png`;
  const taking = () => playing('/look', steps, { pictures: folder });

  it('show the marked element in light and dark, and are written anew only when they change', async () => {
    const first = await taking();
    expect(first.pictures.map(({ was }) => was)).toEqual(['new', 'new']);
    expect(first.check.steps[0]).toMatchObject({
      pictures: { light: at('light'), dark: at('dark') },
      shows: { target: 'Go', page: 'Nasty /look' },
    });
    const [light, dark] = await Promise.all(
      ['light', 'dark'].map(async (one) => decodePng(await readFile(join(folder, at(one))))),
    );
    expect({ width: light?.width, height: light?.height }).toEqual({ width: 1080, height: 675 });
    expect([light?.data[0], dark?.data[0]]).toEqual([255, 17]);
    const orange = (data: Uint8Array) => {
      let count = 0;
      for (let i = 0; i < data.length; i += 4) if (data[i]! > 200 && data[i + 2]! < 60) count += 1;
      return count;
    };
    expect(orange(light!.data)).toBeGreaterThan(500);

    const before = await stat(join(folder, at('light')));
    const again = await taking();
    expect(again.pictures.map(({ was }) => was)).toEqual(['same', 'same']);
    expect((await stat(join(folder, at('light')))).mtimeMs).toBe(before.mtimeMs);

    app.more = 'Something new';
    const changed = await taking();
    expect(changed.pictures).toMatchObject([{ was: 'changed' }, { was: 'changed' }]);
    expect(changed.pictures[0]!.pixels).toBeGreaterThan(60);
    expect(await readdir(join(folder, 'en/walkthroughs/look'))).toHaveLength(2);
  });

  it('stay named where none are taken', async () => {
    const { check } = await taking();
    const earlier = { of: () => check, all: [check], lineOf: () => 1 };
    const { check: now } = await playing('/look', steps, { earlier });
    expect(now.steps[0]?.pictures).toEqual(check.steps[0]?.pictures);
  });

  it('are taken anew where the page goes elsewhere meanwhile, and the step goes on there', async () => {
    const moves = [press('moves.go', { after: visible('moves.done') })];
    const { results, pictures, warnings } = await playing('/moves', moves, { pictures: folder });
    expect({ results, warnings, count: pictures.length }).toEqual({ results: ['pass'], warnings: [], count: 2 });
  });

  it('are given up where the element goes, which is a warning and no result', async () => {
    const more = { pictures: folder, patience: short };
    const { results, pictures, warnings } = await playing('/leaves', [press('leaves.go')], more);
    expect({ results, count: pictures.length }).toEqual({ results: ['pass'], count: 1 });
    expect(warnings).toEqual([{ step: 'leaves-go', text: 'expected a picture, dark; found its element gone' }]);
  });

  it('do not wait for a font that never comes', async () => {
    const { results, pictures, warnings } = await playing('/font', [press('font.go')], { pictures: folder });
    expect({ results, warnings, count: pictures.length }).toEqual({ results: ['pass'], warnings: [], count: 2 });
  });

  it('are the same while times go on, and the page has its own words again', async () => {
    const go = press('clock.go', { after: { visible: [{ selector: '#same' }] } });
    const [first, second] = [
      await playing('/clock', [go], { pictures: folder }),
      await playing('/clock', [go], { pictures: folder }),
    ];
    expect([first, second].map(({ results }) => results)).toEqual([['pass'], ['pass']]);
    expect(second.pictures).toMatchObject([
      { was: 'same', pixels: 0 },
      { was: 'same', pixels: 0 },
    ]);
  });

  it('replace what is no picture', async () => {
    await writeFile(join(folder, at('light')), 'damaged');
    expect((await taking()).pictures[0]).toMatchObject({ was: 'changed' });
  });
});
