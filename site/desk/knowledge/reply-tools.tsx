import { Button } from '../../../widget/ui/button.tsx';
import type { DeskKit } from '../kit.ts';
import type { KnowledgeControl } from './use-knowledge.ts';

interface ReplyToolsProps {
  kit: DeskKit;
  control: KnowledgeControl;
  /** Nothing can be replied any more: there is something to read, and nothing to insert. */
  isClosed: boolean;
}

/** Above the reply's field: where its words can come from. */
export const ReplyTools = ({ kit: { t }, control, isClosed }: ReplyToolsProps) => (
  <span class="reply-tools">
    {!isClosed && (
      <Button kind="plain" aria-haspopup="dialog" onClick={control.chooseReply}>
        {t('replies.label')}
      </Button>
    )}
    <Button kind="plain" onClick={control.openPanel}>
      {t('knowledge.label')}
    </Button>
  </span>
);
