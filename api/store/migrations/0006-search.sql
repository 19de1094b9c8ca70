-- Queues. Orders as columns that follow by themselves: tickets without a promise come after those with one, and a row is
-- compared with a row, which needs every part of an order to go the same way.
alter table ticket add column due_order integer generated always as (coalesce(due_by, 9007199254740991)) virtual;
alter table ticket add column recency integer generated always as (-updated_at) virtual;

-- The number of its text in the index of words: a rowid that is no key may change when the file is compacted.
alter table ticket add column document integer;
update ticket set document = place from
  (select id as numbered, row_number() over (order by created_at, id) as place from ticket) where id = numbered;

-- A page is found in an index that holds all that a list can be filtered by, so that no filter reads rows it leaves out.
-- What is worked on is a small part of what there is: it has indexes of its own.
drop index ticket_activity;
drop index ticket_status_activity;
drop index ticket_due;
create index ticket_all_activity on ticket
  (updated_at desc, id desc, status, tier, group_id, priority, topic, assignee, tags, held, lead_asked, due_by, merged_into, document);
create index ticket_all_due on ticket
  (due_order, recency, id, updated_at, status, tier, group_id, priority, topic, assignee, tags, held, lead_asked, due_by, merged_into, document);
create index ticket_open_activity on ticket
  (updated_at desc, id desc, status, tier, group_id, priority, topic, assignee, tags, held, lead_asked, due_by, merged_into, document)
  where status in ('new', 'open', 'pending', 'on-hold');
create index ticket_open_due on ticket
  (due_order, recency, id, updated_at, status, tier, group_id, priority, topic, assignee, tags, held, lead_asked, due_by, merged_into, document)
  where status in ('new', 'open', 'pending', 'on-hold');

-- Where a number leads, with what orders what is found.
create index ticket_document on ticket (document, updated_at, id);

-- Search. A ticket is one document, so that its words may stand in different messages. The texts themselves are kept once,
-- where they are.
create virtual table ticket_search using fts5 (
  reference, requester, tags, messages, notes,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
create view ticket_text as
  select document, id as ticketId, reference, coalesce(name, '') || ' ' || coalesce(address, '') as requester, tags,
    (select group_concat(text, char(10)) from message where message.ticket_id = ticket.id) as messages,
    (select group_concat(text, char(10)) from note where note.ticket_id = ticket.id) as notes
  from ticket;

insert into ticket_search (rowid, reference, requester, tags, messages, notes)
  select document, reference, requester, tags, messages, notes from ticket_text;

-- Whatever writes a text also writes the index: no command can forget it.
create trigger ticket_added after insert on ticket begin
  update ticket set document = (select coalesce(max(document), 0) + 1 from ticket) where id = new.id;
end;
create trigger ticket_renamed after update of reference, name, address, tags on ticket
  when (old.reference, old.name, old.address, old.tags) is not (new.reference, new.name, new.address, new.tags) begin
  insert or replace into ticket_search (rowid, reference, requester, tags, messages, notes)
    select document, reference, requester, tags, messages, notes from ticket_text where ticketId = new.id;
end;
create trigger ticket_removed after delete on ticket begin
  delete from ticket_search where rowid = old.document;
end;
create trigger message_added after insert on message begin
  insert or replace into ticket_search (rowid, reference, requester, tags, messages, notes)
    select document, reference, requester, tags, messages, notes from ticket_text where ticketId = new.ticket_id;
end;
create trigger message_changed after update of text on message begin
  insert or replace into ticket_search (rowid, reference, requester, tags, messages, notes)
    select document, reference, requester, tags, messages, notes from ticket_text where ticketId = new.ticket_id;
end;
create trigger message_removed after delete on message begin
  insert or replace into ticket_search (rowid, reference, requester, tags, messages, notes)
    select document, reference, requester, tags, messages, notes from ticket_text where ticketId = old.ticket_id;
end;
create trigger note_added after insert on note begin
  insert or replace into ticket_search (rowid, reference, requester, tags, messages, notes)
    select document, reference, requester, tags, messages, notes from ticket_text where ticketId = new.ticket_id;
end;
create trigger note_changed after update of text on note begin
  insert or replace into ticket_search (rowid, reference, requester, tags, messages, notes)
    select document, reference, requester, tags, messages, notes from ticket_text where ticketId = new.ticket_id;
end;
create trigger note_removed after delete on note begin
  insert or replace into ticket_search (rowid, reference, requester, tags, messages, notes)
    select document, reference, requester, tags, messages, notes from ticket_text where ticketId = old.ticket_id;
end;

-- Who looks at what now, and writes. A row says until when it holds.
create table presence (
  person text not null references person (id) on delete cascade,
  ticket_id text not null references ticket (id) on delete cascade,
  doing text not null check (doing in ('reading', 'writing')),
  until integer not null,
  primary key (person, ticket_id)
) strict, without rowid;
