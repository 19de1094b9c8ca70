import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasPassed } from '../../../content/compile/checks.ts';
import { compile } from '../../../content/compile/compile.ts';
import { guideHash } from '../../../content/compile/guide-hash.ts';
import { siteContent } from '../../../content/compile/site-content.ts';
import type { Anchor } from '../../../content/schema/anchor.ts';
import type { GuideStep } from '../../../content/schema/guide.ts';
import { checksJson, guided, guideOfIt, passed } from '../../support/content/checks.ts';
import { errorsOf, type Files, helpCenter } from '../../support/content/help-center.ts';
import { starts } from '../../support/content/pictures.ts';

const at = 'en/walkthroughs/create-invoice.yaml';
const file = 'walkthrough-checks.json';
const folder = 'en/walkthroughs/create-invoice';
const png = starts['png'];

async function invoice(changes: Files) {
  const { root, out } = await helpCenter({ [at]: guided(), ...changes });
  const result = await compile({ root, out });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  const { locales } = siteContent.parse(JSON.parse(await readFile(join(out, 'documents.json'), 'utf8')));
  return { out, document: locales[0]?.documents.find(({ slug }) => slug === 'create-invoice') };
}

const makeStep = (id: string, anchor?: Anchor): GuideStep => ({
  id,
  advance: { by: 'next' },
  skip: false,
  ...(anchor && { anchor }),
});

const sealAfter = async (check: Parameters<typeof passed>[0], yaml = guided()) =>
  (await invoice({ [at]: yaml, [file]: checksJson(passed(check)) })).document?.seal;

