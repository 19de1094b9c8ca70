type Rgb = readonly [number, number, number];

/** Relative luminance (WCAG 2.2), from channels of 0 to 1. */
const luminance = (color: Rgb): number => {
  const [r, g, b] = color.map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};

/** Contrast ratio (WCAG 2.2), 1 to 21. */
export const contrast = (a: Rgb, b: Rgb): number => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
};

const mix = (a: Rgb, b: Rgb, share: number): Rgb => {
  const channel = (from: number, to: number) => from * (1 - share) + to * share;
  return [channel(a[0], b[0]), channel(a[1], b[1]), channel(a[2], b[2])];
};
const black: Rgb = [0, 0, 0];
const white: Rgb = [1, 1, 1];
const readable = 4.5;

/** Black or white, whichever reads better on a colour. One of them always has at least 4.58. */
export const onColor = (color: Rgb): Rgb => (contrast(color, white) >= contrast(color, black) ? white : black);

/** The colour itself where it reads as text on `surface`, else as little darker or lighter as it takes. */
export const asText = (color: Rgb, surface: Rgb): Rgb => {
  const towards = onColor(surface);
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mix(color, towards, share);
    if (contrast(candidate, surface) >= readable) return candidate;
  }
  return towards;
};

export const toCss = (color: Rgb): string => `rgb(${color.map((channel) => Math.round(channel * 255)).join(' ')})`;

/** Channels of what `getComputedStyle` answers for a colour: `rgb(…)` or `color(srgb …)`; undefined for anything else. */
export const fromComputed = (text: string): Rgb | undefined => {
  const [r, g, b] = (text.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  const scale = text.startsWith('rgb') ? 255 : text.startsWith('color(srgb ') ? 1 : 0;
  if (!scale || r === undefined || g === undefined || b === undefined) return undefined;
  return [r / scale, g / scale, b / scale];
};

/** Reads any CSS colour by letting the browser compute it; undefined when it is none. */
const readColor = (root: ShadowRoot, color: string) => {
  const probe = document.createElement('span');
  probe.style.color = `color-mix(in srgb, ${color}, ${color})`;
  if (!probe.style.color) return undefined;
  root.append(probe);
  const read = fromComputed(getComputedStyle(probe).color);
  probe.remove();
  return read;
};

/** Sets the host's accent with what reads on it and beside it. A colour the browser does not know changes nothing. */
const paint = (host: HTMLElement, accent: string): void => {
  const root = host.shadowRoot;
  const color = root && readColor(root, accent);
  const surface = root && readColor(root, 'var(--tierzero-surface)');
  if (!color || !surface) return;
  const [on, link] = [onColor(color), asText(color, surface)];
  const tokens = { accent: color, 'on-accent': on, launcher: color, 'on-launcher': on, link, focus: link };
  for (const [token, value] of Object.entries(tokens)) host.style.setProperty(`--tierzero-${token}`, toCss(value));
};

const followed = new WeakSet<HTMLElement>();

/** Paints it now, and again when the system turns light or dark, until `signal`. */
export const keepAccent = (host: HTMLElement, accent: string, signal: AbortSignal): void => {
  paint(host, accent);
  if (followed.has(host)) return;
  followed.add(host);
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', () => paint(host, accent), { signal });
};
