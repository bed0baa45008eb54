-- How a parcel is followed, and who accepted the work when a service was performed.
alter table shipment add column carrier varchar(60);
alter table shipment add column tracking_number varchar(60);
alter table shipment add column accepted_on date;
alter table shipment add column accepted_by varchar(200);
