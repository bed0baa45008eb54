-- What a client is offered beyond the lines: a discount on the whole, until when, and in which language.
alter table proposal add column discount_percent numeric(5, 2) default 0 not null;
alter table proposal add column valid_until date;
alter table proposal add column language varchar(10);
-- The seal of what a head of sales approved, and of what the client got: whatever differs from it is another proposal.
alter table proposal add column approved_seal varchar(64);
alter table proposal add column sent_seal varchar(64);
-- The discount of the line alone; discount_percent holds both together, by which net is counted.
alter table proposal_line add column own_discount numeric(5, 2) default 0;
update proposal_line set own_discount = discount_percent;
alter table proposal_line alter column own_discount set not null;
-- In which language the company is written to; empty: by its country.
alter table company add column language varchar(10);
-- Owners add reasons of their own.
alter table sale alter column lost_reason set data type varchar(100);
alter table sale_note add column reason varchar(100);
