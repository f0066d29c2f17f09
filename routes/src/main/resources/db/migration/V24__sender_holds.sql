-- Senders that flooded us with the same content under ever new keys: held until a named person lets them go on.
create table sender_hold (
    id          uuid        primary key default gen_random_uuid(),
    sender      text        not null,
    exchange    text        not null,
    digest      bytea       not null,
    keys        int         not null,
    held_at     timestamptz not null default now(),
    released_at timestamptz,
    released_by text
);
create unique index sender_hold_open on sender_hold (sender, exchange) where released_at is null;
grant select, insert, update on sender_hold to ${runtimeRole};
