-- What waits for somebody of a role stands in that role's queue; what somebody has, and what has ended, stands in none.
alter table work add column queue varchar(64);
-- What the case is worth to us, as far as it is known: the newest proposal, else what the company buys in a month.
alter table work add column worth numeric(15, 2) default 0 not null;
-- A call that was promised to a client for this time, by whom, and until when nobody else may take it.
alter table work add column promised timestamp(3) with time zone;
alter table work add column promised_by varchar(64);
alter table work add column held_until timestamp(3) with time zone;
-- Whoever has it took it; what the case or a head of sales gave to somebody was not taken.
alter table work add column taken boolean default false not null;
-- When whoever has it last worked on it, a draft counts; empty: has not begun.
alter table work add column touched timestamp(3) with time zone;
-- Begun, and left for another task.
alter table work add column parked boolean default false not null;

update work set queue = role where ended is null and worker is null;

create index work_queue on work (queue, priority desc, worth desc, offered);
create index work_queue_due on work (queue, due);
create index work_queue_promised on work (queue, promised);
create index work_worker on work (worker, ended);
