import { describe, expect, test } from 'vitest';
import { engineOf, source, sources } from './help-center.ts';

const engine = engineOf();
const found = (words: string, from = engine) => from.search(words, 10).results.map(({ record }) => record.slug);
const first = (words: string) => found(words)[0];

describe('a search', () => {
  test('finds every document by its title', () => {
    for (const { record } of sources) expect(first(record.title)).toBe(record.slug);
  });

  test.each([
    ['how do I change my password?', 'change-password'],
    ['I forgot how to sign in', 'change-password'],
    ['where can i get the invoices of last year', 'export-invoices'],
    ['stop paying for my plan', 'cancel-subscription'],
    ['the link has expired', 'change-password'],
  ])('answers a sentence: %s', (words, slug) => {
    expect(first(words)).toBe(slug);
  });

  test.each([
    ['ERR_CONNECTION_REFUSED', 'connection-refused'],
    ['err connection refused', 'connection-refused'],
    ['connection_refused', 'connection-refused'],
    ['data-base', 'embed-the-widget'],
    ['database', 'embed-the-widget'],
    ['tierzero.js', 'embed-the-widget'],
    ['getToken', 'embed-the-widget'],
    ['GETTOKEN', 'embed-the-widget'],
    ['token', 'embed-the-widget'],
    ['straße', 'set-up-mail'],
    ['zurich', 'set-up-mail'],
  ])('finds a name as it is written and in parts: %s', (words, slug) => {
    expect(first(words)).toBe(slug);
    expect(engine.search(words, 10).corrected).toBeUndefined();
  });

  test('reads two words where the text has one', () => {
    expect(first('the set up of it')).toBe('set-up-mail');
    expect(found('set up')).toContain('connection-refused');
  });

  test('finds one form of a word by another', () => {
    expect(first('exporting an invoice')).toBe('export-invoices');
    expect(first('embedded')).toBe('embed-the-widget');
  });

  test('continues the word that is being typed', () => {
    expect(first('pass')).toBe('change-password');
    expect(first('export inv')).toBe('export-invoices');
    expect(engine.search('pass', 5).corrected).toBeUndefined();
  });

  test('lets a word that stands everywhere lose to no rarer continuation of it', () => {
    const named = engineOf([
      source('what-ledger-is', { title: 'What Ledger is', body: 'Ledger keeps accounts.' }),
      source('set-up-a-page', { title: 'Set up a page', body: 'Load ledgerjs with one tag. Ledger does the rest.' }),
      source('close-a-year', { title: 'Close a year', body: 'Ledger closes a year in one step.' }),
    ]);
    expect(found('ledger', named)[0]).toBe('what-ledger-is');
  });

  test('takes a word as finished when something follows it', () => {
    expect(found('pass ')).toEqual([]);
  });

  test('ignores words that nobody wrote', () => {
    expect(first('zebra password')).toBe('change-password');
    expect(engine.search('zebra password', 5).corrected).toBeUndefined();
  });

  test('finds nothing for nonsense, and says so', () => {
    expect(engine.search('xqzvw blorf', 10)).toEqual({ results: [], count: 0 });
    expect(engine.search('how do I xqzvw', 10)).toEqual({ results: [], count: 0 });
    for (const words of ['', '   ', '?!', '__proto__', 'constructor']) expect(found(words)).toEqual([]);
  });

  test('reads stop words when there is nothing else', () => {
    expect(first('your')).toBe('change-password');
  });

  test('puts what the title says before what the text mentions', () => {
    const found = engine.search('invoices', 10).results.map(({ record }) => record.slug);
    expect(found).toEqual(['export-invoices', 'set-up-mail', 'cancel-subscription']);
  });

  test('puts a task before a listing of the same words', () => {
    const text = { title: 'Webhooks', body: 'A webhook is called once.' };
    const pair = [source('listing', { ...text, type: 'reference' }), source('task', { ...text, type: 'how-to' })];
    expect(found('webhooks', engineOf(pair))).toEqual(['task', 'listing']);
  });

  test('keeps the order of the records among equals', () => {
    const same = ['c', 'a', 'b'].map((slug) => source(slug, { title: 'Move a page' }));
    expect(found('move page', engineOf(same))).toEqual(['c', 'a', 'b']);
  });

  test('counts all that match and returns as many as were asked for', () => {
    const all = engine.search('invoices', 10);
    const one = engine.search('invoices', 1);
    expect(all.count).toBe(all.results.length);
    expect(one).toEqual({ results: all.results.slice(0, 1), count: all.count });
  });

  test('finds the others where the best match is not meant', () => {
    const few = [
      source('admins', { title: 'Strict content security policy' }),
      source('everybody', { title: 'Upload files', body: 'Some content is refused.' }),
    ];
    const words = 'strict content security policy';
    const answer = engineOf(few).search(words, 10, { isMeant: ({ slug }) => slug !== 'admins' });
    expect(found(words, engineOf(few))).toEqual(['admins']);
    expect(answer.results.map(({ record }) => record.slug)).toEqual(['everybody']);
    expect(answer.count).toBe(1);
  });

  test('does not count what only shares a common word', () => {
    const pages = Array.from({ length: 30 }, (_, at) => source(`page-${at}`, { title: `Page ${at}`, body: 'server' }));
    const answer = engineOf([...pages, ...sources]).search('server refused', 100);
    expect(answer.results[0]?.record.slug).toBe('connection-refused');
    expect(answer.count).toBeLessThan(5);
  });

  test('names the terms that matched', () => {
    expect(engine.search('exported invoices', 1).results[0]?.terms).toEqual(['export', 'invoic']);
  });

  test('reads the beginning of a pasted message without delay', () => {
    const message = `My password does not work. ${'Lorem ipsum dolor. '.repeat(2_000)}`;
    expect(first(message)).toBe('change-password');
  });
});

describe('a mistyped word', () => {
  test.each([
    ['chnage my passwrod', 'change my password', 'change-password'],
    ['Export Invocies!', 'Export invoices!', 'export-invoices'],
    ['canecl subscirption now', 'cancel subscription now', 'cancel-subscription'],
    ['embed teh wigdet', 'embed teh widget', 'embed-the-widget'],
    ['change yuor password', 'change your password', 'change-password'],
    ['helpbutton', 'help button', 'embed-the-widget'],
  ])('is corrected, and the whole query said: %s', (words, corrected, slug) => {
    const answer = engine.search(words, 5);
    expect(answer.corrected).toBe(corrected);
    expect(answer.results[0]?.record.slug).toBe(slug);
  });

  test('leads to the order that the right word leads to', () => {
    const order = found('cancel subscription ');
    expect(found('cancel subscirption ')).toEqual(order);
  });

  test('is left alone when it is a word of the texts', () => {
    expect(engine.search('mail', 5).corrected).toBeUndefined();
  });
});

test('an index without documents answers with nothing', () => {
  expect(engineOf([]).search('password', 5)).toEqual({ results: [], count: 0 });
});

test('searches for the words as they were typed when that is asked for', () => {
  expect(engine.search('exprot invoices', 5).corrected).toBe('export invoices');
  expect(engine.search('exprot invoices', 5, { verbatim: true }).corrected).toBeUndefined();
  expect(engine.search('exprot', 5, { verbatim: true })).toEqual({ results: [], count: 0 });
});
