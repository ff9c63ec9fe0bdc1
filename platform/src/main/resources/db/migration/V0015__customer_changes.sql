-- Module fulfillment: where a shipment goes, when that is not where its order goes now. A shopper's new address takes
-- the order along; what has left, or what a vendor has not agreed to, keeps the address it was given.
create table shipment_ship_to (
    order_number bigint  not null,
    shipment     int     not null,
    vendor       text    not null default '',
    name         text    not null,
    line1        text    not null,
    line2        text,
    city         text    not null,
    region       text    not null,
    postal_code  text    not null,
    country      char(2) not null,
    phone        text,
    primary key (order_number, shipment),
    foreign key (order_number, shipment) references shipment (order_number, sequence)
);
grant select, insert, update, delete on shipment_ship_to to "${app_role}";

-- Module sourcing: what a shopper asks of a vendor that has the purchase order already. One row, two views.
create table amendment (
    id           uuid primary key,
    order_number bigint      not null,
    shipment     int         not null,
    vendor       text        not null check (vendor <> ''),
    kind         text        not null check (kind in ('CANCELLATION', 'ADDRESS')),
    state        text        not null check (state in ('REQUESTED', 'ACCEPTED', 'REFUSED', 'TOO_LATE', 'SUPERSEDED')),
    requested_at timestamptz not null,
    answered_at  timestamptz,
    comment      text,
    -- The address asked for, as it was asked.
    name         text,
    line1        text,
    line2        text,
    city         text,
    region       text,
    postal_code  text,
    country      char(2),
    phone        text,
    version      int         not null default 1,
    foreign key (order_number, shipment, vendor) references shipment (order_number, sequence, vendor),
    constraint address_when_it_is_about_one check ((kind = 'ADDRESS') = (line1 is not null))
);
-- Of one kind a shipment has one open request.
create unique index amendment_open on amendment (order_number, shipment, kind) where state = 'REQUESTED';
create index amendment_of_vendor on amendment (vendor, id);
grant select, insert on amendment to "${app_role}";
grant update (state, answered_at, comment, version) on amendment to "${app_role}";

do $$
declare t text;
begin
    foreach t in array array['shipment_ship_to', 'amendment'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy app on %I to "${app_role}" using (true) with check (true)', t);
        execute format('create policy own on %I for select to "${vendor_role}"
            using (vendor = nullif(current_setting(''app.vendor'', true), ''''))', t);
        execute format('grant select on %I to "${vendor_role}"', t);
    end loop;
end $$;
