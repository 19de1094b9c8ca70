import { useId, useState } from 'preact/hooks';
import type { DeskTicket } from '../../api/contract/desk.ts';
import { type Status, status as statusContract } from '../../api/contract/ticket.ts';
import type { Failure } from '../../widget/client/api.ts';
import { Button } from '../../widget/ui/button.tsx';
import type { DeskKit } from './kit.ts';

interface StatusControlProps {
  kit: DeskKit;
  ticket: DeskTicket;
  onSet: (ticket: DeskTicket) => void;
}

/** `new` is where a ticket starts, not where it can be put. */
const settable = (current: Status): Status[] =>
  statusContract.options.filter((status) => status !== 'new' || current === 'new');

/** Chooses a status; a button sets it, so that moving through the list with a key changes nothing. */
export const StatusControl = ({ kit, ticket, onSet }: StatusControlProps) => {
  const { t, client } = kit;
  const [chosen, setChosen] = useState<Status>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const id = useId();
  const value = chosen ?? ticket.status;
  const set = async () => {
    setBusy(true);
    const result = await client.setStatus(ticket.id, value);
    setBusy(false);
    setFailure(result.ok ? undefined : result);
    if (!result.ok) return;
    setChosen(undefined);
    onSet(result.value);
  };
  return (
    <div class="status-control">
      <label class="sr-only" for={id}>
        {t('ticket.status')}
      </label>
      <select
        id={id}
        class="control"
        value={value}
        disabled={ticket.status === 'closed'}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          const next = statusContract.safeParse(event.currentTarget.value).data;
          setChosen(next === ticket.status ? undefined : next);
          setFailure(undefined);
        }}
      >
        {settable(ticket.status).map((status) => (
          <option key={status} value={status}>
            {t(`status.${status}`)}
          </option>
        ))}
      </select>
      {chosen && chosen !== ticket.status && (
        <Button kind="primary" busy={busy} onClick={() => void set()}>
          {t('ticket.status.set')}
        </Button>
      )}
      <p id={`${id}-note`} class="status-note" role="status">
        {failure ? t('ticket.status.failed') : chosen === 'closed' && t('ticket.status.final')}
      </p>
    </div>
  );
};
