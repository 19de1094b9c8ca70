import type { Random } from '../secrets.ts';

/** Crockford's base 32: no I, L, O or U, so a reference can be read out on the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `TZ-` and 30 random bits. It names a ticket for people and opens nothing; the store refuses one that is taken. */
export const makeReference = (random: Random): string =>
  `TZ-${Array.from(random(6), (byte) => alphabet[byte % 32]).join('')}`;

const longest = 140;

/** First line with words in it, cut between characters a person sees as one where the platform can tell. */
export function excerptOf(message: string): string {
  const line = message.trim().split(/\s*[\r\n]+\s*/, 1)[0] ?? '';
  if (line.length <= longest) return line;
  let cut = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(
    line.slice(0, longest),
  )) {
    if (cut.length + segment.length > longest - 1) break;
    cut += segment;
  }
  return `${cut}…`;
}
