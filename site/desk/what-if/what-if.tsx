import { useMemo, useState } from 'preact/hooks';
import { Button, IconButton } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import type { DeskKit } from '../kit.ts';
import { TicketSkeleton } from '../skeletons.tsx';
import { type Draft, emptyDraft, offeredBy, subjectOf } from './draft.ts';
import { DraftForm } from './draft-form.tsx';
import { type Outcome, outcomeOf } from './outcome.ts';
import { OutcomeView } from './outcome-view.tsx';
import { type Table, useTable } from './use-table.ts';

interface WhatIfProps {
  kit: DeskKit;
  now: number;
  onBack: () => void;
  onSignedOut: () => void;
}

/** A request that nobody has sent, and what the rules would make of it. */
export const WhatIf = ({ kit, now, onBack, onSignedOut }: WhatIfProps) => {
  const { t } = kit;
  const [table, retry] = useTable(kit.client, onSignedOut);
  return (
    <div class="what-if">
      <header class="what-if-head">
        <IconButton icon="back" label={t('what-if.back')} onClick={onBack} />
        <div>
          <h2>{t('what-if.title')}</h2>
          <p class="what-if-about">{t('what-if.about')}</p>
        </div>
      </header>
      {table.state === 'loading' && <TicketSkeleton label={t('what-if.loading')} />}
      {table.state === 'failed' && (
        <Notice kind="danger" action={<Button onClick={retry}>{t('retry')}</Button>}>
          {t('what-if.failed')}
        </Notice>
      )}
      {table.state === 'there' && <Trial kit={kit} now={now} table={table} />}
    </div>
  );
};

/** The request on one side, what becomes of it on the other, with every letter. */
const Trial = ({ kit, now, table }: Pick<WhatIfProps, 'kit' | 'now'> & { table: Table }) => {
  const { t, topics, locales } = kit;
  const { routing, hours } = table;
  const [draft, setDraft] = useState(() =>
    emptyDraft({ topic: topics[0]?.id ?? 'other', language: locales[0] ?? 'en' }),
  );
  const offered = useMemo(() => offeredBy(routing), [routing]);
  const at = instantOf(draft, now);
  const isPast = at < now;
  const outcome = useMemo(
    (): Outcome => outcomeOf({ subject: subjectOf(draft), routing, hours, at, fallback: locales[0] ?? 'en' }),
    [draft, routing, hours, at],
  );
  return (
    <div class="trial">
      <DraftForm kit={kit} draft={draft} offered={offered} isPast={isPast} onChange={setDraft} />
      {isPast ? (
        <p class="outcome quiet">{t('what-if.no-decision')}</p>
      ) : (
        <OutcomeView kit={kit} outcome={outcome} language={draft.language} now={now} />
      )}
    </div>
  );
};

/** Half a minute ago is now: a clock's minute has begun before. */
const instantOf = ({ at }: Draft, now: number): number => {
  const chosen = at === '' ? Number.NaN : new Date(at).getTime();
  return Number.isNaN(chosen) || (chosen < now && now - chosen < 60_000) ? now : chosen;
};
