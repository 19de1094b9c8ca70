import { expect, it } from 'vitest';
import { plainSource } from './plain-source.ts';

it('gives every heading its own section, and the text before the first one too', () => {
  const { fields, record } = plainSource({
    id: 'billing/plans#2',
    url: '',
    title: 'Plans',
    description: 'What there is.',
    headings: ['Free', 'Paid'],
    body: 'Two.\n\n## Free\nNothing.\nAt all.\n### Paid\nA little.',
    category: 'billing',
    redirects: [],
    license: '',
  });
  expect(fields.sections.map(({ heading, text }) => [heading, text.trim()])).toEqual([
    [undefined, 'Two.'],
    ['Free', 'Nothing.\nAt all.'],
    ['Paid', 'A little.'],
  ]);
  expect(record).toMatchObject({ slug: 'billing-plans-2', category: 'billing', title: 'Plans' });
});
