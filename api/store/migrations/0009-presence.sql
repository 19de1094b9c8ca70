-- Writing a note is no writing of a reply. Whoever is there says so again within seconds, so no row needs to be kept.
drop table presence;
create table presence (
  person text not null references person (id) on delete cascade,
  ticket_id text not null references ticket (id) on delete cascade,
  doing text not null check (doing in ('reading', 'writing', 'noting')),
  until integer not null,
  primary key (person, ticket_id)
) strict, without rowid;
