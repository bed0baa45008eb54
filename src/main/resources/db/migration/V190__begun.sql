-- A reason more in work_away: NOT_BEGUN, it lay on the desk.
-- When whoever has a task began to work on it: what the case or a head gave to somebody may wait on the desk for days.
alter table work_claim add column begun timestamp(3) with time zone;
update work_claim set begun = claimed;
