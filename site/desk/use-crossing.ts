import { useRef, useState } from 'preact/hooks';
import type { DeskTicket } from '../../api/contract/desk.ts';
import type { DeskClient } from './client.ts';

interface Crossing {
  /** Whether a message came since this draft was begun. To be asked whenever the field is drawn. */
  crossed(text: string): boolean;
  /** Looks once more before sending: answers the ticket when a message came that was not on the screen yet. */
  check(): Promise<DeskTicket | undefined>;
}

/** Two who write to one requester at the same time: the second one learns of the first before sending. */
export const useCrossing = (client: Pick<DeskClient, 'ticket'>, ticket: DeskTicket): Crossing => {
  const begun = useRef<number>(undefined);
  const shown = useRef(0);
  const [, redraw] = useState(0);
  shown.current = Math.max(shown.current, ticket.messages.length);
  return {
    crossed(text) {
      if (text === '') begun.current = undefined;
      else begun.current ??= ticket.messages.length;
      return begun.current !== undefined && ticket.messages.length > begun.current;
    },
    async check() {
      const latest = await client.ticket(ticket.id);
      // Whoever cannot look may send all the same: the answer will say what became of it.
      if (!latest.ok || latest.value.messages.length <= shown.current) return undefined;
      shown.current = latest.value.messages.length;
      redraw((count) => count + 1);
      return latest.value;
    },
  };
};
