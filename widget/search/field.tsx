import type { RefObject } from 'preact';
import type { Translate } from '../i18n/translate.ts';
import { IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

interface ComboboxAttributes {
  role: 'combobox';
  'aria-autocomplete': 'list';
  'aria-expanded': boolean;
  'aria-controls': string;
  'aria-activedescendant'?: string;
  onFocus?: () => void;
}

interface SearchFieldProps {
  t: Translate;
  input: RefObject<HTMLInputElement | null>;
  query: string;
  onQuery: (query: string) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  /** What makes it a combobox. */
  attributes?: ComboboxAttributes;
}

/** One line to ask in. */
export const SearchField = ({ t, input, query, onQuery, onKeyDown, attributes }: SearchFieldProps) => (
  <div class="search-field">
    <Icon name="search" />
    <input
      {...attributes}
      ref={input}
      type="text"
      inputMode="search"
      enterkeyhint="search"
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      maxLength={200}
      aria-label={t('search.label')}
      placeholder={t('search.placeholder')}
      value={query}
      onInput={(event) => onQuery(event.currentTarget.value)}
      onKeyDown={(event) => onKeyDown?.(event)}
    />
    {query && (
      <IconButton
        icon="close"
        label={t('search.clear')}
        onClick={() => {
          onQuery('');
          input.current?.focus();
        }}
      />
    )}
  </div>
);
