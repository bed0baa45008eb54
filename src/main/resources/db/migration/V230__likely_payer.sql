-- A client whom only amount or name speak for: he is not reminded either, but nothing else follows from it.
alter table entry_candidate add column likely boolean default false not null;
