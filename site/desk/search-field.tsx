import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskKit } from './kit.ts';
import type { Place } from './place.ts';

interface SearchFieldProps {
  kit: DeskKit;
  place: Place;
  replace: (place: Place) => void;
  field: RefObject<HTMLInputElement | null>;
  /** Enter: to the first that was found. */
  onEnter: () => void;
}

/** Long enough that a word is typed, short enough that nobody waits for it. */
const restMs = 250;

/** Looks through all requests of the queue while somebody types. */
export const SearchField = ({ kit: { t }, place, replace, field, onEnter }: SearchFieldProps) => {
  const [text, setText] = useState(place.q ?? '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(place);
  latest.current = place;
  useEffect(() => {
    // Elsewhere in the history, or the filter was removed: the field follows, unless somebody types in it.
    clearTimeout(timer.current);
    setText((typed) => (typed.trim() === (place.q ?? '') ? typed : (place.q ?? '')));
  }, [place.q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const look = (value: string) => {
    clearTimeout(timer.current);
    const q = value.trim() || undefined;
    if (q !== latest.current.q) replace({ ...latest.current, q });
  };
  return (
    <search>
      <form
        class="find"
        onSubmit={(event) => {
          event.preventDefault();
          if ((text.trim() || undefined) === place.q) onEnter();
          else look(text);
        }}
      >
        <input
          ref={field}
          type="search"
          class="control"
          dir="auto"
          maxLength={200}
          value={text}
          aria-label={t('find.label')}
          placeholder={t('find.hint')}
          autocomplete="off"
          onInput={(event) => {
            const { value } = event.currentTarget;
            setText(value);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => look(value), restMs);
          }}
        />
      </form>
    </search>
  );
};
