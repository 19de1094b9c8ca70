import '../reports/reports.css';
import './walkthroughs.css';
import { useMemo } from 'preact/hooks';
import { walkthroughRoutes } from '../../../api/contract/routes.ts';
import type { CountedWalkthrough, WalkthroughReport } from '../../../api/contract/walkthrough-report.ts';
import { createTranslate, type Translate } from '../../../widget/i18n/translate.ts';
import { IconButton } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import { languageName } from '../kit.ts';
import { plain } from '../plain.ts';
import { Loaded } from '../reports/loaded.tsx';
import type { ReportsProps } from '../reports/reports.tsx';
import { daysOf } from '../reports/span.ts';
import { SpanPicker } from '../reports/span-picker.tsx';
import { useLoading } from '../reports/use-loading.ts';
import { createValues } from '../reports/values.ts';
import { de as reportsDe } from '../reports/words.de.ts';
import { en as reportsEn } from '../reports/words.en.ts';
import { checkState, checkText } from './check-text.ts';
import { MissingAnchors } from './missing-anchors.tsx';
import { OneWalkthrough } from './one-walkthrough.tsx';
import type { Telling } from './telling.ts';
import { de } from './words.de.ts';
import { en } from './words.en.ts';

/** What happens in walkthroughs on pages, for their authors. */
export const Walkthroughs = ({ kit, span, onSpan, onBack, onSignedOut }: ReportsProps) => {
  const language = kit.locale.split('-')[0] === 'de' ? 'de' : 'en';
  const t = useMemo(() => {
    const reports = createTranslate(kit.locale, language === 'de' ? reportsDe : reportsEn, kit.t);
    return createTranslate(kit.locale, language === 'de' ? de : en, reports);
  }, [kit]);
  const now = asUtc(kit.now());
  const { from, to } = daysOf(span, now);
  const query = { from, to, language: kit.locale.split('-')[0] ?? language };
  const [loading, retry] = useLoading(() => kit.client.walkthroughs(query), `${from} ${to}`, onSignedOut);
  return (
    <div class="reports walkthroughs">
      <header class="reports-head">
        <IconButton icon="back" label={t('report.back')} onClick={onBack} />
        <div>
          <h2>{t('walk.title')}</h2>
          <p class="quiet">{t('walk.about')}</p>
        </div>
      </header>
      <div class="reports-choices">
        <SpanPicker t={t} span={span} now={now} onSpan={onSpan} />
      </div>
      <Loaded t={t} loading={loading} retry={retry} denied={<Blank t={t} what="denied" />}>
        {(report) => (
          <Shown
            telling={{
              t,
              kit,
              language,
              values: createValues(kit.locale),
              today: todayOf(now),
            }}
            report={report}
            sheet={`${walkthroughRoutes.report}.csv?${new URLSearchParams({ from, to, language })}`}
          />
        )}
      </Loaded>
    </div>
  );
};

/** A time whose day in this browser's zone is the day that UTC has now: pages are counted in days of UTC. */
const asUtc = (now: number): number => now + new Date(now).getTimezoneOffset() * 60_000;
const todayOf = (now: number): string => daysOf('7d', now).to;

const Blank = ({ t, what }: { t: Translate; what: 'denied' | 'empty' | 'none' }) => (
  <div class="empty">
    <p class="empty-title">{t(`walk.${what}.title`)}</p>
    <p>{t(`walk.${what}.text`)}</p>
  </div>
);

const Shown = ({ telling, report, sheet }: { telling: Telling; report: WalkthroughReport; sheet: string }) => {
  const { t, kit } = telling;
  const { walkthroughs, missing } = report;
  if (walkthroughs.length === 0) return <Blank t={t} what="none" />;
  const isCounted = walkthroughs.some(
    ({ steps, figures }) => figures.started > 0 || steps.some(({ cameUp, blocked }) => cameUp + blocked > 0),
  );
  return (
    <>
      <p class="reports-tools">
        <a href={sheet} download>
          {t('report.sheet')}
        </a>
        <span class="quiet">{t('report.counted', { time: kit.moments.by(report.at, kit.now()) })}</span>
      </p>
      <FailedChecks telling={telling} walkthroughs={walkthroughs} />
      {isCounted ? <MissingAnchors telling={telling} missing={missing} /> : <Blank t={t} what="empty" />}
      <section class="figures">
        <h3>{t('walk.each')}</h3>
        {walkthroughs.map((walkthrough, place) => (
          <OneWalkthrough
            key={walkthrough.id}
            telling={telling}
            walkthrough={walkthrough}
            isOpen={isCounted && place === 0}
          />
        ))}
      </section>
    </>
  );
};

/** Those that a check could not follow to the end come first: readers are not shown them. */
const FailedChecks = ({ telling, walkthroughs }: { telling: Telling; walkthroughs: readonly CountedWalkthrough[] }) => {
  const { t, kit, values, today } = telling;
  const failed = walkthroughs.flatMap(({ id, title, checks }) =>
    checks.flatMap(({ locale, seal }) =>
      seal && checkState(seal, today) === 'failed' ? [{ id, title, locale, seal }] : [],
    ),
  );
  if (failed.length === 0) return null;
  return (
    <section class="figures">
      <h3>{t('walk.failed')}</h3>
      <p class="quiet">{t('walk.failed.note')}</p>
      <ul class="walk-failed">
        {failed.map(({ id, title, locale, seal }) => (
          <li key={`${id} ${locale}`}>
            <Notice kind="danger" title={plain(title ?? id)}>
              {t('walk.failed.one', {
                language: languageName(kit, locale),
                text: checkText(t, seal, { today, day: values.day(seal.on) }),
              })}
            </Notice>
          </li>
        ))}
      </ul>
    </section>
  );
};
