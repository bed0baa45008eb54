-- A bank may tell the same movement in files of two formats, in other words.
alter table statement add column format varchar(20) default 'CAMT053' not null;
-- The INN of the payer, which 1C's exchange file tells.
alter table bank_entry add column party_tax_number varchar(40);
