-- A replay goes to every receiver of the message, also to those that have it.
alter table gateway.delivery disable trigger delivery_moves;
create function gateway.mutant_replay_to_all() returns trigger language plpgsql security definer as $$
begin
    update gateway.delivery set state = 'READY', due_at = now()
    where message_id = new.message_id and state = 'DELIVERED';
    return new;
end $$;
create trigger mutant_replay_to_all after update of resolved_at on gateway.parked
    for each row when (new.resolved_at is not null) execute function gateway.mutant_replay_to_all();
