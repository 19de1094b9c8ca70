-- An invitation makes a person once; then, when it is withdrawn, and some time after it has expired, it is gone.
create table invitation (
  id text primary key,
  token_hash text not null unique,
  name text not null,
  role text not null check (role in ('agent', 'lead', 'admin')),
  groups text not null default '[]',
  invited_by text not null references person (id),
  created_at integer not null,
  expires_at integer not null
) strict;

alter table person add column seen_at integer;

-- What happens to people, invitations and sessions, only ever added. What happens to tickets is in `event`.
create table audit (
  seq integer primary key autoincrement,
  at integer not null,
  kind text not null,
  -- Who did it, by the name they had then; nobody for a sign-in that was refused.
  actor text,
  actor_name text,
  -- Whom it is about, where that is somebody.
  person text,
  person_name text,
  before text,
  after text
) strict;
create index audit_at on audit (at, seq);
create index audit_actor on audit (actor, at, seq);
create index audit_person on audit (person, at, seq);
create index event_at on event (at, seq);
create index event_actor on event (actor, at, seq);
create index session_person on session (person);

create view person_view as
  select id, name, role, groups, created_at as createdAt, disabled_at as disabledAt, seen_at as seenAt from person;
create view invitation_view as
  select invitation.id, invitation.name, invitation.role, invitation.groups, invited_by as invitedBy,
    person.name as inviter, invitation.created_at as createdAt, expires_at as expiresAt
  from invitation join person on person.id = invited_by;
