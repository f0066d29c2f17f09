-- How often a message was set on its way again: what was decided of its parts the first time stays decided.
alter table message add column replays int not null default 0;
create index parked_group on parked (partner, cause) where resolved_at is null;
