-- The provincial database, the part that is written by hand: what waits, partitions, roles. Tables and views of records are
-- made from the dictionary, by the repeatable migration "tables of the dictionary".
create schema province_restricted;
create schema province_open;

-- Records that are to be aggregated. Written by trigger in the transaction that keeps the record, so that no way of keeping one
-- can forget it; deleted in the transaction that writes the row. A region's late versions come here too: they are history.
create table province.waiting (
    seq       bigint generated always as identity primary key,
    record_id uuid   not null,
    failures  int    not null default 0
);
create index waiting_first on province.waiting (failures, seq);
alter table province.waiting set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

create function province.note_records() returns trigger language plpgsql as $$
begin
    insert into province.waiting (record_id)
    select id from arrived where part > 0 and state in ('ACCEPTED', 'UNROUTED', 'SUPERSEDED');
    return null;
end $$;
create trigger records_noted after insert on gateway.record
    referencing new table as arrived
    for each statement execute function province.note_records();

-- What was kept before this gateway became the province's.
insert into province.waiting (record_id)
select r.id from gateway.record r join gateway.message m on m.id = r.message_id
where r.part > 0 and r.state in ('ACCEPTED', 'UNROUTED', 'SUPERSEDED')
order by m.seq, r.part;

-- The running gateway may open a year of a provincial table and do nothing else to the schema. The new table is made first and
-- attached then: attaching stops neither readers nor writers of the other years.
create function province.open_year(of_schema text, of_table text, of_year int) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    parent   text := format('%I.%I', of_schema, of_table);
    of_years text := format('%I.%I', of_schema, of_table || '_' || of_year);
begin
    if to_regclass(of_years) is not null then
        return;
    end if;
    if of_schema not in ('province', 'province_restricted') or of_year not between 0 and 2099
            or not exists (select 1 from pg_partitioned_table where partrelid = to_regclass(parent)) then
        raise exception 'no provincial table %', parent;
    end if;
    perform pg_advisory_xact_lock(hashtext(of_years));
    if to_regclass(of_years) is null then
        execute format('create table %s (like %s including defaults including constraints)', of_years, parent);
        execute format('alter table %s attach partition %s for values in (%s)', parent, of_years, of_year);
    end if;
end $$;
revoke all on function province.open_year(text, text, int) from public;

grant usage on schema province, province_restricted to ${runtimeRole};
grant select, insert, update (failures), delete on province.waiting to ${runtimeRole};
grant execute on function province.open_year(text, text, int) to ${runtimeRole};
grant usage on schema province_open to ${readerRole};
grant usage on schema province_restricted to ${restrictedReaderRole};
