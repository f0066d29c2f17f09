-- Deliveries to the level above are noted, whoever that is today.
create or replace function region.note_deliveries() returns trigger language plpgsql as $$
begin
    insert into region.noted (delivery_id)
    select id from made where receiver = '${superior}' and repetition = 0 order by seq;
    return null;
end $$;
drop trigger if exists deliveries_noted on gateway.delivery;
create trigger deliveries_noted after insert on gateway.delivery
    referencing new table as made
    for each statement execute function region.note_deliveries();

-- What was owed before this gateway began to state its days.
insert into region.noted (delivery_id)
select d.id from gateway.delivery d
where d.receiver = '${superior}' and d.repetition = 0 and not exists (select 1 from region.sent s where s.delivery_id = d.id)
  and not exists (select 1 from region.noted n where n.delivery_id = d.id)
order by d.seq;
