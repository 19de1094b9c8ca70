import type { DeskTicket } from '../../../api/contract/desk.ts';
import type { DeskHandover } from '../../../api/contract/handover.ts';
import { wholeNote } from '../../../api/contract/handover-difference.ts';
import { type DeskKit, groupTitle } from '../kit.ts';
import { plain } from '../plain.ts';
import { LineList, linesFor, NoteLines } from './note-lines.tsx';
import { type Stay, staysOf } from './stays.ts';

interface HandoverNotesProps {
  kit: DeskKit;
  ticket: DeskTicket;
  now: number;
}

/** All notes of a request as one, and who had it when, with what each of them added. Nothing while it has not moved. */
export const HandoverNotes = ({ kit, ticket, now }: HandoverNotesProps) => {
  const { t } = kit;
  if (ticket.handovers.length === 0) return null;
  return (
    <details class="handover-notes" open>
      <summary>
        <strong>{t('handover.note')}</strong>{' '}
        <span class="quiet">{t('handover.note.count', { count: ticket.handovers.length })}</span>
      </summary>
      <NoteLines kit={kit} note={wholeNote(ticket.handovers)} now={now} />
      <details class="note-section">
        <summary>{t('handover.note.hops')}</summary>
        <ol class="stays">
          {staysOf(ticket).map((stay) => (
            <li key={stay.from}>
              <StayHead kit={kit} stay={stay} now={now} />
              {stay.handover && <Hop kit={kit} handover={stay.handover} />}
            </li>
          ))}
        </ol>
      </details>
    </details>
  );
};

const StayHead = ({ kit, stay, now }: { kit: DeskKit; stay: Stay; now: number }) => {
  const { t, moments } = kit;
  const { tier, group, from, until } = stay;
  const time = moments.by(from, now);
  return (
    <p>
      <bdi class="stay-group">{t('handover.group', { group: groupTitle(kit, group) ?? '', tier })}</bdi>{' '}
      <span class="quiet">
        {until
          ? t('handover.hop.until', { from: time, until: moments.by(until, now) })
          : t('handover.hop.now', { time })}
      </span>
    </p>
  );
};

/** What a note says that the ones before do not. */
const Hop = ({ kit, handover }: { kit: DeskKit; handover: DeskHandover }) => {
  const { t, locale } = kit;
  const { author, difference, missing } = handover;
  const lines = linesFor(kit, { ...difference.set, ...difference.added });
  const named = (fields: readonly string[]) =>
    new Intl.ListFormat(locale).format(fields.map((field) => t(`note.${field}`)));
  return (
    <>
      <p class="quiet">
        {author.kind === 'person' ? t('handover.hop.by', { name: plain(author.name) }) : t('handover.hop.clock')}
      </p>
      {missing.length > 0 && <p class="handover-warning">{t('handover.hop.lacks', { list: named(missing) })}</p>}
      {lines.length > 0 ? <LineList lines={lines} /> : <p class="quiet">{t('handover.hop.same')}</p>}
      {difference.gone.length > 0 && <p class="quiet">{t('handover.hop.gone', { list: named(difference.gone) })}</p>}
    </>
  );
};
