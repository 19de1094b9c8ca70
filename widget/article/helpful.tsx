import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { routes } from '../../api/contract/routes.ts';
import type { articleFeedback } from '../../api/contract/ticket.ts';
import type { DocumentId } from '../../content/schema/name.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import type { Kit } from '../ui/kit.ts';

const reasons = ['incomplete', 'unclear', 'wrong', 'other'] as const;
type Reason = (typeof reasons)[number];

/** Where the question stands. */
type Stage = 'asked' | 'why' | 'sending' | 'thanks' | 'unsent';

interface HelpfulProps {
  kit: Kit;
  document: DocumentId;
  onContact: () => void;
}

/**
 * "Was this helpful?" A yes is sent at once; a no when the reason is given or the reader leaves, so that it counts once.
 */
export const Helpful = ({ kit, document, onContact }: HelpfulProps) => {
  const { t } = kit;
  const [stage, setStage] = useState<Stage>('asked');
  const [reason, setReason] = useState<Reason>();
  const [words, setWords] = useState('');
  const latest = useRef<() => void>(() => {});

  const send = async (helpful: boolean) => {
    latest.current = () => {};
    setStage('sending');
    const body: z.infer<typeof articleFeedback> = {
      document,
      locale: kit.locale,
      helpful,
      ...(helpful || !reason ? {} : { reason }),
      ...(helpful || !words.trim() ? {} : { words: words.trim() }),
    };
    if (!helpful) kit.trail.helpful(document, false, reason && t(`helpful.${reason}`));
    kit.emit('article-feedback', { document, helpful, ...(reason && !helpful ? { reason } : {}) });
    const answer = await kit.api.send(routes.feedback, { method: 'POST', body });
    setStage(answer.ok ? 'thanks' : 'unsent');
  };
  if (stage === 'why') latest.current = () => void send(false);
  useLayoutEffect(() => () => latest.current(), []);

  const yes = () => {
    kit.trail.helpful(document, true);
    void send(true);
  };
  const no = () => {
    // Contact may be next: the trail must know before the reason is given.
    kit.trail.helpful(document, false);
    setStage('why');
  };

  return (
    <section class="helpful" aria-live="polite">
      {stage === 'asked' && (
        <div class="helpful-ask">
          <h3>{t('helpful.ask')}</h3>
          <Button icon="yes" onClick={yes}>
            {t('helpful.yes')}
          </Button>
          <Button icon="no" onClick={no}>
            {t('helpful.no')}
          </Button>
        </div>
      )}
      {stage === 'why' && (
        <form
          class="helpful-why"
          onSubmit={(event) => {
            event.preventDefault();
            void send(false);
          }}
        >
          <Why t={t} reason={reason} onChoose={setReason} />
          {reason && (
            <Field label={t('helpful.words')} hint={t('helpful.words.hint')}>
              {(control) => (
                <textarea
                  {...control}
                  rows={3}
                  maxLength={1000}
                  value={words}
                  onInput={(event) => setWords(event.currentTarget.value)}
                />
              )}
            </Field>
          )}
          <div class="actions">
            <Button type="submit" kind={reason ? 'primary' : 'quiet'}>
              {t('helpful.send')}
            </Button>
            <Button kind="plain" icon="person" onClick={onContact}>
              {t('helpful.contact')}
            </Button>
          </div>
        </form>
      )}
      {(stage === 'thanks' || stage === 'sending') && <p>{t('helpful.thanks')}</p>}
      {stage === 'unsent' && <p>{t('helpful.unsent')}</p>}
    </section>
  );
};

interface WhyProps {
  t: Kit['t'];
  reason: Reason | undefined;
  onChoose: (reason: Reason) => void;
}

const Why = ({ t, reason, onChoose }: WhyProps) => (
  <fieldset>
    <legend>{t('helpful.why')}</legend>
    {reasons.map((name) => (
      <label key={name} class="choice">
        <input type="radio" name="reason" checked={reason === name} onChange={() => onChoose(name)} />
        {t(`helpful.${name}`)}
      </label>
    ))}
  </fieldset>
);
