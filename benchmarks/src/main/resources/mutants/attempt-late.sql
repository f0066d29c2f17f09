-- Of attempts without an outcome nobody knows at the next start: as if they were counted when they end.
alter table gateway.delivery disable trigger delivery_moves;
create function gateway.mutant_attempt_late() returns trigger language plpgsql security definer as $$
begin
    update gateway.delivery set state = 'READY', attempts = attempts - 1, due_at = now() where state = 'ATTEMPTING';
    delete from gateway.claim;
    return new;
end $$;
create trigger mutant_attempt_late after insert on gateway.node
    for each row execute function gateway.mutant_attempt_late();
