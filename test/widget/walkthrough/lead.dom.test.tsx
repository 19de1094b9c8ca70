import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { CompiledDocument } from '../../../content/schema/document.ts';
import type { Seal } from '../../../content/schema/walkthrough-check.ts';
import { messages as german } from '../../../widget/i18n/reading.de.ts';
import { messages } from '../../../widget/i18n/reading.en.ts';
import { createTranslate } from '../../../widget/i18n/translate.ts';
import type { Shell } from '../../../widget/shell/app.tsx';
import { ShowMe } from '../../../widget/shell/show-me.tsx';
import type { Kit } from '../../../widget/ui/kit.ts';
import { SealLine } from '../../../widget/walkthrough/seal.tsx';

const t = createTranslate('en', messages);
const guide = { start: '/', steps: [{ id: 'one', advance: { by: 'next' as const }, skip: false }] };
const passed: Seal = { result: 'passed', on: '2026-11-01', until: '2026-12-31', version: '2.4' };

const said = (seal: Seal | undefined, day = '2026-12-31', more: { guide?: typeof guide } = { guide }) =>
  render(
    <SealLine document={{ ...more, ...(seal && { seal }) }} t={t} locale="en" now={Date.parse(`${day}T23:00:00Z`)} />,
  ).container.textContent;

afterEach(cleanup);

describe('the seal in the panel', () => {
  it('says with which version the steps work, and since when', () => {
    expect(said(passed)).toBe('Works with version 2.4, checked on November 1, 2026');
    const { version: _, ...unnamed } = passed;
    expect(said(unnamed)).toBe('Checked on November 1, 2026: every step works');
  });

  it('says it in German with a German date', () => {
    const { container } = render(
      <SealLine document={{ guide, seal: passed }} t={createTranslate('de', german)} locale="de" now={0} />,
    );
    expect(container.textContent).toBe('Funktioniert mit Version 2.4, geprüft am 1. November 2026');
  });

  it('is gone once the check no longer counts, and is not there where there was none, it failed or nothing leads', () => {
    expect(said(passed, '2027-01-01')).toBe('');
    expect(said(undefined)).toBe('');
    expect(said({ ...passed, result: 'failed' })).toBe('');
    expect(said(passed, '2026-12-01', {})).toBe('');
  });
});

const parts = (app?: string) => ({
  shell: {
    state: {
      handle: [{}],
      host: { get: () => ({ facts: {}, page: { path: '/orders/' } }) },
      led: { get: () => undefined },
      device: { get: () => undefined },
    },
    knowledge: { state: { get: () => ({ status: 'ready', manifest: { app } }) } },
  } as unknown as Shell,
  kit: { t, locale: 'de', base: `${location.origin}/` } as unknown as Kit,
});
const document = (start: string, seal?: Seal) =>
  ({ id: 'walkthrough:one', slug: 'one', steps: [], guide: { ...guide, start }, seal }) as unknown as CompiledDocument;
const showMe = (start: string, app?: string) => {
  const { container } = render(<ShowMe {...parts(app)} document={document(start)} />);
  return container.querySelector('a')?.getAttribute('href') ?? container.querySelector('button')?.textContent;
};

describe('Show me in the panel', () => {
  it('leads on this page where it begins here, and else to where it does, in the language of the panel', () => {
    expect(showMe('/orders/')).toBe('Show me');
    cleanup();
    expect(showMe('/settings/?tab=team')).toBe('/settings/?tab=team#tierzero=walkthrough:de/one');
  });

  it('leads to the application from the help center, also from a page whose path is the same', () => {
    expect(showMe('/orders/', 'https://app.example/')).toBe('https://app.example/orders/#tierzero=walkthrough:de/one');
  });

  it('is a warning where the last check failed, however long ago', () => {
    const failed = document('/orders/', { ...passed, result: 'failed' });
    const { container } = render(<ShowMe {...parts()} document={failed} />);
    expect(container.querySelector('.notice.warning')?.textContent).toContain('no longer fit the app');
    expect(container.querySelector('a, button')).toBeNull();
  });
});
