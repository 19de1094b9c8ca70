import { afterEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { walkthroughStep } from '../../../../content/schema/walkthrough.ts';
import { draftFor, yamlOf } from '../../../../widget/walkthrough/inspector/draft.ts';
import { meantBy, nameFor, namesIn, proposalsFor } from '../../../../widget/walkthrough/inspector/propose.ts';
import { selectorOf } from '../../../../widget/walkthrough/inspector/selector.ts';

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
  Object.defineProperty(HTMLOptionElement.prototype, 'label', {
    configurable: true,
    get(this: HTMLOptionElement) {
      return this.text;
    },
  });
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
  it('the name first, then what means it alone, then the rest, with how many places each means', () => {
    page(['button', { 'data-tierzero-anchor': 'orders.new', id: 'new' }, ['New order']], ['button', {}, ['New order']]);
    expect(waysTo('#new')).toEqual([
      ['name', { name: 'orders.new' }, 1],
      ['selector', { selector: '#new' }, 1],
      ['role', { role: 'button', label: 'New order' }, 2],
    ]);
  });

  it('what finds another element last, and says so', () => {
    page(
      ['button', { id: 'edit-a' }, ['Edit']],
      ['button', { id: 'edit-b' }, ['Edit']],
      ['button', { id: 'edit-c' }, ['Edit']],
    );
    const found = proposalsFor(one('#edit-b'), document).map(({ by, matches, finds }) => [by, matches, finds]);
    expect(found).toEqual([
      ['selector', 1, true],
      ['role', 3, false],
    ]);
  });

  it('no label longer than an anchor may have, nor what means nothing', () => {
    page(['button', { id: 'long' }, ['word '.repeat(30)]], ['button', { id: 'just' }, ['x'.repeat(120)]]);
    expect(waysTo('#long')).toEqual([['selector', { selector: '#long' }, 1]]);
    expect(waysTo('#just')[0]).toEqual(['role', { role: 'button', label: 'x'.repeat(120) }, 1]);
  });

  it('no name or role that a file cannot have', () => {
    page(['div', { 'data-tierzero-anchor': 'Orders New', role: 'doc-note', id: 'new' }, ['New']]);
    expect(waysTo('#new')).toEqual([['selector', { selector: '#new' }, 1]]);
  });

  it('no selector that means something else in the page, for what is in a shadow root', () => {
    page(['button', { class: 'save' }], ['x-card', { id: 'card' }]);
    const root = one('#card').attachShadow({ mode: 'open' });
    root.append(make(['button', { class: 'save' }]));
    const seen: string[] = [];
    const selector = selectorOf(root.querySelector('button')!, (way) => {
      seen.push(way);
      return way === ':host(#card) button.save';
    });
    expect(seen[0]).toBe('button.save');
    expect(selector).toBe(':host(#card) button.save');
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

  it('the label of a box that has no place of its own', () => {
    page(['label', { for: 'box' }, ['Gift']], ['input', { id: 'box', type: 'checkbox' }]);
    expect(meantBy(one('label'))).toBe(one('#box'));
    vi.spyOn(one('#box'), 'getBoundingClientRect').mockReturnValue({ ...rectangle, width: 0 });
    expect(meantBy(one('label'))).toBe(one('label'));
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
    expect(draftFor(one('p'), say)).toMatchObject({ doing: 'look **Text**', by: 'next' });
  });

  it('is selected where it is pressed by its role or a box, and looked at where it is only read', () => {
    page(
      ['div', { role: 'tab' }, ['Sent']],
      ['input', { type: 'checkbox', 'aria-label': 'Gift' }],
      ['section', { 'aria-label': 'Table of orders' }],
      ['article', {}, ['word '.repeat(60)]],
    );
    expect(draftFor(one('div'), say)).toMatchObject({ doing: 'select **Sent**', by: 'click' });
    expect(draftFor(one('input'), say)).toMatchObject({ doing: 'select **Gift**', by: 'input', sample: 'on' });
    expect(draftFor(one('section'), say)).toMatchObject({ doing: 'look **Table of orders**', by: 'next' });
    expect(draftFor(one('article'), say).doing.length).toBeLessThan(100);
  });

  it.each([
    [['input', { type: 'email' }], 'ada@example.com'],
    [['input', { type: 'number', min: '18' }], '18'],
    [['input', { type: 'date' }], '2026-01-31'],
    [['input', {}], 'Example'],
    [['textarea', {}], 'Example'],
    [['input', { pattern: '[0-9]{4}' }], ''],
    [['input', { type: 'password' }], ''],
    [
      [
        'select',
        {},
        [
          ['option', { value: '' }, ['Choose']],
          ['option', { value: 'a' }, ['Ada']],
        ],
      ],
      'Ada',
    ],
    [
      [
        'select',
        {},
        [
          ['option', { value: 'a', disabled: '' }, ['Ada']],
          ['option', { value: 'b', selected: '' }, ['Bea']],
          ['option', { value: 'c' }, ['Cem']],
        ],
      ],
      'Cem',
    ],
  ] satisfies [Made, string][])('has a value that the field takes: %j', (field, sample) => {
    page(field);
    expect(draftFor(one(field[0]), say).sample).toBe(sample);
  });

  it('has no sample where nobody has given one: an empty one is refused', () => {
    const draft = { doing: 'Fill in **Code**.', saying: '', by: 'input' as const, sample: '' };
    expect(parse(yamlOf(draft, { name: 'code' }))).toEqual([
      { id: 'code', do: draft.doing, anchor: 'code', advance: 'input' },
    ]);
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
