import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../../widget/shell/accent.ts';

const css = readFileSync(new URL('../../../widget/ui/tokens.css', import.meta.url), 'utf8').replace(
  /\/\*[\s\S]*?\*\//g,
  '',
);

const declared = [...css.matchAll(/--tierzero-([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => ({
  name,
  value,
}));
/** Values in one scheme: those of `light-dark()` by their place, others as they are. */
const valuesOf = (place: 1 | 2): Map<string, string> =>
  new Map(declared.map(({ name, value }) => [name, value.replaceAll(/light-dark\((#\w+), (#\w+)\)/g, `$${place}`)]));

const rgb = (hex: string): [number, number, number] => {
  const [, r = '', g = '', b = ''] = /^#(..)(..)(..)$/.exec(hex) ?? [];
  return [Number.parseInt(r, 16) / 255, Number.parseInt(g, 16) / 255, Number.parseInt(b, 16) / 255];
};

const surfaces = ['surface', 'raised', 'selected'];
/** Words on what they stand on: WCAG 2.2, 1.4.3. */
const words: [string, string][] = [
  ...['text', 'quiet', 'link', 'danger', 'success', 'warning'].flatMap((word): [string, string][] =>
    surfaces.map((surface) => [word, surface]),
  ),
  ['on-accent', 'accent'],
  ['on-launcher', 'launcher'],
];
/** Borders of controls, pictures and the focus ring: 1.4.11. */
const shapes: [string, string][] = ['control', 'focus', 'accent'].flatMap((shape): [string, string][] =>
  surfaces.map((surface) => [shape, surface]),
);

describe.each([
  ['light', valuesOf(1)],
  ['dark', valuesOf(2)],
])('tokens, %s', (_, tokens) => {
  const ratio = (a: string, b: string) => contrast(rgb(tokens.get(a) ?? ''), rgb(tokens.get(b) ?? ''));

  it.each(words)('%s reads on %s', (word, surface) => expect(ratio(word, surface)).toBeGreaterThanOrEqual(4.5));
  it.each(shapes)('%s is seen on %s', (shape, surface) => expect(ratio(shape, surface)).toBeGreaterThanOrEqual(3));
});

it('say every colour for light and for dark, but the launcher that is the same', () => {
  const once = declared.filter(({ value }) => value.startsWith('#')).map(({ name }) => name);
  expect(once).toEqual(['launcher', 'on-launcher']);
});
