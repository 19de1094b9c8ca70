import type { Message, RequestStep, Thread } from '../../api/contract/ticket.ts';
import type { Translate } from '../i18n/translate.ts';

/** A step, and whether what was promised with it still counts: nobody has replied since, and nothing has happened. */
type TimedStep = RequestStep & { counts: boolean };

/** Messages with what happened between them. That a request came in is no news as long as nothing else has happened. */
export const timeline = ({ messages, steps = [] }: Pick<Thread, 'messages' | 'steps'>): (Message | TimedStep)[] => {
  if (steps.length < 2) return messages;
  const rows = [...messages, ...steps].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  return rows.map((row, place) =>
    'kind' in row
      ? { ...row, counts: rows.slice(place + 1).every((later) => 'from' in later && later.from === 'requester') }
      : row,
  );
};

/** Who has it, and by when while that counts. */
export const stepText = (step: TimedStep, t: Translate, time: (at: string) => string): string => {
  const { kind, group = '', reference = '', replyBy, solveBy, counts } = step;
  const by = replyBy ?? solveBy;
  const told = t(`thread.step.${kind}`, { group, reference });
  if (!counts || by === undefined) return told;
  return `${told} ${t(replyBy ? 'thread.step.reply' : 'thread.step.solve', { time: time(by) })}`;
};
