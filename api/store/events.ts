import type { Actor } from '../contract/event.ts';
import { type Statement, sql } from './statement.ts';
import type { TicketChange } from './store.ts';

export const idOf = (actor: Actor): string => (actor.kind === 'person' ? actor.id : actor.kind);

/** Adds the events of a change, if the ticket carries its mark. */
export const addEvents = ({
  id,
  ticketId,
  at,
  events,
}: Pick<TicketChange, 'id' | 'ticketId' | 'at' | 'events'>): Statement[] =>
  events.map(
    ({ actor, event }) => sql`
      insert into event (ticket_id, at, kind, actor, actor_name, detail)
      select id, ${at}, ${event.kind}, ${idOf(actor)}, ${actor.kind === 'person' ? actor.name : null},
        ${JSON.stringify(event)}
      from ticket where id = ${ticketId} and change_id = ${id}`,
  );
