-- A plan is made from what the planner believes of a table, and of a queue it believes the wrong thing: it
-- is empty when it is looked at and full when it matters. So each question has exactly one index that fits.

-- "Open" and "waiting" are columns of their own. While the partial indexes named the states, any condition
-- on a state fitted them too: the outcome of one attempt, asked for by id, was searched through the lanes.
alter table delivery
    add column open boolean not null generated always as
        (state in ('READY', 'RETRY_AT', 'ATTEMPTING', 'PARKED', 'IN_DOUBT')) stored,
    add column waiting boolean not null generated always as (state in ('READY', 'RETRY_AT')) stored;
drop index delivery_waiting, delivery_lane, delivery_attempting;
create index delivery_waiting on delivery (receiver, seq) where waiting;
create index delivery_lane on delivery (receiver, lane, seq) where open;
create index delivery_claimed on delivery (claimed_until) where claimed_until is not null;

-- A claim notes what it works on in the lease: one row instead of a new version of every message. Only what
-- a dead process had noted and not ended is counted on the message itself.
alter table lease add column working uuid[] not null default '{}', add column worker bigint;
alter table message rename column starts to deaths;

-- What others answer already: the record knows its message, and ids are in the order of time.
drop index delivery_message, message_latest;
alter table delivery drop constraint delivery_message_id_fkey;

-- Bodies are written once and read once or twice: compressing them costs more than the pages it saves.
alter table message alter column body set storage external;
alter table record alter column body set storage external;
alter table message set (toast_tuple_target = 8160);
alter table record set (toast_tuple_target = 8160);

-- Rows of a queue change some times within a second and then never again.
alter table delivery set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);
alter table message set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);
alter table attempt set (fillfactor = 70);

-- The allowed moves stay in the table state_move; the triggers carry a copy of it as a constant, so that an
-- allowed move calls no function. A migration that changes the table ends with apply_state_moves().
drop trigger message_moves on message;
drop trigger delivery_moves on delivery;
drop function refuse_unknown_move();

create function refuse_unknown_move() returns trigger language plpgsql as $$
begin
    raise exception 'no move of % from % to %', tg_table_name, old.state, new.state;
end $$;

create function apply_state_moves() returns void language plpgsql as $$
declare
    of_table text;
begin
    foreach of_table in array array['message', 'delivery'] loop
        execute format(
            'create or replace trigger %1$s_moves before update of state on %1$s for each row '
            'when (old.state is distinct from new.state and old.state || '' '' || new.state <> all (%2$L::text[])) '
            'execute function refuse_unknown_move()',
            of_table, (select array_agg(m.from_state || ' ' || m.to_state) from state_move m where m.entity = of_table));
    end loop;
end $$;
revoke execute on function apply_state_moves() from public;
select apply_state_moves();
