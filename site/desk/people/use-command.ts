import { useState } from 'preact/hooks';
import { type Result, refusedWith } from '../../thread/result.ts';
import { failureKey } from './failure-key.ts';

export interface Commands {
  busy: boolean;
  /** Key of the catalogue: why the last one was not done. */
  failed: string | undefined;
  /** Runs one at a time; `done` gets what it has answered. */
  run<T>(command: () => Promise<Result<T>>, done: (value: T) => void): void;
}

export const useCommand = (onSignedOut: () => void): Commands => {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  return {
    busy,
    failed,
    run(command, done) {
      if (busy) return;
      setBusy(true);
      setFailed(undefined);
      void command().then((result) => {
        setBusy(false);
        if (result.ok) return done(result.value);
        if (refusedWith(result, 'signed-out')) return onSignedOut();
        setFailed(failureKey(result));
      });
    },
  };
};
