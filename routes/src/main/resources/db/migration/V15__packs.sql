-- Versions of the site's own partner packs. Rows are only added: rolling back adds what was before once more, and taking a
-- partner out of service adds a version without files. In force is, of what was not withdrawn, the version that begins latest
-- among those that have begun; of several that begin at the same time the last one installed.
create table pack (
    partner       text        not null,
    version       int         not null check (version > 0),
    digest        text        not null,
    files         bytea       check (octet_length(files) <= 33554432),
    dated         boolean     not null,
    in_force_from timestamptz not null,
    origin        text        not null,
    installed_at  timestamptz not null default now(),
    installed_by  text        not null,
    withdrawn_at  timestamptz,
    withdrawn_by  text,
    primary key (partner, version)
);

grant select, insert, update (withdrawn_at, withdrawn_by) on pack to ${runtimeRole};
