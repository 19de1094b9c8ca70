import type { ComponentChildren } from 'preact';
import { type DeskQueues, listOrder, namedQueue } from '../../api/contract/desk-list.ts';
import { priority, status } from '../../api/contract/ticket.ts';
import { Icon } from '../../widget/ui/icon.tsx';
import { type DeskKit, groupTitle, topicTitle } from './kit.ts';
import type { FilterName, Place } from './place.ts';

interface FilterBarProps {
  kit: DeskKit;
  place: Place;
  counts: DeskQueues | undefined;
  go: (place: Place) => void;
}

type Chosen = Exclude<FilterName, 'order' | 'q'>;

/** What the list is narrowed to and ordered by; each of it can be taken away again. */
export const FilterBar = (props: FilterBarProps) => {
  const { kit, place, go } = props;
  const { t } = kit;
  const chips = chipsOf(props);
  return (
    <div class="filters">
      <details class="filter-box">
        <summary class="filter-open">{t('filter.open')}</summary>
        <FilterFields {...props} />
      </details>
      {place.q ? (
        <p class="order-match">{t('order.match')}</p>
      ) : (
        <Choice
          label={t('order.label')}
          value={place.order ?? 'activity'}
          onChange={(order) => go({ ...place, order: order === 'due' ? 'due' : undefined })}
        >
          {listOrder.options.map((order) => (
            <option key={order} value={order}>
              {t(`order.${order}`)}
            </option>
          ))}
        </Choice>
      )}
      {chips.length > 0 && (
        <ul class="chips" aria-label={t('filter.active')}>
          {chips.map(({ name, text }) => (
            <li key={name}>
              <button
                type="button"
                class="chip"
                aria-label={t('filter.remove', { filter: text })}
                onClick={() => go({ ...place, [name]: undefined })}
              >
                <bdi>{text}</bdi>
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

const FilterFields = ({ kit, place, counts, go }: FilterBarProps) => {
  const { t, groups, topics } = kit;
  const change = (name: FilterName) => (value: string) => go({ ...place, [name]: value || undefined });
  const ofGroup = (id: string) => sum(counts?.places.filter(({ group }) => group === id));
  const ofTier = (tier: number) => sum(counts?.places.filter((place) => place.tier === tier));
  const counted = (label: string, count: number | undefined) => (count ? `${label} (${count})` : label);
  return (
    <div class="filter-fields">
      <Choice label={t('list.filter')} value={place.status ?? ''} onChange={change('status')}>
        <option value="">{t('list.filter.all')}</option>
        {status.options.map((option) => (
          <option key={option} value={option}>
            {t(`status.${option}`)}
          </option>
        ))}
      </Choice>
      {groups.length > 1 && (
        <Choice
          label={t('list.queue')}
          value={isNamed(place.queue) ? '' : (place.queue ?? '')}
          onChange={change('queue')}
        >
          <option value="">{t('list.queue.all')}</option>
          {[...new Set(groups.map(({ tier }) => tier))].sort().map((tier) => (
            <optgroup key={tier} label={t('side.tier', { tier })}>
              <option value={`tier:${tier}`}>{counted(t('list.queue.tier', { tier }), ofTier(tier))}</option>
              {groups
                .filter((group) => group.tier === tier)
                .map(({ id }) => (
                  <option key={id} value={isNamed(id) ? `group:${id}` : id}>
                    {counted(groupTitle(kit, id) ?? id, ofGroup(id))}
                  </option>
                ))}
            </optgroup>
          ))}
        </Choice>
      )}
      <Choice label={t('filter.assignee')} value={place.assignee ?? ''} onChange={change('assignee')}>
        <option value="">{t('filter.assignee.any')}</option>
        <option value="me">{t('filter.assignee.me')}</option>
        <option value="nobody">{t('filter.assignee.nobody')}</option>
        {counts?.assignees.map(({ id, name, count }) => (
          <option key={id} value={id}>
            {counted(name, count)}
          </option>
        ))}
      </Choice>
      <Choice label={t('filter.priority')} value={place.priority ?? ''} onChange={change('priority')}>
        <option value="">{t('filter.priority.any')}</option>
        {priority.options.map((option) => (
          <option key={option} value={option}>
            {t(`priority.${option}`)}
          </option>
        ))}
      </Choice>
      {topics.length > 1 && (
        <Choice label={t('filter.topic')} value={place.topic ?? ''} onChange={change('topic')}>
          <option value="">{t('filter.topic.any')}</option>
          {topics.map(({ id }) => (
            <option key={id} value={id}>
              {topicTitle(kit, id)}
            </option>
          ))}
        </Choice>
      )}
      {counts && counts.tags.length > 0 && (
        <Choice label={t('filter.tag')} value={place.tag ?? ''} onChange={change('tag')}>
          <option value="">{t('filter.tag.any')}</option>
          {counts.tags.map(({ tag, count }) => (
            <option key={tag} value={tag}>
              {counted(tag, count)}
            </option>
          ))}
        </Choice>
      )}
    </div>
  );
};

interface ChoiceProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ComponentChildren;
}

const Choice = ({ label, value, onChange, children }: ChoiceProps) => (
  <label class="filter">
    <span class="sr-only">{label}</span>
    <select class="control" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {children}
    </select>
  </label>
);

const isNamed = (queue: string | undefined): boolean => namedQueue.safeParse(queue).success;
const sum = (places: readonly { count: number }[] | undefined) => places?.reduce((all, { count }) => all + count, 0);

/** The filters in words, for those that are on. A named queue stands above. */
function chipsOf({ kit, place, counts }: FilterBarProps): { name: Chosen; text: string }[] {
  const { t } = kit;
  const { assignee, queue } = place;
  const texts: Record<Chosen, string | undefined> = {
    status: place.status && t(`status.${place.status}`),
    queue: queue && !isNamed(queue) ? queueTitle(kit, queue) : undefined,
    priority: place.priority && t(`priority.${place.priority}`),
    topic: place.topic && topicTitle(kit, place.topic),
    tag: place.tag && t('filter.tag.is', { tag: place.tag }),
    assignee: assignee && personTitle(kit, assignee, counts),
  };
  const names: Chosen[] = ['queue', 'status', 'assignee', 'priority', 'topic', 'tag'];
  return names.flatMap((name) => (texts[name] ? [{ name, text: texts[name] }] : []));
}

const queueTitle = (kit: DeskKit, queue: string): string =>
  queue.startsWith('tier:')
    ? kit.t('side.tier', { tier: queue.slice(5) })
    : (groupTitle(kit, queue.replace(/^group:/, '')) ?? queue);

const personTitle = ({ t }: DeskKit, id: string, counts: DeskQueues | undefined): string =>
  id === 'me' || id === 'nobody'
    ? t(`filter.assignee.${id}`)
    : (counts?.assignees.find((one) => one.id === id)?.name ?? id);
