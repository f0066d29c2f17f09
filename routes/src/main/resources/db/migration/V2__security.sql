-- Named people. One row is one account with one role, and a name is never used twice: nobody holds
-- two of the three administrator roles under one name, and the trail never means two people by one name.
create table person (
    id           uuid        primary key,
    name         text        not null unique check (name ~ '^[a-z][a-z0-9._-]{1,63}$'),
    role         text        not null check (role in (
                                 'OPERATOR', 'REVIEWER', 'AUDITOR',
                                 'SECURITY_ADMINISTRATOR', 'SYSTEM_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR',
                                 'INTEGRATOR', 'REGIONAL_DATA')),
    token_sha256 bytea       not null unique check (octet_length(token_sha256) = 32),
    created_at   timestamptz not null default now(),
    disabled_at  timestamptz
);

-- The running gateway may add people and disable them. It cannot change a role or a token, nor
-- delete a person: a new role is a new account.
grant select, insert, update (disabled_at) on person to ${runtimeRole};
