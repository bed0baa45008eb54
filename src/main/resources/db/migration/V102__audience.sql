-- Of the segment only clients of this class, companies of this industry, or in this city or country.
alter table campaign add column client_class varchar(20);
alter table campaign add column industry varchar(200);
alter table campaign add column region varchar(200);
