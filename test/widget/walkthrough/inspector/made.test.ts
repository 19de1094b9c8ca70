import { describe, expect, it } from 'vitest';
import { classesGiven, isMade, isRecord } from '../../../../widget/walkthrough/inspector/made.ts';

describe('a name is taken for one that a library or a build has made', () => {
  it.each([
    // Counters and numbers of data.
    'field-1045',
    'row-83641',
    'mui-12',
    'ember42',
    'ember7',
    'radix-3',
    'headlessui-menu-button-3',
    'mat-input-0',
    'cdk-overlay-0',
    'react-select-2-input',
    'ng-tns-c12-3',
    'makeStyles-root-12',
    'j_idt42',
    '7',
    // React's useId.
    ':r5:',
    '«r5»',
    '_r_1_',
    'radix-:r1:-trigger',
    'react-aria-_r_1_-tab-x',
    // Hashes.
    'css-kxyzab',
    'css-1a2b3c4-Button',
    'sc-bdVaJa',
    'StyledButton-sc-1x2y3z-0',
    'svelte-1xyz12a',
    'astro-abcdefgh',
    'jsx-3417287351',
    'Button_root__aBxKq',
    'styles_card__3xKqL',
    'page_main__nw1Wk',
    '_button_1x2yz_12',
    '_button_abcde_1',
    'bdVaJa',
    '7ba5bd90',
    'order-8f3c2a1d-52b1-4c0e-9a3e-0d1f2a3b4c5d',
  ])('%s', (name) => expect(isMade(name)).toBe(true));
});

describe('a name is taken for one that an author has given', () => {
  it.each([
    'checkout-step2',
    'h1-title',
    'btn-primary',
    'order-form',
    'step-2',
    'address2',
    'line1',
    'i18n',
    'a11y-menu',
    'mp4-player',
    'oauth2-login',
    'b2b',
    '2fa-code',
    'newOrder',
    'btnSave',
    'goToTop',
    'getUrlById',
    'userID',
    'isOK',
    'nav__item',
    'nav__item--active',
    'card__title',
    'Card__Title',
    'nav__item2',
    'search_form__submit',
    'css-grid',
    'sc-button',
    'main_nav',
    'user[email]',
    'order.customer',
    'react-root',
    'material-list',
    'rcpt-to',
  ])('%s', (name) => expect(isMade(name)).toBe(false));
});

describe('an address', () => {
  it.each(['/orders/8f3c2a1d-52b1', '/orders/7', '/orders/1045', '/orders?id=42', '/a/ck9x8y7z6'])(
    'is of one record: %s',
    (address) => expect(isRecord(address)).toBe(true),
  );
  it.each(['/orders', '/orders/new/', 'https://example.com/help#contact', '/docs/step2.html', '#', '/orders?sort=up'])(
    'is of a page: %s',
    (address) => expect(isRecord(address)).toBe(false),
  );
});

describe('of the classes of an element', () => {
  it.each([
    ['order-form css-kxyzab', ['order-form']],
    ['sc-bdVaJa kxyzab order-form', ['order-form']],
    ['order md:flex py-1.5', ['order']],
  ])('%s are kept as given by an author: %j', (all, given) => {
    expect(classesGiven(all.split(' '))).toEqual(given);
  });
});
