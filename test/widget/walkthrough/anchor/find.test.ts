import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anchorFrom, type WrittenAnchor } from '../../../../content/schema/anchor.ts';
import type { Condition } from '../../../../content/schema/guide.ts';
import { bundle, serve } from '../../../support/bundle.ts';
import { launchChromium } from '../../../support/chromium.ts';

/** Visibility, shadow roots, frames and covers need a browser that lays out. */
declare global {
  interface Window {
    anchors: typeof import('../../../support/anchors.ts');
  }
}

let browser: Browser;
let page: Page;
let close: () => void;

beforeAll(async () => {
  const code = await bundle(fileURLToPath(new URL('../../../support/anchors.ts', import.meta.url)));
  const { origin, server } = await serve({
    '/': '<!doctype html><title>Shop</title><body><script type=module>import * as m from "/anchors.js"; window.anchors = m</script>',
    '/anchors.js': code,
    '/frame':
      '<!doctype html><body style="margin:0"><button data-tierzero-anchor="pay" style="margin:10px">Pay</button>',
  });
  close = () => server.close();
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  await page.goto(origin);
  await page.waitForFunction(() => 'anchors' in window);
});
afterAll(async () => {
  await browser?.close();
  close?.();
});

/** Shows a body; `shadow` says which element gets the rest as its shadow root. */
const show = (html: string) =>
  page.evaluate((text) => {
    const unsafe = (root: Element | ShadowRoot, inner: string) => {
      root.innerHTML = inner;
      for (const template of root.querySelectorAll('template')) {
        const shadow = template.parentElement?.attachShadow({ mode: 'open' });
        if (shadow) unsafe(shadow, template.innerHTML);
        template.remove();
      }
    };
    unsafe(document.body, text);
    return Promise.all(
      [...document.querySelectorAll('iframe')].map(
        (frame) =>
          new Promise((done) => {
            frame.onload = done;
          }),
      ),
    );
  }, html);

/** Id of what is found, or its text, and by what. */
const find = (anchor: WrittenAnchor) =>
  page.evaluate((wanted) => {
    const { findAnchor } = window.anchors;
    const found = findAnchor(wanted, document);
    return found && `${found.by}: ${found.element.id || found.element.textContent?.trim()}`;
  }, anchorFrom(anchor));

const holds = (condition: Condition, path = '/') =>
  page.evaluate(
    ([wanted, at]) => {
      const { holds } = window.anchors;
      return holds(wanted, { document, path: at });
    },
    [condition, path] as const,
  );

const covered = (id: string) =>
  page.evaluate((wanted) => {
    const { isCovered } = window.anchors;
    return isCovered(document.getElementById(wanted)!);
  }, id);

const accepted = (matches?: string) =>
  page.evaluate(
    ([pattern]) => {
      const { isAccepted, valueIn } = window.anchors;
      const field = document.getElementById('it')!;
      return [valueIn(field), pattern === null ? isAccepted(field) : isAccepted(field, pattern)];
    },
    [matches ?? null] as const,
  );

