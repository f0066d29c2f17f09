-- What a process had in hand when it died counts as done: as if the key had been kept before the work.
create function gateway.mutant_eager_key() returns trigger language plpgsql as $$
begin
    update gateway.message set state = 'TRANSLATED', settled_at = now()
    where state = 'RECEIVED' and id = any (array(select unnest(working) from gateway.lease));
    return new;
end $$;
create trigger mutant_eager_key after insert on gateway.node
    for each row execute function gateway.mutant_eager_key();
grant select, update on gateway.message, gateway.lease to gateway_runtime;
