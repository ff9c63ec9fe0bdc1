-- Module fulfillment. vendor is '' for an owned location: a value, so that foreign keys hold it too.
create table shipment (
    order_number      bigint      not null references customer_order (order_number),
    sequence          int         not null check (sequence > 0),
    location          text        not null references location (code),
    vendor            text        not null default '',
    state             text        not null check (state in ('READY', 'ACKNOWLEDGED', 'PARTIALLY_SHIPPED', 'SHIPPED',
                          'CANCELED', 'REASSIGNED')),
    version           int         not null default 1,
    fulfillment_type  text        not null,
    opened_at         timestamptz not null,
    -- The location's local day that this shipment counts for in its daily capacity.
    capacity_day      date        not null,
    acknowledge_by    timestamptz not null,
    ship_by           timestamptz not null,
    acknowledged_at   timestamptz,
    shipped_at        timestamptz,
    updated_at        timestamptz not null,
    primary key (order_number, sequence),
    unique (order_number, sequence, vendor)
);
create index shipment_open_at_location on shipment (location, order_number, sequence)
    where state in ('READY', 'ACKNOWLEDGED', 'PARTIALLY_SHIPPED');
create index shipment_of_vendor on shipment (vendor, order_number, sequence) where vendor <> '';

create table shipment_line (
    order_number     bigint not null,
    shipment         int    not null,
    line             int    not null check (line > 0),
    vendor           text   not null default '',
    order_line       int    not null,
    sku              text   not null,
    vendor_sku       text,
    quantity         int    not null check (quantity > 0),
    accepted         int,
    shipped          int    not null default 0 check (shipped >= 0),
    canceled         int    not null default 0 check (canceled >= 0),
    contracted_price uuid,
    unit_cost        numeric(15, 4) check (unit_cost >= 0),
    currency         char(3),
    primary key (order_number, shipment, line),
    -- What invoice lines hold on to: the cost cannot be another one there.
    constraint cost_as_agreed unique (order_number, shipment, line, unit_cost, currency),
    foreign key (order_number, shipment, vendor) references shipment (order_number, sequence, vendor),
    foreign key (order_number, order_line) references order_line (order_number, line),
    constraint contracted foreign key (contracted_price, vendor, sku, unit_cost, currency)
        references contracted_price (id, vendor, sku, unit_cost, currency),
    constraint vendor_lines_are_contracted check (vendor = ''
        or (contracted_price is not null and unit_cost is not null and currency is not null
            and vendor_sku is not null)),
    constraint never_overshipped check (shipped + canceled <= quantity),
    constraint acknowledged_before_shipped check (shipped <= coalesce(accepted, 0)),
    constraint never_overaccepted check (accepted between 0 and quantity)
);

create table ship_notice (
    order_number  bigint      not null,
    shipment      int         not null,
    notice        int         not null check (notice > 0),
    vendor        text        not null default '',
    notice_number text        not null,
    shipped_at    timestamptz not null,
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    -- What the notice said about units that are not in it.
    remainder     text        not null default 'STAYS_OPEN' check (remainder in ('STAYS_OPEN', 'CANCELED')),
    primary key (order_number, shipment, notice),
    unique (order_number, shipment, notice_number),
    foreign key (order_number, shipment, vendor) references shipment (order_number, sequence, vendor)
);
-- A notice's units by shipment line, over all its packages: what an invoice line is about.
create table ship_notice_line (
    order_number bigint not null,
    shipment     int    not null,
    notice       int    not null,
    line         int    not null,
    vendor       text   not null default '',
    quantity     int    not null check (quantity > 0),
    primary key (order_number, shipment, notice, line),
    unique (order_number, shipment, notice, line, quantity),
    foreign key (order_number, shipment, notice) references ship_notice (order_number, shipment, notice),
    foreign key (order_number, shipment, line) references shipment_line (order_number, shipment, line)
);
create table package (
    order_number    bigint not null,
    shipment        int    not null,
    notice          int    not null,
    package         int    not null check (package > 0),
    vendor          text   not null default '',
    carrier         text   not null,
    service         text,
    tracking_number text   not null,
    weight_grams    int check (weight_grams > 0),
    primary key (order_number, shipment, notice, package),
    foreign key (order_number, shipment, notice) references ship_notice (order_number, shipment, notice)
);
create table package_line (
    order_number bigint not null,
    shipment     int    not null,
    notice       int    not null,
    package      int    not null,
    line         int    not null,
    vendor       text   not null default '',
    quantity     int    not null check (quantity > 0),
    primary key (order_number, shipment, notice, package, line),
    foreign key (order_number, shipment, notice, package) references package (order_number, shipment, notice, package)
);

