-- Somebody was told that this task is late. Of what is late when this column comes nobody is told again.
alter table work add column late_told boolean default false not null;
update work set late_told = true where ended is not null or due < current_timestamp;
create index work_late on work (late_told, due);
