import type { AuditEntry } from '../../../api/contract/audit.ts';
import type { Place, TicketEvent } from '../../../api/contract/event.ts';
import { type DeskKit, groupTitle } from '../kit.ts';
import { plain } from '../plain.ts';
import { issueLine } from './issue-line.ts';
import { standingText } from './standing-text.ts';

/** An entry in plain words. */
export interface AuditLine {
  who: string;
  what: string;
  before?: string | undefined;
  after?: string | undefined;
}

/** `names` are those of people who are only named by their ids. */
export function auditLine(kit: DeskKit, names: ReadonlyMap<string, string>, entry: AuditEntry): AuditLine {
  const { t } = kit;
  if (entry.about === 'ticket') {
    const { actor, event } = entry;
    const who =
      actor.kind === 'person' ? plain(actor.name) : t(actor.kind === 'system' ? 'audit.clock' : 'ticket.requester');
    return { who, what: known(kit, `audit.event.${event.kind}`, event.kind), ...changeOf(kit, names, event) };
  }
  if (entry.about === 'issue') return issueLine(kit, entry);
  const { actor, person, kind, before, after } = entry;
  const name = plain(person?.name ?? after?.name ?? before?.name ?? '');
  const isOwn = person !== undefined && person.id === actor?.id;
  return {
    who: actor ? plain(actor.name) : t('audit.nobody'),
    what: t(isOwn && kind === 'link-made' ? 'audit.link-made.own' : `audit.${kind}`, { name }),
    before: before && standingText(kit, before),
    after: after && standingText(kit, after),
  };
}

/** What has no words yet is named as it is: a newer API must not leave a gap. */
function known({ t }: DeskKit, key: string, fallback: string): string {
  const text = t(key);
  return text === key ? fallback : text;
}

function changeOf(
  kit: DeskKit,
  names: ReadonlyMap<string, string>,
  event: TicketEvent,
): Pick<AuditLine, 'before' | 'after'> {
  const { t, locale } = kit;
  const person = (id: string | undefined) => (id === undefined ? t('audit.none') : plain(names.get(id) ?? id));
  const list = (all: string[]) => (all.length > 0 ? new Intl.ListFormat(locale).format(all) : t('audit.none'));
  switch (event.kind) {
    case 'created':
      return { after: placeText(kit, event.place) };
    case 'status': {
      const cause = event.cause ? ` · ${known(kit, `audit.cause.${event.cause}`, event.cause)}` : '';
      return { before: t(`status.${event.from}`), after: t(`status.${event.to}`) + cause };
    }
    case 'placed':
      return { before: placeText(kit, event.from), after: placeText(kit, event.to) };
    case 'assigned':
      return { before: person(event.from), after: person(event.to) };
    case 'tagged':
      return { before: list(event.from), after: list(event.to) };
    case 'warned':
      return { after: `${event.percent} %` };
    case 'answered-by':
      return { after: event.document };
    default:
      return {};
  }
}

const placeText = (kit: DeskKit, { tier, group, priority }: Place): string =>
  [groupTitle(kit, group), kit.t('side.tier', { tier }), kit.t(`priority.${priority}`)].filter(Boolean).join(' · ');