describe('the hash of a guide', () => {
  it('does not depend on the order of keys, and on everything else', () => {
    const { start, steps } = guideOfIt();
    expect(guideHash({ steps, start })).toBe(guideHash({ start, steps }));
    expect(guideHash({ start, steps: [...steps].reverse() })).not.toBe(guideHash({ start, steps }));
    expect(guideHash(guideOfIt(true))).not.toBe(guideHash(guideOfIt()));
    expect(guideHash({ start, steps })).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('the seal of a walkthrough', () => {
  it('says that the last check passed, with which version and until when that counts', async () => {
    expect(await sealAfter({})).toEqual({ result: 'passed', version: '2.4', on: '2026-11-21', until: '2027-01-20' });
  });

  it('counts for as long as the settings say', async () => {
    const settings =
      'name: Example\nlocales: [en]\nfirstReplyHours: 8\ntopics: [{ id: other, title: { en: Else } }]\nwalkthroughs: { app: "https://app.example.com", expiresDays: 7 }\n';
    const { document } = await invoice({ 'settings.yaml': settings, [file]: checksJson(passed()) });
    expect(document?.seal?.until).toBe('2026-11-28');
  });

  it('has the version in one short line, whatever the app says it is', async () => {
    const version = `2.4\n<b>\u202e ${'x'.repeat(500)}`;
    expect((await sealAfter({ version }))?.version).toBe(`2.4 <b> ${'x'.repeat(32)}`);
    expect(await sealAfter({ version: ' \u200b ' })).not.toHaveProperty('version');
  });

  it('says that a step failed', async () => {
    const steps = [
      { id: 'open', result: 'timed-out' as const },
      { id: 'send', result: 'not-reached' as const },
    ];
    expect(await sealAfter({ steps })).toMatchObject({ result: 'failed' });
  });

  it('does not mind a step that is not there where people may skip it', async () => {
    const steps = [
      { id: 'open', result: 'pass' as const },
      { id: 'send', result: 'anchor-missing' as const },
    ];
    expect(await sealAfter({ steps })).toMatchObject({ result: 'failed' });
    const guide = guideHash(guideOfIt(true));
    expect(await sealAfter({ steps, guide }, guided(true))).toMatchObject({ result: 'passed' });
  });

  it('says that it failed where nothing was done in the page', async () => {
    const steps = [
      { id: 'open', result: 'not-reached' as const },
      { id: 'send', result: 'not-reached' as const },
    ];
    expect(await sealAfter({ steps })).toMatchObject({ result: 'failed' });
  });

  it('says that it failed where only what has no place in the page went as written', () => {
    const guide = { steps: [makeStep('read'), makeStep('open', { name: 'invoice.new' })] };
    const steps = (open: 'pass' | 'not-reached') => [
      { id: 'read', result: 'pass' as const },
      { id: 'open', result: open },
    ];
    expect(hasPassed({ steps: steps('not-reached') }, guide)).toBe(false);
    expect(hasPassed({ steps: steps('pass') }, guide)).toBe(true);
  });

  it('is absent where the guide has changed since, and where there was no check', async () => {
    expect(await sealAfter({ guide: 'another' })).toBeUndefined();
    expect((await invoice({})).document?.seal).toBeUndefined();
    expect(await sealAfter({ locale: 'de' })).toBeUndefined();
  });
});

describe('pictures of a walkthrough', () => {
  const pictures = { light: `${folder}/send-light.png`, dark: `${folder}/send-dark.png` };
  const open = { light: `${folder}/open-light.png`, dark: `${folder}/open-dark.png` };
  const steps = [
    { id: 'open', result: 'pass' as const, pictures: open, shows: { target: 'New', page: 'Invoices' } },
    { id: 'send', result: 'pass' as const, pictures, shows: { target: 'Send', page: 'Invoice' } },
  ];
  const files = Object.fromEntries([...Object.values(pictures), ...Object.values(open)].map((path) => [path, png]));

  it('are those of the check, with what they show and their size on the page', async () => {
    const { document, out } = await invoice({ ...files, [file]: checksJson(passed({ steps })) });
    const [first, second] = document?.steps ?? [];
    const picture = { tag: 'img', src: expect.stringMatching(/^tz\/send-light-\w+\.png$/), width: 427, height: 320 };
    expect(second?.pictures?.[0]).toEqual({ ...picture, alt: 'Send – Invoice' });
    expect(second?.pictures?.[1]?.src).toMatch(/^tz\/send-dark-/);
    expect(first?.pictures?.[0].alt).toBe('The list of invoices');
    expect(await readFile(join(out, second?.pictures?.[0].src ?? ''))).toEqual(Buffer.from(png!));
  });

  it('stay in the folder unused as long as no check names them', async () => {
    expect((await invoice(files)).document?.steps?.[1]?.pictures).toBeUndefined();
  });

  it('of another guide are not shown', async () => {
    const { document } = await invoice({ ...files, [file]: checksJson(passed({ steps, guide: 'another' })) });
    expect(document?.steps?.map((step) => step.pictures)).toEqual([undefined, undefined]);
  });

  it('that are not there are an error', async () => {
    expect(await errorsOf({ [at]: guided(), [file]: checksJson(passed({ steps })) })).toContain(
      `${file}:23 steps[1].pictures  found no picture ${pictures.light}; expected one that is there`,
    );
  });
});

describe('a file of results', () => {
  it('that is damaged is an error with its line', async () => {
    expect(await errorsOf({ [file]: '{"format": 1,\n "checks": [' })).toContainEqual(
      expect.stringMatching(/^walkthrough-checks\.json:2 yaml {2}found .*; expected valid YAML$/),
    );
    expect(await errorsOf({ [file]: '{\n "format": 2,\n "checks": []\n}' })).toEqual([
      `${file}:2 format  found 2; expected one of 1`,
    ]);
  });

  it('that has a check twice, or a day that is none, is one too', async () => {
    expect(await errorsOf({ [file]: checksJson(passed(), passed({ on: '2026-02-31' })) })).toEqual([
      `${file}:21 checks[1]  found walkthrough:create-invoice (en) again; expected each walkthrough and locale once`,
      `${file}:21 checks[1].on  found "2026-02-31"; expected a day of the calendar`,
    ]);
  });

  it('may name what is no longer there', async () => {
    expect(await errorsOf({ [file]: checksJson(passed({ walkthrough: 'walkthrough:gone' })) })).toEqual([]);
  });
});

describe('what is left of walkthroughs and checks is told, and stops nothing:', () => {
  const told = async (changes: Files, now: string) => {
    const result = await compile({ ...(await helpCenter({ [at]: guided(), ...changes })), now: new Date(now) });
    return result.ok ? result.warnings : undefined;
  };

  it('pictures of a walkthrough that was deleted or has another name now', async () => {
    const files = { 'en/walkthroughs/old/a-light.png': png, 'en/walkthroughs/old/a-dark.png': png };
    const own = { [`${folder}/open-light.png`]: png };
    const used = {
      'en/walkthroughs/used/a.png': png,
      'en/faqs/b.md': `---\ntitle: Who sees it?\ndescription: Everybody who opens it sees it.\nupdated: 2026-11-22\ncategory: account\n---\n![All](../walkthroughs/used/a.png)\n`,
    };
    expect(await told({ ...files, ...own, ...used }, '2026-11-26')).toEqual([
      'en/walkthroughs/old/: 2 pictures of a walkthrough that is not there; delete the folder',
    ]);
  });

  it('a result of a day that has not come', async () => {
    const files = { [file]: checksJson(passed({ on: '2099-01-01' })) };
    expect(await told(files, '2098-12-31T12:00:00Z')).toEqual([]);
    expect(await told(files, '2026-11-26T12:00:00Z')).toEqual([
      'walkthrough-checks.json: walkthrough:create-invoice (en) was checked on 2099-01-01, a day that has not come',
    ]);
  });
});
