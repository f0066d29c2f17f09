-- A claim is one row for the whole batch, as the lease is for translation. It holds what the attempts were
-- about to send, so that the outcome of an attempt nobody can answer for still has its evidence.
create table claim (
    id              uuid primary key,
    epoch           bigint      not null,
    at              timestamptz not null default now(),
    until           timestamptz not null,
    deliveries      uuid[]      not null,
    request_digests bytea[]     not null,
    request_bytes   int[]       not null
);
grant select, insert, delete on claim to ${runtimeRole};

-- Claiming changes no indexed column: the new version of the row stays on its page and no index hears of it.
-- "Pending" is what may still be sent by itself; who is being attempted stays in this index until the outcome.
drop index delivery_waiting, delivery_claimed;
alter table delivery
    drop column waiting,
    drop column epoch,
    drop column claimed_until,
    add column pending boolean not null generated always as (state in ('READY', 'RETRY_AT', 'ATTEMPTING')) stored;
create index delivery_pending on delivery (receiver, seq) where pending;
alter table delivery set (fillfactor = 60);

-- An attempt is written once, when it has ended.
alter table attempt
    alter column started_at drop default,
    alter column ended_at set not null,
    alter column outcome set not null,
    reset (fillfactor);
