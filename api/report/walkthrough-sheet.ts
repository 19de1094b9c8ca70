import type { Reading, Unit } from '../contract/measure.ts';
import { type WalkthroughMeasureId, walkthroughMeasures } from '../contract/walkthrough-measure.ts';
import { walkthroughWords } from '../contract/walkthrough-measure-words.ts';
import type { CountedWalkthrough, WalkthroughFigures, WalkthroughReport } from '../contract/walkthrough-report.ts';
import type { Cell } from './csv.ts';
import { rounded, type SheetLanguage } from './sheet.ts';

const columns = {
  en: {
    part: 'Part',
    walkthrough: 'Walkthrough',
    title: 'Title',
    step: 'Step',
    text: 'What it says',
    language: 'Language',
    version: 'Version of the app',
    reason: 'Reason',
    measure: 'Number',
    value: 'Value',
    unit: 'Unit',
    share: 'Part counted',
    whole: 'Out of',
    how: 'How it is counted',
    from: 'From',
    to: 'To',
    parts: { walkthrough: 'Walkthrough', step: 'Step', version: 'Version', missing: 'Not found' },
    units: { count: 'times', share: 'share from 0 to 1', ratio: 'for each', minutes: 'minutes' },
  },
  de: {
    part: 'Teil',
    walkthrough: 'Anleitung',
    title: 'Titel',
    step: 'Schritt',
    text: 'Text',
    language: 'Sprache',
    version: 'Version der Anwendung',
    reason: 'Grund',
    measure: 'Zahl',
    value: 'Wert',
    unit: 'Einheit',
    share: 'Gezählter Teil',
    whole: 'Von',
    how: 'So wird gezählt',
    from: 'Von Tag',
    to: 'Bis Tag',
    parts: { walkthrough: 'Anleitung', step: 'Schritt', version: 'Version', missing: 'Nicht gefunden' },
    units: { count: 'Anzahl', share: 'Anteil von 0 bis 1', ratio: 'je Start', minutes: 'Minuten' },
  },
} as const;

const order = [
  'part',
  'walkthrough',
  'title',
  'step',
  'text',
  'language',
  'version',
  'reason',
  'measure',
  'value',
  'unit',
  'share',
  'whole',
  'how',
  'from',
  'to',
] as const;
type Line = Partial<Record<(typeof order)[number], Cell>>;

/** What happened in walkthroughs as rows: one a number, each with how it is counted. */
export function walkthroughSheetOf(report: WalkthroughReport, language: SheetLanguage): Cell[][] {
  const words = columns[language];
  const { measures, reasons } = walkthroughWords[language];
  const { from, to } = report;
  const number = (id: WalkthroughMeasureId, unit: Unit, { value, of }: Reading): Line => ({
    measure: measures[id].name,
    value: rounded(value),
    unit: words.units[unit],
    share: of?.[0],
    whole: of?.[1],
    how: measures[id].how,
  });
  const count = (id: WalkthroughMeasureId, value: number): Line => number(id, 'count', { value });
  const figures = (of: WalkthroughFigures): Line[] =>
    walkthroughMeasures.map(({ id, unit, read }) => number(id, unit, read(of)));
  const linesOf = ({ id, title, figures: own, steps, versions }: CountedWalkthrough): Line[] => {
    const named = { walkthrough: id, title };
    return [
      ...figures(own).map((line) => ({ part: words.parts.walkthrough, ...named, ...line })),
      ...steps.flatMap((step) =>
        [
          count('came-up', step.cameUp),
          count('step-left', step.left),
          ...step.reasons.map((one) => ({ ...count('step-blocked', one.count), reason: reasons[one.reason] })),
        ].map((line) => ({ part: words.parts.step, ...named, step: step.id, text: step.text, ...line })),
      ),
      ...versions.flatMap(({ version, figures: of, missing }) =>
        [...figures(of), count('missing', missing)].map((line) => ({
          part: words.parts.version,
          ...named,
          version,
          ...line,
        })),
      ),
    ];
  };
  const missing = report.missing.map(
    ({ walkthrough, title, step, text, locale, versions, count: times }): Line => ({
      part: words.parts.missing,
      walkthrough,
      title,
      step,
      text,
      language: locale,
      version: versions.join(', ') || undefined,
      ...count('missing', times),
    }),
  );
  return [
    order.map((column) => words[column]),
    ...[...missing, ...report.walkthroughs.flatMap(linesOf)].map((line) => {
      const whole: Line = { ...line, from, to };
      return order.map((column) => whole[column]);
    }),
  ];
}
