-- A person has looked at a finding and there is nothing more to do about it. The deadline stays as it is computed; it is
-- asked for no more. A correction that moves its end opens it again.
alter table deadline add column closed_at timestamptz;
alter table deadline add column closed_by text;
alter table deadline add column closed_reason text;
