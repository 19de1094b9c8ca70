import type { ComponentChildren } from 'preact';
import type { GuideStep } from '../../../content/schema/guide.ts';
import type { Translate } from '../../i18n/translate.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Run } from './run.ts';

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
  /** What to do, and what to know. */
  doing: ComponentChildren;
  saying: ComponentChildren;
  act: CardActions;
}

/** What the person does to go on, where it is not a press of Next. */
const Hint = ({ t, run, step, mayGoOn }: Pick<CardProps, 't' | 'run' | 'step' | 'mayGoOn'>) => {
  const { by } = step.advance;
  if (run.wait === 'looking')
    return <p class="guide-hint">{t(run.phase === 'leaving' ? 'guide.waiting' : 'guide.looking')}</p>;
  if (run.wait === 'blocked' || mayGoOn || by === 'next') return null;
  return <p class="guide-hint">{t(`guide.hint.${by}`)}</p>;
};

const Blocked = ({ t, run, act }: Pick<CardProps, 't' | 'run' | 'act'>) => (
  <div class="guide-blocked">
    <Icon name="warning" />
    <div>
      <p>{t(`guide.blocked.${run.reason}`)}</p>
      <p class="quiet">{t('guide.blocked.safe')}</p>
      <p class="guide-ways">
        <Button onClick={act.tell}>{t('guide.tell')}</Button>
        <Button onClick={act.read}>{t('guide.read')}</Button>
      </p>
    </div>
  </div>
);

const Over = ({ t, act }: Pick<CardProps, 't' | 'act'>) => (
  <>
    <p class="guide-over">
      <Icon name="check" />
      {t('guide.over')}
    </p>
    <div class="guide-foot">
      <Button kind="plain" onClick={act.restart}>
        {t('guide.restart')}
      </Button>
      <Button kind="primary" onClick={act.leave}>
        {t('guide.close')}
      </Button>
    </div>
  </>
);

/** One step in words, and the ways on, back and out. */
export const Card = (props: CardProps) => {
  const { t, title, run, of, step, mayGoOn, act } = props;
  const isOver = run.phase === 'over';
  const isBlocked = run.wait === 'blocked';
  return (
    <div class="guide-card" role="dialog" aria-label={title} tabIndex={-1}>
      <div class="guide-head">
        <p>
          {!isOver && <b>{t('guide.step', { step: run.at + 1, of })}</b>}
          <span>{title}</span>
        </p>
        <IconButton icon="close" label={t('guide.leave')} onClick={act.leave} />
      </div>
      {isOver ? (
        <Over t={t} act={act} />
      ) : (
        <>
          <div class="guide-text">
            <div class="guide-do">{props.doing}</div>
            {!isBlocked && props.saying}
          </div>
          {isBlocked && <Blocked t={t} run={run} act={act} />}
          <Hint t={t} run={run} step={step} mayGoOn={mayGoOn} />
          <div class="guide-foot">
            {run.path.length > 0 && (
              <Button icon="back" onClick={act.back}>
                {t('guide.back')}
              </Button>
            )}
            {step.skip && <Button onClick={act.skip}>{t('guide.skip')}</Button>}
            {(mayGoOn || step.advance.by === 'next' || step.advance.by === 'input') && !isBlocked && (
              <Button kind="primary" disabled={!mayGoOn} onClick={act.next}>
                {t(run.at + 1 < of ? 'guide.next' : 'guide.finish')}
              </Button>
            )}
          </div>
          <div class="guide-more">
            <Button kind="plain" onClick={act.list}>
              {t('guide.list')}
            </Button>
            {!isBlocked && (
              <Button kind="plain" onClick={act.tell}>
                {t('guide.failed')}
              </Button>
            )}
            {run.path.length > 0 && (
              <Button kind="plain" onClick={act.restart}>
                {t('guide.restart')}
              </Button>
            )}
            {act.never && (
              <Button kind="plain" onClick={act.never}>
                {t('guide.never')}
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  );
};
