-- Module fulfillment. How routing meant a shipment to travel, where carriers' tables told it. Its vendor may know which
-- service; the cost and the day told to the customer are the operator's, in a table without a vendor's policy.
alter table shipment
    add column carrier text,
    add column service text,
    add constraint a_service_has_a_carrier check ((carrier is null) = (service is null));

create table shipment_freight (
    order_number bigint         not null,
    shipment     int            not null,
    cost         numeric(15, 4) not null check (cost >= 0),
    currency     char(3)        not null,
    promise_date date           not null,
    primary key (order_number, shipment),
    foreign key (order_number, shipment) references shipment (order_number, sequence)
);
alter table shipment_freight enable row level security;
alter table shipment_freight force row level security;
create policy app on shipment_freight to "${app_role}" using (true) with check (true);
grant select, insert on shipment_freight to "${app_role}";
-- For the one statement that reads shipments for everybody: a vendor finds no row.
grant select on shipment_freight to "${vendor_role}";
