-- Second factors are sealed (AES-256-GCM: 12 bytes of nonce, 20 of secret, 16 of tag) by a key that is not in the database.
-- What was stored in clear before, 20 bytes, is sealed at the next start.
alter table person_sign_in drop constraint person_sign_in_second_factor_check;
alter table person_sign_in add check (octet_length(second_factor) in (20, 48));
