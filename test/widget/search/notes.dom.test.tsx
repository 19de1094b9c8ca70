import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
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
