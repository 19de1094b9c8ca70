import { useEffect, useRef } from 'preact/hooks';
import type { Translate } from '../../widget/i18n/translate.ts';
import { IconButton } from '../../widget/ui/button.tsx';
import { replyKeys, sendKeys } from './keys.ts';
import type { DeskKit } from './kit.ts';

const rowsOf = (t: Translate): readonly (readonly [key: string, ...keys: string[]])[] => [
  ['keys.move', 'J', 'K', '↓', '↑'],
  ['keys.open', t('keys.enter')],
  ['keys.reply', 'R'],
  ['keys.note', 'N'],
  ['keys.assign-me', 'I'],
  ['keys.send', sendKeys(t)],
  ['keys.hand-over', 'H'],
  ['keys.back', t('keys.escape')],
  ['keys.what-if', 'W'],
  ['keys.knowledge', 'F'],
  ['keys.replies', 'S', replyKeys(t)],
  ['keys.search', '/'],
  ['keys.order', 'O'],
  ['keys.queue', 'G', 'O', 'M', 'U', 'B', 'L', 'H', 'A'],
  ['keys.issues', 'E'],
  ['keys.sheet', '?'],
];

interface KeySheetProps {
  kit: DeskKit;
  single: boolean;
  onSingle: (on: boolean) => void;
  onClose: () => void;
}

/** The keys of the desk, and a way to turn off those that are a single character. */
export const KeySheet = ({ kit: { t }, single, onSingle, onClose }: KeySheetProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="sheet" ref={dialog} aria-labelledby="keys-title" onClose={onClose}>
      <header class="sheet-head">
        <h2 id="keys-title">{t('keys.title')}</h2>
        <IconButton icon="close" label={t('keys.close')} onClick={() => dialog.current?.close()} />
      </header>
      <dl class="keys">
        {rowsOf(t).map(([name, ...keys]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input type="checkbox" checked={single} onChange={(event) => onSingle(event.currentTarget.checked)} />
        {t('keys.single')}
      </label>
    </dialog>
  );
};
