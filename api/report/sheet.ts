import { type MeasureId, measures, type Reading, type Unit } from '../contract/measure.ts';
import { measureWords } from '../contract/measure-words.ts';
import type { Figures, Report } from '../contract/report.ts';
import type { Cell } from './csv.ts';

const columns = {
  en: {
    part: 'Part',
    name: 'Name',
    measure: 'Number',
    value: 'Value',
    unit: 'Unit',
    share: 'Part counted',
    whole: 'Out of',
    how: 'How it is counted',
    from: 'From',
    to: 'To',
    zone: 'Time zone',
    total: 'All',
    tier: 'Tier',
    group: 'Group',
    ungrouped: 'Without a group',
    units: { count: 'requests', share: 'share from 0 to 1', ratio: 'for each', minutes: 'minutes' },
  },
  de: {
    part: 'Teil',
    name: 'Name',
    measure: 'Zahl',
    value: 'Wert',
    unit: 'Einheit',
    share: 'Gezählter Teil',
    whole: 'Von',
    how: 'So wird gezählt',
    from: 'Von Tag',
    to: 'Bis Tag',
    zone: 'Zeitzone',
    total: 'Alle',
    tier: 'Stufe',
    group: 'Gruppe',
    ungrouped: 'Ohne Gruppe',
    units: { count: 'Anzahl', share: 'Anteil von 0 bis 1', ratio: 'je Anfrage', minutes: 'Minuten' },
  },
} as const;
export type SheetLanguage = keyof typeof columns;

/** The first of the languages wanted that has words. */
export const sheetLanguage = (wanted: readonly (string | undefined)[]): SheetLanguage =>
  wanted.map((tag) => tag?.split('-')[0]).find((tag) => tag === 'de' || tag === 'en') ?? 'en';

/** A report as rows: one a number, each with how it is counted. `titleOf` is a group's name. */
export function sheetOf(
  { from, to, zone, total, tiers, groups }: Report,
  { language, titleOf }: { language: SheetLanguage; titleOf: (group: string) => string },
): Cell[][] {
  const words = columns[language];
  const parts: { part: string; name: Cell; figures: Figures }[] = [
    { part: words.total, name: undefined, figures: total },
    ...tiers.map(({ tier, figures }) => ({ part: words.tier, name: tier, figures })),
    ...groups.map(({ group, figures }) => ({
      part: words.group,
      name: group ? titleOf(group) : words.ungrouped,
      figures,
    })),
  ];
  const head = ['part', 'name', 'measure', 'value', 'unit', 'share', 'whole', 'how', 'from', 'to', 'zone'] as const;
  return [
    head.map((column) => words[column]),
    ...parts.flatMap(({ part, name, figures }) =>
      measures.map(({ id, unit, read }: { id: MeasureId; unit: Unit; read: (figures: Figures) => Reading }) => {
        const { name: measure, how } = measureWords[language][id];
        const { value, of } = read(figures);
        return [part, name, measure, rounded(value), words.units[unit], of?.[0], of?.[1], how, from, to, zone];
      }),
    ),
  ];
}

/** As many places as anybody reads. */
export const rounded = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.round(value * 10_000) / 10_000;
