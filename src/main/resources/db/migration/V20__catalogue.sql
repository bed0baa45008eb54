create table product (
    sku varchar(40) primary key,
    name varchar(200) not null,
    category varchar(100),
    unit varchar(20) not null,
    price numeric(15, 2) not null,
    cost numeric(15, 2) not null,
    vat_rate numeric(5, 2) not null,
    active boolean not null default true
);
