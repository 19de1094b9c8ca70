import { describe, expect, it } from 'vitest';
import type { SavedReply } from '../../../../content/schema/reply.ts';
import { fill, fillingOf, firstOpen, openIn, taken } from '../../../../site/desk/knowledge/fill.ts';
import { padded } from '../../../../site/desk/knowledge/insert.ts';
import { passageOf } from '../../../../site/desk/knowledge/passage.ts';
import { choiceOf } from '../../../../site/desk/knowledge/reply-choice.ts';
import { documentSections } from '../../../../site/desk/knowledge/sections.ts';

describe('a section that is sent', () => {
  it('has paragraphs, lists and numbers as a mail has them', () => {
    const lines = [
      { kind: 'text' as const, text: 'Do this.' },
      { kind: 'step' as const, text: 'Open it.' },
      { kind: 'under' as const, text: 'It is on the right.' },
      { kind: 'step' as const, text: 'Close it.' },
      { kind: 'text' as const, text: 'Or that:' },
      { kind: 'item' as const, text: 'one' },
      { kind: 'item' as const, text: 'two' },
      { kind: 'code' as const, text: 'a = 1' },
      { kind: 'code' as const, text: 'b = 2' },
    ];
    expect(passageOf({ lines })).toBe(
      'Do this.\n\n1. Open it.\n  It is on the right.\n2. Close it.\n\nOr that:\n\n- one\n- two\n\na = 1\nb = 2',
    );
  });

  it('counts the steps of each list from one', () => {
    const step = (text: string) => ({ kind: 'step' as const, text });
    expect(passageOf({ lines: [step('a'), { kind: 'note', text: 'b' }, step('c')] })).toBe('1. a\n\nb\n\n1. c');
  });

  it('is cut at the headings, and a walkthrough is one of its own', () => {
    const p = (text: string) => ({ tag: 'p' as const, children: [text] });
    const body = [p('First.'), { tag: 'h2' as const, id: 'more', children: ['More'] }, p('Second.'), p('Third.')];
    expect(documentSections({ body }).map(({ heading, text }) => [heading, text])).toEqual([
      [undefined, 'First.'],
      ['More', 'Second.\n\nThird.'],
    ]);
    const steps = [
      { do: [p('Open it.')], say: [p('On the right.')] },
      { do: [p('Close it.')], say: [] },
    ];
    expect(documentSections({ body: [], steps }).map(({ text }) => text)).toEqual([
      '1. Open it.\n  On the right.\n2. Close it.',
    ]);
  });
});

describe('a text between others', () => {
  it.each([
    ['https://a', '', '', '', ''],
    ['https://a', 'See', '', ' ', ''],
    ['https://a', 'See ', '.', '', ''],
    ['https://a', 'See\n', 'there', '', ' '],
    ['a\nb', '', '', '', ''],
    ['a\nb', 'Hello,', '', '\n\n', ''],
    ['a\nb', 'Hello,\n', 'Bye', '\n', '\n\n'],
    ['a\nb', 'Hello,\n\n', '\nBye', '', '\n'],
    ['a\nb', 'Hello,', '\n', '\n\n', ''],
  ])('%j after %j and before %j has %j before and %j behind it', (text, before, after, lead, trail) => {
    expect(padded(text, before, after)).toEqual({ lead, trail });
  });
});

describe('a saved reply', () => {
  const agent = { me: { id: 'mira', name: 'Mira', role: 'agent' as const }, company: 'Acme' };
  const filling = (name?: string) =>
    fillingOf({ reference: 'TZ-1', requester: name === undefined ? {} : { name } }, agent);

  it('is filled with who asked, the reference, the agent and the help center', () => {
    expect(fill('Hello {name}, {reference}. {agent}, {company}', filling('Ada'))).toBe('Hello Ada, TZ-1. Mira, Acme');
  });

  it('takes a name as it is, whatever it looks like', () => {
    for (const name of ['{agent}', '$&', '$1{name}', '<b>', '{{name}}'])
      expect(fill('{name} and {reference}', filling(name))).toBe(`${name} and TZ-1`);
    expect(fill('{name}', filling('a\u202eb'))).toBe('a\ufffdb');
  });

  it('leaves the cursor where its author has said, and never the mark', () => {
    expect(taken('Hello,\n\n{cursor}\n\nMira')).toEqual(['Hello,\n\n\n\nMira', [8, 8]]);
    expect(taken('Hello {name}: {cursor}.')).toEqual(['Hello {name}: .', [6, 12]]);
    expect(taken('Hello')).toEqual(['Hello', undefined]);
  });

  it('keeps what is not known, and says where', () => {
    const text = fill('Hello {name}, dear {name}: {reference}', filling());
    expect(text).toBe('Hello {name}, dear {name}: TZ-1');
    expect(firstOpen(text)).toEqual([6, 12]);
    expect(openIn(text)).toEqual(['{name}']);
    expect(fill('{name}', filling(' '))).toBe('{name}');
    expect(openIn('{"json": {other}}')).toEqual([]);
    expect(firstOpen('nothing')).toBeUndefined();
  });

  it('comes first when it is of the topic, then when its title has the words', () => {
    const reply = (slug: string, title: string, text: string, topics: string[] = []): SavedReply => ({
      slug,
      locale: 'de',
      title,
      topics,
      text,
    });
    const all = [
      reply('a', 'Gruß', 'Über die Größe'),
      reply('b', 'Zur Größe', 'Text', ['other']),
      reply('c', 'Anderes', 'Die Grösse, größer', ['widget']),
    ];
    const slugs = (words: string, topic = 'widget') => choiceOf(all, { words, topic }).map(({ slug }) => slug);
    expect(slugs('')).toEqual(['c', 'a', 'b']);
    expect(slugs('große')).toEqual(['c', 'b', 'a']);
    expect(slugs('GRÖSSE')).toEqual(['c']);
    expect(slugs('nichts davon')).toEqual([]);
  });
});
