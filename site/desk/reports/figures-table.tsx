import { type MeasureId, measures, type Reading, type Unit } from '../../../api/contract/measure.ts';
import { measureWords } from '../../../api/contract/measure-words.ts';
import type { Figures, Outcomes } from '../../../api/contract/report.ts';
import type { Translate } from '../../../widget/i18n/translate.ts';
import type { Values } from './values.ts';

/** What stands side by side. */
export interface Column {
  id: string;
  title: string;
  figures: Figures;
}

interface FiguresTableProps {
  t: Translate;
  language: 'en' | 'de';
  values: Values;
  title: string;
  note?: string;
  columns: readonly Column[];
  rows: readonly MeasureId[];
}

/** Numbers of one kind, and below the name of each how it is counted. */
export const FiguresTable = ({ t, language, values, title, note, columns, rows }: FiguresTableProps) => (
  <section class="figures">
    <h3>{title}</h3>
    {note && <p class="quiet">{note}</p>}
    {/* Many groups do not fit side by side: what scrolls is reached by keys. */}
    <div class="figures-box" {...(columns.length > 5 ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})}>
      {/* Roles are written out: on a phone a row is laid out as a grid, which takes them away in some browsers. */}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table role="table" aria-label={title}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t('report.number')}
            </th>
            {columns.map((column) => (
              <th key={column.id} role="columnheader" scope="col">
                <bdi>{column.title}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((id) => (
            <tr key={id} role="row">
              <th role="rowheader" scope="row">
                {measureWords[language][id].name}
                <span class="how">{measureWords[language][id].how}</span>
              </th>
              {columns.map((column) => (
                <td key={column.id} role="cell">
                  <span class="cell-of" aria-hidden="true">
                    <bdi>{column.title}</bdi>
                  </span>
                  <Value t={t} values={values} id={id} figures={column.figures} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </div>
  </section>
);

const promised: Partial<Record<MeasureId, (figures: Figures) => Outcomes>> = {
  'first-reply-kept': ({ firstReply }) => firstReply,
  'next-reply-kept': ({ nextReply }) => nextReply,
  'resolution-kept': ({ resolution }) => resolution,
};

const Value = ({
  t,
  values,
  id,
  figures,
}: Pick<FiguresTableProps, 't' | 'values'> & { id: MeasureId; figures: Figures }) => {
  const measure: { unit: Unit; read: (figures: Figures) => Reading } | undefined = measures.find(
    (one) => one.id === id,
  );
  if (!measure) return null;
  const { value, of } = measure.read(figures);
  const outcomes = promised[id]?.(figures);
  const [part = 0, whole = 0] = of ?? [];
  const below = outcomes
    ? t('report.outcomes', { met: outcomes.met, breached: outcomes.breached, running: outcomes.running })
    : whole > 0 && t(measure.unit === 'ratio' ? 'report.ratio' : 'report.of', { part, whole });
  return (
    <>
      {value === undefined ? (
        <span class="no-data">{t('report.none')}</span>
      ) : (
        <span class="value">{values.show(value, measure.unit)}</span>
      )}
      {below && <span class="value-of">{below}</span>}
    </>
  );
};
