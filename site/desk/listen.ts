import { type DeskChanges, deskChanges } from '../../api/contract/desk-live.ts';

/** What of an `EventSource` is used. */
export interface StreamSource {
  onmessage: ((event: MessageEvent<string>) => void) | null;
  onerror: ((event: Event) => void) | null;
  close(): void;
}

export interface Listener {
  onChanges: (changes: DeskChanges) => void;
  /** It could not be opened, or was cut off; nothing comes any more. */
  onEnd: () => void;
}

/** Hears of changes as they happen. The browser's own way of coming back knows no backoff, so what breaks is ended. */
export const listen = (
  open: ((url: string) => StreamSource) | undefined,
  url: string,
  { onChanges, onEnd }: Listener,
): (() => void) => {
  const source = open?.(url);
  let stopped = false;
  const end = () => {
    if (stopped) return;
    stopped = true;
    source?.close();
    onEnd();
  };
  if (!source) {
    queueMicrotask(end);
  } else {
    source.onerror = end;
    source.onmessage = ({ data }) => {
      const changes = deskChanges.safeParse(parse(data)).data;
      if (stopped) return;
      if (changes) onChanges(changes);
      else end();
    };
  }
  return () => {
    stopped = true;
    source?.close();
  };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
