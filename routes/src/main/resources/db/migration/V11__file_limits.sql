-- Files that do not come, or are not confirmed, in time: the delivery waits for people, and goes back to where it
-- waited when they replay it and the files are still missing.
insert into state_move values
    ('delivery', 'AWAITING_FILES', 'PARKED'),
    ('delivery', 'CONFIRMING', 'PARKED'),
    ('delivery', 'PARKED', 'AWAITING_FILES'),
    ('delivery', 'PARKED', 'CONFIRMING');
select apply_state_moves();

create index delivery_files on delivery (receiver, exchange, updated_at)
    where state in ('AWAITING_FILES', 'CONFIRMING');

-- A receipt may be revised: it stands under part 0 of its message, once for each revision.
alter table record drop constraint record_once;
create unique index record_once on record (message_id, part, (case when part = 0 then revision else 0 end));

-- Asked before a file goes for good: may a message that people have set aside still name it?
create index message_set_aside on message (sender) where state in ('PARKED', 'QUARANTINED');
