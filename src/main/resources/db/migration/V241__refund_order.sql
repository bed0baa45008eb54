-- The order that was cancelled, all of it or a part, so that what was paid for it is over.
alter table refund add column order_number varchar(40);
create index refund_order on refund (order_number);
