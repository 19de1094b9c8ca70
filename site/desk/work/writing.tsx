import type { ComponentChildren, RefObject } from 'preact';
import type { DeskTicket } from '../../../api/contract/desk.ts';
import { status as statusContract } from '../../../api/contract/ticket.ts';
import { Notice } from '../../../widget/ui/notice.tsx';
import type { Draft } from '../../thread/drafts.ts';
import { ReplyBox } from '../../thread/reply-box.tsx';
import { sendKeys } from '../keys.ts';
import { type DeskKit, groupTitle } from '../kit.ts';
import { useCrossing } from '../use-crossing.ts';

/** To whom somebody writes. */
export type Writing = 'reply' | 'note';

interface WritingBoxProps {
  kit: DeskKit;
  ticket: DeskTicket;
  writing: Writing;
  onWriting: (writing: Writing) => void;
  /** The field, to be focused by a key. */
  area: RefObject<HTMLTextAreaElement | null>;
  /** Where its words can come from. */
  tools: ComponentChildren;
  /** Something to consider before a reply is sent. */
  caution: (text: string) => ComponentChildren;
  /** The ticket with what was not shown yet: somebody else's message, or what was sent from here. */
  onShown: (ticket: DeskTicket) => void;
  /** Something was kept by the API. */
  onSent: (said: string) => void;
}

/** A reply to the requester, or a note for the desk alone: two drafts, and no way to take one for the other. */
export const WritingBox = ({
  kit,
  ticket,
  writing,
  onWriting,
  area,
  tools,
  caution,
  onShown,
  onSent,
}: WritingBoxProps) => {
  const { t, client, drafts } = kit;
  const crossing = useCrossing(client, ticket);
  const isClosed = ticket.status === 'closed';
  /** Who reads notes besides our own people. */
  const partner = kit.groups.find(({ id, readsNotes }) => id === ticket.group && readsNotes);
  const shown = isClosed ? 'note' : writing;
  const name = shown === 'reply' ? `tierzero-desk-draft:${ticket.id}` : `tierzero-desk-note:${ticket.id}`;
  // What was sent stays in the field until it stands in the conversation: at no time is it nowhere.
  const showIt = async () => {
    const next = await client.ticket(ticket.id);
    if (next.ok) onShown(next.value);
  };
  const reply = async ({ text, key }: Draft, action: string) => {
    const crossed = await crossing.check();
    if (crossed) {
      onShown(crossed);
      return 'held' as const;
    }
    const result = await client.reply(ticket.id, { text, key, status: statusContract.parse(action) });
    if (result.ok) await showIt();
    onSent(result.ok ? t('ticket.reply.done') : '');
    return result.ok ? undefined : result;
  };
  const note = async (draft: Draft) => {
    const result = await client.note(ticket.id, draft);
    if (result.ok) await showIt();
    onSent(result.ok ? t('note.done') : '');
    return result.ok ? undefined : result;
  };
  const tabs = (
    <fieldset class="writing">
      <legend class="sr-only">{t('writing.label')}</legend>
      {(['reply', 'note'] as const).map((one) => (
        <button
          key={one}
          type="button"
          class="writing-tab"
          aria-pressed={shown === one}
          disabled={isClosed && one === 'reply'}
          onClick={() => {
            onWriting(one);
            area.current?.focus();
          }}
        >
          {t(`writing.${one}`)}
        </button>
      ))}
    </fieldset>
  );
  return (
    <div class="write" data-writing={shown}>
      {isClosed && <p class="reply-closed">{t('ticket.closed')}</p>}
      {tabs}
      {shown === 'reply' ? (
        <ReplyBox
          key={name}
          t={t}
          drafts={drafts}
          name={name}
          label={t('ticket.reply')}
          actions={[
            { id: 'pending', label: t('ticket.send.pending'), tierzeroAnchor: 'desk.send' },
            { id: 'solved', label: t('ticket.send.solved'), tierzeroAnchor: 'desk.send.solved' },
          ]}
          tierzeroAnchor="desk.reply"
          send={reply}
          area={area}
          hint={t('ticket.send.hint', { keys: sendKeys(t) })}
          tools={tools}
          caution={(text) => (
            <>
              {caution(text)}
              {crossing.crossed(text) && <Notice kind="warning">{t('reply.crossed')}</Notice>}
            </>
          )}
        />
      ) : (
        <ReplyBox
          key={name}
          t={t}
          drafts={drafts}
          name={name}
          label={t('note.label')}
          actions={[{ id: 'note', label: t('note.keep') }]}
          send={note}
          area={area}
          hint={partner ? t('note.hint.partner', { group: groupTitle(kit, partner.id) ?? partner.id }) : t('note.hint')}
          tools={tools}
        />
      )}
    </div>
  );
};
