import type { Options } from './options.ts';

const entities: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

/** SECURITY: whatever was typed stays inside its quotes. */
const escaped = (text: string): string => text.replace(/[&"<>]/g, (character) => entities[character] ?? character);

/** Attributes of the tag besides its address, in the order of the help article; those that change nothing are left out. */
export const attributesOf = ({ locale, theme, accent, launcher, label, storage }: Options): [string, string][] => {
  const all: [name: string, value: string, otherwise: string][] = [
    ['data-locale', locale, ''],
    ['data-theme', theme, 'auto'],
    ['data-accent', accent.trim(), ''],
    ['data-launcher', launcher, 'end'],
    // Without a launcher there is nothing to write it on.
    ['data-label', launcher === 'none' ? '' : label.trim(), ''],
    ['data-storage', storage, 'auto'],
  ];
  return all.filter(([, value, otherwise]) => value !== otherwise).map(([name, value]) => [name, value]);
};

/** The tag to paste, exactly. Its address comes first, each option on a line of its own. */
export const tagOf = (options: Options): string => {
  const lines = attributesOf(options).map(([name, value]) => `\n  ${name}="${escaped(value)}"`);
  return `<script async src="${escaped(options.base)}tierzero.js"${lines.join('')}></script>`;
};
