import type { PageContext } from '../../contract/page-context.ts';
import { factsOf } from '../../routing/facts.ts';
import type { Millis } from '../../store/store.ts';
import { wordsOf } from './words.ts';

/** A ticket to be compared with others. */
export interface Comparable {
  id: string;
  topic: string;
  locale: string;
  createdAt: Millis;
  message: string;
  context: PageContext;
}

/** What of it is compared. */
export interface Compared {
  ticket: Comparable;
  codes: string[];
  area: string | undefined;
  /** By their beginnings, with a form as it is written. */
  words: Map<string, string>;
}

/** With how much its words tell. */
export interface Weighed extends Compared {
  weight: number;
}

export function compared(ticket: Comparable): Compared {
  const { topic, locale, message, context } = ticket;
  const { errorCodes, area } = factsOf({ topic, language: locale, verified: false, message, context, exhausted: 0 });
  return { ticket, codes: errorCodes, area, words: wordsOf(message) };
}

/** The oldest first, whatever order they came in. */
export const byAge = ({ ticket: one }: Compared, { ticket: other }: Compared): number =>
  one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1);
