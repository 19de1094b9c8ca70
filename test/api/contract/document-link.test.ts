import { describe, expect, test } from 'vitest';
import { withDocumentLinks } from '../../../api/contract/document-link.ts';

const base = 'https://help.example.com/';
const linksIn = (text: string, of = base) =>
  withDocumentLinks(text, of).flatMap((part) => (part.isLink ? [part.text] : []));

describe('links in what the team wrote', () => {
  test.each([
    'https://help.example.com/articles/launcher-missing/',
    'https://help.example.com/de/faqs/is-it-free/',
    'https://help.example.com/pt-BR/walkthroughs/first-steps/#step-2',
  ])('are pages of documents of this help center: %s', (link) => {
    for (const text of [
      link,
      `(${link})`,
      `Please read ${link}.`,
      `First\n${link}\n\nthen that.`,
      `»${link}«, thanks`,
    ]) {
      expect(linksIn(text)).toEqual([link]);
      expect(
        withDocumentLinks(text, base)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }
  });

  test.each([
    'http://help.example.com/articles/x/',
    'https://help.example.com.evil.example/articles/x/',
    'https://help.example.com@evil.example/articles/x/',
    'https://evil.example/https://help.example.com/articles/x/',
    'https://help.example.com/desk/#token',
    'https://help.example.com/request/#capability',
    'https://help.example.com/desk/../articles/x/',
    'https://help.example.com/a/b/articles/x/',
    'https://help.example.com/articles/',
    'javascript:alert(1)//articles/x/',
    '/articles/x/',
  ])('are nothing else: %s', (text) => {
    expect(linksIn(text)).toEqual([]);
    expect(linksIn(`See ${text} now`)).toEqual([]);
  });

  test('are looked for below the folder that the help center is in', () => {
    const link = 'https://example.com/help/articles/x/';
    expect(linksIn(`${link} https://example.com/articles/x/`, 'https://example.com/help/')).toEqual([link]);
  });
});
