-- The payment order of the payer, as the exchange file of 1C tells it: a Russian invoice for what was paid before names it.
alter table bank_entry add column payer_order varchar(40);
alter table bank_entry add column payer_order_day date;
