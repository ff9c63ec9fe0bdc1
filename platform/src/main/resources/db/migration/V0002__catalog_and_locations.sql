-- Module catalog.
create table product (
    sku           text primary key,
    upc           text        not null unique check (upc ~ '^[0-9]{14}$'),
    name          text        not null,
    weight_grams  int         not null default 0 check (weight_grams >= 0),
    unit_cost     numeric(15, 4) check (unit_cost >= 0),
    cost_currency char(3),
    attributes    jsonb       not null default '{}',
    keep_together boolean     not null default false,
    version       int         not null default 1,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    check ((unit_cost is null) = (cost_currency is null))
);
grant select, insert, update on product to "${app_role}";
grant select (sku, upc, name, weight_grams, attributes, keep_together) on product to "${vendor_role}";

-- Module vendor.
create table vendor (
    code          text primary key,
    name          text        not null,
    email         text        not null unique,
    status        text        not null check (status in ('ONBOARDING', 'ACTIVE', 'INACTIVE')),
    contact_name  text,
    contact_email text,
    contact_phone text,
    payment_days  int         not null default 30 check (payment_days between 0 and 365),
    version       int         not null default 1,
    created_at    timestamptz not null,
    updated_at    timestamptz not null
);
-- Two vendors whose names differ in capitals alone are one vendor typed twice.
create unique index vendor_name on vendor (lower(name));
grant select, insert, update on vendor to "${app_role}";
grant select on vendor to "${vendor_role}";

-- Module location. Owned and vendor locations are the same kind of row.
create table location (
    code              text primary key,
    name              text             not null,
    kind              text             not null check (kind in ('WAREHOUSE', 'DISTRIBUTION_CENTER', 'STORE', 'VENDOR')),
    vendor            text references vendor (code),
    address_name      text             not null,
    line1             text             not null,
    line2             text,
    city              text             not null,
    region            text             not null,
    postal_code       text             not null,
    country           char(2)          not null,
    phone             text,
    latitude          double precision not null check (latitude between -90 and 90),
    longitude         double precision not null check (longitude between -180 and 180),
    time_zone         text             not null,
    operating_hours   jsonb            not null default '[]',
    holidays          date[]           not null default '{}',
    cut_off           time,
    daily_capacity    int check (daily_capacity >= 0),
    fulfillment_types text[]           not null,
    location_groups   text[]           not null default '{}',
    attributes        jsonb            not null default '{}',
    auto_acknowledge  boolean          not null default false,
    freshness_hours   int check (freshness_hours > 0),
    rank              int              not null default 100,
    active            boolean          not null default true,
    version           int              not null default 1,
    created_at        timestamptz      not null,
    updated_at        timestamptz      not null,
    -- New with every write, and never the same twice: what a cached copy is known by.
    revision          uuid             not null default gen_random_uuid(),
    check ((kind = 'VENDOR') = (vendor is not null))
);
create index location_vendor on location (vendor) where vendor is not null;
grant select, insert, update on location to "${app_role}";
grant select on location to "${vendor_role}";

-- Shipments assigned per location and local day; kept only for locations with a daily capacity, and guarded.
create table location_day (
    location text not null references location (code),
    day      date not null,
    assigned int  not null check (assigned >= 0),
    primary key (location, day)
);
grant select, insert, update on location_day to "${app_role}";

create table postal_code (
    country   text             not null check (country ~ '^[A-Z]{2}$'),
    code      text             not null,
    place     text             not null,
    region    text             not null,
    latitude  double precision not null check (latitude between -90 and 90),
    longitude double precision not null check (longitude between -180 and 180),
    primary key (country, code)
);
grant select, insert, update on postal_code to "${app_role}";

-- Module pricing. A contracted price is never changed, only ended; shipment lines hold it by all its values.
create table vendor_item (
    vendor          text        not null references vendor (code),
    sku             text        not null references product (sku),
    vendor_sku      text        not null,
    pack_size       int         not null default 1 check (pack_size > 0),
    lead_time_days  int         not null default 0 check (lead_time_days >= 0),
    discontinued_on date,
    version         int         not null default 1,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (vendor, sku),
    unique (vendor, vendor_sku)
);
create index vendor_item_sku on vendor_item (sku);
grant select, insert, update on vendor_item to "${app_role}";
grant select on vendor_item to "${vendor_role}";

create table contracted_price (
    id         uuid primary key,
    vendor     text           not null,
    sku        text           not null,
    unit_cost  numeric(15, 4) not null check (unit_cost >= 0),
    currency   char(3)        not null,
    valid_from date           not null,
    valid_to   date check (valid_to >= valid_from),
    created_at timestamptz    not null,
    created_by text           not null,
    foreign key (vendor, sku) references vendor_item (vendor, sku),
    unique (vendor, sku, valid_from),
    unique (id, vendor, sku, unit_cost, currency)
);
grant select, insert, update (valid_to) on contracted_price to "${app_role}";
grant select on contracted_price to "${vendor_role}";

alter table vendor enable row level security;
alter table vendor force row level security;
create policy app on vendor to "${app_role}" using (true) with check (true);
create policy own on vendor for select to "${vendor_role}"
    using (code = nullif(current_setting('app.vendor', true), ''));
alter table location enable row level security;
alter table location force row level security;
create policy app on location to "${app_role}" using (true) with check (true);
create policy own on location for select to "${vendor_role}"
    using (vendor = nullif(current_setting('app.vendor', true), ''));
alter table vendor_item enable row level security;
alter table vendor_item force row level security;
create policy app on vendor_item to "${app_role}" using (true) with check (true);
create policy own on vendor_item for select to "${vendor_role}"
    using (vendor = nullif(current_setting('app.vendor', true), ''));
alter table contracted_price enable row level security;
alter table contracted_price force row level security;
create policy app on contracted_price to "${app_role}" using (true) with check (true);
create policy own on contracted_price for select to "${vendor_role}"
    using (vendor = nullif(current_setting('app.vendor', true), ''));
