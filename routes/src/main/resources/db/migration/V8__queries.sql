-- By what a record may be asked for: a certificate number of enforcement, an item code, the credit code of an organisation.
-- Numbers of natural persons never stand here. "at" is the time of the act, or of arrival where the record has none.
create table subject (
    kind      text        not null,
    subject   text        not null,
    at        timestamptz not null,
    record_id uuid        not null,
    primary key (kind, subject, at, record_id)
);

-- Evidence of each query that was answered: the question as asked, with its purpose and legal basis, and what digest the
-- answer had. It may hold personal data; the trail names only its id, the kind and the outcome.
create table query (
    id            uuid        primary key,
    partner       text        not null,
    query_id      text        not null,
    kind          text        not null,
    asked_at      timestamptz not null,
    answered_at   timestamptz not null,
    outcome       text        not null,
    question      bytea       not null,
    answer_sha256 bytea       not null check (octet_length(answer_sha256) = 32)
);
create index query_of_partner on query (partner, query_id);

grant select, insert on subject, query to ${runtimeRole};
