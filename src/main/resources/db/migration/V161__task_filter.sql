-- The filters of Tasklist that we made, each once: what an administrator changes or deletes afterwards stays so.
create table task_filter (
    filter_key varchar(60) primary key,
    filter_id varchar(64) not null,
    -- as we made it: a filter that still is so may be made anew by a later version
    made varchar(64) not null
);
