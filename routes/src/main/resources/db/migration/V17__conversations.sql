-- Conversations: which records belong together, how far they are, who owes what by when. All of it follows from the
-- records and the deliveries, and can be computed again from them; only the ends of deadlines, once computed, stay.

-- Records whose conversations are to be looked at (again). Written with the record or the delivery itself, by trigger,
-- so that no way of writing them can forget it; deleted with what came of it.
create table attention (
    seq       bigint generated always as identity primary key,
    record_id uuid        not null,
    at        timestamptz not null default now(),
    failures  int         not null default 0
);

create table conversation (
    id         uuid        primary key,
    kind       text        not null,
    state      text        not null,
    ended      boolean     not null,
    restricted boolean     not null,
    region     text        not null,
    roles      jsonb       not null,
    misfits    int         not null,
    opened_at  timestamptz not null,
    changed_at timestamptz not null default now()
);
create index conversation_state on conversation (kind, state, changed_at);

-- The numbers under which a conversation is known, normalised, with the organ whose numbers they are.
create table conversation_key (
    kind            text not null,
    number          text not null,
    uscc            text not null,
    organ           text not null,
    conversation_id uuid not null references conversation,
    primary key (kind, number, uscc, organ, conversation_id)
);

-- Its documents: of each act the latest revision. What does not fit its state is kept and flagged.
create table conversation_document (
    conversation_id uuid        not null references conversation,
    identity        text        not null,
    record_id       uuid        not null,
    revision        int         not null,
    type            text        not null,
    at              timestamptz not null,
    exact           boolean     not null,
    arrived_at      timestamptz not null,
    place           int,
    from_state      text,
    to_state        text,
    primary key (conversation_id, identity)
);
create index conversation_document_record on conversation_document (record_id);

create table deadline (
    id              uuid        primary key,
    conversation_id uuid        not null references conversation,
    rule            text        not null,
    rule_version    text        not null,
    trigger         text        not null,
    receiver        text        not null,
    started_at      timestamptz not null,
    started_exact   boolean     not null,
    counted_until   timestamptz not null,
    due_at          timestamptz not null,
    unknown_years   int[]       not null,
    warn_at         timestamptz not null,
    state           text        not null check (state in ('OPEN', 'PAUSED', 'MET', 'LATE', 'MOOT')),
    done_at         timestamptz,
    done_exact      boolean,
    owner_role      text        not null,
    owner_uscc      text,
    owner_name      text,
    warned_at       timestamptz,
    overdue_at      timestamptz,
    constraint deadline_once unique (conversation_id, rule, trigger, receiver)
);
-- Of what is over nobody asks here: the questions stay as fast as the open ones are few.
create index deadline_open on deadline (due_at) where state = 'OPEN';
create index deadline_open_owner on deadline (owner_uscc, due_at) where state = 'OPEN';
create index deadline_to_warn on deadline (warn_at) where state = 'OPEN' and warned_at is null;
create index deadline_to_tell on deadline (due_at) where state = 'OPEN' and overdue_at is null;
create index deadline_provisional on deadline (id) where state = 'OPEN' and unknown_years <> '{}';

-- Records that may belong to several conversations: people say to which.
create table unclear_record (
    record_id   uuid        not null,
    kind        text        not null,
    candidates  uuid[]      not null,
    at          timestamptz not null default now(),
    resolved_at timestamptz,
    resolved_by text,
    chosen      uuid,
    primary key (record_id, kind)
);
create index unclear_record_open on unclear_record (at) where resolved_at is null;

create function attend_record() returns trigger language plpgsql as $$
begin
    insert into attention (record_id) values (new.id);
    return null;
end $$;
create trigger record_attended after insert on record
    for each row when (new.act_key is not null and new.state in ('ACCEPTED', 'UNROUTED')) execute function attend_record();

create function attend_delivery() returns trigger language plpgsql as $$
begin
    insert into attention (record_id) values (new.record_id);
    return null;
end $$;
create trigger delivery_attended after update of state on delivery
    for each row when (new.state = 'DELIVERED' and old.state <> 'DELIVERED') execute function attend_delivery();

grant select, insert, update (failures), delete on attention to ${runtimeRole};
grant select, insert, update, delete on conversation_key, conversation_document to ${runtimeRole};
grant select, insert, update on conversation, unclear_record to ${runtimeRole};
grant select, insert, update, delete on deadline to ${runtimeRole};
