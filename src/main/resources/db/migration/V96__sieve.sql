-- The secret that the random share of judged leads is drawn with: made at the first start, so that a draw can be made again.
create table sample_seed (
    id int primary key,
    seed varchar(64) not null,
    constraint sample_seed_is_one check (id = 1)
);

-- Why the sieve decided so: the row in decision_log, the row of the table that decided with its short text, and all of it in words.
alter table lead_judgement add column decision bigint;
alter table lead_judgement add column rule varchar(100);
alter table lead_judgement add column reason varchar(500);
alter table lead_judgement add column explanation varchar(2000);
create index lead_judgement_decided on lead_judgement (decided);
create index lead_judgement_opportunity on lead_judgement (opportunity_number);
