-- Money that a gateway told of: the bank's entry in which the same money was found.
alter table bank_entry add column found_in bigint references bank_entry (id);
create index bank_entry_found_in on bank_entry (found_in);
