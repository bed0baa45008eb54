-- What of an order was cancelled after the deal was won: it was neither bought nor earned.
create table order_cancellation (
    order_number varchar(40) not null references purchase_order,
    line int not null,
    quantity numeric(15, 3) not null,
    cancelled timestamp(3) with time zone not null,
    primary key (order_number, line)
);

-- What clients really ordered: the lines of their orders without what was cancelled.
create view bought_line as
    select o.number as order_number, o.company_number, o.ordered, l.sku, l.name, l.unit, l.cost,
        l.quantity - coalesce(c.quantity, 0) as quantity,
        l.net * (l.quantity - coalesce(c.quantity, 0)) / l.quantity as net
    from purchase_order o
    join proposal_line l on l.proposal = o.proposal
    left join order_cancellation c on c.order_number = o.number and c.line = l.line
    where l.quantity > coalesce(c.quantity, 0);
