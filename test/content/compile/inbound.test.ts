import { describe, expect, it } from 'vitest';
import type { Cache } from '../../../content/compile/cache.ts';
import { contentOf } from '../../../content/compile/document-content.ts';
import { inboundOf } from '../../../content/compile/inbound.ts';
import { jsonBytes } from '../../../content/compile/json-bytes.ts';
import type { CompiledDocument } from '../../../content/schema/document.ts';
import type { Block, Inline } from '../../../content/schema/tree.ts';
import { document } from '../search/document.ts';

const article = (slug: string, title: string, body: Block[] = [], more: Partial<CompiledDocument> = {}) =>
  document(body, { id: `article:${slug}`, slug, title, ...more });
const linkTo = (id: string): Inline => ({ tag: 'a', to: { document: id }, children: ['there'] });
const paragraph = (...children: Inline[]): Block => ({ tag: 'p', children });

/** Keeps results in memory as a file of the last run would. */
function memory(): Cache {
  const kept = new Map<string, Uint8Array>();
  return {
    get: (key) => kept.get(key),
    set: (key, json) => kept.set(key, json),
    save: async () => {},
  };
}

/** What leads to each, by slug. */
const inboundWith = (cache: Cache, ...documents: CompiledDocument[]): Record<string, number> => {
  const counts = inboundOf(
    documents.map(({ id, title, body, steps }) => ({
      id,
      title,
      content: contentOf(jsonBytes(JSON.stringify({ body, steps }))),
    })),
    cache,
  );
  return Object.fromEntries(documents.map(({ slug }, place) => [slug, counts[place]!]));
};

const inbound = (...documents: CompiledDocument[]) => inboundWith(memory(), ...documents);

const password = article('password', 'Change your password');

describe('what leads to a document', () => {
  it('is counted in the order of the documents, and is nothing at first', () => {
    expect(inbound(article('a', 'One'), article('b', 'Two'))).toEqual({ a: 0, b: 0 });
    expect(inboundOf([], memory())).toEqual([]);
  });

  it('is every document that links to it, wherever in the text', () => {
    const link = linkTo('article:password');
    const linking = [
      article('plain', 'One', [paragraph('Look ', link)]),
      article('strong', 'Two', [paragraph({ tag: 'strong', children: [link] })]),
      article('list', 'Three', [{ tag: 'ul', items: [[paragraph('a')], [paragraph(link)]] }]),
      article('callout', 'Four', [{ tag: 'callout', kind: 'note', children: [paragraph(link)] }]),
      article('table', 'Five', [{ tag: 'table', align: [null], head: [['a']], rows: [[[link]]] }]),
      article('heading', 'Six', [{ tag: 'h2', id: 'x', children: [link] }]),
      article('steps', 'Seven', [], { steps: [{ do: [paragraph('a')], say: [paragraph(link)] }] }),
    ];
    expect(inbound(password, ...linking)).toMatchObject({ password: linking.length, plain: 0, steps: 0 });
  });

  it('is each linking document once, however often it links', () => {
    const link = linkTo('article:password');
    const twice = article('twice', 'One', [paragraph(link, ' and ', link), paragraph('Change your password.', link)]);
    expect(inbound(password, twice)).toEqual({ password: 1, twice: 0 });
  });

  it('is not the document itself', () => {
    const body = [paragraph('Change your password as often as you like, ', linkTo('article:password'))];
    expect(inbound({ ...password, body })).toEqual({ password: 0 });
  });

  it('is no link to what is not there', () => {
    expect(inbound(password, article('a', 'One', [paragraph(linkTo('article:gone'))]))).toEqual({ password: 0, a: 0 });
  });

  it.each([
    'To do so, see Change your password.',
    'see “change YOUR password”',
    'Related: Change your password; Sign out',
    'Change your password',
  ])('is every document that names its title: %s', (text) => {
    expect(inbound(password, article('a', 'One', [paragraph(text)]))).toEqual({ password: 1, a: 0 });
  });

  it.each([
    'You can change your old password.',
    'Sometimes things change. Your password does not.',
    'your password',
    'I change your passwords',
  ])('is no document that has the words otherwise: %s', (text) => {
    expect(inbound(password, article('a', 'One', [paragraph(text)]))).toEqual({ password: 0, a: 0 });
  });

  it('is not one that has a title of a single word, which may mean anything', () => {
    const invoices = article('invoices', 'Invoices');
    expect(inbound(invoices, article('a', 'One', [paragraph('Invoices come by mail.')]))).toEqual({
      invoices: 0,
      a: 0,
    });
  });

  it('is counted for every document of the title that is named', () => {
    const other = article('other', 'Change your password');
    const longer = article('longer', 'Change your password again');
    const naming = article('a', 'One', [paragraph('See Change your password again.')]);
    expect(inbound(password, other, longer, naming)).toEqual({ password: 1, other: 1, longer: 1, a: 0 });
  });

  it('is the same when texts were read in an earlier run, and follows titles that have changed since', () => {
    const cache = memory();
    const naming = article('naming', 'One', [paragraph('See Change your password, or Close your account.')]);
    const account = article('account', 'Leave for good');
    const first = inboundWith(cache, password, naming, account);
    expect(first).toEqual({ password: 1, naming: 0, account: 0 });
    expect(inboundWith(cache, password, naming, account)).toEqual(first);
    expect(inboundWith(cache, account, naming, password)).toEqual(first);
    const renamed = { ...account, title: 'Close your account' };
    expect(inboundWith(cache, password, naming, renamed)).toEqual({ password: 1, naming: 0, account: 1 });
    expect(inboundWith(cache, naming, renamed)).toEqual({ naming: 0, account: 1 });
  });
});
