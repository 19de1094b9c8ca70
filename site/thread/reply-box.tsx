import type { ComponentChildren, RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Failure } from '../../widget/client/api.ts';
import type { Translate } from '../../widget/i18n/translate.ts';
import { Button } from '../../widget/ui/button.tsx';
import { Notice } from '../../widget/ui/notice.tsx';
import type { Draft, Drafts } from './drafts.ts';
import { failureKey } from './failure-key.ts';

/** Characters of a message, as the contract has them. */
const longest = 10_000;

interface ReplyAction {
  id: string;
  label: string;
  /** Name of the place for walkthroughs. */
  tierzeroAnchor?: string;
}

interface ReplyBoxProps {
  t: Translate;
  drafts: Drafts;
  /** Whose draft it is: one box, one name (give it as `key` too). */
  name: string;
  label: string;
  /** The first one is what Ctrl+Enter does. */
  actions: readonly [ReplyAction, ...ReplyAction[]];
  /** Answers the failure, `held` where it was not sent yet for a reason that is shown, or nothing once the API has it. */
  send: (draft: Draft, action: string) => Promise<Failure | 'held' | undefined>;
  /** Name of the field's place for walkthroughs. */
  tierzeroAnchor?: string;
  /** To be focused from outside. */
  area: RefObject<HTMLTextAreaElement | null>;
  hint?: ComponentChildren;
  /** Stands beside the label: where words can come from. */
  tools?: ComponentChildren;
  /** Something to consider before sending this text. */
  caution?: ((text: string) => ComponentChildren) | undefined;
}

/** The state of a reply on its way. What was typed goes only when the API has it. */
const useReply = ({ drafts, name, send, area }: Pick<ReplyBoxProps, 'drafts' | 'name' | 'send' | 'area'>) => {
  const [text, setText] = useState(() => drafts.read(name)?.text ?? '');
  const [sending, setSending] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const write = (value: string) => {
    drafts.write(name, value);
    setText(value);
  };
  const submit = async (action: string) => {
    const draft = drafts.read(name);
    if (sending) return;
    if (!draft?.text.trim() || draft.text.length > longest) return area.current?.focus();
    setSending(action);
    setFailure(undefined);
    const failed = await send(draft, action);
    setSending(undefined);
    if (failed === 'held') return;
    if (!failed) {
      drafts.end(name);
      setText('');
      return;
    }
    // An earlier text was kept under this key although its answer got lost. This one is a message of its own.
    if (failed.kind === 'problem' && failed.code === 'idempotency-key-reused') drafts.renew(name);
    setFailure(failed);
  };
  return { text, write, sending, submit, failure };
};

/** A field that grows, and what can be done with the text. Ctrl+Enter (⌘ Enter) sends. */
export const ReplyBox = (props: ReplyBoxProps) => {
  const { t, label, actions, tierzeroAnchor, area, hint, tools, caution } = props;
  const { text, write, sending, submit, failure } = useReply(props);
  const id = useId();
  const over = text.length - longest;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    void submit(actions[0].id);
  };
  return (
    <form
      class="reply"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(actions[0].id);
      }}
    >
      <div class="reply-top">
        <label class="reply-label" for={id}>
          {label}
        </label>
        {tools}
      </div>
      <textarea
        id={id}
        ref={area}
        class="control reply-text"
        data-tierzero-anchor={tierzeroAnchor}
        dir="auto"
        rows={3}
        value={text}
        readOnly={sending !== undefined}
        aria-describedby={`${id}-notes`}
        aria-invalid={over > 0 ? 'true' : undefined}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-notes`} class="reply-notes">
        {over > 0 && <Notice kind="warning">{t('reply.too-long', { count: over })}</Notice>}
        {caution?.(text)}
        {failure && (
          <Notice kind="danger" title={t('reply.failed')}>
            {t(failureKey(failure))}
          </Notice>
        )}
      </div>
      <div class="reply-actions">
        {actions.map((action, index) => (
          <Button
            key={action.id}
            kind={index === 0 ? 'primary' : 'quiet'}
            type={index === 0 ? 'submit' : 'button'}
            busy={sending !== undefined}
            data-tierzero-anchor={action.tierzeroAnchor}
            {...(index > 0 && { onClick: () => void submit(action.id) })}
          >
            {sending === action.id ? t('reply.sending') : action.label}
          </Button>
        ))}
        {hint && <span class="reply-hint">{hint}</span>}
      </div>
    </form>
  );
};
