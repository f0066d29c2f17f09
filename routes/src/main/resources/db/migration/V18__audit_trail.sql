-- The proof of the audit trail (RFC 6962): positions of events, and the hashes of the tree over them. Rows are only added.
-- Of an event the running gateway gives what happened; number and time are the database's.
revoke insert on event from ${runtimeRole};
grant insert (milestone, message_id, part, delivery_id, partner, actor, detail) on event to ${runtimeRole};

-- The log of this installation: what it is called, how it is hashed, whose signatures count. One row, for ever.
create table audit_log (
    number     int         primary key default 1 check (number = 1),
    origin     text        not null,
    algorithm  text        not null check (algorithm in ('sha-256', 'sm3')),
    signature  text        not null check (signature in ('ed25519', 'sm2')),
    public_key text        not null,
    begun_at   timestamptz not null default now()
);

create table audit_leaf (
    position bigint primary key check (position >= 0),
    event_id bigint not null unique,
    hash     bytea  not null check (octet_length(hash) = 32)
);

-- Roots of complete subtrees over 256, 65536, ... leaves.
create table audit_subtree (
    level int    not null check (level > 0),
    place bigint not null check (place >= 0),
    hash  bytea  not null check (octet_length(hash) = 32),
    primary key (level, place)
);

-- What was appended together. Every event up to settled_to has a position, or never came to be.
create table audit_batch (
    size       bigint      primary key,
    root       bytea       not null check (octet_length(root) = 32),
    settled_to bigint      not null,
    closed_at  timestamptz not null default clock_timestamp()
);

-- Checkpoints that lie outside the database too.
create table audit_checkpoint (
    size        bigint      primary key,
    note        text        not null,
    exported_at timestamptz not null default clock_timestamp()
);

do $$
declare
    of_table text;
begin
    foreach of_table in array array['audit_log', 'audit_leaf', 'audit_subtree', 'audit_batch', 'audit_checkpoint'] loop
        execute format('create trigger %1$s_is_written_once before update or delete on %1$s '
                       'for each row execute function refuse_change()', of_table);
    end loop;
    foreach of_table in array array['event', 'audit_log', 'audit_leaf', 'audit_subtree', 'audit_batch', 'audit_checkpoint'] loop
        execute format('create trigger %1$s_is_not_emptied before truncate on %1$s '
                       'for each statement execute function refuse_change()', of_table);
    end loop;
end $$;

grant select, insert on audit_log, audit_leaf, audit_subtree, audit_batch, audit_checkpoint to ${runtimeRole};
