import type { FunctionComponent } from 'preact';
import type { ContextItem } from '../../api/contract/page-context.ts';
import type { Kit } from '../ui/kit.ts';

/** What the form starts with. A kept draft wins: nobody loses what they wrote. */
export interface Prefill {
  topic?: string;
  message?: string;
  /** From `identify()`, unverified. */
  name?: string;
  address?: string;
}

/** `ContextCard` of widget/context/card.tsx, handed over by the shell: features never import each other. */
export type Card = FunctionComponent<{ kit: Kit; items: ContextItem[]; onRemove: (id: string) => void }>;

export interface ContactProps {
  kit: Kit;
  card: Card;
  prefill?: Prefill;
  /** Another object each time contact is asked for: a finished form then starts anew, one in writing stays. */
  asked?: object;
}
