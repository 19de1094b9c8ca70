import { type DeskQueues, namedQueue } from '../../api/contract/desk-list.ts';
import type { DeskKit } from './kit.ts';
import { type Place, placeQuery } from './place.ts';
import { isPlainClick } from './plain-click.ts';

interface QueueStripProps {
  kit: DeskKit;
  place: Place;
  counts: DeskQueues | undefined;
  go: (place: Place) => void;
}

/** What there is to do, with how much of it. Links, so that a queue opens in another tab too. */
export const QueueStrip = ({ kit: { t }, place, counts, go }: QueueStripProps) => (
  <nav aria-label={t('queue.label')}>
    <ul class="queues">
      {[...namedQueue.options, undefined].map((queue) => {
        const to = { ...inQueue(place, queue) };
        const count = queue && counts?.[queue];
        return (
          <li key={queue ?? 'all'}>
            <a
              class="queue"
              href={placeQuery(to) || '?'}
              data-queue={queue}
              data-some={Boolean(count)}
              aria-current={place.queue === queue ? 'page' : undefined}
              onClick={(event) => {
                if (!isPlainClick(event)) return;
                event.preventDefault();
                go(to);
              }}
            >
              {t(`queue.${queue ?? 'all'}`)}
              {count !== undefined && <span class="queue-count">{count}</span>}
            </a>
          </li>
        );
      })}
    </ul>
  </nav>
);

/** Another queue begins without the filters of the one before; how it is ordered stays. */
export const inQueue = ({ order, ticket }: Place, queue: string | undefined): Place => ({
  ticket,
  queue,
  order: order ?? (queue === undefined || queue === 'held' ? undefined : 'due'),
});
