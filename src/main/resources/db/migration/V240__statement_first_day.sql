-- The first day that a statement tells of, where the bank says it: a day that is missing between two of them shows.
alter table statement add column first_day date;
