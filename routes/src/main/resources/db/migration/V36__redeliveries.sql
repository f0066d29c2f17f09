-- A receiver that has lost a record asks for it again: that is a delivery of its own. The first one has ended, and stays as it ended.
alter table delivery add column repetition int not null default 0;
alter table delivery drop constraint delivery_once;
alter table delivery add constraint delivery_once unique (record_id, receiver, repetition);
