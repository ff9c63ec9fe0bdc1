-- Module criteria. What operators define for rules: tables, lists (tables without values) and computed attributes.
create table criteria_table (
    name       text primary key,
    keyed_by   text        not null check (keyed_by in ('LOCATION', 'PRODUCT', 'LOCATION_AND_PRODUCT', 'POSTAL_CODE')),
    -- Null for a list: its rows are members and have no value.
    kind       text check (kind in ('TEXT', 'NUMBER', 'BOOLEAN')),
    meaning    text        not null default '',
    -- Rows of another generation are those of an import that has not ended, or of one that was replaced.
    generation int         not null default 1,
    version    int         not null default 1,
    -- Its versions go on when it comes back: the journal tells them one after another.
    removed    boolean     not null default false,
    updated_at timestamptz not null
);
-- Every import that replaces a table writes a generation of its own.
create sequence criteria_generation start 2;
grant usage on sequence criteria_generation to "${app_role}";
-- A key a table does not use is ''. Codes of postal ranges compare as bytes, whatever the database's language.
create table criteria_row (
    table_name  text             not null references criteria_table (name),
    generation  int              not null,
    location    text             not null default '',
    sku         text             not null default '',
    country     text             not null default '',
    postal_from text collate "C" not null default '',
    postal_to   text collate "C" not null default '',
    valid_from  date             not null default '-infinity',
    valid_to    date             not null default 'infinity',
    value       text,
    primary key (table_name, generation, location, sku, country, postal_from, valid_from),
    check (postal_from <= postal_to),
    check (valid_from <= valid_to)
);
create index criteria_row_sku on criteria_row (table_name, sku) where sku <> '';
create table computed_attribute (
    name       text primary key,
    expression text        not null,
    kind       text        not null check (kind in ('TEXT', 'NUMBER', 'BOOLEAN')),
    meaning    text        not null default '',
    version    int         not null default 1,
    -- Its versions go on when it comes back: the journal tells them one after another.
    removed    boolean     not null default false,
    updated_at timestamptz not null
);
-- Raised with every change of a definition: what is kept of them in memory is known by it.
create table criteria_revision (
    singleton boolean primary key default true check (singleton),
    revision  bigint  not null
);
insert into criteria_revision (revision) values (1);
grant select, insert, update, delete on criteria_table, criteria_row, computed_attribute to "${app_role}";
grant select, update on criteria_revision to "${app_role}";

-- Module location: planned downtime, and capacity beside the daily one.
alter table location add column downtimes jsonb not null default '[]';
alter table location add column capacities jsonb not null default '[]';

-- What was assigned in a window of a location's calendar; kept only for locations with such a capacity, and guarded.
create table location_window (
    location  text           not null references location (code),
    measure   text           not null check (measure in ('ORDERS', 'UNITS', 'MONEY')),
    per       text           not null check (per in ('HOUR', 'DAY', 'WEEK', 'MONTH')),
    starts_at timestamptz    not null,
    used      numeric(19, 4) not null check (used >= 0),
    primary key (location, measure, per, starts_at)
);
grant select, insert, update on location_window to "${app_role}";
