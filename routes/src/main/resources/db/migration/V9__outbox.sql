-- A partner that fetches its deliveries may acknowledge one that was taken for lost in the meantime.
insert into state_move values ('delivery', 'RETRY_AT', 'DELIVERED'), ('delivery', 'PARKED', 'DELIVERED');
select apply_state_moves();
