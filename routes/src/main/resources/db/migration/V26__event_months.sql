-- Events in monthly partitions: what is older than the time on line goes as a whole month, once its archive file is
-- written and proven. What is there stays where it is, as the first partition, up to the end of this month.
lock table event;
drop trigger event_is_written_once on event;
drop trigger event_is_not_emptied on event;

-- The months of events. The running gateway can read this; the functions below write it.
create table event_month (
    month      date        primary key check (extract(day from month) = 1),
    begins     timestamptz not null,
    ends       timestamptz not null,
    events     text        not null,
    dropped_at timestamptz,
    -- What went with the month and is still counted.
    duplicates bigint      not null default 0,
    refused    bigint      not null default 0
);

do $$
declare
    latest  bigint;
    first   timestamp := date_trunc('month', now() at time zone 'UTC');
    since   timestamptz := (select least(date_trunc('month', min(at) at time zone 'UTC'), first) from event)
                           at time zone 'UTC';
    until   timestamptz := (first + interval '1 month') at time zone 'UTC';
    name    text := 'event_' || to_char(first, 'YYYY_MM');
begin
    execute format('select last_value + case when is_called then 1 else 0 end from %s',
                   pg_get_serial_sequence('event', 'id')) into latest;
    execute format('alter table event rename to %I', name);
    execute format('alter table %I alter column id drop identity, drop constraint event_pkey', name);
    execute format('alter index event_message rename to %I', name || '_message');
    execute format('alter index event_door rename to %I', name || '_door');
    execute format('revoke all on %I from ${runtimeRole}', name);
    execute format('revoke insert (milestone, message_id, part, delivery_id, partner, actor, detail) on %I from ${runtimeRole}',
                   name);
    execute format('alter table %I add primary key (id, at)', name);
    execute format(
        'create table event ('
        'id bigint generated always as identity (start with %s), '
        'at timestamptz not null default clock_timestamp(), '
        'milestone text not null, message_id uuid, part int, delivery_id uuid, partner text, actor text not null, detail text, '
        'primary key (id, at)) partition by range (at)', latest);
    create index event_message on event (message_id);
    create index event_door on event (milestone) where milestone in ('DUPLICATE', 'REFUSED_AT_DOOR');
    create trigger event_is_written_once before update or delete on event
        for each row execute function refuse_change();
    create trigger event_is_not_emptied before truncate on event
        for each statement execute function refuse_change();
    execute format('alter table event attach partition %I for values from (%L) to (%L)', name, since, until);
    execute format('create trigger event_is_not_emptied before truncate on %I '
                   'for each statement execute function refuse_change()', name);
    insert into event_month (month, begins, ends, events) values (first, since, until, name);
end $$;

grant select on event, event_month to ${runtimeRole};
grant insert (milestone, message_id, part, delivery_id, partner, actor, detail) on event to ${runtimeRole};

-- Archive files: up to which position each goes, and the signed note that holds its digest and that of the one before.
create table audit_archive (
    month      date        primary key references event_month,
    size       bigint      not null,
    note       text        not null,
    written_at timestamptz not null default clock_timestamp()
);
create trigger audit_archive_is_written_once before update or delete on audit_archive
    for each row execute function refuse_change();
create trigger audit_archive_is_not_emptied before truncate on audit_archive
    for each statement execute function refuse_change();
grant select, insert on audit_archive to ${runtimeRole};

-- Makes the partition of a month, if it is not there. The running gateway has no right to make tables; this it may.
create function open_event_month(of_month date) returns boolean
    language plpgsql security definer set search_path = gateway, pg_temp set lock_timeout = '2s' as $$
declare
    first timestamp := date_trunc('month', of_month::timestamp);
    since timestamptz := first at time zone 'UTC';
    until timestamptz := (first + interval '1 month') at time zone 'UTC';
    name  text := 'event_' || to_char(first, 'YYYY_MM');
begin
    if since > now() + interval '2 years' then
        raise exception 'no month that far ahead: %', of_month;
    end if;
    if exists (select 1 from event_month m where m.begins < until and m.ends > since) then
        return false;
    end if;
    execute format('create table %I (like event including defaults)', name);
    execute format('alter table event attach partition %I for values from (%L) to (%L)', name, since, until);
    execute format('create trigger event_is_not_emptied before truncate on %I '
                   'for each statement execute function refuse_change()', name);
    insert into event_month (month, begins, ends, events) values (first, since, until, name);
    return true;
end $$;

-- Drops a month of events, and nothing else: the oldest that is left, when 180 days have passed since its end, every
-- event of it has a position in its archive, and that archive ends at a checkpoint that lies outside. Tells it in the trail.
create function drop_event_month(of_month date, by_whom text) returns bigint
    language plpgsql security definer set search_path = gateway, pg_temp set lock_timeout = '2s'
    set enable_seqscan = on set enable_hashjoin = on as $$
declare
    the_month event_month;
    archived  bigint;
    lost      bigint;
    gone      bigint;
begin
    select * into the_month from event_month m where m.month = of_month and m.dropped_at is null for update;
    if not found then
        raise exception 'no month % of events is here', of_month;
    end if;
    if the_month.ends > now() - interval '180 days' then
        raise exception 'events stay on line for 180 days; those of % are younger', of_month;
    end if;
    if exists (select 1 from event_month m where m.month < of_month and m.dropped_at is null) then
        raise exception 'an older month than % is still here', of_month;
    end if;
    select a.size into archived from audit_archive a where a.month = of_month;
    if archived is null then
        raise exception 'the month % is not archived', of_month;
    end if;
    if archived > 0 and not exists (select 1 from audit_checkpoint c where c.size = archived) then
        raise exception 'the archive of % ends at no checkpoint', of_month;
    end if;
    execute format(
        'select count(*), count(*) filter (where l.event_id is null) '
        'from %I e left join audit_leaf l on l.event_id = e.id and l.position < $1', the_month.events)
        into gone, lost using archived;
    if lost > 0 then
        raise exception '% events of % are not in its archive', lost, of_month;
    end if;
    execute format(
        'update event_month set dropped_at = clock_timestamp(), '
        'duplicates = (select count(*) from %1$I where milestone = ''DUPLICATE''), '
        'refused = (select count(*) from %1$I where milestone in (''REFUSED_AT_DOOR'', ''CONFLICT'')) where month = $1',
        the_month.events) using of_month;
    execute format('drop table %I', the_month.events);
    insert into event (milestone, actor, detail)
        values ('EVENTS_DROPPED', by_whom, to_char(of_month, 'YYYY-MM') || ' ' || gone);
    return gone;
end $$;

revoke execute on function open_event_month(date), drop_event_month(date, text) from public;
grant execute on function open_event_month(date), drop_event_month(date, text) to ${runtimeRole};

do $$
begin
    for ahead in 1..3 loop
        perform open_event_month(((now() at time zone 'UTC') + ahead * interval '1 month')::date);
    end loop;
end $$;
