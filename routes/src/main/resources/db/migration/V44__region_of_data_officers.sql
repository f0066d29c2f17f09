-- Whose region a regional data officer's is: the partner that stands for it.
alter table person drop constraint person_check;
alter table person add constraint person_partner_check
    check (partner is null or role in ('INTEGRATOR', 'REGIONAL_DATA'));
