import type { DeskTicket } from '../../api/contract/desk.ts';
import type { RoutingReason } from '../../api/contract/ticket.ts';
import { IconButton } from '../../widget/ui/button.tsx';
import { useReachable } from '../thread/use-reachable.ts';
import { ContextList } from './context-list.tsx';
import { type DeskKit, topicTitle } from './kit.ts';
import { TargetMark } from './target-mark.tsx';

interface SidePanelProps {
  kit: DeskKit;
  ticket: DeskTicket;
  now: number;
  /** On a narrow screen this stands in place of the conversation. */
  onBack: () => void;
}

/** A code without words is shown with its detail: a newer API must not leave a gap. */
const reasonText = (kit: DeskKit, { code, detail = '' }: RoutingReason): string => {
  const key = `reason.${code}`;
  const text = kit.t(key, { detail: code === 'topic' ? topicTitle(kit, detail) : detail });
  return text === key ? `${code} ${detail}`.trim() : text;
};

const languageName = ({ locale }: DeskKit, tag: string): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;

/** The right column: promise, why the ticket is here, and what the requester sent along. */
export const SidePanel = ({ kit, ticket, now, onBack }: SidePanelProps) => {
  const { t, moments } = kit;
  const scroller = useReachable<HTMLElement>();
  return (
    <aside class="side" ref={scroller} aria-label={t('side.label')}>
      <header class="side-back">
        <IconButton icon="back" label={t('side.back')} onClick={onBack} />
        <h2>{t('side.label')}</h2>
      </header>
      <section>
        <h3>{t('side.promise')}</h3>
        <p>{t('side.promised', { time: moments.by(ticket.firstReplyBy, now) })}</p>
        <TargetMark kit={kit} ticket={ticket} now={now} />
        <p class="quiet">{t('side.received', { time: moments.exact(ticket.createdAt) })}</p>
        {ticket.firstRepliedAt && (
          <p class="quiet">{t('side.replied', { time: moments.exact(ticket.firstRepliedAt) })}</p>
        )}
      </section>
      <section>
        <h3>{t('side.routing')}</h3>
        <p>
          {t('side.tier', { tier: ticket.tier })} · {t(`priority.${ticket.priority}`)}
        </p>
        <ul class="reasons">
          {ticket.reasons.map((reason) => (
            <li key={`${reason.code} ${reason.detail}`} dir="auto">
              {reasonText(kit, reason)}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('side.context')}</h3>
        <ContextList kit={kit} items={ticket.context} />
        <p class="quiet">{t('side.language', { language: languageName(kit, ticket.locale) })}</p>
      </section>
    </aside>
  );
};
