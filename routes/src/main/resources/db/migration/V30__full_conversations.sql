-- A conversation that has as many documents as one takes by itself (gateway.conversations.most-documents): people say
-- whether a further record is one of it. One careless sender may raise many such questions: they come last.
alter table unclear_record drop constraint unclear_record_asks_check;
alter table unclear_record add constraint unclear_record_asks_check check (asks in ('CONVERSATION', 'LETTER', 'FULL'));
drop index unclear_record_open;
create index unclear_record_open on unclear_record ((asks = 'FULL'), at) where resolved_at is null;

-- Numbers and readers are written in one transaction with the documents of their conversation, which hold to it, and no
-- conversation is ever deleted: a check of each such row found nothing and cost a lock on its conversation.
alter table conversation_key drop constraint conversation_key_conversation_id_fkey;
alter table conversation_reader drop constraint conversation_reader_conversation_id_fkey;

-- What has failed is looked for by itself: the notes of all others are taken in their order, however many wait.
create index attention_failed on attention (failures, seq) where failures > 0;
