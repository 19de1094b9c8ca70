import type { ComponentChildren } from 'preact';
import type { GuideStep } from '../../../content/schema/guide.ts';
import type { Translate } from '../../i18n/translate.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { blockedBy, type Run } from './run.ts';

/** What a person can do about a step, beside what it asks for. */
export interface CardActions {
  next: () => void;
  back: () => void;
  skip: () => void;
  restart: () => void;
  /** Goes on as a list. */
  list: () => void;
  /** The article for a step that cannot be done. */
  read: () => void;
  /** To a person. */
  tell: () => void;
  leave: () => void;
  /** Not offered again. */
  never?: () => void;
}

interface CardProps {
  t: Translate;
  title: string;
  run: Run;
  of: number;
  step: GuideStep;
  mayGoOn: boolean;
  /** The field says something that is not accepted. */
  refused: boolean;
  /** What to do, and what to know. */
  doing: ComponentChildren;
  saying: ComponentChildren;
  act: CardActions;
}

/** Makes buttons for what can be done, each by its own word or another. */
const waysOf =
  ({ t, act }: CardProps) =>
  (name: keyof CardActions, word = `guide.${name}`, looks?: Omit<Parameters<typeof Button>[0], 'name'>) => (
    <Button {...looks} onClick={act[name]!}>
      {t(word)}
    </Button>
  );
const primary = { kind: 'primary' } as const;
const plain = { kind: 'plain' } as const;

/** What the person does to go on, where it is not a press of Next. */
const hintOf = ({ run, step: { advance }, mayGoOn, refused }: CardProps): string | undefined => {
  if (run.wait === 'looking') return run.phase === 'leaving' ? 'guide.waiting' : 'guide.looking';
  if (refused) return 'guide.refused';
  return run.wait === 'blocked' || mayGoOn || advance.by === 'next' ? undefined : `guide.hint.${advance.by}`;
};

const Step = (props: CardProps) => {
  const { t, run, of, step, mayGoOn, act } = props;
  const way = waysOf(props);
  const reason = blockedBy(run);
  const hint = hintOf(props);
  return (
    <>
      <div class="guide-do">{props.doing}</div>
      {reason ? (
        <div class="notice warning">
          <Icon name="warning" />
          <div>
            <p>{t(`guide.blocked.${reason}`)}</p>
            <p class="guide-hint">{t('guide.blocked.safe')}</p>
            <div class="actions">
              {way('tell')}
              {way('read')}
            </div>
          </div>
        </div>
      ) : (
        <div class="guide-say">{props.saying}</div>
      )}
      {hint && <p class="guide-hint">{t(hint)}</p>}
      <div class="actions">
        {run.path.length > 0 && way('back', 'panel.back')}
        {step.skip && way('skip')}
        {!reason &&
          (mayGoOn || /next|input/.test(step.advance.by)) &&
          way('next', run.at + 1 < of ? 'guide.next' : 'guide.finish', { ...primary, disabled: !mayGoOn })}
      </div>
      <div class="actions guide-more">
        {way('list', undefined, plain)}
        {!reason && way('tell', 'guide.failed', plain)}
        {run.at > 0 && way('restart', undefined, plain)}
        {act.never && way('never', undefined, plain)}
      </div>
    </>
  );
};

const Over = (props: CardProps) => {
  const way = waysOf(props);
  return (
    <>
      <p class="guide-over">
        <Icon name="check" />
        {props.t('guide.over')}
      </p>
      <div class="actions">
        {way('restart')}
        {way('leave', 'panel.close', primary)}
      </div>
    </>
  );
};

/** One step in words, and the ways on, back and out. */
export const Card = (props: CardProps) => {
  const { t, title, run, of, act } = props;
  const isOver = run.phase === 'over';
  return (
    <div class="guide-card" role="dialog" aria-label={title} tabIndex={-1}>
      <div class="guide-head">
        <p>
          {!isOver && <b>{t('guide.step', { step: run.at + 1, of })}</b>} {title}
        </p>
        <IconButton icon="close" label={t('guide.leave')} onClick={act.leave} />
      </div>
      {isOver ? <Over {...props} /> : <Step {...props} />}
    </div>
  );
};
