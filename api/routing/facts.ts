import type { PageContext } from '../contract/page-context.ts';

/** What is known of a ticket when it is routed. */
export interface Subject {
  topic: string;
  /** Language the requester writes in. */
  language: string;
  /** Whether the requester has shown who they are. */
  verified: boolean;
  message: string;
  context: PageContext;
  /** Tiers up to this one have done what they can; 0 for a ticket that comes in. */
  exhausted: number;
}

/** A subject as rules ask about it. */
export interface Facts extends Omit<Subject, 'context' | 'message'> {
  /** Words of the message, folded, with a space around each. */
  words: string;
  /** What a code that a rule names is looked for in: every run of letters and digits, folded. */
  tokens: ReadonlySet<string>;
  /** Of these, what a code could be: `E*` is not meant for every word with an E. */
  codes: string[];
  /** What looks like an error code in the message, and what the page gives as one; folded. */
  errorCodes: string[];
  area: string | undefined;
  plan: string | undefined;
  unhelpful: string[];
  blocked: string[];
  finished: string[];
}

/** Scripts that write no space between words: there each sign is a word, so that a phrase is found inside a sentence. */
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;

/**
 * Letters and digits alone, in one case and without accents: `Rückerstattung` becomes `ruckerstattung`. Upper case first,
 * because `ß` has one (`SS`) and `ı` becomes the letter it is typed for.
 */
export const foldWords = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replace(withoutSpaces, ' $& ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** What a page gives as a name, `Pro Plus`, as rules write it: `pro-plus`. */
const foldName = (name: string): string =>
  foldWords(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-');

export const foldCode = (code: string): string => code.trim().toLowerCase();

/** `E-42`, `invalid_grant`, `502`: with the marks that codes have inside. */
const tokensIn = (text: string): string[] => text.match(/[\p{L}\p{N}_]+(?:[.-]+[\p{L}\p{N}_]+)*/gu) ?? [];

/**
 * Capital letters with a number behind them, `E-42`, `ERR_TIMEOUT_3`, `E1001`: without a mark before it the number has three
 * digits, because `F5`, `A4` and `MP3` are none. The reference of a request is none either.
 */
const isCodeLike = (token: string): boolean => /^(?!TZ-)[A-Z][A-Z_-]{0,40}(?:[-_]\d{1,6}|\d{3,6})$/.test(token);

export function factsOf({ message, context, ...known }: Subject): Facts {
  const host = (name: string): string | undefined =>
    context.flatMap((item) => (item.kind === 'host' && item.name.toLowerCase() === name ? [item.value] : [])).at(-1);
  const given = host('error')?.trim() || undefined;
  const errors = given === undefined ? [] : [given];
  const said = tokensIn(message);
  const tokens = new Set([...said, ...errors, ...errors.flatMap(tokensIn)].map(foldCode));
  const errorCodes = [...new Set([...said.filter(isCodeLike), ...errors].map(foldCode))];
  return {
    ...known,
    words: foldWords(message),
    tokens,
    codes: [...errorCodes, ...[...tokens].filter((token) => /[\d_]/.test(token))],
    errorCodes,
    area: named(host('area')),
    plan: named(host('plan')),
    unhelpful: each(context, (item) => item.kind === 'read' && item.helpful === false && item.document),
    blocked: each(context, (item) => item.kind === 'step' && item.blocked !== undefined && item.walkthrough),
    finished: each(
      context,
      (item) => item.kind === 'step' && item.blocked === undefined && item.step === item.of && item.walkthrough,
    ),
  };
}

const named = (given: string | undefined): string | undefined => (given && foldName(given)) || undefined;

const each = (context: PageContext, of: (item: PageContext[number]) => string | false): string[] => [
  ...new Set(context.flatMap((item) => of(item) || [])),
];
