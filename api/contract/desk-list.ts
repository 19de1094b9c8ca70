import * as z from 'zod/mini';
import { slug } from '../../content/schema/name.ts';
import { tag } from './tag.ts';
import { priority, status, tier } from './ticket.ts';

/**
 * What there is to do: everything open, what whoever asks has, what nobody has, where a promise is broken, where a lead is
 * asked, and what is probably a machine.
 */
export const namedQueue = z.enum(['open', 'mine', 'unassigned', 'breached', 'lead', 'held']);
export type NamedQueue = z.infer<typeof namedQueue>;

/**
 * A named queue, that of a tier, `tier:2`, or of a group, by its id; `group:open` is the group that is called like a named one.
 * A queue holds what is open, or, with a status, what has that.
 */
export const queue = z
  .string()
  .check(
    z.regex(
      /^(?:tier:[1-3]|(?:group:)?[a-z0-9]+(?:-[a-z0-9]+)*)$/,
      'expected open, mine, unassigned, breached, lead, held, tier:1 to tier:3 or the id of a group',
    ),
  );

/** `due`: by time to breach, what promises nothing after it. */
export const listOrder = z.enum(['activity', 'due']);

/** `me`, `nobody`, or the id of a person. */
export const assignee = z.string().check(z.regex(/^[\w.@:-]{1,100}$/, 'expected me, nobody or the id of a person'));

/** What a person types to find a ticket. */
export const searchText = z.string().check(z.maxLength(200));

/** Query of `GET /desk/api/tickets`. What is named must hold; a name or a value that nobody knows answers 400. */
export const listFilter = z.strictObject({
  status: z.optional(status),
  queue: z.optional(queue),
  priority: z.optional(priority),
  topic: z.optional(slug),
  tag: z.optional(tag),
  assignee: z.optional(assignee),
  order: z.optional(listOrder),
  /** With words, the best match is first, whatever the order. */
  q: z.optional(searchText),
});
export type ListFilter = z.infer<typeof listFilter>;

/** `GET /desk/api/queues`: how many there are, of all that whoever asks may see. */
export const deskQueues = z.object({
  open: z.int(),
  mine: z.int(),
  unassigned: z.int(),
  breached: z.int(),
  lead: z.int(),
  held: z.int(),
  /** Open ones by tier and group, by who has them, and by tag, the most frequent first. */
  places: z.array(z.object({ tier, group: z.string(), count: z.int() })),
  assignees: z.array(z.object({ id: z.string(), name: z.string(), count: z.int() })),
  tags: z.array(z.object({ tag: z.string(), count: z.int() })),
});
export type DeskQueues = z.infer<typeof deskQueues>;
