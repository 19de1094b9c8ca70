import type { DeskTicket } from '../../../api/contract/desk.ts';
import type { Actor, TicketEvent } from '../../../api/contract/event.ts';
import { type DeskKit, groupTitle, personName } from '../kit.ts';
import { plain } from '../plain.ts';

type DeskEvent = DeskTicket['events'][number];

/** Something that happened, as one line of the conversation. */
export interface HistoryLine {
  id: string;
  at: string;
  text: string;
  /** A promise was broken, or somebody has to look. */
  isUrgent: boolean;
  /** Id of the document that it is about, which stands behind the text. */
  document?: string;
}

/** What happened besides messages and notes, which stand there themselves. */
export const historyOf = (kit: DeskKit, events: readonly DeskEvent[]): HistoryLine[] =>
  events.flatMap(({ seq, at, actor, event }) => {
    const text = lineOf(kit, event, actor);
    const isUrgent = event.kind === 'lead-asked' || (event.kind === 'warned' && event.percent === 100);
    const about = event.kind === 'answered-by' && { document: event.document };
    return text === undefined ? [] : [{ id: `event-${seq}`, at, text, isUrgent, ...about }];
  });

/** SECURITY: the requester's name is theirs to choose, so it is not used here. */
const nameOf = ({ t }: DeskKit, actor: Actor): string =>
  actor.kind === 'person' ? plain(actor.name) : t(`history.by.${actor.kind}`);

function lineOf(kit: DeskKit, event: TicketEvent, actor: Actor): string | undefined {
  const { t } = kit;
  const by = nameOf(kit, actor);
  switch (event.kind) {
    case 'status':
      return statusText(kit, event, actor);
    case 'placed':
      return placed(kit, event, by);
    case 'assigned': {
      const to = personName(kit, event.to);
      return to === undefined ? t('history.unassigned', { by }) : t('history.assigned', { by, to: plain(to) });
    }
    case 'warned':
      return event.percent === 50
        ? undefined
        : t(event.percent === 100 ? 'history.breached' : 'history.warned', {
            percent: event.percent,
            promise: t(`metric.${event.metric}`),
          });
    case 'lead-asked':
      return t(`history.lead-asked.${event.why}`);
    case 'tagged':
      return t(event.to.length > 0 ? 'history.tagged' : 'history.untagged', { by, tags: event.to.join(', ') });
    case 'answered-by':
      return t('history.answered-by', { by });
    case 'merged':
      return t('history.merged', { by, reference: event.into.reference });
    case 'took-in':
      return t('history.took-in', { by, reference: event.from.reference });
    case 'parted':
      return t('history.parted', { by, reference: event.other.reference });
    case 'issue-joined':
    case 'issue-left':
    case 'lead-took':
    case 'held':
    case 'released':
      return t(`history.${event.kind}`, { by });
    case 'created':
    case 'message':
    case 'noted':
      return undefined;
  }
}

type StatusEvent = Extract<TicketEvent, { kind: 'status' }>;

function statusText(kit: DeskKit, { from, to, cause }: StatusEvent, actor: Actor): string {
  const { t } = kit;
  const by = nameOf(kit, actor);
  if (from === to) return t('history.cause', { by, cause: t(`cause.${cause}`) });
  const reopened = actor.kind === 'requester' ? 'history.reopened.reply' : 'history.reopened';
  const text = t(to === 'open' && from !== 'new' ? reopened : `history.status.${to}`, { by });
  return cause === undefined ? text : t('history.cause.with', { text, cause: t(`cause.${cause}`) });
}

function placed(kit: DeskKit, { from, to, why }: Extract<TicketEvent, { kind: 'placed' }>, by: string): string {
  const { t } = kit;
  if (why === 'priority') return t('history.priority', { by, priority: t(`priority.${to.priority}`) });
  const group = groupTitle(kit, to.group) ?? '';
  return t(`history.placed.${why}`, { by, group, tier: to.tier, from: from.tier });
}
