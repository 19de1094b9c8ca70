import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { messages as deMessages } from '../../../widget/i18n/de.ts';
import { messages } from '../../../widget/i18n/en.ts';
import { createTranslate } from '../../../widget/i18n/translate.ts';
import { type Content, loadContent } from '../../../widget/search/content.ts';
import { isManifest } from '../../../widget/search/manifest.ts';
import { notesIn } from '../../../widget/search/notes.tsx';
import { type Found, find } from '../../../widget/search/rows.ts';
import { base, serve } from '../fixture.ts';
import { publishMany } from './many.ts';

let content: Content;
let Notes: Awaited<ReturnType<typeof notesIn>>['Notes'];
beforeAll(async () => {
  const files = publishMany();
  vi.stubGlobal('fetch', serve(files).fetch);
  const manifest: unknown = JSON.parse(String(files.get('tierzero.json')));
  if (!isManifest(manifest)) throw new Error('no manifest');
  const lastGood = { read: async () => undefined, write: async () => {} };
  const loaded = await loadContent({ base, manifest, locales: ['en'], lastGood });
  if (!loaded.ok) throw new Error(loaded.reason);
  content = loaded.content;
  Notes = (await notesIn(createTranslate('en', messages), 'en')).Notes;
});
afterEach(cleanup);

const onRetry = vi.fn();
const onQuery = vi.fn();
const show = (query: string, audience: string[], more: Partial<Found> = {}) => {
  const found = { ...find(content, query, { limit: 20, audience }), ...more };
  const props = { content, query, found, audience, onQuery, onRetry, onVerbatim: () => {} };
  render(<Notes {...props} category={({ title }) => <i>{title}</i>} person={<b>person</b>} />);
};

describe('notes on results', () => {
  it('offer a broader query that finds something for these readers', () => {
    show('salarywords', ['admins']);
    fireEvent.click(screen.getByRole('button', { name: 'Search for “salary”' }));
    expect(onQuery).toHaveBeenCalledWith('salary');
  });
  it('offer none that finds only what is for others', () => {
    show('salarywords', []);
    screen.getByText('Nothing found for “salarywords”.');
    expect(screen.queryByRole('button')).toBeNull();
  });
  it('correct typed words only to what these readers may find', () => {
    show('invoise', [], find(content, 'invoise', { limit: 20, audience: [], verbatim: true }));
    screen.getByText('Nothing found for “invoise”.');
    screen.getByRole('button', { name: 'Search instead for “invoice”' });
  });
  it('say what was understood as the texts write it', async () => {
    const record = find(content, 'invoice', { limit: 1, audience: [] }).rows[0]!.record;
    const engine = {
      ...content.engine,
      search: () => ({ count: 1, results: [{ record, score: 1, terms: [] }], corrected: 'loschen' }),
    };
    const library = {
      ...content.library,
      document: () => ({ ...record, description: '', body: [{ tag: 'p', children: ['Ein Konto löschen.'] }] }),
    };
    const found = { rows: [], count: 1, verbatim: false, corrected: 'loschen' };
    const props = { content: { ...content, engine, library }, query: 'löschn', found, audience: [], onQuery, onRetry };
    render(<Notes {...props} onVerbatim={() => {}} category={() => null} person={null} />);
    screen.getByText('Showing results for “löschen”.');
  });
  it('say in which language texts are that nobody has translated', async () => {
    const { Notes: German } = await notesIn(createTranslate('de', deMessages), 'de');
    const found = find(content, 'invoice', { limit: 20, audience: [] });
    const props = { content, query: 'invoice', audience: [], onQuery, onRetry, onVerbatim: () => {} };
    const [first, ...rest] = found.rows;
    const view = render(<German {...props} found={found} category={() => null} person={null} />);
    screen.getByText('Noch nicht übersetzt: Diese Texte gibt es nur auf Englisch.');
    const mixed = { ...found, rows: [{ ...first!, record: { ...first!.record, locale: 'de' } }, ...rest] };
    view.rerender(<German {...props} found={mixed} category={() => null} person={null} />);
    screen.getByText(rest.length > 0 ? /^Noch ist nicht alles übersetzt: .* Englisch\.$/ : 'Englisch');
  });
  it('say nothing of results that are whole and as asked for', () => {
    show('invoice', []);
    expect(document.querySelector('.notes')?.childNodes).toHaveLength(0);
  });
  it('say that a part of the index is missing, and ask for it again', () => {
    show('invoice', [], { partial: true });
    expect(screen.getByRole('status').textContent).toContain(
      'Part of the search index could not be loaded. These results may be incomplete.',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledOnce();
  });
});
