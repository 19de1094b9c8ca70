/** Signs that something without an end is taken to hold: a line of text. */
const long = 100;
/** Ways that a browser has tried before anybody sees it wait. */
const most = 1_000_000;

/**
 * Whether it may take for ever to see that a value does not fit. A browser tries every way to share the value among what is
 * repeated and what is a choice; here they are counted, as if all of it could stand for the same signs, but for what ends
 * where the next sign is another one. Some that are harmless are refused, too.
 */
export const mayFreeze = (matches: string): boolean => waysOf(choicesIn(tokensOf(matches)).choices) > most;

interface Token {
  sign: string;
  /** How often, at least and at most. */
  times: readonly [number, number];
}

/** What one sign of the value is held against, or the choices in a group. */
type Part = Pick<Token, 'times'> & ({ sign: string } | { choices: Part[][] });

const sign =
  /\\(?:u\{[\da-f]+\}|u[\da-f]{4}|x[\da-f]{2}|p\{[^}]*\}|k<[^>]*>|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?(?:<[=!]|<[^>]*>|[a-z-]*[:=!]))?|[\s\S]/;
const often = /(?:([*+?])|\{(\d+)(,?)(\d*)\})?\??/;
const tokens = new RegExp(`(${sign.source})${often.source}`, 'giu');

const tokensOf = (matches: string): Token[] =>
  Array.from(matches.matchAll(tokens), ([, sign = '', short, from, comma, to]) => ({
    sign,
    times:
      from === undefined
        ? timesOf(short)
        : [Number(from), comma ? Number(to || Number.POSITIVE_INFINITY) : Number(from)],
  }));

function timesOf(short: string | undefined): readonly [number, number] {
  if (short === undefined) return [1, 1];
  return [short === '+' ? 1 : 0, short === '?' ? 1 : Number.POSITIVE_INFINITY];
}

/** Takes tokens up to the end of a group, and says how often the group is. */
function choicesIn(left: Token[]): Pick<Token, 'times'> & { choices: Part[][] } {
  const choices: Part[][] = [[]];
  for (let token = left.shift(); token; token = left.shift()) {
    if (token.sign === ')') return { choices, times: token.times };
    if (token.sign === '|') choices.push([]);
    else choices.at(-1)?.push(token.sign.startsWith('(') ? choicesIn(left) : token);
  }
  return { choices, times: [1, 1] };
}

const waysOf = (choices: readonly Part[][]): number =>
  choices.reduce(
    (sum, parts) => sum + parts.reduce((ways, part, place) => ways * waysOfPart(part, parts[place + 1]), 1),
    0,
  );

function waysOfPart(part: Part, next: Part | undefined): number {
  if (endsWhere(part, next)) return 1;
  const [least, most] = part.times;
  const inner = 'choices' in part ? waysOf(part.choices) : 1;
  if (most === Number.POSITIVE_INFINITY) return inner > 1 ? most : long;
  return inner ** most * (most - least + 1);
}

/** Whether it ends where the next begins: one sign must be there that it cannot stand for. */
function endsWhere(part: Part, next: Part | undefined): boolean {
  if ('choices' in part || !next || 'choices' in next || next.times[0] === 0) return false;
  if ([part, next].some(({ sign }) => isPlace(sign))) return false;
  return !new RegExp(`(?=${part.sign})${next.sign}`, 'u').test(signs);
}

/** Places, and what was found before, are no signs. */
const isPlace = (sign: string): boolean => /^(?:\^|\$|\\[bBk1-9])/.test(sign);

/** All there are that somebody may type, without the halves of others. */
const signs = Array.from({ length: 0x2_00_00 }, (_, code) => code)
  .filter((code) => code < 0xd8_00 || code > 0xdf_ff)
  .map((code) => String.fromCodePoint(code))
  .join('');
