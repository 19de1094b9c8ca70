import * as z from 'zod/mini';
import type { ContextItem } from '../../api/contract/page-context.ts';
import { type CreateTicket, createTicket, unverifiedAddress } from '../../api/contract/ticket.ts';
import type { Settings } from '../../content/schema/settings.ts';
import type { Draft } from './draft.ts';

/** The contract's longest message. */
export const longestMessage = 10_000;
const longestName = 100;

/** What is wrong with a field, as a key of the catalogue and its values. */
export interface Trouble {
  field: 'message' | 'address' | 'name';
  key: string;
  count?: number;
}

/** In the order of the form; the first one gets the focus. */
export const findTroubles = ({ message, address, name }: Draft): Trouble[] => {
  const troubles: Trouble[] = [];
  if (message.trim() === '') troubles.push({ field: 'message', key: 'contact.message.missing' });
  if (message.length > longestMessage) {
    troubles.push({ field: 'message', key: 'contact.message.long', count: message.length - longestMessage });
  }
  if (address.trim() !== '' && !z.safeParse(unverifiedAddress, address.trim()).success) {
    troubles.push({ field: 'address', key: 'contact.address.invalid' });
  }
  if (name.trim().length > longestName) troubles.push({ field: 'name', key: 'contact.name.long' });
  return troubles;
};

/** Somebody who is not sure is asked nothing more: "other" where the company has it, else its last topic. */
export const topicOf = (topic: string, topics: Settings['topics']): string => {
  const known = topics.find(({ id }) => id === topic) ?? topics.find(({ id }) => id === 'other') ?? topics.at(-1);
  return known?.id ?? topic;
};

interface Rest {
  topics: Settings['topics'];
  context: ContextItem[];
  locale: string;
  /** The field that no person sees. */
  website: string;
}

/** The body to send. Undefined when the contract refuses it, which the form's own checks should have said before. */
export const toTicket = (draft: Draft, { topics, context, locale, website }: Rest): CreateTicket | undefined => {
  const [name, address] = [draft.name.trim(), draft.address.trim()];
  const body = {
    topic: topicOf(draft.topic, topics),
    message: draft.message,
    context,
    locale,
    ...(name ? { name } : {}),
    ...(address ? { address } : {}),
    ...(website ? { website } : {}),
  };
  return createTicket.safeParse(body).data;
};
