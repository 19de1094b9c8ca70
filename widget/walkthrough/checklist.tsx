import { useEffect, useState } from 'preact/hooks';
import type { ShownChecklist } from '../../content/schema/checklist.ts';
import type { DeviceStorage } from '../client/storage.ts';
import type { Translate } from '../i18n/translate.ts';
import { Icon } from '../ui/icon.tsx';
import { walkedIn } from './walked.ts';

interface ChecklistsProps {
  checklists: readonly ShownChecklist[];
  storage: DeviceStorage;
  /** Read again where it changes: a walkthrough may have been gone through while nobody looked. */
  asOf?: unknown;
  t: Translate;
  hrefOf: (id: string) => string;
  onOpen: (id: string) => void;
}

const useWalked = (storage: DeviceStorage, asOf: unknown): ReadonlySet<string> | undefined => {
  const [walked, setWalked] = useState<ReadonlySet<string>>();
  useEffect(() => {
    let here = true;
    walkedIn(storage)
      .catch(() => new Set<string>())
      .then((found) => here && setWalked(found));
    return () => {
      here = false;
    };
  }, [storage, asOf]);
  return walked;
};

/** Walkthroughs that belong together, with how far one has come. What is done in full is folded. */
export const Checklists = ({ checklists, storage, asOf, ...ways }: ChecklistsProps) => {
  const walked = useWalked(storage, asOf);
  if (!walked) return null;
  return (
    <>
      {checklists.map((checklist) => (
        <OneChecklist key={checklist.slug} checklist={checklist} walked={walked} {...ways} />
      ))}
    </>
  );
};

interface OneProps extends Pick<ChecklistsProps, 't' | 'hrefOf' | 'onOpen'> {
  checklist: ShownChecklist;
  walked: ReadonlySet<string>;
}

const OneChecklist = ({ checklist: { title, description, items }, walked, t, hrefOf, onOpen }: OneProps) => {
  const done = items.filter(({ id }) => walked.has(id)).length;
  const next = items.find(({ id }) => !walked.has(id));
  return (
    <details class="checklist" open={next !== undefined}>
      <summary>
        <span class="checklist-title">{title}</span>
        <span class="checklist-count">{t('checklist.done', { count: done, of: items.length })}</span>
        <progress max={items.length} value={done} aria-hidden="true" />
      </summary>
      <p class="checklist-text">{description}</p>
      <ol>
        {items.map((item) => {
          const isDone = walked.has(item.id);
          return (
            <li key={item.id}>
              <a
                class={isDone ? 'checklist-item done' : item === next ? 'checklist-item next' : 'checklist-item'}
                href={hrefOf(item.id)}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
                  event.preventDefault();
                  onOpen(item.id);
                }}
              >
                <span class="checklist-mark" aria-hidden="true">
                  {isDone && <Icon name="check" size={12} />}
                </span>
                <span>
                  {item.title}
                  {isDone && <span class="sr-only">{t('checklist.item.done')}</span>}
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </details>
  );
};
