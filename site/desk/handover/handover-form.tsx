import { useEffect, useRef } from 'preact/hooks';
import type { DeskTicket } from '../../../api/contract/desk.ts';
import type { HandoverDraft, WrittenField } from '../../../api/contract/handover.ts';
import { neededFields } from '../../../api/contract/handover-needs.ts';
import type { Failure } from '../../../widget/client/api.ts';
import { Button } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import { type DeskKit, groupTitle } from '../kit.ts';
import { NoteField } from './note-field.tsx';
import { type NoteForm, textFields } from './note-form.ts';
import { NoteLines } from './note-lines.tsx';
import { TakerField } from './taker-field.tsx';
import { TriedFields } from './tried-fields.tsx';
import { takerGone, type useHandover } from './use-handover.ts';
import { WhereTo } from './where-to.tsx';

interface HandoverFormProps {
  kit: DeskKit;
  ticket: DeskTicket;
  now: number;
  state: ReturnType<typeof useHandover>;
  form: NoteForm;
  draft: HandoverDraft;
}

/** Where to, what only the agent knows, and what is known already. */
export const HandoverForm = ({ kit, ticket, now, state, form, draft }: HandoverFormProps) => {
  const { t } = kit;
  const { tries, lacking, refusal, busy, write, submit } = state;
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Refused: the first field that is missing is where to go on.
    if (tries > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries, refusal]);
  const needed = neededFields(draft);
  const others = [...textFields, 'tried' as const].filter((field) => !needed.includes(field));
  const fields = (names: readonly WrittenField[]) =>
    names.map((field) => {
      const isMissing = tries > 0 && lacking.includes(field);
      return field === 'tried' ? (
        <TriedFields
          key={field}
          kit={kit}
          lines={form.tried}
          isMissing={isMissing}
          write={(tried) => write({ ...form, tried })}
        />
      ) : (
        <NoteField key={field} kit={kit} field={field} form={form} isMissing={isMissing} write={write} />
      );
    });
  return (
    <form
      class="handover-form"
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <WhereTo kit={kit} ticket={ticket} now={now} draft={draft} form={form} write={write} />
      <TakerField kit={kit} draft={draft} form={form} write={write} />
      <h3>{t('handover.write')}</h3>
      {fields(needed)}
      <details class="handover-more">
        <summary>{t('handover.more')}</summary>
        {fields(others)}
      </details>
      <details class="handover-more">
        <summary>{t('handover.known')}</summary>
        <NoteLines kit={kit} note={knownOf(draft)} now={now} />
      </details>
      {refusal && tries > 0 && !busy && <Refusal kit={kit} refusal={refusal} missing={lacking.length} />}
      <Button kind="primary" type="submit" busy={busy}>
        {t('handover.submit', { group: groupTitle(kit, draft.to.group) ?? draft.to.group })}
      </Button>
    </form>
  );
};

const knownOf = ({ note }: HandoverDraft): HandoverDraft['note'] =>
  Object.fromEntries(
    Object.entries(note).filter(([field]) => field !== 'tried' && !textFields.some((one) => one === field)),
  );

interface RefusalProps {
  kit: DeskKit;
  refusal: Failure;
  missing: number;
}

const Refusal = ({ kit: { t }, refusal, missing }: RefusalProps) => {
  const code = refusal.kind === 'problem' ? refusal.code : refusal.kind;
  // It goes as the last field is filled in.
  if (code === 'handover-incomplete' && missing === 0) return null;
  const key: Record<string, string> = {
    'handover-incomplete': 'handover.missing.many',
    'handover-stale': 'handover.stale',
    [takerGone]: 'handover.person.gone',
    conflict: 'handover.gone',
    merged: 'handover.gone',
    offline: 'handover.offline',
    timeout: 'handover.offline',
  };
  return (
    <Notice kind={code === 'offline' ? 'offline' : 'danger'}>
      {t(key[code ?? ''] ?? 'handover.refused', { count: missing })}
    </Notice>
  );
};
