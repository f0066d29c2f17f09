-- A receiver's own receipt can end a doubt: it says that it has what nobody was sure of.
insert into state_move values ('delivery', 'IN_DOUBT', 'DELIVERED');
select apply_state_moves();
