import { describe, expect, it } from 'vitest';
import { expressionOf } from '../../../content/compile/check/walkthrough/expression.ts';
import { mayFreeze } from '../../../content/compile/check/walkthrough/freeze.ts';
import { isSelector } from '../../../content/compile/check/walkthrough/selector.ts';
import { isNone } from '../../../content/compile/check/walkthrough/versions.ts';

describe('a selector', () => {
  it.each(
    `#a.b | :host > button | :host(.a) | :nth-child(2n of .x) | :has(> a) | :not(a,b) | [a=b i] | [a="#1a"] | :lang(de) |
    a ~ b + c | #\\31 a | [id="1a"] | .-a | #p .failed:not([hidden]) | [aria-expanded=true] | li:is(.a, .b) > a |
    a:has(b):has(c) | a:has(b:is(c))`.split(/\s\|\s+/),
  )('is %s', (selector) => expect(isSelector(selector)).toBe(true));

  it.each(
    `#1a / .1a / :input / :button / :checkbox / x|y / *|y / a:foo / a::before / :nth-child(foo) / :has() / [a=1] / [1a] /
    > a / a||b / a < b / :hover() / a:not(:foo) / 1a / @x / a;b / :before / a:is(> b) / :eq(1) /
    a:has(b:has(c)) / a:has(b:is(c:not(:has(d))))`.split(/\s\/\s+/),
  )('is not %s', (selector) => expect(isSelector(selector)).toBe(false));
});

describe('a pattern of values', () => {
  it.each([
    '#[0-9a-f]{6}|[a-z]+|[a-z]+[(].+[)]',
    '.+@.+',
    '(a|b)?',
    '(?:\\d{3}-){2}\\d+',
    '(\\d{1,3},){0,9}\\d{1,3}',
    '\\(a+\\)+',
    '[(+]+',
    '(abc)+',
    '(a+,){0,9}a+',
    '([^,]+,)+',
    '[^,]*,[^,]*,[^,]*,[^,]*,[^,]*',
    '\\d+\\.\\d+\\.\\d+\\.\\d+',
    '.+@.+\\..+',
    '[ab]+',
    'a+',
    '\\p{Lu}\\p{Ll}+ \\u{1F600}?(?=x).{3,}?',
  ])('may be %s', (matches) => {
    expect(expressionOf(matches)).toBeDefined();
    expect(mayFreeze(matches)).toBe(false);
  });

  it.each([
    '(a+)+b',
    '(a|a)*',
    '(a*)*',
    '((a+)b?)*',
    '(?:a+){2,}',
    '(?<x>a+)+',
    '([a-z]+)*',
    '(a+){20}',
    '(a*){9}b',
    'a*a*a*a*a*a*a*a*a*a*b',
    '[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*!',
    '(aa?)+b',
    '(a{1,2})+b',
    '(a{0,10}){10}b',
    '(a+?)+?b',
    '(\\w+\\d)+',
  ])('may not be %s, which can take for ever', (matches) => expect(mayFreeze(matches)).toBe(true));
});

describe('versions', () => {
  it.each(['>3 <2', '>=3 <3', '=2 =3', '>2.10 <2.9', '>2 <=2.0'])('are none with %s', (app) =>
    expect(isNone(app)).toBe(true),
  );

  it.each(['>=2.4 <3', '>=2 <=2.0', '=2.4', '>2.9 <2.10', '>1 >2'])('are some with %s', (app) =>
    expect(isNone(app)).toBe(false),
  );
});
