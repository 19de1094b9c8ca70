import { describe, expect, it } from 'vitest';
import { manifest as contract } from '../../../content/schema/manifest.ts';
import { isManifest } from '../../../widget/search/manifest.ts';

const good = {
  format: 1,
  build: 'abc',
  settings: {
    name: 'Ledger',
    locales: ['en'],
    firstReplyHours: 8,
    topics: [{ id: 'other', title: { en: 'Something else' } }],
  },
  content: { en: { index: 'tz/en-search-1.txt', library: 'tz/en-library-1.txt', libraryBytes: 10 } },
  routing: 'tz/routing-1.txt',
  widget: { shell: 'tz/shell-1.js', resume: 'tz/resume-1.js', pageSearch: 'tz/page-1.js' },
};

describe('manifest', () => {
  it('takes what the contract takes', () => {
    expect(contract.safeParse(good).success).toBe(true);
    expect(isManifest(good)).toBe(true);
  });
  it.each([
    ['another format', { ...good, format: 2 }],
    ['no content', { ...good, content: {} }],
    ['a file elsewhere', { ...good, content: { en: { ...good.content.en, index: 'https://evil.example/x' } } }],
    ['a chunk elsewhere', { ...good, widget: { ...good.widget, shell: '../evil.js' } }],
    ['no settings', { ...good, settings: undefined }],
    ['topics that are none', { ...good, settings: { ...good.settings, topics: [1] } }],
    ['a page of a hotel', '<html>'],
    ['nothing', undefined],
    ['null', null],
  ])('refuses %s', (_, value) => expect(isManifest(value)).toBe(false));
});
