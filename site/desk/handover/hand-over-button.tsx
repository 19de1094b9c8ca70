import type { DeskTicket } from '../../../api/contract/desk.ts';
import { Button } from '../../../widget/ui/button.tsx';
import type { DeskKit } from '../kit.ts';

interface HandOverButtonProps {
  kit: DeskKit;
  ticket: DeskTicket;
  onHandOver: () => void;
}

/** What the key presses. */
export const handOverButton = '[data-hand-over]';

/** Opens the form. A closed request stays where it is, and so does one in a team of one group. */
export const HandOverButton = ({ kit: { t, groups }, ticket, onHandOver }: HandOverButtonProps) =>
  ticket.status === 'closed' || groups.every(({ id }) => id === ticket.group) ? null : (
    <Button data-hand-over onClick={onHandOver}>
      {t('handover.open')}
    </Button>
  );
