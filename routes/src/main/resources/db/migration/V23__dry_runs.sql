-- Every replay job begins with a dry run of its frozen selection: what would come out, and who has it already; nothing of a
-- value. Where something had to be mended first, the job ends when the dry run still finds something.
alter table replay_job
    drop constraint replay_job_state_check,
    add constraint replay_job_state_check check (state in ('REHEARSING', 'PROPOSED', 'RUNNING', 'PAUSED', 'STOPPED', 'DONE')),
    add column must_pass boolean not null default false,
    add column alone     boolean not null default true,
    add column hold      boolean not null default false;
drop index replay_job_running;
create index replay_job_running on replay_job (next_at) where state in ('REHEARSING', 'RUNNING');

alter table replay_entry
    add column passes     boolean,
    add column found      text[] not null default '{}',
    add column would_send text[] not null default '{}',
    add column holders    text[] not null default '{}';
create index replay_entry_rehearsing on replay_entry (job_id, place) where passes is null and result is null;
