-- Who saw the values of a message as they are: why, and until when. One message, one person, some minutes.
create table unmasking (
    id          uuid        primary key default gen_random_uuid(),
    message_id  uuid        not null references message,
    person      text        not null,
    reason      text        not null,
    explanation text        not null,
    at          timestamptz not null default now(),
    until       timestamptz not null
);
create index unmasking_of_message on unmasking (message_id, person, until);
grant select, insert on unmasking to ${runtimeRole};
