import type { ComponentChildren } from 'preact';
import { namedQueue } from '../../api/contract/desk-list.ts';
import { Button } from '../../widget/ui/button.tsx';
import type { DeskKit } from './kit.ts';
import { filterOf, type Place } from './place.ts';

interface EmptyListProps {
  kit: DeskKit;
  place: Place;
  go: (place: Place) => void;
}

/** Why there is nothing, and the way to where there is something. */
export const EmptyList = ({ kit: { t }, place, go }: EmptyListProps) => {
  const { queue, q, status, order: _, ...others } = filterOf(place);
  const named = namedQueue.safeParse(queue).data;
  const narrowed = Object.values(others).some(Boolean);
  const all = () => go({ ticket: place.ticket });
  if (q) {
    return (
      <Empty
        title={t(/["“”„]/.test(q) ? 'find.empty.title.quoted' : 'find.empty.title', { words: q })}
        text={t('find.empty.text')}
      >
        {(queue || status || narrowed) && (
          <Button onClick={() => go({ ticket: place.ticket, q })}>{t('find.empty.all')}</Button>
        )}
      </Empty>
    );
  }
  if (narrowed) {
    return (
      <Empty title={t('filter.empty.title')} text={t('filter.empty.text')}>
        <Button onClick={all}>{t('list.empty.status.all')}</Button>
      </Empty>
    );
  }
  if (status) {
    return (
      <Empty title={t('list.empty.status.title', { status: t(`status.${status}`) })} text={t('list.empty.status.text')}>
        <Button onClick={all}>{t('list.empty.status.all')}</Button>
      </Empty>
    );
  }
  if (queue) {
    return (
      <Empty
        title={t(named ? `queue.${named}.empty.title` : 'list.empty.queue.title')}
        text={t(named ? `queue.${named}.empty.text` : 'list.empty.queue.text')}
      >
        <Button onClick={all}>{t('list.empty.status.all')}</Button>
      </Empty>
    );
  }
  return <Empty title={t('list.empty.title')} text={t('list.empty.text')} />;
};

interface EmptyProps {
  title: string;
  text: string;
  children?: ComponentChildren;
}

const Empty = ({ title, text, children }: EmptyProps) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    <p>{text}</p>
    {children}
  </div>
);
