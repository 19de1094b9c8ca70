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
    expect(first('cancelled plans')).toBe('cancel-subscription');
    expect(first('widgets on pages')).toBe('embed-the-widget');
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
    const answer = engine.search('yoru', 5);
    expect(answer.corrected).toBe('your');
    expect(answer.results[0]?.record.slug).toBe('change-password');
  });

  test('puts what the title says before what the text mentions', () => {
    expect(first('invoices')).toBe('export-invoices');
    expect(found('invoices').toSorted()).toEqual(['cancel-subscription', 'export-invoices', 'set-up-mail']);
  });

  test('puts a task before a listing of the same words', () => {
    const text = { title: 'Webhooks', body: 'A webhook is called once.' };
    const pair = [source('listing', { ...text, prior: 0.7 }), source('task', { ...text, prior: 1 })];
    expect(found('webhooks', engineOf(pair))).toEqual(['task', 'listing']);
  });

  test('takes a document without a prior as one that is wanted like others', () => {
    const text = { title: 'Webhooks', body: 'A webhook is called once.' };
    const three = [
      source('less', { ...text, prior: 0.6 }),
      source('plain', text),
      source('more', { ...text, prior: 1.5 }),
    ];
    expect(found('webhooks', engineOf(three))).toEqual(['more', 'plain', 'less']);
  });

  test('finds a document that is seldom wanted by words that no other has', () => {
    const few = [...sources, source('news', { title: 'Version 4 of the mascot', prior: 0.5 })];
    expect(found('mascot', engineOf(few))).toEqual(['news']);
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
    expect(all.count).toBeGreaterThan(1);
  });

  test('says of no results how many there are, and what was meant', () => {
    const all = engine.search('exprot invoices', 10);
    expect(engine.search('exprot invoices', 0)).toEqual({
      results: [],
      count: all.count,
      corrected: 'export invoices',
    });
    expect(all.count).toBeGreaterThan(0);
  });

  test('finds the others where the best match is not meant', () => {
    const few = [
      source('admins', { title: 'Strict content security policy', audience: ['admins'] }),
      source('everybody', { title: 'Upload files', body: 'Some content is refused.' }),
    ];
    const words = 'strict content security policy';
    const answer = engineOf(few).search(words, 10, { isMeant: ({ audience }) => audience.length === 0 });
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

  test('names the terms of each result when they are asked for, whatever was searched since', () => {
    const { results } = engine.search('cancelling invoices', 10);
    engine.search('password', 10);
    expect(results.map(({ record, terms }) => [record.slug, terms])).toEqual([
      ['cancel-subscription', ['cancel', 'invoic']],
      ['export-invoices', ['invoic']],
    ]);
  });

  test('reads the beginning of a pasted message without delay', () => {
    const message = `My password does not work. ${'Lorem ipsum dolor. '.repeat(2_000)}`;
    expect(first(message)).toBe('change-password');
  });
});

describe('a title', () => {
  const renames = [
    source('file', {
      title: 'Renaming a file',
      body: 'Rename the file in the repository, and a repository stays.',
      headings: ['Rename by command'],
    }),
    source('repository', { title: 'Renaming a repository', body: 'Its address changes.' }),
    ...Array.from({ length: 12 }, (_, at) =>
      source(`other-${at}`, { title: `Page ${at}`, body: at < 3 ? 'A repository.' : '' }),
    ),
  ];

  test('that has every word comes before a text that says them more often', () => {
    expect(found('rename repository ', engineOf(renames))[0]).toBe('repository');
    expect(found('rename file ', engineOf(renames))[0]).toBe('file');
  });

  test('is found by a word that all other texts have', () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      source(`page-${at}`, {
        title: at === 7 ? 'Create a branch' : `Page ${at}`,
        body: `Create it. ${at % 9 ? '' : 'A branch.'}`,
      }),
    );
    expect(found('create branch ', engineOf(many))[0]).toBe('page-7');
  });
});

describe('an amount', () => {
  const limits = engineOf([
    source('large', { title: 'Large files', body: 'A file may have 100 MB.' }),
    source('codes', { title: 'Lost codes', body: 'Your 2FA device is needed.' }),
    source('ports', { title: 'Ports', body: 'The server listens on 8080.' }),
  ]);

  test('is found by its unit, written together or apart', () => {
    expect(found('147mb ', limits)).toEqual(['large']);
    expect(found('100mb ', limits)).toEqual(['large']);
    expect(found('fa ', limits)).toEqual(['codes']);
    expect(found('2fa ', limits)).toEqual(['codes']);
  });

  test('is never corrected into another', () => {
    expect(limits.search('8081 ', 5)).toEqual({ results: [], count: 0 });
    expect(limits.search('808100 ', 5)).toEqual({ results: [], count: 0 });
    expect(limits.search('100100 ', 5)).toEqual({ results: [], count: 0 });
    expect(found('8080 ', limits)).toEqual(['ports']);
  });
});

