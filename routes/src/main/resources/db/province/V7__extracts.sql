-- Extracts that data staff asked for. Pages are written one by one together with the place that was reached, so that a
-- process that dies goes on where it was, and any process can hand the file out.
create table province.extract (
    id         uuid primary key,
    asked_by   text        not null,
    asked_at   timestamptz not null default now(),
    question   jsonb       not null,
    format     text        not null,
    counted    bigint      not null,
    state      text        not null default 'WAITING' check (state in ('WAITING', 'DONE', 'FAILED', 'EXPIRED')),
    written    bigint      not null default 0,
    bytes      bigint      not null default 0,
    reached    text        not null default '',
    ended_at   timestamptz,
    why        text
);
create index extract_waiting on province.extract (asked_at) where state = 'WAITING';
create index extract_done on province.extract (ended_at) where state = 'DONE';
create index extract_of on province.extract (asked_by, asked_at);

-- Rows as JSON, a line each.
create table province.extract_page (
    extract_id uuid  not null references province.extract,
    page       int   not null,
    lines      bytea not null,
    primary key (extract_id, page)
);

grant select, insert, update on province.extract to ${runtimeRole};
grant select, insert, delete on province.extract_page to ${runtimeRole};
