import { asText, contrast, fromComputed, onColor } from '../../widget/shell/accent.ts';

export type Rgb = NonNullable<ReturnType<typeof fromComputed>>;

/** Words that are colours only together with a page, or none to see. */
const borrowed = /^(?:currentcolor|transparent|inherit|initial|unset|revert|revert-layer)$|\bvar\(|[;{}]/i;

/** Reads a CSS colour as the widget does, by letting the browser compute it; nothing where it is none or can be seen through. */
export const readColour = (text: string): Rgb | undefined => {
  const color = text.trim();
  if (!color || color.length > 64 || borrowed.test(color) || !CSS.supports('color', color)) return undefined;
  const probe = document.createElement('span');
  probe.style.color = `color-mix(in srgb, ${color}, ${color})`;
  document.body.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  return isSeenThrough(computed) ? undefined : fromComputed(computed);
};

const isSeenThrough = (computed: string): boolean => {
  const alpha = /(?:\/|rgba\(.*,)\s*([\d.]+)/.exec(computed)?.[1];
  return alpha !== undefined && Number(alpha) < 1;
};

/** `#7a3e9d`: what a colour field takes. */
export const toHex = (color: Rgb): string =>
  `#${color
    .map((channel) =>
      Math.round(Math.min(1, Math.max(0, channel)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** A pair that somebody has to read or see, with its contrast (WCAG 2.2). */
export interface Pair {
  what: 'text' | 'light' | 'dark' | 'button';
  ink: Rgb;
  ground: Rgb;
  ratio: number;
}

/** The widget's surfaces; a test holds them against the tokens. */
export const surfaces = { light: [1, 1, 1], dark: [25 / 255, 24 / 255, 22 / 255] } as const satisfies Record<
  string,
  Rgb
>;

const pair = (what: Pair['what'], ink: Rgb, ground: Rgb): Pair => ({ what, ink, ground, ratio: contrast(ink, ground) });

/** Black or white on the accent, what the widget makes of it for links in a light and in a dark panel, and the button itself. */
export const pairsOf = (accent: Rgb): Pair[] => [
  pair('text', onColor(accent), accent),
  pair('light', asText(accent, surfaces.light), surfaces.light),
  pair('dark', asText(accent, surfaces.dark), surfaces.dark),
  pair('button', accent, surfaces.light),
];

/** How far a number is from the least that WCAG asks for: 4.5 of a text, 3 of a button. */
export const wordOf = ({ what, ratio }: Pair): 'strong' | 'good' | 'clear' | 'faint' => {
  if (what === 'button') return ratio >= 3 ? 'clear' : 'faint';
  return ratio >= 7 ? 'strong' : 'good';
};
