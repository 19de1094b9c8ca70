import './reports.css';
import { useMemo, useState } from 'preact/hooks';
import type { MeasureId } from '../../../api/contract/measure.ts';
import type { Figures, Report } from '../../../api/contract/report.ts';
import { routes } from '../../../api/contract/routes.ts';
import { createTranslate, type Translate } from '../../../widget/i18n/translate.ts';
import { IconButton } from '../../../widget/ui/button.tsx';
import { reportQueryText } from '../client.ts';
import { type DeskKit, groupTitle } from '../kit.ts';
import { DaysView } from './days-view.tsx';
import { type Column, FiguresTable } from './figures-table.tsx';
import { Loaded } from './loaded.tsx';
import { daysOf } from './span.ts';
import { SpanPicker } from './span-picker.tsx';
import { useLoading } from './use-loading.ts';
import { createValues } from './values.ts';
import { de } from './words.de.ts';
import { en } from './words.en.ts';

export interface ReportsProps {
  kit: DeskKit;
  /** As the address has it. */
  span: string | undefined;
  onSpan: (span: string) => void;
  onBack: () => void;
  onSignedOut: () => void;
}

const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** What became of the requests of some days, as numbers. */
export const Reports = ({ kit, span, onSpan, onBack, onSignedOut }: ReportsProps) => {
  const language = kit.locale.split('-')[0] === 'de' ? 'de' : 'en';
  const t = useMemo(() => createTranslate(kit.locale, language === 'de' ? de : en, kit.t), [kit]);
  const query = { ...daysOf(span, kit.now()), zone: zone() };
  const [loading, retry] = useLoading(
    () => kit.client.report(query),
    `${query.from} ${query.to} ${query.zone}`,
    onSignedOut,
  );
  const [by, setBy] = useState<By>('tiers');
  return (
    <div class="reports">
      <header class="reports-head">
        <IconButton icon="back" label={t('report.back')} onClick={onBack} />
        <div>
          <h2>{t('report.title')}</h2>
          <p class="quiet">{t('report.about', { zone: query.zone })}</p>
        </div>
      </header>
      <div class="reports-choices">
        <SpanPicker t={t} span={span} now={kit.now()} onSpan={onSpan} />
        {loading.state === 'there' && !isEmpty(loading.value.total) && (
          <Tools
            kit={kit}
            t={t}
            report={loading.value}
            sheet={`${routes.deskReportSheet}?${reportQueryText({ ...query, language })}`}
            by={by}
            onBy={setBy}
          />
        )}
      </div>
      <Loaded t={t} loading={loading} retry={retry} denied={<Blank t={t} what="denied" />}>
        {(report) => <Shown kit={kit} t={t} language={language} report={report} by={by} />}
      </Loaded>
    </div>
  );
};

const Blank = ({ t, what }: { t: Translate; what: 'denied' | 'empty' }) => (
  <div class="empty">
    <p class="empty-title">{t(`report.${what}.title`)}</p>
    <p>{t(`report.${what}.text`)}</p>
  </div>
);

type By = 'tiers' | 'groups';

interface ToolsProps {
  kit: DeskKit;
  t: Translate;
  report: Report;
  /** Address of the CSV. */
  sheet: string;
  by: By;
  onBy: (by: By) => void;
}

interface ShownProps extends Pick<ToolsProps, 'kit' | 't' | 'report' | 'by'> {
  language: 'en' | 'de';
}

const sections: readonly { id: string; note?: string; rows: readonly MeasureId[] }[] = [
  { id: 'requests', rows: ['received', 'solved', 'open', 'age-median', 'age-p90'] },
  { id: 'promises', note: 'promises', rows: ['first-reply-kept', 'next-reply-kept', 'resolution-kept'] },
  {
    id: 'time',
    note: 'time',
    rows: [
      'first-reply-clock-median',
      'first-reply-clock-p90',
      'first-reply-business-median',
      'first-reply-business-p90',
      'next-reply-clock-median',
      'next-reply-clock-p90',
      'next-reply-business-median',
      'next-reply-business-p90',
    ],
  },
  { id: 'moves', rows: ['reopened', 'transfers', 'ping-pong'] },
  {
    id: 'causes',
    rows: [
      'cause-answered',
      'cause-article-missing',
      'cause-article-wrong',
      'cause-defect',
      'cause-request',
      'cause-other',
      'cause-unsaid',
    ],
  },
];

/** What stands side by side, and the same as a sheet. */
const Tools = ({ kit, t, report, sheet, by, onBy }: ToolsProps) => (
  <p class="reports-tools">
    <label class="span-field">
      {t('report.by')}
      <select
        class="control"
        value={by}
        onChange={(event) => onBy(event.currentTarget.value === 'groups' ? 'groups' : 'tiers')}
      >
        <option value="tiers">{t('report.by.tiers')}</option>
        <option value="groups">{t('report.by.groups')}</option>
      </select>
    </label>
    <a href={sheet} download>
      {t('report.sheet')}
    </a>
    <span class="quiet">{t('report.counted', { time: kit.moments.by(report.at, kit.now()) })}</span>
  </p>
);

const Shown = ({ kit, t, language, report, by }: ShownProps) => {
  const values = useMemo(() => createValues(kit.locale), [kit.locale]);
  const columns = useMemo((): Column[] => {
    const all = { id: 'all', title: t('report.all'), figures: report.total };
    return [all, ...(by === 'tiers' ? tiersOf(report, t) : groupsOf(report, t, kit))];
  }, [report, by]);
  if (isEmpty(report.total)) return <Blank t={t} what="empty" />;
  return (
    <>
      <DaysView t={t} values={values} days={report.days} />
      {sections.map(({ id, note, rows }) => (
        <FiguresTable
          key={id}
          t={t}
          language={language}
          values={values}
          title={t(`report.section.${id}`)}
          {...(note && { note: t(`report.note.${note}`) })}
          columns={columns}
          rows={rows}
        />
      ))}
    </>
  );
};

const tiersOf = ({ tiers }: Report, t: Translate): Column[] =>
  tiers.map(({ tier, figures }) => ({ id: `${tier}`, title: t('report.tier', { tier }), figures }));

/** In the order of the file; those that are no longer in it last. */
const groupsOf = ({ groups }: Report, t: Translate, kit: DeskKit): Column[] => {
  const rank = ({ group }: { group: string }) =>
    kit.groups.findIndex(({ id }) => id === group) + 1 || Number.MAX_SAFE_INTEGER;
  return groups
    .toSorted((one, other) => rank(one) - rank(other) || (one.group < other.group ? -1 : 1))
    .map(({ group, figures }) => ({ id: group, title: groupTitle(kit, group) ?? t('report.ungrouped'), figures }));
};

const isEmpty = ({ received, solved, open, firstReply, nextReply, resolution }: Figures): boolean =>
  received + solved + open + firstReply.clock.count + nextReply.clock.count === 0 &&
  [firstReply, nextReply, resolution].every(({ met, breached, running }) => met + breached + running === 0);
