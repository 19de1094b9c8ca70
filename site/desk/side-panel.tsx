import type { DeskTicket } from '../../api/contract/desk.ts';
import type { RoutingReason } from '../../api/contract/ticket.ts';
import { IconButton } from '../../widget/ui/button.tsx';
import { useReachable } from '../thread/use-reachable.ts';
import { ContextList } from './context-list.tsx';
import { type DeskKit, groupTitle, languageName } from './kit.ts';
import { isPlainClick } from './plain-click.ts';
import { TargetMark } from './target-mark.tsx';
import { Why } from './why.tsx';
import { WorkSection } from './work/work-section.tsx';

/** Others that report the same, and where they are. */
export interface Alike {
  count: number;
  href: string;
  onOpen: () => void;
}

interface SidePanelProps {
  kit: DeskKit;
  ticket: DeskTicket;
  now: number;
  alike: Alike;
  /** On a narrow screen this stands in place of the conversation. */
  onBack: () => void;
  onSet: (ticket: DeskTicket) => void;
}

/** The right column: who works on it, promise, why the ticket is here, and what the requester sent along. */
export const SidePanel = ({ kit, ticket, now, alike, onBack, onSet }: SidePanelProps) => {
  const { t, moments } = kit;
  const scroller = useReachable<HTMLElement>();
  const host = hostOf(ticket);
  return (
    <aside class="side" ref={scroller} aria-label={t('side.label')}>
      <header class="side-back">
        <IconButton icon="back" label={t('side.back')} onClick={onBack} />
        <h2>{t('side.label')}</h2>
      </header>
      <WorkSection kit={kit} ticket={ticket} onSet={onSet} />
      <section>
        <h3>{t('side.promise')}</h3>
        {ticket.held ? (
          <p>{t('side.held')}</p>
        ) : (
          <>
            <p>{t('side.promised', { time: moments.by(ticket.firstReplyBy, now) })}</p>
            <TargetMark kit={kit} ticket={ticket} now={now} />
          </>
        )}
        {ticket.nextReplyBy && <p>{t('side.next-reply', { time: moments.by(ticket.nextReplyBy, now) })}</p>}
        {ticket.resolveBy && <p>{t('side.resolve', { time: moments.by(ticket.resolveBy, now) })}</p>}
        <p class="quiet">{t('side.received', { time: moments.exact(ticket.createdAt) })}</p>
        {ticket.firstRepliedAt && (
          <p class="quiet">{t('side.replied', { time: moments.exact(ticket.firstRepliedAt) })}</p>
        )}
        <Others kit={kit} ticket={ticket} alike={alike} />
      </section>
      <section>
        <h3>{t('side.routing')}</h3>
        <Holder kit={kit} ticket={ticket} />
        <Why kit={kit} reasons={reasonsNow(ticket)} group={ticket.group} />
      </section>
      <section data-tierzero-anchor="desk.context">
        <h3>{t('side.context')}</h3>
        <ContextList kit={kit} items={ticket.context} />
        {host !== undefined && <p class="quiet">{t('side.written', { host })}</p>}
        <p class="quiet">{t('side.language', { language: languageName(kit, ticket.locale) })}</p>
      </section>
    </aside>
  );
};

/** Where it was written, unless the requester has left that out. */
const hostOf = ({ context }: DeskTicket): string | undefined => {
  const page = context.find((item) => item.kind === 'page');
  return page?.kind === 'page' && URL.canParse(page.url) ? new URL(page.url).host : undefined;
};

/** Once a person has set how urgent it is, the reason why it was so before is none any more. */
const reasonsNow = ({ reasons, events, priority }: DeskTicket): RoutingReason[] =>
  events.some(({ event }) => event.kind === 'placed' && event.why === 'priority')
    ? [...reasons.filter(({ code }) => !code.startsWith('priority')), { code: 'priority', detail: priority }]
    : reasons;

/** Which group has it, on which tier. */
const Holder = ({ kit, ticket }: Pick<SidePanelProps, 'kit' | 'ticket'>) => {
  const { t, groups } = kit;
  const title = groupTitle(kit, ticket.group);
  const isPartner = groups.some(({ id, partner }) => id === ticket.group && partner);
  return (
    <div>
      {title !== undefined && (
        <p class="holder">
          <bdi>{title}</bdi>
          {isPartner && <span class="quiet"> {t('side.partner')}</span>}
        </p>
      )}
      <p>{t('side.tier', { tier: ticket.tier })}</p>
    </div>
  );
};

/** Leads to what many people report, where this is one of them. */
const Others = ({ kit: { t }, ticket, alike }: Pick<SidePanelProps, 'kit' | 'ticket' | 'alike'>) => {
  const { count, href, onOpen } = alike;
  if (ticket.issue === undefined && count === 0) return null;
  return (
    <p>
      <a
        href={href}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          onOpen();
        }}
      >
        {ticket.issue === undefined ? t('side.alike', { count }) : t('side.issue')}
      </a>
    </p>
  );
};
