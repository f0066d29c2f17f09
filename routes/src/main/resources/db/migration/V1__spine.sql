-- The truth of the gateway: messages as received, records of the standard, deliveries, attempts, what happened.
-- Owned by the owner role; the runtime role may only do what the grants at the end allow.

-- Who is alive: an epoch per process start. Work of an epoch that is no longer alive is taken over.
create table node (
    epoch       bigint generated always as identity primary key,
    started_at  timestamptz not null default now(),
    alive_until timestamptz not null
);

-- One holder at a time for work that must stay in order (translation of one sender).
create table lease (
    name   text primary key,
    holder bigint      not null,
    until  timestamptz not null
);

create table nonce (
    sender text        not null,
    nonce  text        not null,
    at     timestamptz not null,
    primary key (sender, nonce)
);
create index nonce_age on nonce (at);

-- Message Store: the bytes as received. seq is the order of receipt.
create table message (
    id              uuid primary key,
    seq             bigint generated always as identity,
    sender          text        not null,
    exchange        text        not null,
    channel         text        not null,
    idempotency_key text        not null,
    digest          bytea       not null,
    content_type    text        not null,
    body            bytea       not null,
    state           text        not null default 'RECEIVED',
    starts          int         not null default 0,
    received_at     timestamptz not null,
    settled_at      timestamptz,
    constraint message_once unique (sender, exchange, idempotency_key)
);
create index message_waiting on message (sender, seq) where state = 'RECEIVED';
create index message_latest on message (seq desc);

-- Records of the standard, one per part of a message; part 0 is about the message itself (its receipt).
create table record (
    id         uuid primary key,
    message_id uuid        not null references message,
    part       int         not null,
    kind       text        not null,
    state      text        not null,
    act_key    text,
    party_key  text,
    revision   int,
    case_key   text,
    body       bytea,
    findings   jsonb       not null default '[]',
    created_at timestamptz not null default now(),
    constraint record_once unique (message_id, part)
);
create unique index record_revision on record (act_key, party_key, revision)
    where state in ('ACCEPTED', 'UNROUTED');

-- Transactional Outbox: one row per record and subscribed receiver. seq is the order within a lane.
create table delivery (
    id            uuid primary key,
    seq           bigint generated always as identity,
    record_id     uuid        not null references record,
    message_id    uuid        not null references message,
    receiver      text        not null,
    exchange      text        not null,
    lane          text        not null,
    revokes       text,
    state         text        not null default 'READY',
    attempts      int         not null default 0,
    ladder        int         not null default 0,
    uncertain     boolean     not null default false,
    due_at        timestamptz not null default now(),
    epoch         bigint,
    claimed_until timestamptz,
    rejection     text,
    updated_at    timestamptz not null default now(),
    constraint delivery_once unique (record_id, receiver)
);
create index delivery_waiting on delivery (receiver, seq) where state in ('READY', 'RETRY_AT');
create index delivery_lane on delivery (receiver, lane, seq)
    where state in ('READY', 'RETRY_AT', 'ATTEMPTING', 'PARKED', 'IN_DOUBT');
create index delivery_attempting on delivery (claimed_until) where state = 'ATTEMPTING';
create index delivery_message on delivery (message_id);

create table attempt (
    delivery_id    uuid        not null references delivery,
    number         int         not null,
    started_at     timestamptz not null default now(),
    request_digest bytea       not null,
    request_bytes  int         not null,
    ended_at       timestamptz,
    outcome        text,
    reason         text,
    reply          bytea,
    primary key (delivery_id, number)
);

-- What waits for people, and what they did with it.
create table parked (
    id          uuid primary key,
    message_id  uuid        not null references message,
    delivery_id uuid references delivery,
    stage       text        not null,
    partner     text        not null,
    exchange    text        not null,
    cause       text        not null,
    findings    jsonb       not null default '[]',
    parked_at   timestamptz not null default now(),
    resolved_at timestamptz,
    resolution  text,
    resolved_by text
);
create index parked_open on parked (parked_at) where resolved_at is null;
create unique index parked_once on parked (message_id, coalesce(delivery_id, message_id)) where resolved_at is null;

-- Audit events, written in the same transaction as what they tell. Never body text.
create table event (
    id          bigint generated always as identity primary key,
    at          timestamptz not null default clock_timestamp(),
    milestone   text        not null,
    message_id  uuid,
    part        int,
    delivery_id uuid,
    partner     text,
    actor       text        not null,
    detail      text
);
create index event_message on event (message_id);
create index event_door on event (milestone) where milestone in ('DUPLICATE', 'REFUSED_AT_DOOR');

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit events are written once';
end $$;
create trigger event_is_written_once before update or delete on event
    for each row execute function refuse_change();

-- The one list of allowed moves; a trigger refuses any other.
create table state_move (
    entity     text not null,
    from_state text not null,
    to_state   text not null,
    primary key (entity, from_state, to_state)
);
insert into state_move values
    ('message', 'RECEIVED', 'TRANSLATED'),
    ('message', 'RECEIVED', 'REFUSED'),
    ('message', 'RECEIVED', 'PARKED'),
    ('message', 'RECEIVED', 'QUARANTINED'),
    ('message', 'PARKED', 'RECEIVED'),
    ('message', 'QUARANTINED', 'RECEIVED'),
    ('delivery', 'READY', 'ATTEMPTING'),
    ('delivery', 'READY', 'PARKED'),
    ('delivery', 'READY', 'CANCELLED'),
    ('delivery', 'RETRY_AT', 'ATTEMPTING'),
    ('delivery', 'RETRY_AT', 'PARKED'),
    ('delivery', 'RETRY_AT', 'CANCELLED'),
    ('delivery', 'RETRY_AT', 'REFUSED_BY_RECEIVER'),
    ('delivery', 'ATTEMPTING', 'DELIVERED'),
    ('delivery', 'ATTEMPTING', 'REFUSED_BY_RECEIVER'),
    ('delivery', 'ATTEMPTING', 'RETRY_AT'),
    ('delivery', 'ATTEMPTING', 'PARKED'),
    ('delivery', 'ATTEMPTING', 'IN_DOUBT'),
    ('delivery', 'DELIVERED', 'REFUSED_BY_RECEIVER'),
    ('delivery', 'PARKED', 'READY'),
    ('delivery', 'PARKED', 'REFUSED_BY_RECEIVER'),
    ('delivery', 'IN_DOUBT', 'REFUSED_BY_RECEIVER');

create function refuse_unknown_move() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from state_move m
                   where m.entity = tg_argv[0] and m.from_state = old.state and m.to_state = new.state) then
        raise exception 'no move of % from % to %', tg_argv[0], old.state, new.state;
    end if;
    return new;
end $$;
create trigger message_moves before update of state on message
    for each row when (old.state is distinct from new.state) execute function refuse_unknown_move('message');
create trigger delivery_moves before update of state on delivery
    for each row when (old.state is distinct from new.state) execute function refuse_unknown_move('delivery');

grant usage on schema gateway to ${runtimeRole};
grant select, insert, update on node, lease, message, record, delivery, attempt, parked to ${runtimeRole};
grant select, insert, delete on nonce to ${runtimeRole};
grant select, insert on event to ${runtimeRole};
grant select on state_move to ${runtimeRole};
