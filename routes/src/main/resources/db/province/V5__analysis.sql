-- Analyses that people saved with their parameters, to be asked again.
create table province.saved_analysis (
    id         uuid primary key,
    analysis   text        not null,
    name       text        not null,
    parameters jsonb       not null,
    saved_by   text        not null,
    saved_at   timestamptz not null default now(),
    constraint saved_analysis_once unique (name)
);

grant select, insert, delete on province.saved_analysis to ${runtimeRole};
