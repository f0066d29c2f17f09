-- Files that records name. The bytes lie in the spool beside the database; a row says that they are there, whole
-- and proven. One row per sender: a record's file counts as here only when the record's own sender brought it,
-- so that naming a digest gives nobody a file that somebody else holds.
create table attachment (
    digest      text        not null check (digest ~ '^(sha256|sm3):[0-9a-f]{64}$'),
    sender      text        not null,
    size        bigint      not null,
    media_type  text        not null,
    received_at timestamptz not null default now(),
    primary key (digest, sender)
);

-- The files that go to a receiver with a record.
create table delivery_attachment (
    delivery_id uuid    not null,
    digest      text    not null,
    sender      text    not null,
    required    boolean not null,
    state       text    not null check (state in ('WAITING', 'HELD', 'CONFIRMED')),
    primary key (delivery_id, digest)
);
create index delivery_attachment_digest on delivery_attachment (digest);

grant select, insert, delete on attachment to ${runtimeRole};
grant select, insert, update on delivery_attachment to ${runtimeRole};

-- Two more states in which a lane waits. Neither is "pending": a claim never looks at them.
drop index delivery_lane;
alter table delivery drop column open;
alter table delivery add column open boolean not null generated always as
    (state in ('READY', 'RETRY_AT', 'ATTEMPTING', 'PARKED', 'IN_DOUBT', 'AWAITING_FILES', 'CONFIRMING')) stored;
create index delivery_lane on delivery (receiver, lane, seq) where open;

insert into state_move values
    ('delivery', 'READY', 'AWAITING_FILES'),
    ('delivery', 'AWAITING_FILES', 'READY'),
    ('delivery', 'ATTEMPTING', 'CONFIRMING'),
    ('delivery', 'IN_DOUBT', 'CONFIRMING'),
    ('delivery', 'CONFIRMING', 'DELIVERED'),
    ('delivery', 'CONFIRMING', 'REFUSED_BY_RECEIVER');
select apply_state_moves();
