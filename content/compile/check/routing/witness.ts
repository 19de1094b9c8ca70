import { factsOf, foldCode, foldWords, type Subject } from '../../../../api/routing/facts.ts';
import { matches } from '../../../../api/routing/matches.ts';
import type { PriorityRule, RuleCondition } from '../../../schema/routing-rule.ts';
import type { Fresh } from './fresh.ts';
import type { Alternative, Budget } from './reach.ts';

export type Condition = RuleCondition & Pick<PriorityRule['when'], 'plan'>;
type Item = Subject['context'][number];
/** What makes one part of a condition hold, and nothing else. */
export type Fact = Partial<Omit<Subject, 'context'>> & { item?: Item };

/** A rule or a priority. */
export interface Conditional {
  when: Condition;
}

/** The ticket that all these facts make; what they leave open is what no rule names. */
export function subjectOf(facts: readonly Fact[], fresh: Fresh): Subject {
  const subject: Subject = {
    topic: fresh.topic,
    language: fresh.language,
    verified: false,
    message: '',
    exhausted: 0,
    context: [],
  };
  return facts.reduce<Subject>(
    ({ context, ...known }, { item, ...more }) => ({
      ...known,
      ...more,
      context: item ? [...context, item] : context,
    }),
    subject,
  );
}

/**
 * For each part of a condition, the least that makes it hold. Conditions are positive, so that a ticket that says more fits
 * at least the rules that this one fits. The cheap parts come first: they leave few rules for the others.
 */
export function partsOf(when: Condition, fresh: Fresh, budget: Budget): (readonly Alternative<Fact, Conditional>[])[] {
  const { topic, language, verified, area, plan, exhausted, errorCode, words } = when;
  const documents = (key: 'unhelpful' | 'blocked' | 'finished', kind: string, make: (id: string) => Item): Choice[] => {
    const ids = when[key];
    if (ids !== 'any') return each(key, ids, (id) => ({ item: make(id) }));
    return [{ own: { [key]: ids }, fact: { item: make(`${kind}:${fresh.document}`) } }];
  };
  const choices: [keys: readonly (keyof Condition)[], choices: Choice[]][] = [
    [
      ['verified'],
      (verified === undefined ? [false, true] : [verified]).map((value) => ({ own: {}, fact: { verified: value } })),
    ],
    [['exhausted'], [{ own: {}, fact: { exhausted: exhausted ?? 0 } }]],
    [['topic'], each('topic', topic, (value) => ({ topic: value }))],
    [['language'], each('language', language, (value) => ({ language: value }))],
    [['area'], each('area', area, (value) => ({ item: host('area', value) }))],
    [['plan'], each('plan', plan, (value) => ({ item: host('plan', value) }))],
    [['unhelpful'], documents('unhelpful', 'article', read)],
    [['blocked'], documents('blocked', 'walkthrough', stuck)],
    [['finished'], documents('finished', 'walkthrough', done)],
    // Together, because a code in the message is a word of it.
    [
      ['errorCode', 'words'],
      codesOf(errorCode, fresh).flatMap((code) => phrasesOf(words, fresh).map((phrase) => both(code, phrase))),
    ],
  ];
  return choices.map(([keys, ways]) =>
    ways.flatMap(({ own, fact }) => {
      budget.left -= 1;
      if (budget.left < 0) return [];
      const facts = factsOf(subjectOf([fact], fresh));
      if (!matches(own, facts)) return [];
      const takes = (earlier: Conditional): boolean => {
        const asked = keys.filter((key) => earlier.when[key] !== undefined);
        for (const key of asked) budget.left -= lengthOf(earlier.when[key]);
        return matches(Object.fromEntries(asked.map((key) => [key, earlier.when[key]])), facts);
      };
      return { value: fact, takes };
    }),
  );
}

/** One way for a part to hold: what the part asks then, and the fact that answers it. */
interface Choice {
  own: Condition;
  fact: Fact;
}

const each = (key: keyof Condition, values: readonly string[] | undefined, make: (value: string) => Fact): Choice[] =>
  values === undefined
    ? [{ own: {}, fact: {} }]
    : values.map((value) => ({ own: { [key]: [value] }, fact: make(value) }));

const lengthOf = (value: Condition[keyof Condition]): number => (Array.isArray(value) ? value.length : 0);

/** Phrases as nothing else is found in: in wide letters, that are words like others and never a code. */
const phrasesOf = (words: Condition['words'], { letter }: Fresh): Choice[] =>
  each('words', words, (phrase) => ({
    message: phrase
      .split(/\s+/)
      .map((word) => foldWords(word).trim() + (word.endsWith('*') ? letter : ''))
      .join(' ')
      .replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)),
  }));

/**
 * A code can be what the page gives, alone or behind something else, and then it looks like a code to every rule; or it stands
 * in the message, small, between letters that phrases see and codes do not. Each can be the least.
 */
const codesOf = (wanted: Condition['errorCode'], { letter, sign }: Fresh): Choice[] => {
  if (wanted === undefined) return [{ own: {}, fact: {} }];
  if (wanted === 'any') return [{ own: { errorCode: wanted }, fact: { item: host('error', sign) } }];
  return wanted.flatMap((code) => {
    // For a beginning, a word with a digit is enough: it is looked at as a code.
    const written = foldCode(code).replace(/\*$/, `${letter}1`);
    const facts: Fact[] = [
      { item: host('error', `${sign} ${written}`) },
      { item: host('error', written) },
      { message: `${letter}\u00ad${written}\u00ad${letter}` },
    ];
    return facts.map((fact) => ({ own: { errorCode: [code] }, fact }));
  });
};

const both = (code: Choice, phrase: Choice): Choice => {
  const texts = [code, phrase].flatMap(({ fact: { message } }) => message ?? []);
  return {
    own: { ...code.own, ...phrase.own },
    fact: { ...code.fact, ...(texts.length > 0 && { message: texts.join(' ') }) },
  };
};

const host = (name: string, value: string): Item => ({ kind: 'host', id: `host ${name}`, name, value });
const read = (document: string): Item => ({
  kind: 'read',
  id: `read ${document}`,
  document,
  title: document,
  seconds: 30,
  helpful: false,
});
const last = { kind: 'step', step: 2, of: 2 } as const;
const done = (walkthrough: string): Item => ({ ...last, id: `done ${walkthrough}`, walkthrough, title: walkthrough });
const stuck = (walkthrough: string): Item => ({
  ...last,
  id: `blocked ${walkthrough}`,
  walkthrough,
  title: walkthrough,
  blocked: 'error',
});
