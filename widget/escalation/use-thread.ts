import { useEffect, useRef, useState } from 'preact/hooks';
import type { KnownRequest } from '../client/requests.ts';
import type { Kit } from '../ui/kit.ts';
import { mailOf } from './mail.ts';

/** Undefined until it is read, null when it is not on this device. */
export const useRequest = (kit: Kit, reference: string): KnownRequest | null | undefined => {
  const [request, setRequest] = useState<KnownRequest | null>();
  useEffect(() => {
    let here = true;
    const { requests, outbox, followUp } = mailOf(kit);
    const look = async () => {
      const found = (await requests.list()).find((one) => one.reference === reference) ?? null;
      if (here) setRequest(found);
    };
    const ends = [
      requests.on((news) => {
        if (news.reference === reference) void look();
      }),
      outbox.on((outcome) => {
        if (outcome.kind === 'sent') void look();
      }),
      followUp.watch(reference),
    ];
    void look();
    return () => {
      here = false;
      for (const end of ends) end();
    };
  }, [kit.storage, reference]);
  return request;
};

/** Replies are seen once they are in a visible page, and said when they come while it is open. */
export const useSeen = (kit: Kit, request: KnownRequest | null | undefined): void => {
  const known = useRef<number | undefined>(undefined);
  const messages = request?.thread?.messages;
  useEffect(() => {
    if (!request || !messages) return;
    const fresh = known.current === undefined ? [] : messages.slice(known.current);
    known.current = messages.length;
    const reply = fresh.findLast(({ from }) => from === 'agent');
    if (reply) kit.announce(kit.t('thread.new-reply', { name: reply.name ?? kit.t('thread.agent') }));
    const mark = () => {
      if (document.visibilityState !== 'hidden') void mailOf(kit).requests.seen(request.reference);
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [messages?.length]);
};