describe('an anchor', () => {
  it('is found by its name first, then by its selector, then by its role and label', async () => {
    const anchor = { name: 'save', selector: '.save', role: 'button', label: 'Save' };
    await show(
      '<button id=c>Save</button><button id=b class=save>x</button><button id=a data-tierzero-anchor=save>x</button>',
    );
    expect(await find(anchor)).toBe('name: a');
    await show('<button id=c>Save</button><button id=b class=save>x</button>');
    expect(await find(anchor)).toBe('selector: b');
    await show('<button id=c> save </button>');
    expect(await find(anchor)).toBe('role: c');
    await show('<p>Save</p>');
    expect(await find(anchor)).toBeUndefined();
  });

  it('is the first that can be seen', async () => {
    await show(`<button id=a data-tierzero-anchor=save hidden>x</button>
      <div style="visibility:hidden"><button id=b data-tierzero-anchor=save>x</button></div>
      <button id=c data-tierzero-anchor=save style="width:0;height:0;padding:0;border:0"></button>
      <button id=d data-tierzero-anchor=save>x</button>`);
    expect(await find({ name: 'save' })).toBe('name: d');
  });

  it('cannot be seen in what is folded in', async () => {
    await show('<div style="height:0;overflow:hidden"><p><button data-tierzero-anchor=save>x</button></p></div>');
    expect(await find({ name: 'save' })).toBeUndefined();
    await show('<div style="height:0"><button id=a data-tierzero-anchor=save>x</button></div>');
    expect(await find({ name: 'save' })).toBe('name: a');
  });

  it('is found below the fold', async () => {
    await show('<div style="height:3000px"></div><button id=a data-tierzero-anchor=save>x</button>');
    expect(await find({ name: 'save' })).toBe('name: a');
  });

  it('is found in shadow roots within each other', async () => {
    await show(
      '<div><template><p><template><button id=a data-tierzero-anchor=save>Save</button></template></p></template></div>',
    );
    expect(await find({ name: 'save' })).toBe('name: a');
    expect(await find({ role: 'button', label: 'Save' })).toBe('role: a');
  });

  it('is found in a frame of the same origin, and its place is that in the page', async () => {
    await show('<iframe src="/frame" style="position:absolute;left:100px;top:200px;border:5px solid"></iframe>');
    expect(await find({ name: 'pay' })).toBe('name: Pay');
    const box = await page.evaluate(() => {
      const { boxOf, findAnchor } = window.anchors;
      return boxOf(findAnchor({ name: 'pay' }, document)!.element);
    });
    expect(box).toMatchObject({ left: 115, top: 215 });
  });

  it('is not seen in a frame that is hidden, and a foreign frame is no error', async () => {
    await show('<iframe src="/frame" hidden></iframe><iframe sandbox src="/frame"></iframe>');
    expect(await find({ name: 'pay' })).toBeUndefined();
  });

  it('is none where the selector is no selector, or the layer of the guide has it', async () => {
    await show('<div class="tz guide"><button class=x>Next</button></div>');
    expect(await find({ selector: 'a:::b' })).toBeUndefined();
    expect(await find({ selector: '.x' })).toBeUndefined();
  });

  it.each([
    ['<a id=it href="/x">Home</a>', 'link', 'Home'],
    ['<label>Name <input id=it></label>', 'textbox', 'Name'],
    ['<label for=it>Theme</label><select id=it><option>Auto</select>', 'combobox', 'Theme'],
    ['<label>Theme <select id=it><option>Auto</select></label>', 'combobox', 'Theme'],
    ['<label><input id=it type=checkbox> Remember me</label>', 'checkbox', 'Remember me'],
    ['<input id=it type=submit value="Send it">', 'button', 'Send it'],
    ['<input id=it placeholder="Search orders" type=search>', 'searchbox', 'Search orders'],
    ['<button id=it aria-label="Close"><svg></svg></button>', 'button', 'Close'],
    ['<b id=n>Invoice 7</b><button id=it aria-labelledby="n">x</button>', 'button', 'Invoice 7'],
    ['<button id=it><img alt="Delete" src="data:,"></button>', 'button', 'Delete'],
    [
      '<button id=it>New <span>invoice</span><i aria-hidden=true>+</i><i hidden>busy</i></button>',
      'button',
      'New invoice',
    ],
    ['<div id=it role="tab">Lines</div>', 'tab', 'Lines'],
    ['<button id=it title="Undo">\n</button>', 'button', 'Undo'],
    ['<details open><summary id=it>More</summary></details>', 'button', 'More'],
    ['<button id=it>Sa<u>v</u>e</button>', 'button', 'Save'],
    ['<button id=it><div>New</div><div>order</div></button>', 'button', 'New order'],
    ['<button id=it><svg><title>Print</title><path d="M0 0"/></svg></button>', 'button', 'Print'],
    ['<i id=n hidden>Invoice 7</i><button id=it aria-labelledby="n">x</button>', 'button', 'Invoice 7'],
    ['<button id=it><x-word><template>Archive</template></x-word></button>', 'button', 'Archive'],
    ['<nav id=it aria-label="Main">x</nav>', 'navigation', 'Main'],
    ['<div id=it role="presentation button">Send</div>', 'button', 'Send'],
  ])('%s is a %s named %s', async (html, role, label) => {
    await show(html);
    expect(await find({ role, label })).toBe('role: it');
  });
});

describe('a cover', () => {
  const over = 'position:fixed;inset:0;background:#000';
  it('lies over an element', async () => {
    await show(`<button id=a>Save</button><div style="${over}"></div>`);
    expect(await covered('a')).toBe(true);
  });
  it('may be the label of another field', async () => {
    await show(`<input id=a><label style="${over}">Other <input></label>`);
    expect(await covered('a')).toBe(true);
  });
  it('is none while a part of the element is free', async () => {
    await show(
      `<button id=a style="width:200px">Save</button><div style="position:fixed;left:0;top:0;width:90px;height:90px"></div>`,
    );
    expect(await covered('a')).toBe(false);
  });
  it('is none where it lets clicks through, is within the element, is its label, or the element is out of view', async () => {
    await show(`<button id=a>Save</button><div style="${over};pointer-events:none"></div>`);
    expect(await covered('a')).toBe(false);
    await show('<button id=a><span style="position:absolute;inset:0">Save</span></button>');
    expect(await covered('a')).toBe(false);
    await show(
      '<label style="position:relative"><input id=a type=checkbox><b style="position:absolute;inset:-20px">x</b></label>',
    );
    expect(await covered('a')).toBe(false);
    await show(`<div style="height:3000px"></div><button id=a>Save</button><div style="${over}"></div>`);
    expect(await covered('a')).toBe(false);
  });
});

