-- An answer that names no letter where several are open in its conversation: people say which it answers. The candidates
-- of such a row are the records of these letters.
alter table unclear_record add column asks text not null default 'CONVERSATION' check (asks in ('CONVERSATION', 'LETTER'));
alter table unclear_record drop constraint unclear_record_pkey;
alter table unclear_record add primary key (record_id, kind, asks);
