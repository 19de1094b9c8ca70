import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FieldControl } from '../ui/field.tsx';

interface GrowingProps {
  control: FieldControl;
  value: string;
  onChange: (value: string) => void;
  rows?: number;
}

/** A text field as high as its text; the stylesheet says where it starts to scroll. */
export const GrowingField = ({ control, value, onChange, rows = 4 }: GrowingProps) => {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const { current } = field;
    // Set through the object model: a strict `style-src` of the host page allows that and no attribute.
    current?.style.setProperty('block-size', 'auto');
    current?.style.setProperty('block-size', `${current.scrollHeight + 2}px`);
  }, [value]);
  return (
    <textarea
      {...control}
      class={`${control.class} growing`}
      ref={field}
      rows={rows}
      dir="auto"
      value={value}
      onInput={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        // Whoever writes with ten fingers sends with them.
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.currentTarget.form?.requestSubmit();
      }}
    />
  );
};
