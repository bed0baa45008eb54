-- Money that settles no invoice: it stays the credit of its client, or goes back to the payer.
create table refund (
    number varchar(40) primary key,
    payment bigint not null references payment (id),
    amount numeric(15, 2) not null check (amount > 0),
    currency varchar(3) not null,
    -- whose it is, as far as we know
    company_number varchar(40),
    -- to which it was paid back
    account varchar(40),
    asked boolean not null,
    -- NEW until it is decided, OPEN while an accountant is to pay it back, then PAID_BACK, CREDIT or VOID
    state varchar(10) not null,
    opened timestamp(3) with time zone not null,
    closed timestamp(3) with time zone,
    closed_by varchar(64),
    paid_on date,
    notes varchar(1000),
    -- the line of a statement that shows it
    paid_entry bigint unique references bank_entry (id)
);
create index refund_payment on refund (payment);
create index refund_amount on refund (amount, currency);

-- An accountant tells of a payout before the statement does.
alter table credit_payout alter column bank_entry drop not null;
alter table credit_payout add column refund varchar(40) references refund (number);
