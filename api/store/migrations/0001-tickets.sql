create table ticket (
  id text primary key,
  reference text not null unique,
  capability_hash text not null unique,
  status text not null check (status in ('new', 'open', 'pending', 'on-hold', 'solved', 'closed')),
  tier integer not null check (tier between 1 and 3),
  priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
  reasons text not null,
  topic text not null,
  locale text not null,
  name text,
  address text,
  excerpt text not null,
  context text not null,
  held integer not null check (held in (0, 1)),
  created_at integer not null,
  updated_at integer not null,
  first_reply_by integer not null,
  first_replied_at integer
) strict;
create index ticket_activity on ticket (updated_at desc, id desc);
create index ticket_status_activity on ticket (status, updated_at desc, id desc);

create table message (
  id text primary key,
  ticket_id text not null references ticket (id) on delete cascade,
  seq integer not null,
  author text not null check (author in ('requester', 'agent')),
  name text,
  text text not null,
  at integer not null,
  unique (ticket_id, seq)
) strict;

-- A claim on an Idempotency-Key: leased while the work runs, then kept with the answer for replays.
create table claim (
  id text primary key,
  body_hash text not null,
  owner text not null,
  lease_until integer not null,
  created_at integer not null,
  ticket_id text references ticket (id) on delete cascade,
  answer_status integer,
  answer_body text
) strict, without rowid;
create index claim_created on claim (created_at);
create index claim_ticket on claim (ticket_id);

-- No identity: what readers said of a document, and nothing of who said it.
create table feedback (
  id integer primary key,
  document text not null,
  locale text not null,
  helpful integer not null check (helpful in (0, 1)),
  reason text,
  words text,
  at integer not null
) strict;

create table rate (
  key text not null,
  win integer not null,
  n integer not null,
  primary key (key, win)
) strict, without rowid;

create table sign_in_link (
  token_hash text primary key,
  agent text not null,
  expires_at integer not null,
  session_hash text
) strict, without rowid;

create table session (
  token_hash text primary key,
  agent text not null,
  expires_at integer not null
) strict, without rowid;

-- What the store reads, in the names it uses. The list leaves the context out: it can be long.
create view ticket_list as
  select id, reference, status, tier, priority, topic, locale, name, address, excerpt, held, created_at as createdAt,
    updated_at as updatedAt, first_reply_by as firstReplyBy, first_replied_at as firstRepliedAt
  from ticket;
create view ticket_view as
  select id, reference, status, tier, priority, topic, locale, name, address, excerpt, held, created_at as createdAt,
    updated_at as updatedAt, first_reply_by as firstReplyBy, first_replied_at as firstRepliedAt,
    reasons, context, capability_hash as capabilityHash
  from ticket;
create view message_view as
  select id, ticket_id as ticketId, seq, author as "from", name, text, at from message;
