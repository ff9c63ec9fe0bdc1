-- Module carriage: what carriers say of themselves. The key of a row spells its identity in the order of lists; it is
-- made by the application, which holds whole tables in memory and compares them with files by it.
create table carriage_revision (
    only_row boolean primary key default true check (only_row),
    version  int  not null,
    -- New with every change, and never the same twice: what a copy in memory is known by.
    revision uuid not null
);
insert into carriage_revision (version, revision) values (0, gen_random_uuid());
grant select, update on carriage_revision to "${app_role}";

create table carrier_calendar (
    key           text collate "C" primary key,
    carrier       text    not null,
    service       text    not null,
    name          text    not null,
    pickup_days   text[]  not null check (cardinality(pickup_days) > 0),
    latest_pickup time    not null,
    delivery_days text[]  not null check (cardinality(delivery_days) > 0),
    holidays      date[]  not null,
    active        boolean not null,
    unique (carrier, service)
);

create table carrier_zone (
    key                 text collate "C" primary key,
    carrier             text not null,
    service             text not null,
    origin_country      text not null,
    origin_region       text not null,
    origin_prefix       text not null,
    destination_country text not null,
    destination_from    text not null,
    destination_to      text not null,
    min_km              int  not null check (min_km >= 0),
    max_km              int  not null,
    zone                text not null,
    unique (carrier, service, origin_country, origin_region, origin_prefix, destination_country, destination_from,
            min_km),
    check (length(destination_from) = length(destination_to)),
    check (min_km < max_km)
);

create table carrier_rate (
    key          text collate "C" primary key,
    carrier      text           not null,
    service      text           not null,
    zone         text           not null,
    up_to_grams  int            not null check (up_to_grams > 0),
    amount       numeric(15, 4) not null check (amount >= 0),
    per_extra_kg numeric(15, 4) check (per_extra_kg >= 0),
    currency     char(3)        not null,
    unique (carrier, service, zone, currency, up_to_grams),
    foreign key (carrier, service) references carrier_calendar (carrier, service)
);

create table carrier_transit (
    key     text collate "C" primary key,
    carrier text not null,
    service text not null,
    zone    text not null,
    days    int  not null check (days between 0 and 90),
    unique (carrier, service, zone),
    foreign key (carrier, service) references carrier_calendar (carrier, service)
);
grant select, insert, update, delete on carrier_calendar, carrier_zone, carrier_rate, carrier_transit to "${app_role}";
