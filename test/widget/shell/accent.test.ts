import { describe, expect, it } from 'vitest';
import { asText, contrast, fromComputed, onColor, toCss } from '../../../widget/shell/accent.ts';

const white = [1, 1, 1] as const;
const steps = [0, 0.2, 0.4, 0.6, 0.8, 1];
const colours = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => [r, g, b] as const)));

describe('accent', () => {
  it('finds words that read on any accent', () => {
    for (const colour of colours) expect(contrast(colour, onColor(colour))).toBeGreaterThanOrEqual(4.5);
  });
  it('makes any accent readable as text, on light and on dark', () => {
    for (const surface of [white, [0.1, 0.09, 0.08] as const])
      for (const colour of colours) expect(contrast(asText(colour, surface), surface)).toBeGreaterThanOrEqual(4.5);
  });
  it('leaves an accent alone that reads already', () => expect(asText([0, 0.2, 0.4], white)).toEqual([0, 0.2, 0.4]));
  it('reads what browsers compute', () => {
    expect(fromComputed('rgb(255, 0, 51)')).toEqual([1, 0, 0.2]);
    expect(fromComputed('color(srgb 0.5 0.25 1e-3)')).toEqual([0.5, 0.25, 0.001]);
    expect(fromComputed('transparent')).toBeUndefined();
  });
  it('writes CSS', () => expect(toCss([1, 0, 0.2])).toBe('rgb(255 0 51)'));
});
