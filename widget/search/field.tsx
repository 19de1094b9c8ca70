import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
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

/** Where the list takes longer than this, its letter is painted first. */
const quickMs = 3;

/**
 * Hands over what is typed: at once, or right after the frame that shows it. Whatever else is pressed finds it handed
 * over: the newest words are those that count.
 */
const useTyped = ({ input, query, onQuery }: SearchFieldProps) => {
  const now = useRef({ onQuery, isLate: false, took: 0 }).current;
  now.onQuery = onQuery;
  // Not an attribute: drawn anew for another reason, the field must not lose a letter that is not handed over yet.
  useLayoutEffect(() => {
    if (input.current && input.current.value !== query) input.current.value = query;
  }, [query]);
  const tell = () => {
    now.isLate = false;
    if (!input.current) return;
    const start = performance.now();
    now.onQuery(input.current.value);
    // It is drawn by then.
    queueMicrotask(() => {
      now.took = performance.now() - start;
    });
  };
  const flush = () => {
    if (now.isLate) tell();
  };
  const onInput = () => {
    if (now.took < quickMs) tell();
    else if (!now.isLate) requestAnimationFrame(() => setTimeout(flush));
    now.isLate = now.took >= quickMs;
  };
  return { onInput, flush };
};

/** One line to ask in. */
export const SearchField = (props: SearchFieldProps) => {
  const { t, input, query, onQuery, onKeyDown, attributes } = props;
  const { onInput, flush } = useTyped(props);
  return (
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
        onInput={onInput}
        // Before the handler below, which is drawn anew in between.
        onKeyDownCapture={flush}
        onBlur={flush}
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
};
