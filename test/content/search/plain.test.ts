import { describe, expect, test } from 'vitest';
import { linedSectionsOf, sectionsOf } from '../../../content/search/plain.ts';
import { document } from './document.ts';

describe('a document as plain text', () => {
  test('has a section for each heading, and one before the first', () => {
    const sections = sectionsOf(
      document([
        { tag: 'p', children: ['Start ', { tag: 'strong', children: ['here'] }, '.'] },
        { tag: 'h2', id: 'one', children: ['Use ', { tag: 'code', text: 'data-base' }] },
        { tag: 'p', children: ['First.'] },
        { tag: 'h3', id: 'two', children: ['Two'] },
      ]),
    );
    expect(sections).toEqual([
      { text: 'Start here.' },
      { anchor: 'one', heading: 'Use data-base', text: 'First.' },
      { anchor: 'two', heading: 'Two', text: '' },
    ]);
  });

  test('keeps the words of every kind of block, a line each', () => {
    const paragraph = (text: string) => [{ tag: 'p' as const, children: [text] }];
    const image = { tag: 'img' as const, src: 'tz/a.png', alt: 'the panel' };
    const [section] = sectionsOf(
      document([
        { tag: 'ul', items: [paragraph('an item')] },
        { tag: 'ol', start: 1, items: [paragraph('a number')] },
        { tag: 'steps', items: [paragraph('a step')] },
        { tag: 'blockquote', children: paragraph('a quote') },
        { tag: 'callout', kind: 'tip', title: 'A tip', children: paragraph('inside') },
        { tag: 'tabs', tabs: [{ label: 'npm', children: paragraph('npm start') }] },
        { tag: 'pre', language: 'sh', text: 'line one\n  line two' },
        { tag: 'table', align: [null, null], head: [['Key'], ['Value']], rows: [[['a'], ['1']]] },
        { tag: 'figure', image, caption: ['A caption'] },
        { tag: 'hr' },
        {
          tag: 'p',
          children: ['see ', { tag: 'a', to: { href: '#x' }, children: ['there'] }, { tag: 'br' }, image],
        },
      ]),
    );
    expect(section?.text.split('\n')).toEqual([
      ...['an item', 'a number', 'a step', 'a quote', 'A tip', 'inside', 'npm', 'npm start', 'line one', 'line two'],
      ...['Key · Value', 'a · 1', 'the panel', 'A caption', 'see there', 'the panel'],
    ]);
  });

  test('knows what each line is', () => {
    const paragraph = (text: string) => ({ tag: 'p' as const, children: [text] });
    const image = { tag: 'img' as const, src: 'tz/a.png', alt: 'picture' };
    const [section] = linedSectionsOf(
      document([
        paragraph('text'),
        { tag: 'ol', start: 1, items: [[paragraph('step'), paragraph('under')]] },
        { tag: 'ul', items: [[paragraph('item')]] },
        { tag: 'callout', kind: 'tip', title: 'label', children: [paragraph('note')] },
        { tag: 'pre', language: 'sh', text: 'code' },
        { tag: 'table', align: [null], head: [['row']], rows: [] },
        { tag: 'p', children: [image] },
      ]),
    );
    const kinds = ['text', 'step', 'under', 'item', 'label', 'note', 'code', 'row', 'label'];
    expect(section?.lines.map(({ kind }) => kind)).toEqual(kinds);
    expect(section?.lines.map(({ text }) => text)).toEqual([...kinds.slice(0, -1), 'picture']);
  });

  test('has the steps of a walkthrough after its body', () => {
    const walkthrough = document([], {
      steps: [
        { do: [{ tag: 'p', children: ['Open it.'] }], say: [{ tag: 'p', children: ['You see it.'] }] },
        { do: [{ tag: 'p', children: ['Close it.'] }], say: [] },
      ],
    });
    expect(sectionsOf(walkthrough)).toEqual([{ text: 'Open it.\nYou see it.\nClose it.' }]);
  });

  test('of nothing has no sections', () => {
    expect(sectionsOf(document([]))).toEqual([]);
  });
});
