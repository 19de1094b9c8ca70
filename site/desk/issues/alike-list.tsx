import type { AlikeTicket } from '../../../api/contract/issue.ts';
import type { DeskKit } from '../kit.ts';
import { placeQuery } from '../place.ts';
import { plain } from '../plain.ts';
import { isPlainClick } from '../plain-click.ts';

interface AlikeListProps {
  kit: DeskKit;
  tickets: readonly AlikeTicket[];
  now: number;
  onOpen: (ticket: string) => void;
  /** Which are chosen; without it nothing is to be chosen. */
  chosen?: ReadonlySet<string>;
  onChoose?: (ticket: string, isChosen: boolean) => void;
  onRemove?: (ticket: string) => void;
}

/** Requests that report the same. Their first lines are text of people we do not know. */
export const AlikeList = ({ kit, tickets, now, onOpen, chosen, onChoose, onRemove }: AlikeListProps) => {
  const { t, moments } = kit;
  return (
    <ul class="alike">
      {tickets.map(({ id, reference, excerpt, status, createdAt }) => (
        <li key={id}>
          {chosen && (
            <input
              type="checkbox"
              aria-label={t('issues.choose', { reference })}
              checked={chosen.has(id)}
              onChange={(event) => onChoose?.(id, event.currentTarget.checked)}
            />
          )}
          <a
            href={placeQuery({ ticket: id })}
            onClick={(event) => {
              if (!isPlainClick(event)) return;
              event.preventDefault();
              onOpen(id);
            }}
          >
            <bdi>{plain(excerpt)}</bdi>
          </a>
          <span class="quiet">
            {reference} · {t(`status.${status}`)} · {moments.by(createdAt, now)}
          </span>
          {onRemove && (
            <button type="button" class="button plain" onClick={() => onRemove(id)}>
              <span>{t('issues.remove', { reference })}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
};
