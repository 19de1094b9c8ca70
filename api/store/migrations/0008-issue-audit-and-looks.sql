-- What happens to known issues is in the audit log too: the id of the issue, where an entry is about one.
alter table audit add column issue text;
create index audit_issue on audit (at, seq) where issue is not null;

-- How often in a row a ticket could not be looked at: it waits longer each time, so that it keeps nobody else waiting.
alter table ticket add column look_failures integer not null default 0;
