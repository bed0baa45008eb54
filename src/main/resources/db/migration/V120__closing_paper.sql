-- What Russian papers say of the seller besides: the code of the reason for registration, and who signs.
alter table seller add column kpp varchar(9);
alter table seller add column signatory varchar(120);

-- The paper that closes a delivery under Russian law: a universal transfer document or an act. Written once, kept.
create table closing_paper (
    number varchar(40) primary key,
    kind varchar(3) not null,
    shipment varchar(40) not null,
    order_number varchar(40) not null references purchase_order,
    company_number varchar(40) not null references company,
    issued date not null,
    shipped date not null,
    net numeric(15, 2) not null,
    vat numeric(15, 2) not null,
    gross numeric(15, 2) not null,
    currency varchar(3) not null,
    -- the paper as it was issued, Base64
    paper text,
    constraint closing_paper_once unique (shipment, kind)
);
create index closing_paper_order on closing_paper (order_number);
create index closing_paper_company on closing_paper (company_number);

create table closing_line (
    paper varchar(40) not null references closing_paper,
    line int not null,
    sku varchar(40) not null,
    name varchar(200) not null,
    unit varchar(20) not null,
    quantity numeric(15, 3) not null,
    vat_rate numeric(5, 2) not null,
    net numeric(15, 2) not null,
    vat numeric(15, 2) not null,
    primary key (paper, line)
);
