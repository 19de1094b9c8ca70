import { useRef, useState } from 'preact/hooks';
import type { ConfigureKit } from './kit.ts';

interface TagBoxProps {
  kit: ConfigureKit;
  tag: string;
  /** Nothing is chosen yet. */
  isPlain: boolean;
  onReset: () => void;
}

type Answer = 'copied' | 'refused';

/** The tag, exactly as it is pasted; copied by a button, or selected where the browser does not let it. */
export const TagBox = ({ kit: { t }, tag, isPlain, onReset }: TagBoxProps) => {
  const [answered, setAnswered] = useState<{ answer: Answer; tag: string }>();
  const code = useRef<HTMLTextAreaElement>(null);
  // Another tag has not been copied.
  const answer = answered?.tag === tag ? answered.answer : undefined;
  const copy = async () => {
    const done = await writeClipboard(tag);
    if (!done && code.current) {
      code.current.focus();
      code.current.select();
    }
    setAnswered({ answer: done ? 'copied' : 'refused', tag });
  };
  return (
    <section class="tag-box" aria-labelledby="tag-title">
      <h2 id="tag-title">{t('tag.title')}</h2>
      <p>{t('tag.text')}</p>
      {/* A field, so that keys reach it, scroll it and select it. */}
      <textarea
        ref={code}
        class="control"
        data-tierzero-anchor="configure.tag"
        aria-label={t('tag.label')}
        readOnly
        rows={tag.split('\n').length}
        spellcheck={false}
        translate={false}
        value={tag}
      />
      <div class="tag-actions">
        <button type="button" class="button" data-tierzero-anchor="configure.copy" onClick={() => void copy()}>
          {t(answer === 'copied' ? 'tag.copied' : 'tag.copy')}
        </button>
        {!isPlain && (
          <button type="button" class="choice" onClick={onReset}>
            {t('tag.reset')}
          </button>
        )}
      </div>
      <p class="tag-answer" role="status">
        {answer && <span class={answer === 'copied' ? 'unseen' : undefined}>{t(`tag.${answer}`)}</span>}
      </p>
      {!isPlain && <p class="quiet">{t('tag.link')}</p>}
    </section>
  );
};

/** Whether it is in the clipboard. There is none on a page without TLS. */
const writeClipboard = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
