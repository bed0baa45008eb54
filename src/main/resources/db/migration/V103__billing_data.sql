-- How the papers of an order reach its client, when a person had to say so.
create table order_billing (
    order_number varchar(40) primary key references purchase_order,
    -- the papers are printed and posted: the client has no e-mail
    by_post boolean default false not null,
    -- since when a person stands for the e-mail address, whatever the mail server said before
    confirmed timestamp(3) with time zone
);

-- The address of a client as it stands on his papers, where an accountant entered it.
create table billing_address (
    company_number varchar(40) primary key references company,
    address varchar(500) not null,
    author varchar(64),
    written timestamp(3) with time zone not null
);
