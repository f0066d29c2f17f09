-- Which deliveries wait for files. Like pending and open a column of its own: an index that named the state, and the time
-- of the last change, made every claim write all indexes of the outbox anew.
drop index delivery_files;
alter table delivery add column filing boolean not null
    generated always as (state in ('AWAITING_FILES', 'CONFIRMING')) stored;
create index delivery_files on delivery (receiver, exchange) where filing;
