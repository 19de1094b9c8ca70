import type { BlockedReason } from '../../content/schema/guide.ts';
import type { PublishedWalkthrough } from '../../content/schema/published-walkthrough.ts';
import type {
  CountedWalkthrough,
  MissingAnchor,
  StepFigures,
  WalkthroughFigures,
  WalkthroughReport,
} from '../contract/walkthrough-report.ts';
import type { CountedWalkthrough as Row } from '../store/store.ts';

interface Counting {
  rows: readonly Row[];
  published: readonly PublishedWalkthrough[];
  /** Whose titles and steps are wanted. */
  language: string;
}

/** What happened in walkthroughs, by walkthrough, step and version of the app. */
export function countWalkthroughs({
  rows,
  published,
  language,
}: Counting): Pick<WalkthroughReport, 'missing' | 'walkthroughs'> {
  const ids = [...new Set([...published.map(({ id }) => id), ...rows.map(({ walkthrough }) => walkthrough)])];
  const known = (id: string): PublishedWalkthrough | undefined =>
    inLanguage(
      published.filter((one) => one.id === id),
      language,
    );
  return {
    missing: missingOf(rows, known),
    walkthroughs: ids
      .map((id): CountedWalkthrough => {
        const own = rows.filter(({ walkthrough }) => walkthrough === id);
        const title = known(id)?.title;
        return {
          id,
          ...(title !== undefined && { title }),
          figures: figuresOf(own),
          steps: stepsOf(own, known(id)),
          versions: versionsOf(own),
          checks: published
            .filter((one) => one.id === id)
            .map(({ locale, seal }) => ({ locale, ...(seal && { seal }) })),
        };
      })
      .sort((one, other) => other.figures.started - one.figures.started || (one.id < other.id ? -1 : 1)),
  };
}

const inLanguage = (all: readonly PublishedWalkthrough[], language: string): PublishedWalkthrough | undefined =>
  all.find(({ locale }) => locale === language) ??
  all.find(({ locale }) => locale.split('-')[0] === language.split('-')[0]) ??
  all[0];

type Outcome = Row['outcome'];

const sumOf = (rows: readonly Row[], outcome: Outcome): number =>
  rows.reduce((sum, row) => (row.outcome === outcome ? sum + row.count : sum), 0);

const figuresOf = (rows: readonly Row[]): WalkthroughFigures => ({
  started: sumOf(rows, 'start'),
  completed: sumOf(rows, 'complete'),
  left: sumOf(rows, 'abort'),
  blocked: sumOf(rows, 'blocked'),
});

/** In the order of the walkthrough, what is no longer in it last. */
function stepsOf(rows: readonly Row[], known: PublishedWalkthrough | undefined): StepFigures[] {
  const order = known?.steps.map(({ id }) => id) ?? [];
  const gone = [...new Set(rows.map(({ step }) => step))].filter((id) => !order.includes(id)).sort();
  return [...order, ...gone].map((id) => {
    const own = rows.filter(({ step }) => step === id);
    return {
      id,
      ...placeOf(known, id),
      cameUp: sumOf(own, 'step'),
      left: sumOf(own, 'abort'),
      blocked: sumOf(own, 'blocked'),
      reasons: reasonsOf(own),
    };
  });
}

function placeOf(known: PublishedWalkthrough | undefined, step: string): { place?: number; text?: string } {
  const place = known?.steps.findIndex(({ id }) => id === step) ?? -1;
  const text = known?.steps[place]?.text;
  return text === undefined ? {} : { place: place + 1, text };
}

function reasonsOf(rows: readonly Row[]): StepFigures['reasons'] {
  const counts = new Map<BlockedReason, number>();
  for (const { reason, count } of rows) if (reason) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((one, other) => other.count - one.count);
}

const isMissing = ({ reason }: Row): boolean => reason === 'anchor-missing';

function versionsOf(rows: readonly Row[]): CountedWalkthrough['versions'] {
  return [...new Set(rows.map(({ version }) => version))].sort(newestFirst).map((version) => {
    const own = rows.filter((row) => row.version === version);
    return {
      ...(version !== undefined && { version }),
      figures: figuresOf(own),
      missing: sumOf(own.filter(isMissing), 'blocked'),
    };
  });
}

/** `2.10` comes before `2.9`, and what has no version comes last. */
const newestFirst = (one: string | undefined, other: string | undefined): number =>
  one === undefined || other === undefined
    ? Number(one === undefined) - Number(other === undefined)
    : other.localeCompare(one, 'en', { numeric: true });

/** By step and language: a label is another one in each. */
function missingOf(rows: readonly Row[], known: (id: string) => PublishedWalkthrough | undefined): MissingAnchor[] {
  const places = new Map<string, Row[]>();
  for (const row of rows.filter(isMissing)) {
    const key = [row.walkthrough, row.step, row.locale].join(' ');
    places.set(key, [...(places.get(key) ?? []), row]);
  }
  return [...places.values()]
    .flatMap((own) => {
      const [first] = own;
      if (!first) return [];
      const { walkthrough, step, locale } = first;
      const title = known(walkthrough)?.title;
      const versions = [...new Set(own.flatMap(({ version }) => version ?? []))].sort(newestFirst);
      const count = sumOf(own, 'blocked');
      return [
        {
          walkthrough,
          ...(title !== undefined && { title }),
          locale,
          step,
          ...placeOf(known(walkthrough), step),
          count,
          versions,
        },
      ];
    })
    .sort((one, other) => other.count - one.count);
}
