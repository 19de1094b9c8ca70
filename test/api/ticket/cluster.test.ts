import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clustersOf } from '../../../api/ticket/cluster/cluster.ts';
import type { Comparable } from '../../../api/ticket/cluster/compared.ts';

let count = 0;
const ticket = (message: string, change: Partial<Comparable> = {}): Comparable => {
  count += 1;
  return { id: `t${count}`, topic: 'exports', locale: 'en', createdAt: count, message, context: [], ...change };
};
const of = (...messages: string[]) => clustersOf(messages.map((message) => ticket(message)));
const sizes = (tickets: Comparable[]) => clustersOf(tickets).map((found) => found.tickets.length);

/** What else comes in on such a day. */
const others = [
  ticket('How do I add a colleague to our account?', { topic: 'account' }),
  ticket('The invoice of October shows the wrong address.', { topic: 'billing' }),
  ticket('Can I change the colour of the launcher?', { topic: 'widget' }),
  ticket('Which browsers does the widget run in?', { topic: 'widget' }),
  ticket('Please delete my account and all my data.', { topic: 'account' }),
  ticket('Is there a discount for schools?', { topic: 'billing' }),
  ticket('The export has a column too many.', { topic: 'exports' }),
  ticket('Where can I see who signed in?', { topic: 'account' }),
];

describe('tickets that are alike', () => {
  test('are those that say the same of the same topic, in words of their own', () => {
    const alike = [
      'The CSV export of our invoices hangs at ninety percent since this morning.',
      'Since this morning my invoice export hangs at 90 % and never finishes.',
      'Export hangs! Invoices cannot be downloaded as CSV.',
      'CSV export of invoices is stuck, it hangs for an hour.',
    ].map((message) => ticket(message));
    const [found, ...rest] = clustersOf([...others, ...alike]);
    expect(rest).toEqual([]);
    expect(found?.tickets).toEqual(alike);
    expect(found).toMatchObject({ topic: 'exports', code: undefined });
    expect(found?.words).toEqual(expect.arrayContaining(['hangs', 'csv']));
  });

  test('are found in German as well, whatever the ending', () => {
    const alike = [
      'Der Export der Rechnungen bleibt seit heute früh bei 90 % hängen.',
      'Mein Rechnungsexport geht nicht: Der Export bleibt hängen, die Rechnung kommt nie an.',
      'Rechnungen lassen sich nicht mehr exportieren, der Export bleibt einfach hängen.',
    ].map((message) => ticket(message, { locale: 'de' }));
    expect(sizes([...others, ...alike])).toEqual([3]);
  });

  test('are three at least', () => {
    const alike = ['The invoice export hangs at ninety percent.', 'Invoice export hangs at ninety percent.'];
    expect(of(...alike)).toEqual([]);
    expect(of(...alike, 'My invoice export hangs at ninety percent too.')).toHaveLength(1);
  });

  test('are those with the same error code, in whatever language and words, and whatever their topic', () => {
    const alike = [
      ticket('I get E-4012 when I sign in.', { topic: 'account' }),
      ticket('Beim Anmelden erscheint E-4012.', { topic: 'other', locale: 'de' }),
      ticket('サインインできません', {
        topic: 'widget',
        locale: 'ja',
        context: [{ kind: 'host', id: 'h', name: 'error', value: 'e-4012' }],
      }),
    ];
    const [found, ...rest] = clustersOf([...alike, ...others]);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ code: 'E-4012', topic: 'account' });
    expect(found?.tickets).toEqual(alike);
  });

  test('are not those with another error code, however alike their words', () => {
    const said = (code: string) => `The invoice export hangs at ninety percent and shows ${code}.`;
    const found = of(...['E-1001', 'E-1001', 'E-1001', 'E-2002', 'E-2002'].map(said));
    expect(found.map(({ code, tickets }) => [code, tickets.length])).toEqual([['E-1001', 3]]);
  });

  test('are joined by whoever says the same and gives no code', () => {
    const [found] = of(
      'The invoice export hangs at ninety percent with E-1001.',
      'E-1001: invoice export hangs at ninety percent.',
      'Invoice export hangs, E-1001 after ninety percent.',
      'The invoice export hangs at ninety percent.',
    );
    expect(found?.tickets).toHaveLength(4);
  });

  test('are not ten short calls for help', () => {
    const calls = [
      'help',
      'Help!',
      'Please help me',
      'I need help',
      'help please, urgent',
      'Hello, can somebody help?',
      'Hilfe',
      'Bitte helfen Sie mir',
      'It does not work',
      'Es funktioniert nicht',
    ];
    expect(of(...calls)).toEqual([]);
    expect(of(...calls.map(() => 'Please help me, it does not work!'))).toEqual([]);
  });

  test('are not those that share a topic and little else', () => {
    expect(sizes(others.map((other) => ({ ...other, topic: 'other' })))).toEqual([]);
  });

  test('are about the same topic or the same part of the product', () => {
    const message = 'The invoice export hangs at ninety percent.';
    const topics = ['a', 'b', 'c'];
    expect(sizes(topics.map((topic) => ticket(message, { topic })))).toEqual([]);
    const area = { kind: 'host', id: 'h', name: 'area', value: 'Exports' } as const;
    expect(sizes(topics.map((topic) => ticket(message, { topic, context: [area] })))).toEqual([3]);
  });

  test('are never chained: who is like one of them alone is none of them', () => {
    const chain = [
      'alpha bravo charlie delta',
      'charlie delta foxtrot golfing',
      'foxtrot golfing hotel indigo',
      'hotel indigo juliet kiloton',
      'juliet kiloton limabean mikado',
    ];
    expect(of(...chain)).toEqual([]);
  });
});

