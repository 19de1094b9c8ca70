import type { PageContext } from '../../../api/contract/page-context.ts';
import type { Subject } from '../../../api/routing/facts.ts';
import { documentId } from '../../../content/schema/name.ts';
import type { Routing } from '../../../content/schema/routing.ts';

/** A request that nobody has sent, as an agent describes it. Empty texts say nothing. */
export interface Draft {
  topic: string;
  language: string;
  message: string;
  verified: boolean;
  area: string;
  plan: string;
  error: string;
  /** Ids of documents. */
  unhelpful: string;
  blocked: string;
  exhausted: number;
  /** `2026-11-27T18:00` on the agent's clock; empty for now. */
  at: string;
}

export const emptyDraft = ({ topic, language }: Pick<Draft, 'topic' | 'language'>): Draft => ({
  topic,
  language,
  message: '',
  verified: false,
  area: '',
  plan: '',
  error: '',
  unhelpful: '',
  blocked: '',
  exhausted: 0,
  at: '',
});

/** The same as the router is asked about it. */
export const subjectOf = ({ topic, language, message, verified, exhausted, ...draft }: Draft): Subject => ({
  topic,
  language,
  message,
  verified,
  exhausted,
  context: contextOf(draft),
});

type Around = Pick<Draft, 'area' | 'plan' | 'error' | 'unhelpful' | 'blocked'>;

/** What the widget would have collected. */
const contextOf = ({ area, plan, error, unhelpful, blocked }: Around): PageContext => [
  ...Object.entries({ area, plan, error }).flatMap(
    ([name, value]): PageContext => (value.trim() === '' ? [] : [{ kind: 'host', id: name, name, value }]),
  ),
  ...idsIn(unhelpful).map((document): PageContext[number] => ({
    kind: 'read',
    id: document,
    document,
    title: document,
    seconds: 60,
    helpful: false,
  })),
  ...idsIn(blocked).map((walkthrough): PageContext[number] => ({
    kind: 'step',
    id: walkthrough,
    walkthrough,
    title: walkthrough,
    step: 1,
    of: 2,
    blocked: '',
  })),
];

const idsIn = (text: string) => {
  const parsed = documentId.safeParse(text);
  return parsed.success ? [parsed.data] : [];
};

/** What rules ask for, to be chosen from. */
export interface Offered {
  areas: string[];
  plans: string[];
  unhelpful: string[];
  blocked: string[];
}

export function offeredBy({ rules, priorities, policies }: Routing): Offered {
  const conditions = [...rules, ...priorities].map(({ when }) => when);
  const all = (lists: readonly (readonly string[] | 'any' | undefined)[]): string[] =>
    [...new Set(lists.flatMap((list) => (list === undefined || list === 'any' ? [] : list)))].sort();
  return {
    areas: all(conditions.map(({ area }) => area)),
    plans: all([...priorities, ...policies].map(({ when }) => when.plan)),
    unhelpful: all(conditions.map(({ unhelpful }) => unhelpful)),
    blocked: all(conditions.map(({ blocked }) => blocked)),
  };
}
