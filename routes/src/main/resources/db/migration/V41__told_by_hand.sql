-- Receivers that cannot be told of a document by the gateway, because they have no form for it: who told them, how and when.
create table told_by_hand (
    record_id uuid        not null references record,
    receiver  text        not null,
    told_at   timestamptz not null default now(),
    told_by   text        not null,
    how       text        not null,
    primary key (record_id, receiver)
);
grant select, insert on told_by_hand to ${runtimeRole};

-- A conversation is read whole with each record that joins it: how much that is must be known before it is read.
alter table conversation_document add column bytes int not null default 0;
update conversation_document d set bytes = coalesce(octet_length(r.body), 0) from record r where r.id = d.record_id;