create table canceled_items (
    order_number bigint      not null,
    shipment     int         not null,
    number       int         not null check (number > 0),
    vendor       text        not null default '',
    at           timestamptz not null,
    step         text        not null check (step in ('ACKNOWLEDGEMENT', 'REMAINDER', 'ORDER_CANCELLATION',
                     'WITHDRAWAL')),
    -- Null only inside the transaction that is still finding out.
    disposition  text check (disposition in ('REROUTED', 'BACKORDERED', 'CANCELED', 'CUSTOMER_CARE')),
    replacements int[]       not null default '{}',
    primary key (order_number, shipment, number),
    foreign key (order_number, shipment, vendor) references shipment (order_number, sequence, vendor)
);
create table canceled_items_line (
    order_number bigint not null,
    shipment     int    not null,
    number       int    not null,
    line         int    not null,
    vendor       text   not null default '',
    quantity     int    not null check (quantity > 0),
    reason       text   not null,
    note         text,
    primary key (order_number, shipment, number, line),
    foreign key (order_number, shipment, number) references canceled_items (order_number, shipment, number),
    foreign key (order_number, shipment, line) references shipment_line (order_number, shipment, line)
);

-- Module invoice. Numbered per vendor without gaps; a line cannot hold a cost other than its shipment line's,
-- nor units other than its ship notice's, nor the same units twice.
create table invoice_counter (
    vendor text primary key references vendor (code),
    last   int  not null check (last > 0)
);
create table invoice (
    order_number  bigint         not null,
    number        text           not null,
    vendor        text           not null check (vendor <> ''),
    vendor_number int            not null,
    shipment      int            not null,
    notice        int            not null,
    issued_at     timestamptz    not null,
    due_at        timestamptz    not null,
    currency      char(3)        not null,
    total         numeric(17, 4) not null,
    primary key (order_number, number),
    -- What a notice shipped is owed once; in two currencies when it was agreed in two.
    unique (order_number, shipment, notice, currency),
    unique (order_number, number, shipment, notice, vendor, currency),
    foreign key (order_number, shipment, vendor) references shipment (order_number, sequence, vendor),
    foreign key (order_number, shipment, notice) references ship_notice (order_number, shipment, notice)
);
create index invoice_number on invoice (number);
create index invoice_of_vendor on invoice (vendor, vendor_number);
-- The vendor's running number, given once; a table of its own because it is unique across orders.
create table invoice_key (
    vendor        text   not null references vendor (code),
    vendor_number int    not null check (vendor_number > 0),
    order_number  bigint not null,
    primary key (vendor, vendor_number)
);
create table invoice_line (
    order_number  bigint         not null,
    invoice       text           not null,
    line          int            not null check (line > 0),
    vendor        text           not null,
    shipment      int            not null,
    notice        int            not null,
    shipment_line int            not null,
    sku           text           not null,
    vendor_sku    text           not null,
    quantity      int            not null check (quantity > 0),
    unit_cost     numeric(15, 4) not null,
    currency      char(3)        not null,
    amount        numeric(17, 4) not null,
    primary key (order_number, invoice, line),
    unique (order_number, shipment, notice, shipment_line),
    foreign key (order_number, invoice, shipment, notice, vendor, currency)
        references invoice (order_number, number, shipment, notice, vendor, currency),
    constraint cost_as_agreed foreign key (order_number, shipment, shipment_line, unit_cost, currency)
        references shipment_line (order_number, shipment, line, unit_cost, currency),
    constraint units_as_shipped foreign key (order_number, shipment, notice, shipment_line, quantity)
        references ship_notice_line (order_number, shipment, notice, line, quantity),
    constraint amount_is_exact check (amount = quantity * unit_cost)
);

do $$
declare t text;
begin
    foreach t in array array['shipment', 'shipment_line', 'ship_notice', 'ship_notice_line', 'package', 'package_line',
                             'canceled_items', 'canceled_items_line', 'invoice', 'invoice_line'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy app on %I to "${app_role}" using (true) with check (true)', t);
        execute format('create policy own on %I for select to "${vendor_role}"
            using (vendor = nullif(current_setting(''app.vendor'', true), ''''))', t);
        execute format('grant select on %I to "${vendor_role}"', t);
    end loop;
end $$;

grant select, insert on shipment, shipment_line, ship_notice, ship_notice_line, package, package_line,
    canceled_items, canceled_items_line, invoice, invoice_line to "${app_role}";
-- Nobody may touch what a line costs, to whom it went or how many units it was once it is written.
grant update (state, version, acknowledged_at, shipped_at, updated_at, acknowledge_by, ship_by) on shipment
    to "${app_role}";
grant update (accepted, shipped, canceled) on shipment_line to "${app_role}";
grant update (disposition, replacements) on canceled_items to "${app_role}";
grant select, insert on invoice_key to "${app_role}";
grant select, insert, update on invoice_counter to "${app_role}";

-- The vendor needs where to ship, never who paid what: columns are granted one by one.
alter table customer_order enable row level security;
alter table customer_order force row level security;
create policy app on customer_order to "${app_role}" using (true) with check (true);
create policy own on customer_order for select to "${vendor_role}"
    using (exists (select 1 from shipment s where s.order_number = customer_order.order_number));
grant select (order_number, channel, external_number, placed_at, fulfillment_type, requested_service, ship_to_name,
    line1, line2, city, region, postal_code, country, ship_to_phone, gift_message) on customer_order
    to "${vendor_role}";
