import type { Steps } from './counters.ts';
import type { Work, Works } from './work.ts';

/** More than this share above the committed figure is too much. */
const tolerance = 0.02;

const sum = (steps: Steps): number => Object.values(steps).reduce((total, count) => total + count, 0);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** The file whose steps grew most. */
function grewMost(now: Steps, before: Steps): string {
  const growth = Object.entries(now).map(([file, count]): [string, number] => [file, count - (before[file] ?? 0)]);
  const [file, more] = growth.sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
  return `, most of all in ${file} (${more} more)`;
}

const measures: { name: string; total: (work: Work) => number; detail?: (now: Work, before: Work) => string }[] = [
  { name: 'postings decoded', total: ({ postings }) => postings },
  { name: 'steps to open the index', total: ({ open }) => sum(open), detail: (a, b) => grewMost(a.open, b.open) },
  { name: 'steps to search', total: ({ search }) => sum(search), detail: (a, b) => grewMost(a.search, b.search) },
];

/** A sentence for everything that takes more work than was committed; texts that grew may take as much more. */
export function judge(now: Works, committed: Works): string[] {
  return Object.entries(now).flatMap(([corpus, work]) => {
    const before = committed[corpus];
    if (!before || before.queries !== work.queries) return [`${corpus}: no figure is committed for these queries.`];
    const allowed = Math.max(1, work.texts / before.texts) * (1 + tolerance);
    return measures.flatMap(({ name, total, detail }) => {
      if (total(work) === 0) return [`${corpus}: no ${name} were counted; the counter has lost sight of the search.`];
      const share = total(work) / total(before);
      if (share <= allowed) return [];
      const told = `${total(work)} ${name}, ${percent(share - 1)} more than the committed ${total(before)}`;
      return [`${corpus}: ${told}${detail?.(work, before) ?? ''}.`];
    });
  });
}
