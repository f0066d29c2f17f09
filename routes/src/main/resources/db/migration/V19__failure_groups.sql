-- Parked entries that failed in the same way form a group: stage, partner, exchange, cause, rule and path, never a value.
-- Numbers in a cause (addresses, times, lengths) and in a path (which of several) do not make another group; an unknown code
-- is a group wherever it stands.
alter table parked add column fingerprint text generated always as (
    to_hex(hashtextextended(
        stage || '|' || partner || '|' || exchange || '|' || case
            when cause like 'code % of table %' then cause
            else regexp_replace(cause, '[0-9]+', '#', 'g') || '|' || coalesce(findings -> 0 ->> 'rule', '') || '|'
                || regexp_replace(coalesce(findings -> 0 ->> 'path', ''), '\[[0-9]+\]', '[]', 'g') end, 0))) stored;
create index parked_fingerprint on parked (fingerprint, parked_at) where resolved_at is null;
