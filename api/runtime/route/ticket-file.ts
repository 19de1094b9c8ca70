import * as z from 'zod/mini';
import { pageContext } from '../../contract/page-context.ts';
import { createTicket } from '../../contract/ticket.ts';
import type { Subject } from '../../routing/facts.ts';

/** A ticket to try: the body that creates one, and what only a company knows of it. */
export const ticketFile = z.extend(createTicket, {
  /** Default nothing was searched, read or tried. */
  context: z._default(pageContext, []),
  /** Whether the requester has shown who they are. Default no. */
  verified: z._default(z.boolean(), false),
  /** Tiers up to this one have done what they can. Default none. */
  exhausted: z._default(z.int().check(z.minimum(0), z.maximum(3)), 0),
});
type TicketFile = z.infer<typeof ticketFile>;

export const subjectOf = ({ topic, locale, message, context, verified, exhausted }: TicketFile): Subject => ({
  topic,
  language: locale,
  message,
  context,
  verified,
  exhausted,
});
