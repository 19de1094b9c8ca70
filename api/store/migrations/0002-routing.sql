-- Where a ticket is and why, and what was promised; a ticket from before has no group yet.
alter table ticket add column group_id text not null default '';
alter table ticket add column rule text not null default '';
alter table ticket add column exhausted integer not null default 0 check (exhausted between 0 and 3);
alter table ticket add column verified integer not null default 0 check (verified in (0, 1));
alter table ticket add column resolve_by integer;

drop view ticket_list;
create view ticket_list as
  select id, reference, status, tier, priority, group_id as "group", rule, exhausted, verified, topic, locale, name, address,
    excerpt, held, created_at as createdAt, updated_at as updatedAt, first_reply_by as firstReplyBy,
    first_replied_at as firstRepliedAt, resolve_by as resolveBy
  from ticket;
drop view ticket_view;
create view ticket_view as
  select id, reference, status, tier, priority, group_id as "group", rule, exhausted, verified, topic, locale, name, address,
    excerpt, held, created_at as createdAt, updated_at as updatedAt, first_reply_by as firstReplyBy,
    first_replied_at as firstRepliedAt, resolve_by as resolveBy,
    reasons, context, capability_hash as capabilityHash
  from ticket;
