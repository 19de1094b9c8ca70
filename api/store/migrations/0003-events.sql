-- Everything that happens to a ticket, only ever added. `seq` is also where a reader of changes goes on.
create table event (
  seq integer primary key autoincrement,
  ticket_id text not null references ticket (id) on delete cascade,
  at integer not null,
  kind text not null,
  -- 'requester', 'system', or the id of a person, whose name is kept as it was then.
  actor text not null,
  actor_name text,
  detail text not null
) strict;
create index event_ticket on event (ticket_id, seq);
create index event_kind on event (kind, at);

-- Notes are for the desk alone, so they are no messages.
create table note (
  id text primary key,
  ticket_id text not null references ticket (id) on delete cascade,
  author text not null,
  author_name text not null,
  text text not null,
  at integer not null
) strict;
create index note_ticket on note (ticket_id, at);

-- Each change of a ticket counts up its version and leaves its own id, by which what belongs to it is written or not.
alter table ticket add column version integer not null default 0;
alter table ticket add column change_id text;
alter table ticket add column assignee text;
alter table ticket add column cause text;
alter table ticket add column tags text not null default '[]';
alter table ticket add column merged_into text references ticket (id);
alter table ticket add column transfers integer not null default 0;
alter table ticket add column lead_asked integer not null default 0 check (lead_asked in (0, 1));
alter table ticket add column next_reply_by integer;
-- The first promise that would be broken: the order of a queue. And when the clocks have something new to say.
alter table ticket add column due_by integer;
alter table ticket add column look_at integer;
create index ticket_look on ticket (look_at) where look_at is not null;
create index ticket_due on ticket (due_by, id);

-- Tickets from before: what is known of them, in the order in which it happened, and a look at their clocks soon.
insert into event (ticket_id, at, kind, actor, detail)
  select id, created_at, 'created', 'requester', json_object('kind', 'created', 'place',
    json_object('tier', tier, 'group', group_id, 'priority', priority))
  from ticket order by created_at;
insert into event (ticket_id, at, kind, actor, actor_name, detail)
  select ticket_id, at, 'message', case author when 'agent' then 'before' else 'requester' end, name,
    json_object('kind', 'message', 'message', id)
  from message where seq > 1 order by at, seq;
insert into event (ticket_id, at, kind, actor, detail)
  select id, updated_at, 'status', 'system', json_object('kind', 'status', 'from', 'new', 'to', status)
  from ticket where status <> 'new' order by updated_at;
update ticket set look_at = 0 where status <> 'closed';

drop view ticket_list;
create view ticket_list as
  select ticket.id, reference, status, tier, priority, group_id as "group", rule, exhausted, verified, topic, locale,
    ticket.name, address, excerpt, held, ticket.created_at as createdAt, updated_at as updatedAt,
    first_reply_by as firstReplyBy, first_replied_at as firstRepliedAt, next_reply_by as nextReplyBy,
    resolve_by as resolveBy, due_by as dueBy, look_at as lookAt, version, assignee, cause, tags, merged_into as mergedInto,
    transfers, lead_asked as leadAsked
  from ticket;
drop view ticket_view;
create view ticket_view as
  select ticket_list.*, reasons, context, capability_hash as capabilityHash
  from ticket join ticket_list on ticket_list.id = ticket.id;
create view event_view as
  select seq, ticket_id as ticketId, at, actor, actor_name as actorName, detail from event;
create view note_view as
  select id, ticket_id as ticketId, author, author_name as authorName, text, at from note;

-- People of the team. Who was signed in before signs in again: a session now belongs to a person.
create table person (
  id text primary key,
  name text not null,
  role text not null check (role in ('agent', 'lead', 'admin')),
  groups text not null default '[]',
  created_at integer not null,
  disabled_at integer
) strict;
drop table session;
drop table sign_in_link;
create table sign_in_link (
  token_hash text primary key,
  person text not null references person (id),
  expires_at integer not null,
  session_hash text
) strict, without rowid;
create table session (
  token_hash text primary key,
  person text not null references person (id),
  expires_at integer not null
) strict, without rowid;
