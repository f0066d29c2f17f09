-- An answer that names no letter where several are open in its conversation: people say which it answers. The candidates
-- of such a row are the records of these letters.
alter table unclear_record add column asks text not null default 'CONVERSATION' check (asks in ('CONVERSATION', 'LETTER'));
alter table unclear_record drop constraint unclear_record_pkey;
alter table unclear_record add primary key (record_id, kind, asks);

-- Which partners have sent or received a document of a conversation: in the order in which they ask for it, so that a
-- page of one partner costs as much as the page, however many conversations the others have.
create table conversation_reader (
    partner         text not null,
    conversation_id uuid not null references conversation,
    primary key (partner, conversation_id)
);
insert into conversation_reader (partner, conversation_id)
select m.sender, cd.conversation_id
from conversation_document cd join record r on r.id = cd.record_id join message m on m.id = r.message_id
union
select d.receiver, cd.conversation_id
from conversation_document cd join delivery d on d.record_id = cd.record_id
where d.state = 'DELIVERED';

grant select, insert on conversation_reader to ${runtimeRole};
