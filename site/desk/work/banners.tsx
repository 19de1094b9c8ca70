import { useState } from 'preact/hooks';
import type { DeskTicket } from '../../../api/contract/desk.ts';
import type { DeskChange } from '../../../api/contract/desk-change.ts';
import { type Cause, cause as causeContract } from '../../../api/contract/event.ts';
import { Button } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import type { DeskKit } from '../kit.ts';
import { placeQuery } from '../place.ts';
import { Choice } from './choice.tsx';

interface BannersProps {
  kit: DeskKit;
  ticket: DeskTicket;
  onSet: (ticket: DeskTicket) => void;
}

/** What somebody has to see to, above the conversation; each with the one thing to do about it. */
export const Banners = (props: BannersProps) => {
  const { kit, ticket } = props;
  const { t } = kit;
  const isOpen = ticket.status !== 'closed';
  return (
    <>
      {ticket.held && (
        <Notice
          kind="warning"
          title={t('held.title')}
          action={isOpen && <Do {...props} change={{ kind: 'release' }} label={t('held.release')} />}
        >
          {t('held.text')}
        </Notice>
      )}
      {ticket.leadAsked && (
        <Notice
          kind="warning"
          title={t('lead.title')}
          action={
            isOpen && kit.me.role !== 'agent' && <Do {...props} change={{ kind: 'lead-took' }} label={t('lead.took')} />
          }
        >
          {t(`lead.${whyAsked(ticket)}`)}
        </Notice>
      )}
      {ticket.mergedInto && (
        <Notice
          kind="info"
          title={t('merged.title', { reference: ticket.mergedInto.reference })}
          action={
            <span class="banner-actions">
              <a class="button quiet" href={placeQuery({ ticket: ticket.mergedInto.id })}>
                {t('merged.open')}
              </a>
              {isOpen && <Do {...props} change={{ kind: 'unmerge' }} label={t('merged.part')} />}
            </span>
          }
        >
          {t('merged.text')}
        </Notice>
      )}
    </>
  );
};

const whyAsked = ({ events }: DeskTicket): 'breach' | 'exhausted' | 'rule' => {
  const last = events.findLast(({ event }) => event.kind === 'lead-asked')?.event;
  return last?.kind === 'lead-asked' ? last.why : 'breach';
};

/** A button that changes the ticket, and says when it could not. */
const Do = ({ kit, ticket, onSet, change, label }: BannersProps & { change: DeskChange; label: string }) => {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const act = async () => {
    setBusy(true);
    const result = await kit.client.change(ticket.id, change);
    setBusy(false);
    setFailed(!result.ok);
    if (result.ok) onSet(result.value);
  };
  return (
    <>
      <Button busy={busy} onClick={() => void act()}>
        {label}
      </Button>
      <span role="status">{failed && kit.t('change.failed')}</span>
    </>
  );
};

/** What ended it: asked once it is over, and open to a better answer. */
export const CauseBar = ({ kit: { t, client }, ticket, onSet }: BannersProps) => {
  const { status, cause, mergedInto, events } = ticket;
  if ((status !== 'solved' && status !== 'closed') || mergedInto) return null;
  const unknown = cause ? [] : [{ value: '' as const, label: t('cause.choose') }];
  // Whoever said that an article answers it has said what ended it; they only have to agree.
  const isAnswered = events.some(({ event }) => event.kind === 'answered-by');
  return (
    <div class="cause">
      <Choice<Cause | ''>
        label={t('cause.title')}
        labelHidden={false}
        key={cause}
        value={cause ?? ''}
        preset={!cause && isAnswered ? 'answered' : undefined}
        options={[...unknown, ...causeContract.options.map((value) => ({ value, label: t(`cause.${value}`) }))]}
        action={t('work.set')}
        failed={t('change.failed')}
        tierzeroAnchor={{ field: 'desk.cause', set: 'desk.cause.set' }}
        set={async (chosen) => {
          if (!chosen) return undefined;
          const result = await client.setStatus(ticket.id, status, chosen);
          if (!result.ok) return result;
          onSet(result.value);
          return undefined;
        }}
      />
    </div>
  );
};
