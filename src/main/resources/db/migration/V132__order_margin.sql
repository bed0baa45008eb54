-- What an order earned: what was invoiced less every credit note, before the invoice what was ordered; less the cost of
-- what was bought. Goods that came back do not make their cost undone.
create view order_margin as
    select b.order_number, b.company_number, b.ordered, coalesce(i.net, b.net) - b.cost as margin
    from (
        select order_number, company_number, ordered, sum(net) as net, sum(cost * quantity) as cost
        from bought_line
        group by order_number, company_number, ordered) b
    left join (
        select order_number, sum(case when kind = 'INVOICE' then net else -net end) as net
        from invoice
        where kind in ('INVOICE', 'CREDIT_NOTE') and withdrawn = false
        group by order_number
        having sum(case when kind = 'INVOICE' then 1 else 0 end) > 0) i on i.order_number = b.order_number;

-- What a client wants for the first time: the proposal of its repeat order begins with it.
create table sale_wish (
    opportunity_number varchar(40) not null references sale,
    sku varchar(40) not null references product,
    primary key (opportunity_number, sku)
);
