-- The log of queries: who asked, by which officer, for what and by which right, whom, and how it was answered. What was asked
-- about stands here as a digest only, salted with the row's id: sha256(id || ' ' || subject). Whoever knows a subject can
-- prove a row or find its rows; nobody can read it out of them. Rows of before lose the question and keep the rest.
drop index query_of_partner;
alter table query
    add column asker          text  not null default '',
    add column purpose        text  not null default '',
    add column basis          text  not null default '',
    add column case_number    text,
    add column subject_sha256 bytea check (octet_length(subject_sha256) = 32),
    add column asked_of       text,
    add column exchange       text,
    alter column answered_at   drop not null,
    alter column outcome       drop not null,
    alter column answer_sha256 drop not null,
    drop column question;
create index query_of_partner on query (partner, kind, asked_at);
create index query_of_time on query (asked_at);

-- A query to a partner is kept before it leaves, and completed by what came of it; after its time it goes.
grant update (answered_at, outcome, answer_sha256), delete on query to ${runtimeRole};
