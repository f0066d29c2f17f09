-- How often values were asked for lately is looked at every few seconds.
create index unmasking_at on unmasking (at);
