-- Receivers that people have paused: nothing new leaves to them until a named person lets it.
create table receiver_pause (
    id         uuid        primary key default gen_random_uuid(),
    receiver   text        not null,
    reason     text        not null,
    paused_at  timestamptz not null default now(),
    paused_by  text        not null,
    resumed_at timestamptz,
    resumed_by text
);
create unique index receiver_pause_open on receiver_pause (receiver) where resumed_at is null;
grant select, insert, update on receiver_pause to ${runtimeRole};
