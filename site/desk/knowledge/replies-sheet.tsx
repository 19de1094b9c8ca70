import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { DeskTicket } from '../../../api/contract/desk.ts';
import type { SavedReply } from '../../../content/schema/reply.ts';
import { IconButton } from '../../../widget/ui/button.tsx';
import { type DeskKit, languageName } from '../kit.ts';
import { fill, fillingOf, taken } from './fill.ts';
import { NotLoaded } from './not-loaded.tsx';
import { choiceOf } from './reply-choice.ts';
import type { KnowledgeControl } from './use-knowledge.ts';
import { useLoaded } from './use-loaded.ts';

interface RepliesSheetProps {
  kit: DeskKit;
  ticket: DeskTicket;
  control: KnowledgeControl;
  onSignedOut: () => void;
}

/** Saved replies to choose from, those of the request's topic first. The one that is chosen goes into the reply. */
export const RepliesSheet = ({ kit, ticket, control, onSignedOut }: RepliesSheetProps) => {
  const { t, knowledge } = kit;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const [loaded, retry] = useLoaded(() => knowledge.replies(ticket.locale), ticket.locale, onSignedOut);
  const choose = (reply: SavedReply) => {
    dialog.current?.close();
    control.insert(...taken(fill(reply.text, fillingOf(ticket, kit))));
  };
  const title = useId();
  return (
    <dialog class="sheet replies" ref={dialog} aria-labelledby={title} onClose={control.endChoice}>
      <header class="sheet-head">
        <h2 id={title}>{t('replies.label')}</h2>
        <IconButton icon="close" label={t('knowledge.close')} onClick={() => dialog.current?.close()} />
      </header>
      {loaded.state === 'there' ? (
        <Choice kit={kit} ticket={ticket} replies={loaded.value.replies} onChoose={choose} />
      ) : (
        <NotLoaded kit={kit} loaded={loaded} waiting="replies.loading" failed="replies.failed" retry={retry} />
      )}
    </dialog>
  );
};

interface ChoiceProps {
  kit: DeskKit;
  ticket: DeskTicket;
  replies: readonly SavedReply[];
  onChoose: (reply: SavedReply) => void;
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** A field that filters, and a list (APG combobox): arrows move, Enter takes. */
const Choice = ({ kit, ticket, replies, onChoose }: ChoiceProps) => {
  const { t } = kit;
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  const found = choiceOf(replies, { words, topic: ticket.topic });
  const active = Math.min(at, found.length - 1);
  useEffect(() => list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' }), [active]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || found.length === 0) return;
    const chosen = found[active];
    if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      onChoose(chosen);
    }
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setAt((active + step + found.length) % found.length);
  };
  const combobox = {
    role: 'combobox' as const,
    'aria-expanded': 'true' as const,
    'aria-autocomplete': 'list' as const,
    'aria-controls': `${id}-list`,
    'aria-activedescendant': active >= 0 ? `${id}-${active}` : undefined,
  };
  if (replies.length === 0) return <p class="quiet">{t('replies.none')}</p>;
  return (
    <>
      <input
        {...combobox}
        ref={field}
        class="control"
        type="text"
        autocomplete="off"
        spellcheck={false}
        aria-label={t('replies.filter')}
        placeholder={t('replies.filter')}
        value={words}
        onInput={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div class="reply-choice" role="listbox" id={`${id}-list`} aria-label={t('replies.label')} ref={list}>
        {found.map((reply, place) => (
          // The field has the keyboard, and says which one is meant.
          // biome-ignore lint/a11y/useKeyWithClickEvents: as above
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            key={reply.slug}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === active}
            lang={reply.locale}
            onClick={() => onChoose(reply)}
          >
            <strong>{reply.title}</strong>
            <span class="reply-preview">{taken(fill(reply.text, fillingOf(ticket, kit)))[0]}</span>
            <Remark kit={kit} ticket={ticket} reply={reply} />
          </div>
        ))}
      </div>
      <p class="quiet" role="status">
        {found.length === 0 && t('replies.none.found')}
      </p>
    </>
  );
};

const Remark = ({ kit, ticket, reply }: Pick<ChoiceProps, 'kit' | 'ticket'> & { reply: SavedReply }) => {
  const isOther = reply.locale.split('-')[0] !== ticket.locale.split('-')[0];
  const remarks = [
    reply.topics.includes(ticket.topic) && kit.t('replies.topic'),
    isOther && kit.t('knowledge.in', { language: languageName(kit, reply.locale) }),
  ].filter(Boolean);
  return remarks.length > 0 ? (
    <span class="reply-remark" lang={kit.locale}>
      {remarks.join(' · ')}
    </span>
  ) : null;
};