describe('what is away', () => {
  const away = (html: string) =>
    show(html).then(() => page.evaluate(() => window.anchors.isAway(document.getElementById('a')!)));

  it('is below the fold, also in part', async () => {
    expect(await away('<button id=a>Save</button>')).toBe(false);
    expect(await away('<div style="height:3000px"></div><button id=a>Save</button>')).toBe(true);
    expect(await away('<p id=a style="position:absolute;top:570px;height:60px">Save</p>')).toBe(true);
  });
  it('is beyond the edge of what scrolls by itself, or by a script', async () => {
    for (const overflow of ['auto', 'hidden'])
      expect(
        await away(`<div style="overflow:${overflow};height:50px"><p style="height:300px"></p><b id=a>Save</b></div>`),
      ).toBe(true);
    expect(await away('<div style="height:50px"><p style="height:300px"></p><b id=a>Save</b></div>')).toBe(false);
  });
  it('is not what is larger than the page, nor what sticks out by a line', async () => {
    expect(await away('<p id=a style="position:absolute;top:-100px;height:1000px;margin:0">Save</p>')).toBe(false);
    expect(
      await away('<div style="overflow:hidden;height:30px"><p id=a style="margin:-2px;height:30px">x</p></div>'),
    ).toBe(false);
  });
});

describe('a condition', () => {
  it('holds when everything that it names does', async () => {
    await show('<p data-tierzero-anchor=note>Saved</p><input id=f data-tierzero-anchor=amount value="12">');
    expect(await holds({ route: '/billing/**' }, '/billing/new')).toBe(true);
    expect(await holds({ route: '/billing/**' }, '/other')).toBe(false);
    expect(await holds({ visible: [{ name: 'note' }, { name: 'amount' }] })).toBe(true);
    expect(await holds({ visible: [{ name: 'note' }, { name: 'none' }] })).toBe(false);
    expect(await holds({ absent: [{ name: 'none' }] })).toBe(true);
    expect(await holds({ absent: [{ name: 'note' }] })).toBe(false);
    expect(await holds({ value: { of: { name: 'amount' }, is: '12' }, visible: [{ name: 'note' }] })).toBe(true);
    expect(await holds({ value: { of: { name: 'amount' }, is: ' 12 ' } })).toBe(true);
    expect(await holds({ value: { of: { name: 'amount' }, is: '13' } })).toBe(false);
  });
});

describe('a value', () => {
  it.each([
    ['<input id=it value=" 12 ">', undefined, '12', true],
    ['<input id=it value="12">', '\\d+', '12', true],
    ['<input id=it value="12 apples">', '\\d+', '12 apples', false],
    ['<input id=it>', undefined, '', false],
    ['<input id=it type=email value="me">', undefined, 'me', false],
    ['<input id=it aria-invalid=true value="me">', undefined, 'me', false],
    ['<select id=it><option value=a>Auto<option value=d selected>Dark</select>', 'Dark', 'Dark', true],
    ['<input id=it type=checkbox checked>', 'on', 'on', true],
    ['<input id=it type=checkbox>', 'on', 'off', false],
    ['<button id=it role=switch aria-checked=true>Sound</button>', 'on', 'on', true],
    ['<div id=it contenteditable>Hello</div>', undefined, 'Hello', true],
    ['<select id=it><option value="">Choose one<option>Dark</select>', undefined, 'Choose one', false],
    ['<input id=it type=checkbox>', undefined, 'off', false],
    ['<input id=it type=checkbox>', 'off', 'off', true],
    [
      `<fieldset id=it><label><input type=radio name=a> Mail</label><label><input type=radio name=a> Phone</label></fieldset>`,
      undefined,
      '',
      false,
    ],
    [
      `<fieldset id=it><label><input type=radio name=a checked> Mail</label><label><input type=radio name=a> Phone</label></fieldset>`,
      'Mail',
      'Mail',
      true,
    ],
    [
      '<div id=it role=radiogroup><p role=radio aria-checked=false>S</p><p role=radio aria-checked=true>L</p></div>',
      undefined,
      'L',
      true,
    ],
  ])('of %s, to match %s, is %s; accepted: %s', async (html, matches, value, accepts) => {
    await show(html);
    expect(await accepted(matches)).toEqual([value, accepts]);
  });
});
