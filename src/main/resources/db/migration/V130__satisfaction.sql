-- Who was asked, and who owned the deal: nobody is asked twice, and figures are told by manager.
alter table survey add column email varchar(254);
alter table survey add column manager varchar(64);
alter table survey add column reminded timestamp(3) with time zone;
create index survey_email on survey (email, sent);

-- An unhappy client whom a manager has to win back; closed when that was done, or its case ended.
create table complaint (
    order_number varchar(40) primary key,
    company_number varchar(40) not null,
    opened timestamp(3) with time zone not null,
    closed timestamp(3) with time zone,
    -- RECOVERED or LOST; empty when the case ended without an answer
    outcome varchar(20)
);
create index complaint_company on complaint (company_number, closed);

-- Each question with what figures are told by.
create view asked_client as
    select s.order_number, s.sent, s.score, coalesce(s.manager, o.owner) as manager, o.channel
    from survey s
    left join opportunity o on o.number = s.opportunity_number;
