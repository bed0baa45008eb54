-- The products that a client wants for the first time, by article number, one a line.
alter table client_contact add column products varchar(1000);
