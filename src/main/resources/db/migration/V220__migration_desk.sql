-- One row: whoever begins to move cases holds it, so that no two do it at once.
create table migration_desk (id int primary key);
insert into migration_desk values (1);
