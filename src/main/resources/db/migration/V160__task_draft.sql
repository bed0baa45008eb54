-- What somebody has typed into the form of a task and not completed yet. It goes when the task ends.
create table task_draft (
    task varchar(64) not null,
    author varchar(64) not null,
    form text not null,
    kept timestamp(3) with time zone not null,
    primary key (task, author)
);
