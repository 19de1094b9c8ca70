import { walkthroughMeasures } from '../../../api/contract/walkthrough-measure.ts';
import { walkthroughWords } from '../../../api/contract/walkthrough-measure-words.ts';
import type { CountedWalkthrough, StepFigures, WalkthroughFigures } from '../../../api/contract/walkthrough-report.ts';
import { languageName } from '../kit.ts';
import { plain } from '../plain.ts';
import { checkState, checkText } from './check-text.ts';
import { HowList } from './how-list.tsx';
import { stepTitle } from './step-title.ts';
import { Table } from './table.tsx';
import type { Telling } from './telling.ts';

/** Side by side; older ones are in the CSV. */
const mostVersions = 4;

interface OneProps {
  telling: Telling;
  walkthrough: CountedWalkthrough;
  isOpen: boolean;
}

/** One walkthrough: a line that says how it goes, and opens to its numbers by version and step. */
export const OneWalkthrough = ({ telling, walkthrough, isOpen }: OneProps) => {
  const { t, values } = telling;
  const { id, title, figures, checks } = walkthrough;
  const { started, completed, blocked } = figures;
  const isRed = checks.some(({ seal }) => checkState(seal, telling.today) === 'failed');
  return (
    <details class="walk" open={isOpen}>
      <summary>
        <span class="walk-title">
          <bdi>{plain(title ?? id)}</bdi>
          {title === undefined && <span class="quiet"> {t('walk.gone')}</span>}
        </span>
        <span class="walk-brief">
          {started + blocked === 0
            ? t('walk.brief.none')
            : t('walk.brief', {
                started: values.show(started, 'count'),
                share: started > 0 ? values.show(completed / started, 'share') : t('report.none'),
                blocked: t('walk.brief.blocked', { count: blocked }),
              })}
          {isRed && <strong class="walk-red"> {t('walk.red')}</strong>}
        </span>
      </summary>
      <Checks telling={telling} checks={checks} />
      <Versions telling={telling} walkthrough={walkthrough} />
      <Steps telling={telling} steps={walkthrough.steps} title={title ?? id} />
    </details>
  );
};

const Checks = ({ telling, checks }: { telling: Telling; checks: CountedWalkthrough['checks'] }) => {
  const { t, kit, values, today } = telling;
  if (checks.length === 0) return null;
  return (
    <ul class="walk-checks">
      {checks.map(({ locale, seal }) => (
        <li key={locale} data-state={checkState(seal, today)}>
          {t('walk.failed.one', {
            language: languageName(kit, locale),
            text: checkText(t, seal, { today, day: seal ? values.day(seal.on) : '' }),
          })}
        </li>
      ))}
    </ul>
  );
};

const Versions = ({ telling, walkthrough }: { telling: Telling; walkthrough: CountedWalkthrough }) => {
  const { t, language, values } = telling;
  const { measures } = walkthroughWords[language];
  const { figures, versions, title, id } = walkthrough;
  const missing = versions.reduce((sum, one) => sum + one.missing, 0);
  const shown = versions.some(({ version }) => version !== undefined) ? versions.slice(0, mostVersions) : [];
  const columns = [{ figures, missing }, ...shown];
  const named = ({ name, how }: { name: string; how: string }) => (
    <>
      {name}
      <span class="how">{how}</span>
    </>
  );
  return (
    <>
      <Table
        label={t('walk.numbers', { title: plain(title ?? id) })}
        head={[
          t('report.number'),
          t('report.all'),
          ...shown.map(({ version }) =>
            version === undefined ? t('walk.version.none') : t('walk.version', { version }),
          ),
        ]}
        rows={[
          ...walkthroughMeasures.map((measure) => ({
            id: measure.id,
            name: named(measures[measure.id]),
            cells: columns.map((column) => <Value telling={telling} measure={measure} figures={column.figures} />),
          })),
          {
            id: 'missing',
            name: named(measures.missing),
            cells: columns.map((column) => <span class="value">{values.show(column.missing, 'count')}</span>),
          },
        ]}
      />
      {versions.length > shown.length && shown.length > 0 && <p class="quiet">{t('walk.version.more')}</p>}
    </>
  );
};

interface ValueProps {
  telling: Telling;
  measure: (typeof walkthroughMeasures)[number];
  figures: WalkthroughFigures;
}

const Value = ({ telling: { t, values }, measure: { unit, read }, figures }: ValueProps) => {
  const { value, of } = read(figures);
  const [part = 0, whole = 0] = of ?? [];
  return (
    <>
      {value === undefined ? (
        <span class="no-data">{t('report.none')}</span>
      ) : (
        <span class="value">{values.show(value, unit)}</span>
      )}
      {whole > 0 && <span class="value-of">{t(unit === 'ratio' ? 'report.ratio' : 'report.of', { part, whole })}</span>}
    </>
  );
};

/** Where people stop: how often each step came up, what of it could not be done and why, and who left there. */
const Steps = ({ telling, steps, title }: { telling: Telling; steps: readonly StepFigures[]; title: string }) => {
  const { t, language, values } = telling;
  const { measures, reasons } = walkthroughWords[language];
  const largest = Math.max(1, ...steps.map(({ cameUp }) => cameUp));
  return (
    <>
      <h4>{t('walk.steps')}</h4>
      <Table
        label={t('walk.steps.of', { title: plain(title) })}
        head={[t('walk.step'), measures['came-up'].name, measures['step-blocked'].name, measures['step-left'].name]}
        rows={steps.map((step) => ({
          id: step.id,
          name: stepTitle(t, step),
          cells: [
            <>
              <span class="value">{values.show(step.cameUp, 'count')}</span>
              <Bar part={step.cameUp / largest} blocked={Math.min(step.blocked, step.cameUp) / largest} />
            </>,
            <>
              <span class="value">{values.show(step.blocked, 'count')}</span>
              {step.reasons.map(({ reason, count }) => (
                <span key={reason} class="value-of">
                  {t('walk.reason', { count: values.show(count, 'count'), reason: reasons[reason] })}
                </span>
              ))}
            </>,
            <span class="value">{values.show(step.left, 'count')}</span>,
          ],
        }))}
      />
      <HowList language={language} ids={['came-up', 'step-blocked', 'step-left']} />
    </>
  );
};

/** What could not be done is the end of the bar. The numbers stand beside it. */
const Bar = ({ part, blocked }: { part: number; blocked: number }) => (
  <svg class="walk-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="walk-bar-whole" width="100" height="8" />
    <rect class="walk-bar-part" width={100 * (part - blocked)} height="8" />
    <rect class="walk-bar-blocked" x={100 * (part - blocked)} width={100 * blocked} height="8" />
  </svg>
);
