-- What is written when a ticket moves: each row holds only what its note says that the ones before do not.
create table handover (
  seq integer primary key autoincrement,
  id text not null unique,
  ticket_id text not null references ticket (id) on delete cascade,
  at integer not null,
  -- 'system', or the id of a person, whose name is kept as it was then.
  author text not null,
  author_name text,
  difference text not null
) strict;
create index handover_ticket on handover (ticket_id, seq);

create view handover_view as
  select seq, id, ticket_id as ticketId, at, author, author_name as authorName, difference from handover;

-- Tickets that may belong together: of one address, or of one topic, in the weeks before.
create index ticket_address on ticket (lower(address), created_at) where address is not null;
create index ticket_topic on ticket (topic, created_at);
