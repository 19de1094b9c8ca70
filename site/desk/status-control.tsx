import type { DeskTicket } from '../../api/contract/desk.ts';
import { type Status, status as statusContract } from '../../api/contract/ticket.ts';
import type { DeskKit } from './kit.ts';
import { Choice } from './work/choice.tsx';

interface StatusControlProps {
  kit: DeskKit;
  ticket: DeskTicket;
  onSet: (ticket: DeskTicket) => void;
}

/** `new` is where a ticket starts, not where it can be put. */
const settable = (current: Status): Status[] =>
  statusContract.options.filter((status) => status !== 'new' || current === 'new');

export const StatusControl = ({ kit: { t, client }, ticket, onSet }: StatusControlProps) => (
  <Choice<Status>
    label={t('ticket.status')}
    value={ticket.status}
    options={settable(ticket.status).map((value) => ({ value, label: t(`status.${value}`) }))}
    disabled={ticket.status === 'closed'}
    action={t('ticket.status.set')}
    failed={t('ticket.status.failed')}
    tierzeroAnchor={{ field: 'desk.status', set: 'desk.status.set' }}
    note={(chosen) => (chosen === 'closed' ? t('ticket.status.final') : undefined)}
    set={async (status) => {
      const result = await client.setStatus(ticket.id, status);
      if (!result.ok) return result;
      onSet(result.value);
      return undefined;
    }}
  />
);
