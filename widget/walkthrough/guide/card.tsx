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
  /** What to do, and what to know. */
  doing: ComponentChildren;
  saying: ComponentChildren;
  act: CardActions;
}

type Way = Pick<CardProps, 't' | 'act'> &
  Omit<Parameters<typeof Button>[0], 'name'> & { name: keyof CardActions; word?: string };

/** A button for something that can be done, by its own word or another. */
const Way = ({ t, act, name, word = `guide.${name}`, ...rest }: Way) => (
  <Button {...rest} onClick={act[name]!}>
    {t(word)}
  </Button>
);

/** What the person does to go on, where it is not a press of Next. */
const hintOf = ({ run, step: { advance }, mayGoOn }: CardProps): string | undefined => {
  if (run.wait === 'looking') return run.phase === 'leaving' ? 'guide.waiting' : 'guide.looking';
  return run.wait === 'blocked' || mayGoOn || advance.by === 'next' ? undefined : `guide.hint.${advance.by}`;
};

const Step = (props: CardProps) => {
  const { t, run, of, step, mayGoOn, act } = props;
  const reason = blockedBy(run);
  const hint = hintOf(props);
  const isNotFirst = run.path.length > 0;
  const ways = { t, act };
  const more = { ...ways, kind: 'plain' } as const;
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
              <Way {...ways} name="tell" />
              <Way {...ways} name="read" />
            </div>
          </div>
        </div>
      ) : (
        <div class="guide-say">{props.saying}</div>
      )}
      {hint && <p class="guide-hint">{t(hint)}</p>}
      <div class="actions">
        {isNotFirst && <Way {...ways} name="back" word="panel.back" />}
        {step.skip && <Way {...ways} name="skip" />}
        {!reason && (mayGoOn || /next|input/.test(step.advance.by)) && (
          <Way
            {...ways}
            name="next"
            kind="primary"
            disabled={!mayGoOn}
            word={run.at + 1 < of ? 'guide.next' : 'guide.finish'}
          />
        )}
      </div>
      <div class="actions guide-more">
        <Way {...more} name="list" />
        {!reason && <Way {...more} name="tell" word="guide.failed" />}
        {isNotFirst && <Way {...more} name="restart" />}
        {act.never && <Way {...more} name="never" />}
      </div>
    </>
  );
};

const Over = ({ t, act }: CardProps) => (
  <>
    <p class="guide-over">
      <Icon name="check" />
      {t('guide.over')}
    </p>
    <div class="actions">
      <Way t={t} act={act} name="restart" />
      <Way t={t} act={act} name="leave" word="panel.close" kind="primary" />
    </div>
  </>
);

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
