import { useState } from 'preact/hooks';
import type { DeskTicket } from '../../api/contract/desk.ts';
import { Button, IconButton } from '../../widget/ui/button.tsx';
import { HandOverButton } from './handover/hand-over-button.tsx';
import { type DeskKit, topicTitle } from './kit.ts';
import { plain } from './plain.ts';
import { StatusControl } from './status-control.tsx';

interface TicketHeadProps {
  kit: DeskKit;
  ticket: DeskTicket;
  onBack: () => void;
  onSet: (ticket: DeskTicket) => void;
  /** Shows the right column where there is no room for it. */
  onSide: () => void;
  onHandOver: () => void;
}

/** Reference, topic, status, and who asks. */
export const TicketHead = ({ kit, ticket, onBack, onSet, onSide, onHandOver }: TicketHeadProps) => {
  const { t } = kit;
  return (
    <header class="ticket-head">
      <div class="ticket-title">
        <span class="ticket-back">
          <IconButton icon="back" label={t('ticket.back')} onClick={onBack} />
        </span>
        <h2>
          <span class="reference">{ticket.reference}</span> <span>{topicTitle(kit, ticket.topic)}</span>
        </h2>
        <CopyReference kit={kit} reference={ticket.reference} />
        <span class="ticket-side">
          <Button onClick={onSide}>{t('ticket.context')}</Button>
        </span>
      </div>
      <div class="ticket-facts">
        <Requester kit={kit} requester={ticket.requester} />
        <div class="ticket-actions">
          <HandOverButton kit={kit} ticket={ticket} onHandOver={onHandOver} />
          <StatusControl kit={kit} ticket={ticket} onSet={onSet} />
        </div>
      </div>
    </header>
  );
};

/** SECURITY: both were typed by somebody; the mark beside them says so wherever they are read. */
const Requester = ({ kit: { t }, requester }: { kit: DeskKit; requester: DeskTicket['requester'] }) => {
  const { name, address, withheld = [] } = requester;
  return (
    <p class="requester">
      <span class="sr-only">{t('ticket.from')} </span>
      <bdi class="requester-name">
        {name === undefined ? t(withheld.includes('name') ? 'ticket.name-withheld' : 'row.anonymous') : plain(name)}
      </bdi>
      {address ? (
        <bdi class="requester-address">{plain(address)}</bdi>
      ) : (
        <span>{t(withheld.includes('address') ? 'ticket.address-withheld' : 'ticket.no-address')}</span>
      )}
      {(address || name) && (
        <span class="unverified" title={t('ticket.unverified.why')}>
          {t(address ? 'ticket.unverified' : 'ticket.unverified.name')}
        </span>
      )}
    </p>
  );
};

const CopyReference = ({ kit: { t }, reference }: { kit: DeskKit; reference: string }) => {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(reference).then(
      () => setCopied(true),
      // Without the right to write, the reference still stands there to be selected.
      () => setCopied(false),
    );
  return (
    <span class="copy-reference" onFocusOut={() => setCopied(false)}>
      <IconButton icon={copied ? 'check' : 'copy'} label={t('ticket.copy')} onClick={() => void copy()} />
      <span class="sr-only" role="status">
        {copied && t('ticket.copied')}
      </span>
    </span>
  );
};
