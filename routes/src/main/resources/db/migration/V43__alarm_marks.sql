-- What people did about alarms: somebody has it in hand, or nobody is to be told until then. The latest word counts.
create table alarm_mark (
    id       bigint generated always as identity primary key,
    kind     text        not null,
    partner  text        not null,
    exchange text        not null,
    act      text        not null check (act in ('ACKNOWLEDGED', 'SILENCED')),
    person   text        not null,
    reason   text        not null,
    at       timestamptz not null default now(),
    until    timestamptz,
    check ((act = 'SILENCED') = (until is not null))
);
create index alarm_mark_latest on alarm_mark (kind, partner, exchange, act, id desc);
grant select, insert on alarm_mark to ${runtimeRole};
