-- How people sign in to the console: a password (Argon2id, with its salt and cost in the text) and, who wants it, a second
-- factor (RFC 6238). The token in "person" stays what programs use.
create table person_sign_in (
    person_id          uuid        primary key references person,
    password_hash      text        not null,
    must_change        boolean     not null default true,
    changed_at         timestamptz not null default now(),
    failures           int         not null default 0,
    locked_until       timestamptz,
    second_factor      bytea       check (octet_length(second_factor) = 20),
    -- The last time step whose code was used: no code opens twice.
    second_factor_step bigint      not null default 0
);
grant select, insert, update on person_sign_in to ${runtimeRole};

-- Whose developer an integrator is: the one partner whose messages they see.
alter table person add column partner text check (partner is null or role = 'INTEGRATOR');
