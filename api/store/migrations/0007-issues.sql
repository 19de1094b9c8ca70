-- A known issue: what everybody may read of it, and the one answer for all who joined it. Texts are JSON by locale.
create table issue (
  id text primary key,
  state text not null check (state in ('working', 'solved')),
  titles text not null,
  texts text not null,
  answers text not null default '{}',
  topic text not null,
  author text not null,
  author_name text not null,
  created_at integer not null,
  updated_at integer not null,
  solver text,
  solver_name text,
  solved_at integer
) strict;
create index issue_activity on issue (state, updated_at desc);

alter table ticket add column issue text references issue (id);
create index ticket_issue on ticket (issue) where issue is not null;
-- Those that are compared with each other: what came in lately and is not done.
create index ticket_unsolved on ticket (created_at desc) where status not in ('solved', 'closed');

drop view ticket_list;
create view ticket_list as
  select ticket.id, reference, status, tier, priority, group_id as "group", rule, exhausted, verified, topic, locale,
    ticket.name, address, excerpt, held, ticket.created_at as createdAt, updated_at as updatedAt,
    first_reply_by as firstReplyBy, first_replied_at as firstRepliedAt, next_reply_by as nextReplyBy,
    resolve_by as resolveBy, due_by as dueBy, look_at as lookAt, version, assignee, cause, tags, merged_into as mergedInto,
    transfers, lead_asked as leadAsked, issue
  from ticket;