describe('words around a question', () => {
  test('say less than words as rare as they are', () => {
    const pair = [
      source('trouble', { title: 'Flights', body: 'Trouble is rare.' }),
      source('refund', { title: 'Hotels', body: 'Refunds are rare.' }),
    ];
    expect(found('trouble refund ', engineOf(pair))).toEqual(['refund', 'trouble']);
    expect(found('refund trouble ', engineOf(pair))).toEqual(['refund', 'trouble']);
  });

  test('are found where nothing else is asked for', () => {
    expect(found('trouble ', engineOf([source('trouble', { title: 'Flights', body: 'Trouble is rare.' })]))).toEqual([
      'trouble',
    ]);
  });

  test('are left out when they are mere courtesy', () => {
    const greeting = source('greeting', { title: 'Hello', body: 'Hello to everybody.' });
    expect(found('hello, password please', engineOf([...sources, greeting]))).toEqual(['change-password']);
    expect(found('hello', engineOf([...sources, greeting]))).toEqual(['greeting']);
  });
});

describe('an ending', () => {
  const archives = [
    source('old', { title: 'Old archives', body: 'Archives are kept for a year.' }),
    source('import', { title: 'Import a list', body: 'While importing, wait. Imports and imported lists stay.' }),
    source('other', { title: 'Close an account', body: 'Closing it, everything is lost.' }),
  ];

  test('that the texts have with other words finds a word', () => {
    expect(found('archiving', engineOf(archives))).toEqual(['old']);
    expect(engineOf(archives).search('archiving ', 5).corrected).toBeUndefined();
    expect(engineOf(archives).search('archiving ', 5, { verbatim: true }).count).toBe(1);
  });

  test('makes a word that is written, and then no other is guessed', () => {
    const pair = [
      source('gas', { title: 'Gas', body: 'Other gasses, oils, fuels and bottles.' }),
      source('oiling', { title: 'Oiling', body: 'Fuels.' }),
    ];
    expect(found('oiling ', engineOf(pair))).toEqual(['oiling', 'gas']);
    const attested = [
      source('universe', { title: 'The whole universe', body: 'Stars and planets.' }),
      source('sms', { title: 'Codes by sms', body: 'Stars.' }),
    ];
    expect(found('sms ', engineOf(attested))).toEqual(['sms']);
  });
});

describe('a section', () => {
  const manual = (slug: string, sections: { heading?: string; text: string }[]) =>
    source(slug, { title: 'Manual', sections });
  const together = manual('together', [
    { text: 'Nothing of it stands at the beginning.' },
    { heading: 'Words', text: 'Some more words.' },
    { heading: 'Printers', text: 'The printer needs toner.' },
  ]);
  const apart = manual('apart', [
    { text: 'The printer stands here.' },
    { heading: 'Words', text: 'Some more words.' },
    { heading: 'Printers', text: 'It needs toner, nothing else.' },
  ]);

  test('is named when most of the query stands in it', () => {
    const only = engineOf([together]);
    expect(only.search('printer toner', 5).results[0]?.section).toBe(3);
    expect(only.search('more words', 5).results[0]?.section).toBe(2);
    expect(only.search('beginning', 5).results[0]?.section).toBe(1);
  });

  test('is not named for a word of the title alone', () => {
    expect(engineOf([together]).search('manual', 5).results[0]).not.toHaveProperty('section');
    expect(engineOf([together]).search('manual toner', 5).results[0]?.section).toBe(3);
  });

  test('is the first of equals', () => {
    const even = manual('even', [{ text: 'Ink.' }, { heading: 'Toner', text: '' }, { heading: 'Paper', text: '' }]);
    expect(engineOf([even]).search('paper toner', 5).results[0]?.section).toBe(2);
  });

  test('that has all words puts its document before one that has them here and there', () => {
    const scattered = {
      ...apart.fields,
      sections: [
        { text: 'The printer stands here.' },
        { heading: 'Words', text: 'Some more words.' },
        { heading: 'Other', text: 'It needs toner.' },
      ],
    };
    const gathered = {
      ...apart.fields,
      sections: [
        { text: 'It stands here.' },
        { heading: 'Words', text: 'Some more words.' },
        { heading: 'Other', text: 'The printer needs toner.' },
      ],
    };
    const pair = [source('scattered', scattered), source('gathered', gathered)];
    expect(found('printer toner', engineOf(pair))).toEqual(['gathered', 'scattered']);
    expect(found('printer', engineOf(pair))).toEqual(['scattered', 'gathered']);
  });

  test('is not looked for in listings and news', () => {
    const listing = engineOf([{ ...together, prior: 0.7 }]).search('printer toner', 5).results[0];
    expect(listing?.record.slug).toBe('together');
    expect(listing).not.toHaveProperty('section');
  });
});

