-- What this gateway owes the level above, so that it can state of each day what it sent.

-- Deliveries that are to be counted. Written by trigger in the transaction that makes the delivery, deleted in the one that counts it.
create table region.noted (
    seq         bigint generated always as identity primary key,
    delivery_id uuid   not null
);

-- Statements that have come back.
create table region.answered (
    seq       bigint generated always as identity primary key,
    record_id uuid   not null
);

create function region.note_answers() returns trigger language plpgsql as $$
begin
    insert into region.answered (record_id)
    select id from arrived where part > 0 and state in ('ACCEPTED', 'UNROUTED') and kind = 'ReconciliationStatement';
    return null;
end $$;
create trigger answers_noted after insert on gateway.record
    referencing new table as arrived
    for each statement execute function region.note_answers();

-- A version that was sent, or is to be: as the level above will hold it.
create table region.sent (
    delivery_id    uuid primary key,
    kind           text not null,
    day            date not null,
    act_key        text not null,
    party_key      text not null,
    revision       int  not null,
    content_digest text not null,
    fines          numeric(18, 2)
);
create index sent_on_day on region.sent (kind, day);

-- A day of a kind: when something was added to it and when it was stated; the latest revision of its statement, ours odd, theirs even.
create table region.day (
    kind        text        not null,
    day         date        not null,
    changed_at  timestamptz not null default now(),
    stated_at   timestamptz,
    revision    int         not null default 0,
    agreed_at   timestamptz,
    asked_for   int         not null default 0,
    primary key (kind, day)
);
create index day_to_be_stated on region.day (day) where stated_at is null or changed_at > stated_at;

grant usage on schema region to ${runtimeRole};
grant select, insert, delete on region.noted, region.answered to ${runtimeRole};
grant select, insert, update on region.sent, region.day to ${runtimeRole};
