-- A claim is one row for the whole batch, as the lease is for translation.
create table claim (
    id         uuid primary key,
    epoch      bigint      not null,
    at         timestamptz not null default now(),
    until      timestamptz not null,
    deliveries uuid[]      not null
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

-- What was sent and when is in the trail, with its digest. A row of its own has the attempt that did not
-- deliver: what the receiver said is the evidence that people decide by.
drop table attempt;
create table failed_attempt (
    delivery_id uuid        not null references delivery,
    number      int         not null,
    started_at  timestamptz not null,
    ended_at    timestamptz not null,
    outcome     text        not null,
    reason      text,
    reply       bytea,
    primary key (delivery_id, number)
);
grant select, insert on failed_attempt to ${runtimeRole};

-- Parents are written in the same transaction and the gateway may delete none of them: there is nothing that
-- these checks could find, and they were a tenth of the database's work.
alter table record drop constraint record_message_id_fkey;
alter table delivery drop constraint delivery_record_id_fkey;

-- What is to be sent is made after the claim: only then is it known that there is nothing to send.
delete from state_move where entity = 'delivery' and from_state in ('READY', 'RETRY_AT') and to_state in ('PARKED', 'CANCELLED');
insert into state_move values ('delivery', 'ATTEMPTING', 'CANCELLED');
select apply_state_moves();
