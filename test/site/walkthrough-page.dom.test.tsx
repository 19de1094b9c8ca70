import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CompiledDocument } from '../../content/schema/document.ts';
import { walkthroughDocument } from '../support/walkthrough-document.ts';

const settings = { name: 'Help', locales: ['en', 'de'], firstReplyHours: 8, topics: [{ id: 'a', title: { en: 'A' } }] };
const chunks = { shell: 'tz/s.js', resume: 'tz/r.js', pageSearch: 'tz/p.js' };

const makeDocument = (more: Partial<CompiledDocument> = {}) =>
  walkthroughDocument({
    guide: { start: '/orders/?view=all', steps: [{ id: 'one', advance: { by: 'next' }, skip: false }] },
    ...more,
  });
const startingAt = (start: string) => makeDocument({ guide: { ...makeDocument().guide!, start } });
const sealed = (result: 'passed' | 'failed', version?: string) =>
  makeDocument({ seal: { result, on: '2026-11-01', until: '2026-12-31', ...(version && { version }) } });

/** What stands above the steps, as a browser reads it. */
const leadOf = async (
  document: CompiledDocument,
  { app, ...reader }: { app?: string; shelf?: string; now?: Date } = {},
) => {
  vi.stubEnv('TIERZERO_SETTINGS', JSON.stringify({ ...settings, ...(app && { walkthroughs: { app } }) }));
  const { leadHtml } = await import('../../site/src/walkthrough.ts');
  return new DOMParser().parseFromString(
    leadHtml(document, { now: new Date('2026-11-26T12:00:00Z'), ...reader }),
    'text/html',
  ).body;
};
const hrefOf = (lead: HTMLElement) => lead.querySelector('a')?.getAttribute('href');

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv('TIERZERO_CHUNKS', JSON.stringify(chunks));
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('what stands above the steps of a walkthrough', () => {
  it('leads to where it begins, in the language that it is read in', async () => {
    expect(hrefOf(await leadOf(makeDocument()))).toBe('/orders/?view=all#tierzero=walkthrough:en/one');
    expect(hrefOf(await leadOf(makeDocument(), { shelf: 'de' }))).toMatch(/#tierzero=walkthrough:de\/one$/);
  });

  it('leads to the application where the settings name it', async () => {
    const lead = await leadOf(makeDocument(), { app: 'https://app.example/' });
    expect(hrefOf(lead)).toBe('https://app.example/orders/?view=all#tierzero=walkthrough:en/one');
  });

  it.each(['/example/"onmouseover="alert(1)"/', `/'><script>alert(1)</script>`, '/?"autofocus/onfocus="alert(1)'])(
    'is one link and nothing more where its start is %s',
    async (start) => {
      const lead = await leadOf(startingAt(start));
      expect(lead.querySelectorAll('script').length).toBe(0);
      expect([...lead.querySelectorAll('*')].map(({ tagName }) => tagName)).toEqual(['DIV', 'A']);
      expect(lead.querySelector('a')?.getAttributeNames()).toEqual(['class', 'href']);
    },
  );

  it('leads to no other origin, whatever its start is', async () => {
    const lead = await leadOf(startingAt('//evil.example/x'));
    expect(hrefOf(lead)).toBe('/x#tierzero=walkthrough:en/one');
  });

  it('is text and no markup where the address of the application or the version has signs of HTML', async () => {
    const lead = await leadOf(sealed('passed', '"><img src=x onerror=alert(1)>'), {
      app: 'https://a.example"onclick="x',
    });
    expect(lead.querySelector('a')?.getAttributeNames()).toEqual(['class', 'href']);
    expect(lead.querySelector('img')).toBeNull();
    expect(lead.querySelector('.walk-seal')?.textContent).toContain('version "><img src=x onerror=alert(1)>');
  });

  it('says that every step works, until the last day that the check counts', async () => {
    const seal = (await leadOf(sealed('passed', '2.4'))).querySelector<HTMLElement>('.walk-seal');
    expect(seal?.textContent).toBe('Works with version 2.4, checked on November 1, 2026');
    expect(seal?.dataset['until']).toBe('2026-12-31');
    expect((await leadOf(sealed('passed'))).querySelector('.walk-seal')?.textContent).toBe(
      'Checked on November 1, 2026: every step works',
    );
  });

  it('says nothing of a check that no longer counted when the page was made, and leads all the same', async () => {
    const seals = async (now: string) =>
      (await leadOf(sealed('passed'), { now: new Date(now) })).querySelectorAll('.walk-seal').length;
    expect(await seals('2026-12-31T23:59:00Z')).toBe(1);
    expect(await seals('2027-01-01T00:00:00Z')).toBe(0);
    expect(hrefOf(await leadOf(sealed('passed'), { now: new Date('2027-01-01T00:00:00Z') }))).toMatch(/^\/orders\//);
  });

  it('warns instead of leading where the last check failed', async () => {
    const lead = await leadOf(sealed('failed'));
    expect(lead.querySelector('a')).toBeNull();
    expect(lead.querySelector('.callout-warning')?.textContent).toContain('November 1, 2026');
  });

  it('is nothing where no page can be led through it', async () => {
    const { guide: _, ...plain } = makeDocument();
    expect((await leadOf(plain)).innerHTML).toBe('');
  });
});
