-- A duty that is known to be broken only when its answer came is told, too; and what was missed is asked for by rule.
drop index deadline_to_tell;
create index deadline_to_tell on deadline (due_at) where state in ('OPEN', 'LATE') and overdue_at is null;
create index deadline_missed on deadline (rule, due_at) where state in ('OPEN', 'LATE');
-- Late answers of the past have been told, or nobody waits for it.
update deadline set overdue_at = now() where state = 'LATE' and overdue_at is null;
