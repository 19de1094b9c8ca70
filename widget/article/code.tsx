import { useRef, useState } from 'preact/hooks';
import { IconButton } from '../ui/button.tsx';
import type { Frame } from './frame.ts';
import { Scrollable } from './scrollable.ts';

/** Selects the code, so that the person can copy where the page may not. */
const select = (element: HTMLElement): void => {
  getSelection()?.selectAllChildren(element);
};

/** Code as it is, with a way to take it along. */
export const Code = ({ text, language, frame }: { text: string; language: string; frame: Frame }) => {
  const code = useRef<HTMLElement>(null);
  const [done, setDone] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
      frame.announce(frame.t('code.copied'));
    } catch {
      // Plain http pages have no clipboard.
      if (code.current) select(code.current);
      frame.announce(frame.t('code.selected'));
    }
  };
  return (
    <div class="code">
      <Scrollable class="code-box" label={frame.t('code.label', { language })}>
        <pre>
          <code ref={code}>{text}</code>
        </pre>
      </Scrollable>
      <IconButton
        icon={done ? 'check' : 'copy'}
        label={frame.t(done ? 'code.copied' : 'code.copy')}
        onClick={() => void copy()}
      />
    </div>
  );
};
