import { render } from 'preact';
import { Card, type CardActions } from './card.tsx';
import type { Layer } from './layer.ts';
import type { LeadOptions } from './lead.ts';
import { mayGoOn } from './run.ts';
import type { Trip } from './trip.ts';
import { wordsOf } from './words.ts';

/** Draws the card and says what it says, where that is another than before. */
export const createPicture = (options: LeadOptions, trip: Trip, { place, say }: Layer, act: CardActions) => {
  const { document: text, body: Body } = options;
  const { t } = options.language;
  const { steps } = text.guide;
  let shown = '';
  let keys = ` ${t('guide.keys')}`;
  /** Answers whether it did. */
  return (): boolean => {
    const { run } = trip;
    const { do: doing, say: saying } = text.steps![run.at]!;
    const isReady = mayGoOn(text.guide, run, trip.eyes);
    const isRefused = run.phase === 'here' && trip.eyes.refused(trip.step());
    // It depends on this and nothing else.
    const state = [run.at, run.phase, run.wait, run.reason, run.path.length, isReady, isRefused].join();
    if (state === shown) return false;
    shown = state;
    render(
      <Card
        t={t}
        title={text.title}
        run={run}
        of={steps.length}
        step={trip.step()}
        mayGoOn={isReady}
        refused={isRefused}
        doing={<Body blocks={doing} />}
        saying={<Body blocks={saying} />}
        act={act}
      />,
      place,
    );
    const words = wordsOf(run, place, isRefused);
    if (words) {
      say(words + keys);
      keys = '';
    }
    return true;
  };
};
