-- Replay of many parked entries: a selection that was frozen when it was proposed, worked through one by one. What comes of an
-- entry is written with its replay, so that a death neither repeats nor forgets one.
create table replay_job (
    id          uuid        primary key,
    group_id    text        not null,
    cause       text        not null,
    stage       text        not null,
    partner     text        not null,
    exchange    text        not null,
    as_of       timestamptz not null default now(),
    entries     int         not null,
    digest      text        not null,
    per_minute  int         not null check (per_minute between 1 and 6000),
    state       text        not null check (state in ('PROPOSED', 'RUNNING', 'PAUSED', 'STOPPED', 'DONE')),
    why         text,
    canary      uuid,
    proven      boolean     not null default false,
    next_at     timestamptz not null default now(),
    proposed_by text        not null,
    approved_by text,
    changed_at  timestamptz not null default now(),
    constraint two_people check (approved_by <> proposed_by)
);
create index replay_job_running on replay_job (next_at) where state = 'RUNNING';

create table replay_entry (
    job_id    uuid        not null references replay_job,
    place     int         not null,
    parked_id uuid        not null references parked,
    result    text,
    at        timestamptz,
    primary key (job_id, place)
);
create index replay_entry_waiting on replay_entry (job_id, place) where result is null;

grant select, insert, update on replay_job, replay_entry to ${runtimeRole};
