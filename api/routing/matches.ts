import type { PriorityRule, RuleCondition } from '../../content/schema/routing-rule.ts';
import { type Facts, foldCode, foldWords } from './facts.ts';

/** Whether everything that a rule names holds. */
export function matches(when: RuleCondition & Pick<PriorityRule['when'], 'plan'>, facts: Facts): boolean {
  return (
    among(when.topic, facts.topic) &&
    among(when.language, facts.language) &&
    (when.verified === undefined || when.verified === facts.verified) &&
    among(when.area, facts.area) &&
    among(when.plan, facts.plan) &&
    anyOf(when.unhelpful, facts.unhelpful) &&
    anyOf(when.blocked, facts.blocked) &&
    anyOf(when.finished, facts.finished) &&
    (when.exhausted === undefined || facts.exhausted >= when.exhausted) &&
    hasCode(when.errorCode, facts) &&
    (when.words === undefined || patternOf(when.words).test(facts.words))
  );
}

const among = (wanted: readonly string[] | undefined, value: string | undefined): boolean =>
  wanted === undefined || (value !== undefined && wanted.includes(value));

const anyOf = (wanted: readonly string[] | 'any' | undefined, values: readonly string[]): boolean =>
  wanted === undefined || values.some((value) => wanted === 'any' || wanted.includes(value));

function hasCode(wanted: readonly string[] | 'any' | undefined, { errorCodes, codes, tokens }: Facts): boolean {
  if (wanted === undefined) return true;
  if (wanted === 'any') return errorCodes.length > 0;
  return wanted.map(foldCode).some((code) => {
    if (!code.endsWith('*')) return tokens.has(code);
    const start = code.slice(0, -1);
    return codes.some((token) => token.startsWith(start));
  });
}

/** Phrases are folded once: by the list, which nobody changes. */
const patterns = new WeakMap<readonly string[], RegExp>();

function patternOf(phrases: readonly string[]): RegExp {
  const known = patterns.get(phrases);
  if (known) return known;
  // What has no letter and no digit is never said.
  const any = phrases.map(sourceOf).filter((source) => source !== '');
  const pattern = any.length === 0 ? /(?!)/ : new RegExp(` (?:${any.join('|')})(?= )`, 'u');
  patterns.set(phrases, pattern);
  return pattern;
}

/** Words in a row, each the whole word, or its beginning where a `*` follows. Folded words need no escape. */
const sourceOf = (phrase: string): string =>
  phrase
    .split(/\s+/)
    .map((word) => ({ folded: foldWords(word).trim(), ending: word.endsWith('*') ? '[^ ]*' : '' }))
    .flatMap(({ folded, ending }) => (folded === '' ? [] : [folded + ending]))
    .join(' ');
