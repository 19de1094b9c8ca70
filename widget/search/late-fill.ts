import type { Engine } from '../../content/search/engine.ts';
import type { LoadedFill } from './fill.ts';
import type { LastGood } from './last-good.ts';

/** Brings what a large index has in other files. A small one lacks nothing, and its code is never asked for. */
export interface Fill extends Pick<LoadedFill, 'want' | 'end'> {
  /** The code that does it. */
  bring(): Promise<LoadedFill>;
}

export interface FillParts {
  base: string;
  locale: string;
  engine: Pick<Engine, 'files' | 'search'>;
  lastGood: LastGood;
  /** An older index than the help center's: what is kept for the newer one stays. */
  stale: boolean;
  /** Asks whether the help center has another index by now, and goes on with it. Default nobody asks. */
  renew?: () => Promise<void>;
  /** Called when more is known. Default nobody is told. */
  changed?: () => void;
}

/** Nobody waits for its code to search a small index. */
export const createFill = (parts: FillParts): Fill => {
  const { files } = parts.engine;
  let filling: Promise<LoadedFill> | undefined;
  const bring = () => {
    filling ??= import('./fill.ts').then(({ startFill }) => startFill(parts));
    // The next time it is needed may be a better one.
    filling.catch(() => {
      filling = undefined;
    });
    return filling;
  };
  /** Without the code, nothing more can be had. */
  const giveUp = () => {
    for (const file of files.missing()) files.lose(file);
    parts.changed?.();
  };
  // Beside the first screen: whoever loses the network now still searches in what is kept.
  if (files.missing()[0]) void bring();
  return {
    bring,
    want(missing, words) {
      if (filling || missing[0]) bring().then((fill) => fill.want(missing, words), giveUp);
    },
    end: () => void filling?.then((fill) => fill.end(), giveUp),
  };
};
