import * as z from 'zod/mini';
import { pageContext } from '../contract/page-context.ts';
import { priority, routingReason, status, tier } from '../contract/ticket.ts';
import type { Row } from './statement.ts';
import type { StoredMessage, StoredTicket } from './store.ts';

const nullable = z.pipe(
  z.nullable(z.string()),
  z.transform((value: string | null) => value ?? undefined),
);
const nullableMillis = z.pipe(
  z.nullable(z.int()),
  z.transform((value: number | null) => value ?? undefined),
);
const flag = z.pipe(
  z.int(),
  z.transform((value: number) => value === 1),
);
const json = z.pipe(
  z.string(),
  z.transform((text: string): unknown => JSON.parse(text)),
);

const ticketRow = z.object({
  id: z.string(),
  reference: z.string(),
  status,
  tier,
  priority,
  group: z.string(),
  rule: z.string(),
  exhausted: z.int(),
  verified: flag,
  topic: z.string(),
  locale: z.string(),
  name: nullable,
  address: nullable,
  excerpt: z.string(),
  held: flag,
  createdAt: z.int(),
  updatedAt: z.int(),
  firstReplyBy: z.int(),
  firstRepliedAt: nullableMillis,
  resolveBy: nullableMillis,
});
const detailRow = z.object({ reasons: z.pipe(json, z.array(routingReason)), context: z.pipe(json, pageContext) });
const messageRow = z.object({
  id: z.string(),
  from: z.enum(['requester', 'agent']),
  name: nullable,
  text: z.string(),
  at: z.int(),
});

/** Reads a row of the `ticket` table; a row that does not fit is a broken database and throws. */
export const readTicket = (row: Row): StoredTicket => ticketRow.parse(row);
export const readDetail = (row: Row) => detailRow.parse(row);
export const readMessage = (row: Row): StoredMessage => messageRow.parse(row);

export const claimRow = z.object({
  owner: z.string(),
  bodyHash: z.string(),
  leaseUntil: z.int(),
  ticketId: z.nullable(z.string()),
  status: z.nullable(z.int()),
  body: z.nullable(z.string()),
});
export const agentRow = z.object({ agent: z.string() });
export const statusRow = z.object({ status });
export const countRow = z.object({ win: z.int(), n: z.int() });
