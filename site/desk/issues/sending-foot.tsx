import { Button } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import type { DeskKit } from '../kit.ts';
import type { useSending } from './use-sending.ts';

interface SendingFootProps {
  kit: DeskKit;
  state: ReturnType<typeof useSending>;
  action: string;
  onCancel: () => void;
}

/** End of a form that is sent: why it was not, and what to do. */
export const SendingFoot = ({ kit: { t }, state: { trouble, busy }, action, onCancel }: SendingFootProps) => (
  <>
    {trouble && <Notice kind="danger">{trouble}</Notice>}
    <p class="issue-actions">
      <Button kind="primary" type="submit" busy={busy}>
        {action}
      </Button>
      <Button onClick={onCancel}>{t('issues.cancel')}</Button>
    </p>
  </>
);
