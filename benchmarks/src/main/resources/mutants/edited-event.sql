-- Somebody with all rights over the database changes what one event tells, and leaves no other trace.
alter table gateway.event disable trigger user;
update gateway.event set detail = 'attempt 7' where id = (
    select min(id) from gateway.event where milestone = 'ATTEMPTING');
alter table gateway.event enable trigger user;
