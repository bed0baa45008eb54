-- What a bank took back of a payment, entry by entry: it need not be all of it.
create table payment_return (
    payment bigint not null references payment (id),
    bank_entry bigint not null references bank_entry (id),
    amount numeric(15, 2) not null check (amount > 0),
    primary key (payment, bank_entry)
);

-- Until now any return counted as a return of the whole. It was one when the entry is the whole payment; else a person
-- assigned a part of it, and the rest is the client's money still.
insert into payment_return (payment, bank_entry, amount)
    select p.id, p.returned,
        case when -e.amount >= p.amount then p.amount else coalesce(t.taken, p.amount) end
    from payment p
    join bank_entry e on e.id = p.returned
    left join (
        select payment, -sum(amount) as taken
        from allocation
        where match_rule = 'RETURNED'
        group by payment
        having sum(amount) < 0) t on t.payment = p.id;

alter table payment drop column returned;

-- What we still have of a payment, and what of it settles no invoice and was not paid back.
create view payment_balance as
    select p.id as payment, p.amount - p.taken as kept, p.amount - p.taken - p.placed - p.paid_back as free
    from (
        select id, amount,
            (select coalesce(sum(r.amount), 0) from payment_return r where r.payment = payment.id) as taken,
            (select coalesce(sum(a.amount), 0) from allocation a where a.payment = payment.id) as placed,
            (select coalesce(sum(o.amount), 0) from credit_payout o where o.payment = payment.id) as paid_back
        from payment) p;
