-- Two discounts of hundredths of a percent together have four decimals: rounded to two, the discount on the whole would
-- not be what it says of a large order.
alter table proposal_line alter column discount_percent set data type numeric(7, 4);
alter table invoice_line alter column discount_percent set data type numeric(7, 4);
