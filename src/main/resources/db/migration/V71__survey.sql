-- One question for each order. The answer is kept whenever it comes; the token opens the page once.
create table survey (
    token varchar(64) primary key,
    opportunity_number varchar(40) not null,
    order_number varchar(40) not null unique,
    company_number varchar(40) not null,
    sent timestamp(3) with time zone not null,
    answered timestamp(3) with time zone,
    score int,
    comment varchar(2000),
    -- MAIL or PHONE
    channel varchar(20),
    -- what came of the call, when a caller asked
    call_outcome varchar(20)
);
create index survey_company on survey (company_number, sent);
