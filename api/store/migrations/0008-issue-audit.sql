-- What happens to known issues is in the audit log too: the id of the issue, where an entry is about one.
alter table audit add column issue text;
create index audit_issue on audit (at, seq) where issue is not null;
