import { useEffect, useRef, useState } from 'preact/hooks';
import type { Doing } from '../../api/contract/desk-live.ts';
import type { DeskClient } from './client.ts';

const everyMs = 20_000;
/** Somebody who has typed nothing for this long is not writing any more. */
const pauseMs = 30_000;

interface Presence {
  /** Something was typed into a field. */
  onTyped: (doing: Doing) => void;
  /** It was sent: nobody has to wait for it any more. */
  onSent: () => void;
}

/** Tells the other desks where this one is. */
export const usePresence = (client: Pick<DeskClient, 'presence'>, ticket: string | undefined): Presence => {
  const [doing, setDoing] = useState<Doing>('reading');
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    setDoing('reading');
    if (!ticket) return;
    const leave = () => void client.presence({ left: ticket, doing: 'reading' });
    window.addEventListener('pagehide', leave);
    return () => {
      clearTimeout(pause.current);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [client, ticket]);

  useEffect(() => {
    if (!ticket) return;
    // A tab that nobody looks at says nothing: its row ends by itself.
    const say = () => {
      if (document.visibilityState === 'visible') void client.presence({ ticket, doing });
    };
    say();
    const timer = setInterval(say, everyMs);
    document.addEventListener('visibilitychange', say);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', say);
    };
  }, [client, ticket, doing]);

  const onSent = () => {
    clearTimeout(pause.current);
    setDoing('reading');
  };
  const onTyped = (typed: Doing) => {
    setDoing(typed);
    clearTimeout(pause.current);
    pause.current = setTimeout(onSent, pauseMs);
  };
  return { onTyped, onSent };
};
