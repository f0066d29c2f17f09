-- Bodies are kept for as long as the partner's policy says; what they were is proven by the digest, which stays.
alter table message add column pruned_at timestamptz;
alter table record add column pruned_at timestamptz;
grant update (reply) on failed_attempt to ${runtimeRole};

-- Messages that a court or an authority asked to keep. While a hold stands nothing of its message is pruned.
create table legal_hold (
    id         bigint      generated always as identity primary key,
    message_id uuid        not null,
    reason     text        not null check (length(reason) between 1 and 200),
    placed_by  text        not null,
    placed_at  timestamptz not null default now(),
    lifted_by  text,
    lifted_at  timestamptz
);
create unique index legal_hold_once on legal_hold (message_id) where lifted_at is null;
grant select, insert, update (lifted_by, lifted_at) on legal_hold to ${runtimeRole};
