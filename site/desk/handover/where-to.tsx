import type { DeskTicket } from '../../../api/contract/desk.ts';
import type { HandoverDraft } from '../../../api/contract/handover.ts';
import { stepText } from '../../../widget/escalation/timeline.ts';
import { Field } from '../../../widget/ui/field.tsx';
import { type DeskKit, groupTitle } from '../kit.ts';
import { useRequesterWords } from '../requester-words.ts';
import type { NoteForm } from './note-form.ts';

interface WhereToProps {
  kit: DeskKit;
  ticket: DeskTicket;
  now: number;
  draft: HandoverDraft;
  form: NoteForm;
  write: (form: NoteForm) => void;
}

/** A tier, whose group the rules find, or a group; who that is, whether they work, and what is promised then. */
export const WhereTo = ({ kit, ticket, now, draft, form, write }: WhereToProps) => {
  const { t } = kit;
  const others = draft.groups.filter(({ group }) => group !== ticket.group);
  const tiers = ([1, 2, 3] as const).filter((tier) => tier !== ticket.tier && others.some((one) => one.tier === tier));
  const value = form.to ?? (tiers.includes(draft.to.tier) ? `tier:${draft.to.tier}` : draft.to.group);
  return (
    <>
      <Field label={t('handover.to')}>
        {(control) => (
          <select
            {...control}
            value={value}
            onChange={(event) => write({ ...form, to: event.currentTarget.value, person: undefined })}
          >
            {tiers.map((tier) => (
              <option key={tier} value={`tier:${tier}`}>
                {t('handover.to.tier', { tier })}
              </option>
            ))}
            {([1, 2, 3] as const).map((tier) => (
              <optgroup key={tier} label={t('side.tier', { tier })}>
                {others
                  .filter((one) => one.tier === tier)
                  .map((one) => (
                    <option key={one.group} value={one.group}>
                      {`${groupTitle(kit, one.group)} · ${hoursOf(kit, one, now)}`}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <Outcome kit={kit} now={now} draft={draft} language={ticket.locale} />
    </>
  );
};

/** Whether they work now, or when next. */
const hoursOf = (
  { t, moments }: DeskKit,
  { isOpen, opensAt }: HandoverDraft['groups'][number],
  now: number,
): string => {
  if (isOpen) return t('handover.open.now');
  return opensAt ? t('handover.open.at', { time: moments.by(opensAt, now) }) : t('handover.open.never');
};

const Outcome = ({ kit, now, draft, language }: Pick<WhereToProps, 'kit' | 'now' | 'draft'> & { language: string }) => {
  const requester = useRequesterWords(kit, language);
  const { t, moments, groups } = kit;
  const { to, note, step, transfers, backAndForth } = draft;
  const group = groupTitle(kit, to.group) ?? to.group;
  const hours = draft.groups.find((one) => one.group === to.group);
  const isPartner = groups.some(({ id, partner }) => id === to.group && partner);
  const [low = 0, high = 0] = backAndForth?.between ?? [];
  const by = note.replyBy ?? note.solveBy;
  return (
    <div class="handover-outcome">
      <p>
        <bdi class="handover-group">{t('handover.group', { group, tier: to.tier })}</bdi>
        {isPartner && <span class="quiet"> {t('side.partner')}</span>}
        {hours && <span class="quiet"> · {hoursOf(kit, hours, now)}</span>}
      </p>
      {!draft.isCapable && <p class="handover-warning">{t('handover.incapable')}</p>}
      <p>
        {by
          ? t(note.replyBy ? 'handover.reply-by' : 'handover.solve-by', { time: moments.by(by, now) })
          : t('handover.no-promise')}
      </p>
      {transfers > 0 && <p class="quiet">{t('handover.moves', { count: transfers })}</p>}
      {backAndForth && <p class="handover-warning">{t('handover.again', { count: backAndForth.times, low, high })}</p>}
      {step && (
        <p class="handover-reads">
          <span class="quiet">{t('handover.reads')}</span>{' '}
          <q lang={requester.locale} dir="auto">
            {stepText({ ...step, counts: true }, requester.t, (at) => requester.moments.by(at, now))}
          </q>
        </p>
      )}
    </div>
  );
};
