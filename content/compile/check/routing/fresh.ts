import type { Routing } from '../../../schema/routing.ts';
import type { RuleCondition } from '../../../schema/routing-rule.ts';

/** Values that no rule names: a ticket that has them fits as few rules as a ticket can. */
export interface Fresh {
  topic: string;
  language: string;
  document: string;
  /**
   * A letter that no phrase has, of a script with spaces between words: behind the beginning of a word it makes one that only
   * beginnings fit, and beside a soft hyphen it hides a code from phrases.
   */
  letter: string;
  /** Stands in no pattern of codes. */
  sign: string;
}

/** Values that a table leaves free. Topics, languages and documents come and go, so there is always another one. */
export function freshOf({ rules, priorities }: Pick<Routing, 'rules' | 'priorities'>): Fresh {
  const conditions: RuleCondition[] = [...rules, ...priorities].map(({ when }) => when);
  const named = new Set(conditions.flatMap(namesIn));
  const phrases = conditions.flatMap(({ words = [] }) => words).join('');
  return {
    topic: unnamed(named, (number) => `another-${number}`),
    // Codes that are set aside for private use.
    language: unnamed(named, (number) => `q${letterOf(number / 26)}${letterOf(number % 26)}`),
    document: unnamed(named, (number) => `another-${number}`),
    // The syllables of Yi have no case and no accents.
    letter: unnamed(new Set(phrases.normalize('NFKD')), (number) => String.fromCodePoint(0xa000 + number)),
    sign: '~',
  };
}

const letterOf = (number: number): string => String.fromCharCode(97 + Math.floor(number));

const namesIn = ({ topic, language, unhelpful, blocked, finished }: RuleCondition): string[] => [
  ...(topic ?? []),
  ...(language ?? []),
  ...[unhelpful, blocked, finished].flatMap((ids) =>
    ids === undefined || ids === 'any' ? [] : ids.map((id) => id.slice(id.indexOf(':') + 1)),
  ),
];

function unnamed(named: ReadonlySet<string>, make: (number: number) => string): string {
  for (let number = 1; ; number++) if (!named.has(make(number))) return make(number);
}
