-- Each entry of a statement is compared with what gateways told of around its day.
create index bank_entry_booked on bank_entry (booked);
