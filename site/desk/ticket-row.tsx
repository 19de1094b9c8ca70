import type { DeskTicketRow } from '../../api/contract/desk.ts';
import type { Present } from '../../api/contract/desk-live.ts';
import { type DeskKit, groupTitle, topicTitle } from './kit.ts';
import { plain } from './plain.ts';
import { isPlainClick } from './plain-click.ts';
import { PresenceMark } from './presence.tsx';
import { DueMark, FoundText, Initials, Tags } from './row-parts.tsx';

interface TicketRowProps {
  kit: DeskKit;
  ticket: DeskTicketRow;
  now: number;
  href: string;
  current: boolean;
  isNew: boolean;
  /** Name of who has it. */
  assignee: string | undefined;
  /** Who else is at it now. */
  present: readonly Present[];
  onOpen: () => void;
}

/** One ticket of the list: who, what, and how much time is left. A link, so that it opens in another tab too. */
export const TicketRow = ({ kit, ticket, now, href, current, isNew, assignee, present, onOpen }: TicketRowProps) => {
  const { t, moments } = kit;
  const { name, address } = ticket.requester;
  return (
    <a
      class="row"
      href={href}
      data-tierzero-anchor="desk.row"
      data-new={isNew}
      aria-current={current ? 'true' : undefined}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        onOpen();
      }}
    >
      <span class="row-top">
        {isNew && (
          <span class="row-dot">
            <span class="sr-only">{t('row.new')}</span>
          </span>
        )}
        <bdi class="row-who">{plain(name ?? address ?? t('row.anonymous'))}</bdi>
        <PresenceMark kit={kit} present={present} />
        {assignee && <Initials kit={kit} name={assignee} />}
        <time class="row-when" dateTime={ticket.updatedAt} title={moments.exact(ticket.updatedAt)}>
          {moments.brief(ticket.updatedAt, now)}
        </time>
      </span>
      <span class="row-text" dir="auto">
        {ticket.found ? <FoundText kit={kit} found={ticket.found} /> : ticket.excerpt}
      </span>
      <span class="row-facts">
        <span class="status" data-status={ticket.status}>
          {t(`status.${ticket.status}`)}
        </span>
        {ticket.held && (
          <span class="held" title={t('row.held.why')}>
            {t('row.held')}
          </span>
        )}
        <Tags tags={ticket.tags} />
        <span class="row-topic">
          {[groupTitle(kit, ticket.group), topicTitle(kit, ticket.topic)].filter(Boolean).join(' · ')}
        </span>
        <DueMark kit={kit} ticket={ticket} now={now} />
      </span>
    </a>
  );
};