describe('clusters of any tickets', () => {
  const word = fc.constantFrom(
    ...'invoice export hangs percent login account widget launcher colour slow upload picture table search German'.split(
      ' ',
    ),
  );
  const any = fc.record({
    topic: fc.constantFrom('billing', 'exports'),
    words: fc.array(word, { minLength: 0, maxLength: 9 }),
    code: fc.option(fc.constantFrom('E-1001', 'E-2002'), { freq: 6 }),
    createdAt: fc.nat(50),
  });
  const tickets = fc.array(any, { maxLength: 40 }).map((all) =>
    all.map(({ topic, words, code, createdAt }, place): Comparable => {
      const message = [...words, ...(code ? [code] : [])].join(' ');
      return { id: `t${place}`, topic, locale: 'en', createdAt, message, context: [] };
    }),
  );

  test('do not depend on the order in which tickets are given', () => {
    fc.assert(
      fc.property(tickets, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const shuffled = all
          .map((one) => [numbers.next().value ?? 0, one] as const)
          .sort(([one], [other]) => one - other)
          .map(([, one]) => one);
        expect(clustersOf(shuffled)).toEqual(clustersOf(all));
      }),
    );
  });

  test('hold each ticket once, at least three together, with one code or two words in common', () => {
    fc.assert(
      fc.property(tickets, (all) => {
        const found = clustersOf(all);
        const ids = found.flatMap((cluster) => cluster.tickets.map(({ id }) => id));
        expect(new Set(ids).size).toBe(ids.length);
        for (const { tickets: some, code } of found) {
          expect(some.length).toBeGreaterThanOrEqual(3);
          const codes = new Set(some.flatMap(({ message }) => message.match(/E-\d+/g) ?? []));
          expect(codes.size).toBeLessThanOrEqual(1);
          if (code !== undefined) continue;
          // Each says at least two of the words that more than half of them say.
          const said = some.map(({ message }) => new Set(message.toLowerCase().split(' ')));
          const core = [...new Set(said.flatMap((words) => [...words]))].filter(
            (one) => said.filter((words) => words.has(one)).length > some.length / 2,
          );
          for (const words of said) expect(core.filter((one) => words.has(one)).length).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });

  test('keep every ticket of a code together that three or more give', () => {
    fc.assert(
      fc.property(tickets, (all) => {
        for (const code of ['E-1001', 'E-2002']) {
          const having = all.filter(({ message }) => message.includes(code)).map(({ id }) => id);
          const found = clustersOf(all).find((cluster) => cluster.code === code);
          const together = found?.tickets.map(({ id }) => id) ?? [];
          if (having.length >= 3) expect(together).toEqual(expect.arrayContaining(having));
          else expect(found).toBeUndefined();
        }
      }),
    );
  });
});