describe('a pinned document', () => {
  const admins = source('admins', { title: 'Single sign-on', body: 'Invoices too.', audience: ['admins'] });
  const pinned = engineOf([...sources, admins], {
    pins: {
      invoices: ['article:set-up-mail'],
      billing: ['article:embed-the-widget', 'article:admins', 'article:gone'],
      xqzvw: ['article:set-up-mail'],
    },
  });

  test('comes first, though others match better', () => {
    expect(found('invoices', pinned).slice(0, 2)).toEqual(['set-up-mail', 'export-invoices']);
    expect(found('invoices', pinned)).toHaveLength(4);
    expect(found('Invoices?', pinned)[0]).toBe('set-up-mail');
  });

  test('comes first, though it does not match, and counts', () => {
    const { results, count } = pinned.search('billing', 10);
    const slugs = results.map(({ record }) => record.slug);
    expect(slugs.slice(0, 2)).toEqual(['embed-the-widget', 'admins']);
    expect(slugs.slice(2).sort()).toEqual(['cancel-subscription', 'export-invoices']);
    expect(count).toBe(4);
    expect(results[0]).toMatchObject({ score: results[2]?.score, terms: [] });
  });

  test('that matches is counted once, also beyond the results that are put in order', () => {
    const many = Array.from({ length: 150 }, (_, at) => source(`export-${at}`, { title: 'Export', body: 'Text.' }));
    const last = engineOf(many, { pins: { export: ['article:export-149'] } });
    for (const limit of [10, 150]) expect(last.search('export', limit).count).toBe(150);
  });

  test('comes alone when nothing else is found', () => {
    expect(found('xqzvw', pinned)).toEqual(['set-up-mail']);
    expect(pinned.search('xqzvw', 1).count).toBe(1);
  });

  test('is not shown to a reader it is not meant for', () => {
    const isMeant = ({ audience }: { audience: readonly string[] }) => audience.length === 0;
    const { results, count } = pinned.search('billing', 10, { isMeant });
    expect(results.map(({ record }) => record.slug)).not.toContain('admins');
    expect(results[0]?.record.slug).toBe('embed-the-widget');
    expect(count).toBe(3);
  });

  test('is found as any other by other words', () => {
    expect(found('invoices year', pinned)[0]).toBe('export-invoices');
  });
});

describe('an unfinished word', () => {
  const codes = engineOf([
    source('about-code', { title: 'Code', body: 'What a code is.' }),
    source('codecs', { title: 'Codecs', body: 'Codecs play films.' }),
    source('codeblock', { title: 'Codeblocks', body: 'Codeblocks are grey.' }),
    source('films', { title: 'Films', body: 'No code here.' }),
  ]);

  test('that is a word itself weighs more than what it may become', () => {
    expect(found('code', codes)[0]).toBe('about-code');
    expect(found('code', codes)).toContain('codeblock');
    expect(found('code ', codes)).toEqual(['about-code', 'films']);
  });

  test('becomes clear with its next letters', () => {
    expect(found('codeb', codes)).toEqual(['codeblock']);
  });

  test('may have more letters than the term it stands under', () => {
    const letters = [
      source('links', { title: 'Links', body: 'Verifications and notifications.' }),
      source('other', { title: 'Other', body: 'Vertical lists.' }),
    ];
    for (const typed of ['verif', 'verifi', 'verific', 'verificat', 'verification', 'notificatio']) {
      expect(found(typed, engineOf(letters))).toEqual(['links']);
      expect(engineOf(letters).search(typed, 5).corrected).toBeUndefined();
    }
  });
});

describe('a word of a script without spaces', () => {
  const japanese = engineOf(
    [
      source('password', { title: 'パスワードを変更する', body: '新しいパスワードを二回入力します。' }),
      source('invoice', { title: '請求書をダウンロードする', body: '請求書は毎月届きます。' }),
    ],
    { locale: 'ja' },
  );

  test('is found when it is cut otherwise than in the texts', () => {
    expect(found('スワー', japanese)).toEqual(['password']);
    expect(found('ンロー', japanese)).toEqual(['invoice']);
  });

  test('is not corrected where its letter pairs are known, nor needs to be', () => {
    expect(japanese.search('スワー', 5).corrected).toBeUndefined();
    expect(japanese.search('スワー', 5, { verbatim: true }).count).toBe(1);
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
