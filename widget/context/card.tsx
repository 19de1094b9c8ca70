import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ContextItem } from '../../api/contract/page-context.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import type { Kit } from '../ui/kit.ts';
import { describe, summarise } from './describe.ts';

const icons: Record<ContextItem['kind'], IconName> = {
  search: 'search',
  read: 'article',
  step: 'check',
  page: 'external',
  browser: 'info',
  host: 'tip',
};

interface CardProps {
  kit: Kit;
  /** Exactly what is sent. */
  items: ContextItem[];
  onRemove: (id: string) => void;
}

/** What goes along with a message: one line that opens to the list, each item with a way to leave it out. */
export const ContextCard = ({ kit, items, onRemove }: CardProps) => {
  const { t, locale } = kit;
  const [open, setOpen] = useState(false);
  const listId = useId();
  const card = useRef<HTMLDivElement>(null);
  const summary = summarise(items, t, locale);
  const leftOut = kit.trail.removed();

  const toggle = () => {
    if (!open) kit.emit('context-preview', { items: items.length });
    setOpen(!open);
  };
  useLayoutEffect(() => {
    // The list opens downwards, where the panel ends.
    if (open) card.current?.scrollIntoView({ block: 'start' });
  }, [open]);
  /** Focus stays where the item was; it never falls out of the panel. */
  const remove = (item: ContextItem, place: number) => {
    const buttons = [...(card.current?.querySelectorAll<HTMLElement>('.context-item button') ?? [])];
    const next = buttons[place + 1] ?? buttons[place - 1] ?? card.current?.querySelector<HTMLElement>('button');
    onRemove(item.id);
    next?.focus();
    kit.announce(t('context.removed', { label: describe(item, t).label }));
  };
  const restore = () => {
    kit.trail.restore();
    card.current?.querySelector<HTMLElement>('button')?.focus();
    kit.announce(t('context.restored'));
  };

  return (
    <div class="context-card" ref={card}>
      <button type="button" class="context-fold" aria-expanded={open} aria-controls={listId} onClick={toggle}>
        <span>{summary ? t('context.also', { list: summary }) : t('context.nothing')}</span>
        <Icon name="chevron" size={18} />
      </button>
      <div id={listId} class="context-open" hidden={!open}>
        <ul>
          {items.map((item, place) => (
            <Item key={item.id} kit={kit} item={item} onRemove={() => remove(item, place)} />
          ))}
        </ul>
        {leftOut > 0 && (
          <p class="context-left-out">
            <span>{t('context.left-out', { count: leftOut })}</span>
            <Button kind="plain" onClick={restore}>
              {t('context.restore')}
            </Button>
          </p>
        )}
        <p class="context-explain">{t('context.explain')}</p>
      </div>
    </div>
  );
};

const Item = ({ kit, item, onRemove }: { kit: Kit; item: ContextItem; onRemove: () => void }) => {
  const { label, value } = describe(item, kit.t);
  return (
    <li class="context-item">
      <Icon name={icons[item.kind]} size={18} />
      <span class="context-label">{label}</span>
      <span class="context-value" dir="auto">
        {value}
      </span>
      <IconButton icon="close" label={kit.t('context.remove', { label, value })} onClick={onRemove} />
    </li>
  );
};
