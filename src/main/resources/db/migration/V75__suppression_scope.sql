-- One entry for each company and scope. The old table had one for each company, and its key has no common name to drop it by.
create table suppression_by_scope (
    company_number varchar(40) not null,
    scope varchar(20) default 'COMPANY' not null,
    reason varchar(4000),
    since timestamp(3) with time zone not null,
    primary key (company_number, scope)
);
insert into suppression_by_scope (company_number, reason, since) select company_number, reason, since from suppression;
drop table suppression;
alter table suppression_by_scope rename to suppression;
