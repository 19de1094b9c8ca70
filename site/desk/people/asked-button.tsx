import { useEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../../widget/i18n/translate.ts';
import { Button } from '../../../widget/ui/button.tsx';

interface AskedButtonProps {
  t: Translate;
  label: string;
  /** What it does to whom. */
  question: string;
  busy: boolean;
  onYes: () => void;
}

/** A button for what hits other people at once: it asks in its own place before it does anything. */
export const AskedButton = ({ t, label, question, busy, onYes }: AskedButtonProps) => {
  const [isAsking, setAsking] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const before = useRef(isAsking);
  // The button under the finger is another one now: the focus goes to whichever stands in its place, never to nothing.
  useEffect(() => {
    if (before.current !== isAsking) place.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
    before.current = isAsking;
  }, [isAsking]);
  if (!isAsking)
    return (
      <span ref={place}>
        <Button busy={busy} onClick={() => setAsking(true)}>
          {label}
        </Button>
      </span>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a block, and this stands in a line of buttons.
    <span
      ref={place}
      class="asked"
      role="group"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setAsking(false);
      }}
    >
      <span class="asked-question">{question}</span>
      <Button
        kind="primary"
        onClick={() => {
          setAsking(false);
          onYes();
        }}
      >
        {label}
      </Button>
      <Button onClick={() => setAsking(false)}>{t('people.cancel')}</Button>
    </span>
  );
};
