import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DeskTicket } from '../../../api/contract/desk.ts';
import { Button, IconButton } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import { Skeleton } from '../../../widget/ui/skeleton.tsx';
import { useReachable } from '../../thread/use-reachable.ts';
import { type DeskKit, groupTitle } from '../kit.ts';
import { handOverButton } from './hand-over-button.tsx';
import { HandoverForm } from './handover-form.tsx';
import { useHandover } from './use-handover.ts';

interface HandoverPanelProps {
  kit: DeskKit;
  ticket: DeskTicket;
  now: number;
  onBack: () => void;
  onDone: (ticket: DeskTicket, group: string) => void;
  onSignedOut: () => void;
}

/** Handing a request over, beside the conversation that the note is written from. */
export const HandoverPanel = (props: HandoverPanelProps) => {
  const { kit, ticket, onBack, onDone, onSignedOut } = props;
  const { t } = kit;
  const state = useHandover({
    kit,
    ticket,
    onSignedOut,
    onDone: (next, to) => onDone(next, groupTitle(kit, to.group) ?? to.group),
  });
  const panel = useFocus();
  const scroller = useReachable<HTMLDivElement>();
  const { form, draft, failure } = state;
  return (
    <aside
      class="side handover"
      ref={panel}
      tabIndex={-1}
      aria-label={t('handover.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        onBack();
      }}
    >
      <header class="handover-head">
        <IconButton icon="back" label={t('handover.back')} onClick={onBack} />
        <h2>{t('handover.title')}</h2>
      </header>
      <div class="handover-body" ref={scroller}>
        {failure && (
          <Notice
            kind={failure.kind === 'offline' ? 'offline' : 'danger'}
            action={<Button onClick={state.retry}>{t('retry')}</Button>}
          >
            {t(failure.kind === 'offline' ? 'handover.offline' : 'handover.failed')}
          </Notice>
        )}
        {form && draft ? (
          <HandoverForm {...props} state={state} form={form} draft={draft} />
        ) : (
          !failure && <Skeleton lines={8} label={t('handover.loading')} />
        )}
      </div>
    </aside>
  );
};

/** The focus is in the panel while it is open, and goes back to where it was opened. */
const useFocus = (): RefObject<HTMLElement | null> => {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    return () => document.querySelector<HTMLElement>(handOverButton)?.focus({ preventScroll: true });
  }, []);
  return panel;
};
