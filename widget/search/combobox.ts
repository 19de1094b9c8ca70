import { useEffect, useId, useRef, useState } from 'preact/hooks';

interface ComboboxOptions {
  /** How many options there are. */
  count: number;
  /** The options are other ones when this differs. */
  query: string;
  /** Enter: the chosen option, or -1 when none is. */
  onEnter: (index: number, event: KeyboardEvent) => void;
  /** Answers whether it did something; if not, Escape goes on to who is around. */
  onEscape: () => boolean;
}

/**
 * Keyboard of a combobox with a listbox (APG): focus stays in the field, Up and Down choose, Enter opens, Escape steps
 * back. Home and End stay with the text.
 */
export const useCombobox = ({ count, query, onEnter, onEscape }: ComboboxOptions) => {
  const listId = useId();
  const list = useRef<HTMLElement>(null);
  // A choice holds for the words it was made under: no effect has to undo it, and no key is lost between two renders.
  const [chosen, setChosen] = useState({ query, index: -1 });
  const active = chosen.query === query ? Math.min(chosen.index, count - 1) : -1;
  const optionId = (index: number) => `${listId}-${index}`;

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);

  /** One stop between the last option and the first is the field itself. */
  const move = (by: number) => setChosen({ query, index: ((active + 1 + by + count + 1) % (count + 1)) - 1 });

  const onKeyDown = (event: KeyboardEvent) => {
    // Keys that an input method is using belong to it.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' && count > 0) move(1);
    else if (event.key === 'ArrowUp' && count > 0) move(-1);
    else if (event.key === 'Enter') onEnter(active, event);
    else if (event.key !== 'Escape' || !onEscape()) return;
    event.preventDefault();
  };

  return {
    active,
    list,
    listId,
    onKeyDown,
    input: {
      role: 'combobox' as const,
      'aria-autocomplete': 'list' as const,
      'aria-expanded': count > 0,
      'aria-controls': listId,
      ...(active >= 0 ? { 'aria-activedescendant': optionId(active) } : {}),
    },
    option: (index: number) => ({
      id: optionId(index),
      role: 'option' as const,
      'aria-selected': index === active,
      tabIndex: -1,
    }),
  };
};
