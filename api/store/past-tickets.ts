import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { type PageContext, pageContext } from '../contract/page-context.ts';
import type { Millis } from './store.ts';

/** A ticket as it came in. */
export interface PastTicket {
  reference: string;
  topic: string;
  locale: string;
  message: string;
  context: PageContext;
  verified: boolean;
  createdAt: Millis;
}

const row = z.object({
  reference: z.string(),
  topic: z.string(),
  locale: z.string(),
  message: z.string(),
  context: z.pipe(
    z.pipe(
      z.string(),
      z.transform((text: string): unknown => JSON.parse(text)),
    ),
    pageContext,
  ),
  verified: z.pipe(
    z.int(),
    z.transform((kept: number) => kept === 1),
  ),
  createdAt: z.int(),
});

/** Its context is none that this version reads, or was changed by hand. */
export interface Unreadable {
  reference: string;
  unreadable: true;
}

const reference = z.object({ reference: z.string() });

/**
 * Every ticket of a database with its first message, oldest first. The file is only read, also while a server writes it. One
 * from before tickets were routed is read as it is: nobody was verified.
 */
export function* pastTickets(path: string): Generator<PastTicket | Unreadable> {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    const { routed } = db
      .prepare(`select count(*) as routed from pragma_table_info('ticket') where name = 'verified'`)
      .get() ?? { routed: 0 };
    const kept = routed === 1 ? 'verified' : '0 as verified';
    const rows = db.prepare(`
      select reference, topic, locale, context, ${kept}, created_at as createdAt, message.text as message
      from ticket join message on message.ticket_id = ticket.id and message.seq = 1
      order by created_at, ticket.id`);
    for (const found of rows.iterate()) yield ticketOf(found) ?? { ...reference.parse(found), unreadable: true };
  } finally {
    db.close();
  }
}

function ticketOf(found: unknown): PastTicket | undefined {
  try {
    return row.parse(found);
  } catch {
    return undefined;
  }
}
