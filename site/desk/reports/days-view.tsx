import { useMemo } from 'preact/hooks';
import type { ReportDay } from '../../../api/contract/report.ts';
import type { Translate } from '../../../widget/i18n/translate.ts';
import { Chart } from './chart.tsx';
import { useColours } from './colours.ts';
import type { Values } from './values.ts';

/** Day by day: three small charts, and the same as a table. */
export const DaysView = ({ t, values, days }: { t: Translate; values: Values; days: readonly ReportDay[] }) => {
  const colours = useColours();
  const names = useMemo(() => days.map(({ day }) => values.day(day)), [days]);
  const charts = useMemo(
    () => [
      {
        title: t('report.chart.flow'),
        unit: 'count' as const,
        series: [
          { label: t('report.received'), values: days.map(({ received }) => received) },
          { label: t('report.solved'), values: days.map(({ solved }) => solved) },
        ],
      },
      {
        title: t('report.chart.promises'),
        unit: 'count' as const,
        series: [
          { label: t('report.met'), values: days.map(({ met }) => met) },
          { label: t('report.breached'), values: days.map(({ breached }) => breached) },
        ],
      },
      {
        title: t('report.chart.reply'),
        unit: 'minutes' as const,
        series: [{ label: t('report.reply'), values: days.map(({ firstReply }) => firstReply) }],
      },
    ],
    [days],
  );
  return (
    <section class="figures">
      <h3>{t('report.days')}</h3>
      <div class="charts">
        {charts.map(({ title, unit, series }) => (
          <Chart
            key={title}
            title={title}
            days={names}
            series={series}
            colours={colours}
            show={(value) => values.show(value, unit)}
          />
        ))}
      </div>
      <details class="days">
        <summary>{t('report.days.table')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
        <section class="days-box" aria-label={t('report.days')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {['day', 'received', 'solved', 'met', 'breached', 'chart.reply'].map((name) => (
                  <th key={name} scope="col">
                    {t(`report.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map(({ day, received, solved, met, breached, firstReply }) => (
                <tr key={day}>
                  <th scope="row">{values.day(day)}</th>
                  {[received, solved, met, breached].map((value, place) => (
                    <td key={place}>{values.show(value, 'count')}</td>
                  ))}
                  <td>{firstReply === undefined ? t('report.none') : values.show(firstReply, 'minutes')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
};
