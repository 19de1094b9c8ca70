import { useState } from 'preact/hooks';
import type { Failure } from '../../../widget/client/api.ts';
import type { DeskKit } from '../kit.ts';
import { troubleKey } from './trouble-key.ts';

interface Sending<Value> {
  kit: DeskKit;
  /** What is sent; nothing while something is missing. */
  read: () => Value | undefined;
  /** Said then: key of a text. */
  missing: string;
  /** Answers nothing when it was done. */
  send: (value: Value) => Promise<Failure | undefined>;
}

/** The state of a form that is sent: whether it is on its way, and why it was not sent or not taken. */
export const useSending = <Value>({ kit: { t }, read, missing, send }: Sending<Value>) => {
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    const value = read();
    if (!value) return setTrouble(t(missing));
    setBusy(true);
    const failure = await send(value);
    setBusy(false);
    if (failure) setTrouble(t(troubleKey(failure)));
  };
  return {
    trouble,
    busy,
    onSubmit: (event: Event) => {
      event.preventDefault();
      if (!busy) void submit();
    },
  };
};
