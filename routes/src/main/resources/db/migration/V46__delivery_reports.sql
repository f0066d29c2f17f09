-- What became of a message at its receivers is told to its sender, where the sender's folder asks for it.

-- A receiver's business system may say afterwards that it has accepted what the receiver took.
alter table delivery add column accepted_at timestamptz;

-- The partners that ask.
create table report_reader (
    partner text primary key
);

-- Messages of theirs of which something has changed; noted in the transaction that changed it, and only ever added to, so
-- that deliveries of one message to several receivers never wait for each other.
create table report_note (
    id         bigint generated always as identity primary key,
    message_id uuid        not null,
    at         timestamptz not null default now()
);

-- What was told last.
create table delivery_report (
    message_id uuid primary key,
    revision   int  not null
);

create function note_outcome() returns trigger language plpgsql as $$
begin
    insert into report_note (message_id)
    select m.id from report_reader p join message m on m.sender = p.partner
    where m.id = new.message_id and m.sender <> new.receiver;
    return null;
end $$;
create trigger delivery_noted after update of state, accepted_at on delivery
    for each row when (new.state in ('DELIVERED', 'REFUSED_BY_RECEIVER', 'CANCELLED', 'DISCARDED')
        and (new.state, new.accepted_at) is distinct from (old.state, old.accepted_at))
    execute function note_outcome();

grant select, insert, delete on report_reader, report_note to ${runtimeRole};
grant select, insert, update on delivery_report to ${runtimeRole};
