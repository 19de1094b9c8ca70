import { describe, expect, test } from 'vitest';
import type { CompiledDocument } from '../../../content/schema/document.ts';
import type { Block } from '../../../content/schema/tree.ts';
import { type Answer, answerOf, promising } from '../../../content/search/answer.ts';
import { sectionsOf } from '../../../content/search/plain.ts';
import { document } from './document.ts';
import { engineOf, source } from './help-center.ts';

const p = (text: string): Block => ({ tag: 'p', children: [text] });
const h2 = (id: string, text: string): Block => ({ tag: 'h2', id, children: [text] });
const page = (slug: string, title: string, body: Block[]): CompiledDocument =>
  document(body, { id: `article:${slug}`, slug, title, description: '' });

const pages = [
  page('password', 'Reset a forgotten password', [
    p('For more information about a forgotten password, see Accounts and how to reset it.'),
    h2('link', 'When the link has expired'),
    p('The link to reset a forgotten password works for one hour. It can be asked for again.'),
  ]),
  page('export', 'Export invoices', [
    { tag: 'pre', language: '', text: 'export invoices --year 2026 --format csv --out yearly' },
    p('To export the invoices of a year:'),
    {
      tag: 'steps',
      items: [[p('Open Billing')], [p('Choose the year')], [p('Press Export')], [p('Wait for the mail')]],
    },
  ]),
  page('domain', 'Connect a domain', [p('Set a record at the company where the domain was bought.')]),
  page('invite', 'Invite colleagues', [p('Write the address of a colleague, who gets a message with a link.')]),
  page('profile', 'Your profile', [p('Name and picture of the profile are shown to colleagues and on invoices.')]),
];
const engine = engineOf(pages.map((one) => source(one.slug, { title: one.title, sections: sectionsOf(one) })));

const asked = (query: string) => ({ engine, query, answer: engine.search(query, 3) });
const ask = (query: string): Answer | undefined => {
  const question = asked(query);
  const found = pages.find(({ id }) => id === question.answer.results[0]?.record.id);
  return found && answerOf(question, found);
};
const marked = (answer: Answer | undefined) => answer?.marks.map(([start, end]) => answer.text.slice(start, end));

describe('an answer', () => {
  test('is a whole sentence, word for word, with where it stands and what matched', () => {
    const answer = ask('how do I reset a forgotten password?');
    expect(answer).toMatchObject({
      record: { id: 'article:password' },
      text: 'The link to reset a forgotten password works for one hour.',
      heading: 'When the link has expired',
      anchor: 'link',
    });
    expect(marked(answer)).toEqual(['reset', 'forgotten', 'password']);
  });
  test('is the opening of a list with its first items, each on a line, a sign for the others, and no line of code', () => {
    expect(ask('export invoices of a year')?.text).toBe(
      'To export the invoices of a year:\nOpen Billing\nChoose the year\nPress Export\n…',
    );
  });
  test('is found under corrected words and while the last word is unfinished', () => {
    expect(ask('reset a forgoten password ')?.record.id).toBe('article:password');
    expect(ask('reset a forgotten passw')?.record.id).toBe('article:password');
  });
  test('ends with its paragraph', () => {
    const two = [p('A forgotten password is reset by mail.'), p('The forgotten password is reset by a link.')];
    const answer = answerOf(asked('how do I reset a forgotten password by mail link?'), {
      ...page('password', 'Reset a forgotten password', two),
    });
    expect(answer?.text).toBe('The forgotten password is reset by a link.');
  });
  test('is the first steps of the section whose heading asks the same', () => {
    const steps = page('password', 'Reset a forgotten password', [
      p('A forgotten password is reset with a message that has a link.'),
      h2('how', 'How to reset a forgotten password by mail'),
      {
        tag: 'ol',
        start: 1,
        items: [[p('Open the first page.')], [p('Press Forgotten.'), p('It is blue.')], [p('Wait.')]],
      },
    ]);
    expect(answerOf(asked('how do I reset a forgotten password by mail?'), steps)).toMatchObject({
      text: 'Open the first page.\nPress Forgotten.\nWait.',
      heading: 'How to reset a forgotten password by mail',
    });
  });
  test('passes over last resorts, notes, questions and sections nobody asked for', () => {
    const plain = 'The forgotten password is reset by the link.';
    const body: Block[] = [
      p('Was the forgotten password reset by the link?'),
      { tag: 'callout', kind: 'note', children: [p('A forgotten password is reset by the link.')] },
      p('If you cannot reset the forgotten password by the link, the password is lost.'),
      p(plain),
      h2('limits', 'Known limitations'),
      p('To reset a forgotten password, the link is asked for.'),
    ];
    const answer = answerOf(asked('reset a forgotten password link'), page('password', 'Reset a password', body));
    expect(answer?.text).toBe(plain);
  });
  test('is no line of code, no row of a table and no picture', () => {
    const line = 'Reset the forgotten password with the link here.';
    const image = { tag: 'img', src: 'tz/a.png', alt: line } as const;
    const blocks: Block[] = [
      { tag: 'pre', language: '', text: line },
      { tag: 'table', align: [null], head: [[line]], rows: [[[line]]] },
      { tag: 'p', children: [image] },
    ];
    const answer = answerOf(
      asked('how do I reset a forgotten password?'),
      page('password', 'Reset a password', blocks),
    );
    expect(answer).toBeUndefined();
  });
  test('is absent for fewer than three telling words, which are no question', () => {
    expect(ask('forgotten password')).toBeUndefined();
    expect(ask('how do I password')).toBeUndefined();
  });
  test('is absent where the best results are about equal', () => {
    const alike = ['one', 'two', 'three', 'four'].map((slug) =>
      page(slug, 'Change a colour theme', [p('The colour theme of a page is changed in its settings.')]),
    );
    const same = engineOf(alike.map((one) => source(one.slug, { title: one.title, sections: sectionsOf(one) })));
    const query = 'where is the colour theme of pages in settings';
    const question = { engine: same, query, answer: same.search(query, 3) };
    expect(question.answer.results).toHaveLength(3);
    expect(answerOf(question, alike[0]!)).toBeUndefined();
  });
  test('is absent where the document says nothing of the question in a sentence', () => {
    const question = asked('how do I reset a forgotten password?');
    const bare = page('password', 'Reset a forgotten password', [p('Password'), p('See the other page.')]);
    expect(promising(question)?.record.id).toBe('article:password');
    expect(answerOf(question, bare)).toBeUndefined();
  });
  test('is absent for another document, without results, and while a part of the index is missing', () => {
    const question = asked('how do I reset a forgotten password?');
    expect(answerOf(question, pages[1]!)).toBeUndefined();
    expect(promising(asked('giraffes eat acacia leaves'))).toBeUndefined();
    expect(promising({ ...question, answer: { ...question.answer, missing: ['x'] } })).toBeUndefined();
    expect(promising({ ...question, answer: { ...question.answer, partial: true } })).toBeUndefined();
  });
  test('has from 40 to 320 characters', () => {
    const long = 'The forgotten password is reset here '.repeat(10);
    const sizes = page('password', 'Reset a forgotten password', [
      p(`${long}.`),
      p('Reset the forgotten password here.'),
    ]);
    expect(answerOf(asked('how do I reset a forgotten password?'), sizes)).toBeUndefined();
  });
});
