-- Reconciliation: what each source states of a kind and a day, and what is held of it.

-- Statements that have come. A statement is no act: the aggregation does not see it.
create table province.stated (
    seq       bigint generated always as identity primary key,
    record_id uuid not null
);

create or replace function province.note_records() returns trigger language plpgsql as $$
begin
    insert into province.waiting (record_id)
    select id from arrived
    where part > 0 and state in ('ACCEPTED', 'UNROUTED', 'SUPERSEDED') and kind <> 'ReconciliationStatement';
    insert into province.stated (record_id)
    select id from arrived
    where part > 0 and state in ('ACCEPTED', 'UNROUTED') and kind = 'ReconciliationStatement';
    return null;
end $$;

-- How many versions of a source, a kind and the day of their sending are held; written with the rows, so that a source
-- that states nothing is found without reading them.
create table province.day_account (
    source   text   not null,
    kind     text   not null,
    day      date   not null,
    versions bigint not null,
    primary key (source, kind, day)
);

-- One day of one source and kind. stated is null while no statement has come; to_open are the ranges of digests that
-- differ and are still to be opened.
create table province.reconciliation (
    id           uuid primary key,
    source       text        not null,
    kind         text        not null,
    day          date        not null,
    state        text        not null,
    sender_code   text,
    receiver_code text,
    revision     int         not null default 0,
    stated       int,
    stated_fines numeric(18, 2),
    held         int         not null,
    held_fines   numeric(18, 2),
    late         int         not null default 0,
    rounds       int         not null default 0,
    to_open      text[]      not null default '{}',
    asked        int         not null default 0,
    asked_at     timestamptz,
    opened_at    timestamptz not null default now(),
    closed_at    timestamptz,
    signed_by    text,
    explanation  text,
    constraint reconciliation_once unique (source, kind, day)
);
create index reconciliation_open on province.reconciliation (day) where state in ('COMPARING', 'DIFFERENT');

create table province.difference (
    id                bigint generated always as identity primary key,
    reconciliation_id uuid        not null references province.reconciliation,
    sort              text        not null,
    act_key           text        not null,
    party_key         text        not null,
    revision          int         not null,
    content_digest    text        not null,
    state             text        not null default 'OPEN',
    found_at          timestamptz not null default now(),
    ended_at          timestamptz,
    constraint difference_once unique (reconciliation_id, sort, act_key, party_key, revision, content_digest)
);
create index difference_open on province.difference (reconciliation_id) where state = 'OPEN';

grant select, insert, delete on province.stated to ${runtimeRole};
grant select, insert, update on province.day_account, province.reconciliation, province.difference to ${runtimeRole};
