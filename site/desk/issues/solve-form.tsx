import { useState } from 'preact/hooks';
import type { DeskIssueWhole } from '../../../api/contract/issue.ts';
import type { Failure } from '../../../widget/client/api.ts';
import { Button } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import { type DeskKit, languageName } from '../kit.ts';
import { TextField } from './text-field.tsx';
import { troubleKey } from './trouble-key.ts';

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
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const waiting = issue.tickets.filter(({ status }) => status !== 'closed');
  const asked = waiting.filter(({ status }) => status === 'open').length;
  const submit = async () => {
    const given = Object.fromEntries(Object.entries(answers).filter(([, text]) => /\S/.test(text)));
    if (Object.keys(given).length === 0) return setTrouble(t('issues.solve.missing'));
    setBusy(true);
    const failure = await onSolve(given);
    setBusy(false);
    if (failure) setTrouble(t(troubleKey(failure)));
  };
  return (
    <form
      class="issue-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
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
      {trouble && <Notice kind="danger">{trouble}</Notice>}
      <p class="issue-actions">
        <Button kind="primary" type="submit" busy={busy}>
          {t('issues.solve.action')}
        </Button>
        <Button onClick={onCancel}>{t('issues.cancel')}</Button>
      </p>
    </form>
  );
};

/** English 3, German 1. */
const languagesOf = (kit: DeskKit, tickets: readonly { locale: string }[]): string => {
  const counts = new Map<string, number>();
  for (const { locale } of tickets) counts.set(locale, (counts.get(locale) ?? 0) + 1);
  return [...counts].map(([locale, count]) => `${languageName(kit, locale)} ${count}`).join(', ');
};
