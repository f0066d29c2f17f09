-- What was refused when it came: it is in no table of acts, and counts in the quality of its source all the same.
create table province.refusal (
    record_id   uuid primary key,
    message_id  uuid        not null,
    part        int         not null,
    source      text        not null,
    kind        text,
    received_at timestamptz not null,
    findings    jsonb       not null
);
create index refusal_received on province.refusal (received_at);

create or replace function province.note_records() returns trigger language plpgsql as $$
begin
    insert into province.waiting (record_id)
    select id from arrived
    where part > 0 and state in ('ACCEPTED', 'UNROUTED', 'SUPERSEDED') and kind <> 'ReconciliationStatement';
    insert into province.stated (record_id)
    select id from arrived
    where part > 0 and state in ('ACCEPTED', 'UNROUTED') and kind = 'ReconciliationStatement';
    insert into province.refusal (record_id, message_id, part, source, kind, received_at, findings)
    select a.id, a.message_id, a.part, m.sender, a.kind, m.received_at, a.findings
    from arrived a join gateway.message m on m.id = a.message_id
    where a.part > 0 and a.state = 'REFUSED';
    return null;
end $$;

-- What was refused before this table was there.
insert into province.refusal (record_id, message_id, part, source, kind, received_at, findings)
select r.id, r.message_id, r.part, m.sender, r.kind, m.received_at, r.findings
from gateway.record r join gateway.message m on m.id = r.message_id
where r.part > 0 and r.state = 'REFUSED';

grant select, insert on province.refusal to ${runtimeRole};
