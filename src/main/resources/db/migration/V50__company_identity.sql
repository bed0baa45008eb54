alter table company add column email varchar(254);
alter table company add column website varchar(300);
alter table company add column tax_number varchar(40);
alter table company add column city varchar(200);
alter table company add column country varchar(100);
alter table company add column client_class varchar(10) default 'NEW' not null;
-- What a company is recognised by besides the columns that are written in one form only.
alter table company add column web_domain varchar(254);
alter table company add column name_key varchar(300);
update company set name_key = lower(name);
create index company_tax_number on company (tax_number);
create index company_web_domain on company (web_domain);
create index company_phone on company (phone);
create index company_email on company (email);
create index company_name_key on company (name_key);

-- How the whole case ended; empty while any stage still runs.
alter table opportunity add column outcome varchar(40);
alter table opportunity add column note varchar(2000);
