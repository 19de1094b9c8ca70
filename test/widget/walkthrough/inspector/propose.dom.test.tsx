import { afterEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { walkthroughStep } from '../../../../content/schema/walkthrough.ts';
import { draftFor, yamlOf } from '../../../../widget/walkthrough/inspector/draft.ts';
import { meantBy, nameFor, namesIn, proposalsFor } from '../../../../widget/walkthrough/inspector/propose.ts';

const rectangle = { left: 0, top: 0, width: 10, height: 10, right: 10, bottom: 10, x: 0, y: 0, toJSON: () => '' };

/** A page of elements as a list of tag, attributes and what is in them. */
type Made = [tag: string, attributes?: Record<string, string>, inside?: (Made | string)[]];
const make = ([tag, attributes = {}, inside = []]: Made): HTMLElement => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside.map((one) => (typeof one === 'string' ? one : make(one))));
  return element;
};
const page = (...made: Made[]) => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(rectangle);
  Element.prototype.checkVisibility ??= () => true;
  document.body.replaceChildren(...made.map(make));
};
const one = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const waysTo = (selector: string) =>
  proposalsFor(one(selector), document).map(({ by, anchor, matches }) => [by, anchor, matches]);

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe('the inspector proposes', () => {
  it('the name first, then role and label, then a selector, with how many places each means', () => {
    page(['button', { 'data-tierzero-anchor': 'orders.new', id: 'new' }, ['New order']], ['button', {}, ['New order']]);
    expect(waysTo('#new')).toEqual([
      ['name', { name: 'orders.new' }, 1],
      ['role', { role: 'button', label: 'New order' }, 2],
      ['selector', { selector: '#new' }, 1],
    ]);
  });

  it('no id that a counter or a build has made', () => {
    page(['main', { id: 'app' }, [['input', { id: 'field-1045', name: 'email' }]]]);
    expect(waysTo('input').at(-1)).toEqual(['selector', { selector: 'input[name="email"]' }, 1]);
  });

  it('what tests hold on to before an id', () => {
    page(['a', { href: '/orders', 'data-testid': 'orders-link', id: 'orders' }, ['Orders']]);
    expect(waysTo('a').at(-1)).toEqual(['selector', { selector: 'a[data-testid="orders-link"]' }, 1]);
  });

  it('the place among its like, below something that lasts, where nothing else is of its own', () => {
    page([
      'ul',
      { id: 'list' },
      [
        ['li', {}, ['a']],
        ['li', {}, ['b']],
      ],
    ]);
    expect(waysTo('li:last-child').at(-1)).toEqual(['selector', { selector: '#list > li:nth-of-type(2)' }, 1]);
  });

  it('the control rather than what is drawn in it', () => {
    page(['button', { id: 'save' }, [['span', { class: 'icon' }]]]);
    expect(meantBy(one('.icon'))).toBe(one('#save'));
  });

  it('a name for what has none, of the page and what it is for', () => {
    page(['button', {}, ['Größe ändern …']], ['div']);
    expect(nameFor(one('button'), '/shop/orders/')).toBe('orders.grosse-andern');
    expect(nameFor(one('div'), '/')).toBe('page.div');
  });

  it('every name there is in the page once', () => {
    page(
      ['i', { 'data-tierzero-anchor': 'b' }],
      ['i', { 'data-tierzero-anchor': 'a' }],
      ['i', { 'data-tierzero-anchor': 'b' }],
    );
    expect(namesIn(document)).toEqual(['b', 'a']);
  });
});

describe('a step made by the inspector', () => {
  const say = (key: string, label: string) => `${key} **${label}**`;

  it('is typed into where it is a field, and pressed where it is a button', () => {
    page(['input', { 'aria-label': 'Name' }], ['button', {}, ['Save']], ['p', {}, ['Text']]);
    expect(draftFor(one('input'), say)).toMatchObject({ doing: 'fill **Name**', by: 'input' });
    expect(draftFor(one('button'), say)).toMatchObject({ doing: 'select **Save**', by: 'click' });
    expect(draftFor(one('p'), say).by).toBe('next');
  });

  it.each([
    [{ name: 'orders.new' }, 'orders.new'],
    [
      { role: 'button', label: 'Say "yes": now' },
      { role: 'button', label: 'Say "yes": now' },
    ],
    [{ selector: "a[href='#']" }, { selector: "a[href='#']" }],
  ])('is a step of the file: %j', (anchor, written) => {
    const draft = { doing: 'Select **New: "order"**.', saying: 'Look # twice', by: 'input' as const, sample: 'a: b' };
    const [step] = parse(yamlOf(draft, anchor));
    expect(walkthroughStep.parse(step)).toMatchObject({
      id: 'new-order',
      do: draft.doing,
      say: draft.saying,
      anchor: written,
      advance: 'input',
      sample: 'a: b',
    });
  });
});
