-- Who sells: one row, what a paper must say of the seller.
create table seller (
    id int primary key,
    name varchar(200) not null,
    street varchar(200) not null,
    postcode varchar(20) not null,
    city varchar(100) not null,
    country varchar(2) not null,
    vat_id varchar(20),
    tax_number varchar(20),
    iban varchar(40) not null,
    bic varchar(11),
    bank varchar(200),
    email varchar(254) not null,
    phone varchar(60),
    currency varchar(3) not null,
    profile varchar(2) not null
);

-- An invoice is written once and corrected only by a credit note. A proforma asks for a prepayment and is no tax paper.
create table invoice (
    number varchar(40) primary key,
    kind varchar(20) not null,
    order_number varchar(40) not null references purchase_order,
    company_number varchar(40) not null references company,
    net numeric(15, 2) not null,
    vat numeric(15, 2) not null,
    gross numeric(15, 2) not null,
    currency varchar(3) not null,
    issued date not null,
    due date not null,
    -- the invoice that a credit note corrects, and why
    corrects varchar(40) references invoice,
    reason varchar(1000),
    -- the proforma whose payment an invoice follows
    proforma varchar(40) references invoice,
    withdrawn boolean not null default false,
    -- one proforma that counts and one invoice for an order: the key is emptied when a proforma is withdrawn
    once_key varchar(60) unique,
    -- the paper as it was issued, Base64
    paper text
);
create index invoice_order on invoice (order_number);
create index invoice_company on invoice (company_number);
create index invoice_corrects on invoice (corrects);

create table invoice_line (
    invoice varchar(40) not null references invoice,
    line int not null,
    sku varchar(40) not null,
    name varchar(200) not null,
    unit varchar(20) not null,
    quantity numeric(15, 3) not null,
    price numeric(15, 2) not null,
    discount_percent numeric(5, 2) not null,
    vat_rate numeric(5, 2) not null,
    net numeric(15, 2) not null,
    primary key (invoice, line)
);
