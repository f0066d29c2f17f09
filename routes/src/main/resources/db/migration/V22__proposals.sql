-- What one person proposes about parked entries and another confirms: how a doubt ends, a corrected body, a discard. What one
-- person may do alone stands here too, confirmed by nobody else.
create table proposal (
    id          uuid        primary key,
    kind        text        not null check (kind in ('ARRIVED', 'NOT_ARRIVED', 'SEND_AGAIN', 'CORRECT', 'DISCARD')),
    partner     text        not null,
    exchange    text        not null,
    entries     int         not null check (entries > 0),
    reason      text        not null,
    state       text        not null check (state in ('PROPOSED', 'DONE', 'DECLINED', 'OVERTAKEN')),
    proposed_by text        not null,
    proposed_at timestamptz not null default now(),
    decided_by  text,
    decided_at  timestamptz,
    constraint two_people check (state <> 'DONE' or decided_by <> proposed_by)
);
create index proposal_open on proposal (proposed_at) where state = 'PROPOSED';

create table proposal_entry (
    proposal_id uuid not null references proposal,
    parked_id   uuid not null references parked,
    primary key (proposal_id, parked_id)
);
create index proposal_of_entry on proposal_entry (parked_id);

-- Corrected bodies beside the one that came, which stays as it is: it is what the receipt and the trail speak of. A message
-- is translated from the version that it names, 0 is what came.
create table message_version (
    message_id  uuid  not null references message,
    version     int   not null check (version > 0),
    body        bytea not null,
    digest      bytea not null,
    proposal_id uuid  not null references proposal,
    primary key (message_id, version)
);
alter table message_version alter column body set storage external;
alter table message add column version int not null default 0;

grant select, insert, update on proposal to ${runtimeRole};
grant select, insert on proposal_entry, message_version to ${runtimeRole};

-- People may end a doubt either way, and give up what waits; given up is an end like any other, not a deletion.
insert into state_move values
    ('message', 'PARKED', 'DISCARDED'),
    ('message', 'QUARANTINED', 'DISCARDED'),
    ('delivery', 'PARKED', 'DISCARDED'),
    ('delivery', 'IN_DOUBT', 'PARKED'),
    ('delivery', 'IN_DOUBT', 'READY');
select apply_state_moves();
