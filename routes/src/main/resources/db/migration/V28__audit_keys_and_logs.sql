-- Keys of a log after its first. Each is told by a statement that both keys signed, the one before and the one after it.
create table audit_key (
    number    int         primary key check (number > 1),
    log       int         not null,
    statement text        not null,
    begun_at  timestamptz not null default now()
);

-- A log that was opened after a FORK: the statement names the log before it and its head, and two people.
alter table audit_log
    drop constraint audit_log_number_check,
    add check (number > 0),
    add column key_number int not null default 1,
    add column statement text,
    add column opened_by text,
    add column approved_by text,
    add check (number = 1 or statement is not null and opened_by is not null and approved_by <> opened_by);

-- What one person proposed and another has to approve.
create table audit_opening (
    id          bigint      generated always as identity primary key,
    head        text        not null,
    reason      text        not null check (length(reason) between 1 and 200),
    proposed_by text        not null,
    proposed_at timestamptz not null default now()
);

-- Two logs may have checkpoints of one size.
alter table audit_checkpoint add column log int not null default 1, drop constraint audit_checkpoint_pkey;
alter table audit_checkpoint add primary key (log, size);
create view audit_published as
    select size, note from audit_checkpoint where log = (select max(number) from audit_log);

do $$
declare
    of_table text;
begin
    foreach of_table in array array['audit_key', 'audit_opening'] loop
        execute format('create trigger %1$s_is_written_once before update or delete on %1$s '
                       'for each row execute function refuse_change()', of_table);
        execute format('create trigger %1$s_is_not_emptied before truncate on %1$s '
                       'for each statement execute function refuse_change()', of_table);
    end loop;
end $$;
grant select, insert on audit_key, audit_opening to ${runtimeRole};
grant select on audit_published to ${runtimeRole};
