import type { FunctionComponent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CompiledDocument } from '../../content/schema/document.ts';
import type { Block } from '../../content/schema/tree.ts';
import type { Translate } from '../i18n/translate.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

interface StepsProps {
  steps: NonNullable<CompiledDocument['steps']>;
  t: Translate;
  /** Renders a tree; the shell hands it over. */
  body: FunctionComponent<{ blocks: readonly Block[] }>;
  /** Steps done, counted from 1. */
  done: ReadonlySet<number>;
  onMark: (step: number, done: boolean) => void;
  /** The step somebody was sent to. */
  at?: number;
}

/** Of two pictures the theme shows one; the other is not loaded. */
const Pictures = ({ of: { pictures }, body: Body }: { of: StepsProps['steps'][number] } & Pick<StepsProps, 'body'>) => {
  if (!pictures) return null;
  const [light, dark] = pictures;
  return (
    <>
      <div class="for-light">
        <Body blocks={[{ tag: 'figure', image: light, caption: [] }]} />
      </div>
      <div class="for-dark">
        <Body blocks={[{ tag: 'figure', image: dark, caption: [] }]} />
      </div>
    </>
  );
};

/** Numbered steps to tick off. The first that is not done is the one to do. */
export const Steps = ({ steps, t, body: Body, done, onMark, at }: StepsProps) => {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (at) list.current?.children[at - 1]?.scrollIntoView?.({ block: 'start' });
  }, [at]);
  const next = steps.findIndex((_, index) => !done.has(index + 1));
  return (
    <section class="walkthrough">
      <p class="progress">
        <progress max={steps.length} value={done.size} aria-label={t('walkthrough.progress')} />
        <span>{t('walkthrough.done', { count: done.size, of: steps.length })}</span>
      </p>
      <ol ref={list}>
        {steps.map((step, index) => {
          const number = index + 1;
          const isDone = done.has(number);
          return (
            <li key={number} class={isDone ? 'step done' : index === next ? 'step next' : 'step'}>
              <span class="step-number" aria-hidden="true">
                {isDone ? <Icon name="check" size={16} /> : number}
              </span>
              <div class="step-text prose">
                <div class="step-do">
                  <Body blocks={step.do} />
                </div>
                <Body blocks={step.say} />
                <Pictures of={step} body={Body} />
                <Button {...(isDone ? { icon: 'check' as const } : {})} onClick={() => onMark(number, !isDone)}>
                  {t(isDone ? 'walkthrough.did' : 'walkthrough.do')}
                  <span class="sr-only">{t('walkthrough.step', { step: number })}</span>
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      {next === -1 && (
        <p class="all-done" role="status">
          <Icon name="check" />
          {t('walkthrough.all')}
        </p>
      )}
    </section>
  );
};
