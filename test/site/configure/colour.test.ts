import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pairsOf, type Rgb, surfaces, toHex, wordOf } from '../../../site/configure/colour.ts';

const of = (hex: string): Rgb => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16) / 255);
  return [r, g, b];
};

it('judges on the surfaces that the widget has', () => {
  const tokens = readFileSync('widget/ui/tokens.css', 'utf8');
  expect(tokens).toContain(`--tierzero-surface: light-dark(${toHex(surfaces.light)}, ${toHex(surfaces.dark)})`);
});

it('finds a readable counterpart for any colour', () => {
  for (const hex of ['#000000', '#ffffff', '#777777', '#ffdd00', '#0b6e5f', '#7a3e9d', '#00ff00']) {
    for (const { what, ratio } of pairsOf(of(hex))) {
      if (what !== 'button') expect([hex, what, ratio >= 4.5]).toEqual([hex, what, true]);
    }
  }
});

it('says what the numbers mean', () => {
  const words = (hex: string) => Object.fromEntries(pairsOf(of(hex)).map((pair) => [pair.what, wordOf(pair)]));
  expect(words('#7a3e9d')).toMatchObject({ text: 'good', button: 'clear' });
  expect(words('#ffdd00')).toMatchObject({ text: 'strong', button: 'faint' });
  expect(words('#777777')).toMatchObject({ text: 'good' });
});
