import { bootstrap, type Interval } from './bootstrap.ts';
import { columnOf } from './question.ts';
import { type Asked, columnsOf } from './report.ts';
import { success } from './score.ts';

/** How much better ours is than a peer on the same questions; below 0 it is worse. */
export interface Difference {
  success1: Interval;
  success5: Interval;
}
export interface Differences {
  overall: Difference;
  byKind: Record<string, Difference>;
}

/** `ours` and `theirs` have the same questions in the same order. */
export function differencesOf(ours: readonly Asked[], theirs: readonly Asked[]): Differences {
  const at = (k: number, column?: string): Interval =>
    bootstrap(
      ours.flatMap(({ question, corpus, score }, place) => {
        if (column !== undefined && columnOf(question) !== column) return [];
        const difference = success(score, k) - success(theirs[place]!.score, k);
        return [{ difference, family: `${corpus} ${question.parent || question.qid}` }];
      }),
    );
  const of = (column?: string): Difference => ({ success1: at(1, column), success5: at(5, column) });
  return { overall: of(), byKind: Object.fromEntries(columnsOf(ours).map((column) => [column, of(column)])) };
}
