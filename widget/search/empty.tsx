import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Translate } from '../i18n/translate.ts';
import { Button } from '../ui/button.tsx';
import { broaden, nearestCategories } from './broaden.ts';
import type { Content } from './content.ts';

interface EmptyProps {
  t: Translate;
  content: Content;
  query: string;
  onQuery: (query: string) => void;
  /** The way into a category: a button or a link. */
  category: (category: { slug: string; title: string }) => ComponentChildren;
  /** The way to a person. */
  person: ComponentChildren;
}

/** Nothing found: a query that finds something, the nearest categories, a person. */
export const Empty = ({ t, content, query, onQuery, category, person }: EmptyProps) => {
  const broader = useMemo(() => broaden(query, (words) => content.engine.search(words, 1).count > 0), [content, query]);
  return (
    <div class="empty">
      <p class="empty-title">{t('search.empty', { query })}</p>
      {broader && (
        <p>
          <Button icon="search" onClick={() => onQuery(broader)}>
            {t('search.broader', { query: broader })}
          </Button>
        </p>
      )}
      <p class="quiet">{t('search.browse')}</p>
      <ul class="chips">
        {nearestCategories(query, content.head.categories, 3).map((entry) => (
          <li key={entry.slug}>{category(entry)}</li>
        ))}
      </ul>
      {person}
    </div>
  );
};
