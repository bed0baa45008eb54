create table one_row (id int primary key);
insert into one_row (id) values (1);

create table number_counter (
    series varchar(40) primary key,
    last_number int not null
);
