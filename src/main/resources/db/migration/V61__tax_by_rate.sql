-- The tax of a paper by rate, as it was issued: the taxes of an invoice's credit notes add up to its own to the cent.
create table invoice_vat (
    invoice varchar(40) not null references invoice,
    rate numeric(5, 2) not null,
    basis numeric(15, 2) not null,
    tax numeric(15, 2) not null,
    primary key (invoice, rate)
);
insert into invoice_vat (invoice, rate, basis, tax)
    select invoice, vat_rate, sum(net), round(sum(net) * vat_rate / 100, 2) from invoice_line group by invoice, vat_rate;

-- A Russian payment order names the account of the seller's bank.
alter table seller add column correspondent_account varchar(20);

-- The paper of a proposal as it was sent, Base64.
alter table proposal add column paper text;
