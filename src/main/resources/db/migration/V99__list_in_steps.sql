-- The file of a list in pieces, so that nobody has to hold the whole of it as a text.
create table lead_list_part (
    list_number varchar(40) not null references lead_list,
    part int not null,
    content bytea not null,
    primary key (list_number, part)
);
-- A list under review has its file in the old place alone: it ends here, and its marketer hands it in again.
update lead_list set result = 'DISCARDED', ended = current_timestamp where ended is null;
alter table lead_list drop column content;

-- The last row that was put onto the belt.
alter table lead_list add column started_to bigint default 0 not null;

-- Whatever its columns hold, this row stays what it is: it cannot be read or is empty.
alter table lead_list_row add column settled boolean default false not null;

-- A value of a row and no large object: a row is written again when it is compared.
alter table lead_list_row alter column cells set data type varchar(1000000);
create index lead_list_row_place on lead_list_row (list_number, id);

-- By what the new companies of a list are recognised while its other rows are compared; taken out when it ends.
create table lead_list_key (
    list_number varchar(40) not null references lead_list,
    -- Begins with the number of the list: a database looks many values up by the first column of an index alone.
    known_by varchar(700) not null,
    line int not null,
    -- Two companies of one name are two when their domains differ.
    web_domain varchar(254)
);
create index lead_list_key_list on lead_list_key (list_number);
create index lead_list_key_known on lead_list_key (known_by);
