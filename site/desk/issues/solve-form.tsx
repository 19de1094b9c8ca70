import { useState } from 'preact/hooks';
import type { DeskIssueWhole } from '../../../api/contract/issue.ts';
import type { Failure } from '../../../widget/client/api.ts';
import { Notice } from '../../../widget/ui/notice.tsx';
import { type DeskKit, languageName } from '../kit.ts';
import { SendingFoot } from './sending-foot.tsx';
import { TextField } from './text-field.tsx';
import { useSending } from './use-sending.ts';

interface SolveFormProps {
  kit: DeskKit;
  issue: DeskIssueWhole;
  onSolve: (answers: Record<string, string>) => Promise<Failure | undefined>;
  onCancel: () => void;
}

/** The one answer, and how many people get it, in which languages. */
export const SolveForm = ({ kit, issue, onSolve, onCancel }: SolveFormProps) => {
  const { t, locales } = kit;
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const state = useSending({ kit, read: () => givenIn(answers), missing: 'issues.solve.missing', send: onSolve });
  const waiting = issue.tickets.filter(({ status }) => status !== 'closed');
  const asked = waiting.filter(({ status }) => status === 'open').length;
  return (
    <form class="issue-form" noValidate onSubmit={state.onSubmit}>
      <p>
        {t('issues.solve.count', { count: issue.left })}
        {waiting.length > 0 && ` ${t('issues.solve.languages', { list: languagesOf(kit, waiting) })}`}
      </p>
      {asked > 0 && <Notice kind="info">{t('issues.solve.asked', { count: asked })}</Notice>}
      {locales.map((locale) => (
        <TextField
          key={locale}
          label={t('issues.solve.answer', { language: languageName(kit, locale) })}
          locale={locale}
          longest={10_000}
          value={answers[locale] ?? ''}
          onChange={(text) => setAnswers({ ...answers, [locale]: text })}
        />
      ))}
      <p class="quiet">{t('issues.solve.fallback', { language: languageName(kit, locales[0] ?? 'en') })}</p>
      <SendingFoot kit={kit} state={state} action={t('issues.solve.action')} onCancel={onCancel} />
    </form>
  );
};

/** What is answered in at least one language. */
const givenIn = (answers: Record<string, string>): Record<string, string> | undefined => {
  const given = Object.entries(answers).filter(([, text]) => /\S/.test(text));
  return given.length > 0 ? Object.fromEntries(given) : undefined;
};

/** English 3, German 1. */
const languagesOf = (kit: DeskKit, tickets: readonly { locale: string }[]): string => {
  const counts = new Map<string, number>();
  for (const { locale } of tickets) counts.set(locale, (counts.get(locale) ?? 0) + 1);
  return [...counts].map(([locale, count]) => `${languageName(kit, locale)} ${count}`).join(', ');
};
