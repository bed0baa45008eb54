-- By which script a call was made: the id of the form and its deployed version. Empty for what is no call.
alter table call_attempt add column script varchar(200);
alter table call_attempt add column script_version integer;
create index call_attempt_of_opportunity on call_attempt (opportunity_number, id);
-- What the script's own questions brought, as the next station reads it; each answer is also kept by its key.
alter table call_attempt add column answers varchar(4000);
