import { useEffect, useState } from 'preact/hooks';
import type { SearchRecord } from '../../content/schema/search-record.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Kit } from '../ui/kit.ts';
import { whenIdle } from './idle.ts';

const most = 3;
/** Two letters match everything. */
const shortest = 4;
/** The start says what it is about; the rest is the story. */
const longest = 300;

/** A walkthrough with a step that could not be done is what is written about, and no answer to it. */
const stuckIn = (kit: Kit): Set<string> =>
  new Set(kit.trail.items().flatMap((item) => (item.kind === 'step' && item.blocked ? [item.walkthrough] : [])));

/** Documents that may answer what is being written. Found on this device, nobody is told. */
const useSuggestions = (kit: Kit, text: string): SearchRecord[] => {
  const [found, setFound] = useState<SearchRecord[]>([]);
  useEffect(() => {
    const words = text.trim().slice(0, longest);
    let wanted = true;
    const cancel = whenIdle(async () => {
      const stuck = stuckIn(kit);
      const records = words.length < shortest ? [] : await kit.find(words, most + stuck.size).catch(() => []);
      if (wanted) setFound(records.filter(({ id }) => !stuck.has(id)).slice(0, most));
    });
    return () => {
      wanted = false;
      cancel();
    };
  }, [text, kit.find]);
  return found;
};

interface SuggestionsProps {
  kit: Kit;
  text: string;
  onSolved: (record: SearchRecord) => void;
}

/** Beside the form, never in front of it: reading one keeps the draft. */
export const Suggestions = ({ kit, text, onSolved }: SuggestionsProps) => {
  const { t } = kit;
  const found = useSuggestions(kit, text);
  const some = found.length > 0;
  useEffect(() => {
    if (some) kit.announce(t('suggest.count', { count: found.length }));
  }, [some]);
  if (!some) return null;
  const read = new Set(kit.trail.items().flatMap((item) => (item.kind === 'read' ? [item.document] : [])));
  return (
    <section class="suggestions" aria-label={t('suggest.title')}>
      <h3>{t('suggest.title')}</h3>
      <ul>
        {found.map((record) => (
          <li key={record.id}>
            <button type="button" class="suggestion" onClick={() => kit.open({ view: 'document', id: record.id })}>
              <Icon name={record.kind} size={18} />
              <span>
                <strong>{record.title}</strong>
                <span class="suggestion-text">{record.description}</span>
              </span>
            </button>
            {read.has(record.id) && (
              <p class="suggestion-read">
                <span>{t('suggest.read')}</span>
                <Button
                  icon="check"
                  onClick={() => onSolved(record)}
                  aria-label={t('suggest.solved.label', { title: record.title })}
                >
                  {t('suggest.solved')}
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
