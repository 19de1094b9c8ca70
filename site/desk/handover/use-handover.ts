import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskTicket } from '../../../api/contract/desk.ts';
import { type HandoverDraft, writtenNote } from '../../../api/contract/handover.ts';
import { missing } from '../../../api/contract/handover-needs.ts';
import type { Failure } from '../../../widget/client/api.ts';
import { refusedWith } from '../../thread/result.ts';
import type { DeskKit } from '../kit.ts';
import { formOf, type NoteForm, readForm, writtenIn } from './note-form.ts';
import { takerIn } from './taker-field.tsx';

interface HandoverOptions {
  kit: DeskKit;
  ticket: DeskTicket;
  onDone: (ticket: DeskTicket, to: HandoverDraft['to']) => void;
  onSignedOut: () => void;
}

/** In place of the API's code, which names what is missing: nothing was, but who was chosen is not in the group any more. */
export const takerGone = 'handover-taker-gone';

/** The state of a handover that is being written. What was written goes only when the API has it. */
export const useHandover = ({ kit, ticket, onDone, onSignedOut }: HandoverOptions) => {
  const { client, drafts } = kit;
  const name = `tierzero-desk-handover:${ticket.id}`;
  const [form, setForm] = useState<NoteForm | undefined>(() => readForm(drafts.read(name)?.text));
  const [draft, setDraft] = useState<HandoverDraft>();
  const [failure, setFailure] = useState<Failure>();
  const [refusal, setRefusal] = useState<Failure>();
  const [tries, setTries] = useState(0);
  const [busy, setBusy] = useState(false);
  const latest = useRef(0);

  const write = (next: NoteForm) => {
    drafts.write(name, JSON.stringify(next));
    setForm(next);
  };
  const look = async (to: string | undefined) => {
    latest.current += 1;
    const mine = latest.current;
    const result = await client.handoverDraft(ticket.id, to);
    if (mine !== latest.current) return;
    if (refusedWith(result, 'signed-out')) onSignedOut();
    // It is there by now, or the group is gone: the usual way is shown again.
    if (to !== undefined && refusedWith(result, 'invalid-request'))
      return setForm((current) => current && { ...current, to: undefined });
    setFailure(result.ok ? undefined : result);
    if (!result.ok) return;
    setDraft(result.value);
    setForm((current) => current ?? formOf(result.value.note));
  };
  // What happens to the request changes what is known, never what was written.
  useEffect(() => void look(form?.to), [form?.to, ticket.updatedAt]);

  const lacking = form && draft ? missing(writtenIn(form), draft) : [];
  const submit = async () => {
    if (!form || !draft || busy) return;
    const parsed = writtenNote.safeParse(writtenIn(form));
    setTries(tries + 1);
    if (!parsed.success) return setRefusal({ ok: false, kind: 'problem', status: 400 });
    setBusy(true);
    const assignee = takerIn(form, draft.people);
    const result = await client.handOver(ticket.id, {
      to: form.to ?? draft.to.group,
      note: parsed.data,
      seen: draft.seen,
      ...(assignee && { assignee }),
    });
    setBusy(false);
    if (result.ok) {
      drafts.end(name);
      return onDone(result.value, draft.to);
    }
    if (refusedWith(result, 'signed-out')) onSignedOut();
    const isGone = assignee !== undefined && lacking.length === 0 && refusedWith(result, 'handover-incomplete');
    setRefusal(isGone ? { ok: false, kind: 'problem', status: 422, code: takerGone } : result);
    if (isGone || refusedWith(result, 'handover-stale')) void look(form.to);
  };
  return { form, draft, failure, refusal, tries, busy, lacking, write, submit, retry: () => void look(form?.to) };
};
