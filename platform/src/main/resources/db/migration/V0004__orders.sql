-- Module order. The order's number is its key and the first column of every key in the order's family.
create sequence order_number minvalue 100000001 cache 1;
grant usage on sequence order_number to "${app_role}";

create table customer_order (
    order_number      bigint primary key,
    channel           text        not null,
    external_number   text        not null,
    fingerprint       bytea       not null,
    currency          char(3)     not null,
    state             text        not null check (state in ('PENDING', 'ROUTED', 'PARTIALLY_SHIPPED', 'SHIPPED',
                          'COMPLETED', 'ON_HOLD', 'CUSTOMER_CARE', 'BACKORDERED', 'CANCELED')),
    version           int         not null default 1,
    placed_at         timestamptz not null,
    accepted_at       timestamptz not null,
    updated_at        timestamptz not null,
    fulfillment_type  text        not null,
    requested_service text,
    attributes        jsonb       not null default '{}',
    customer_name     text,
    customer_email    text,
    customer_phone    text,
    ship_to_name      text        not null,
    line1             text        not null,
    line2             text,
    city              text        not null,
    region            text        not null,
    postal_code       text        not null,
    country           char(2)     not null,
    ship_to_phone     text,
    latitude          double precision,
    longitude         double precision,
    gift_message      text
);
-- The states somebody must look at are few; the others are found by number.
create index customer_order_exceptions on customer_order (state, order_number)
    where state in ('PENDING', 'ON_HOLD', 'CUSTOMER_CARE', 'BACKORDERED');
grant select, insert, update on customer_order to "${app_role}";

-- The channel's own number, accepted once and for ever; a table of its own because it is unique across shards.
create table order_key (
    channel         text   not null,
    external_number text   not null,
    order_number    bigint not null,
    primary key (channel, external_number)
);
grant select, insert on order_key to "${app_role}";

create table order_line (
    order_number bigint         not null references customer_order (order_number),
    line         int            not null check (line > 0),
    sku          text           not null references product (sku),
    ordered      int            not null check (ordered > 0),
    open         int            not null check (open >= 0),
    assigned     int            not null check (assigned >= 0),
    shipped      int            not null check (shipped >= 0),
    canceled     int            not null check (canceled >= 0),
    -- What the open units wait for; nothing when there are none.
    awaiting     text check (awaiting in ('ROUTING', 'BACKORDER', 'CUSTOMER_CARE')),
    unit_price   numeric(15, 4) not null check (unit_price >= 0),
    currency     char(3)        not null,
    attributes   jsonb          not null default '{}',
    primary key (order_number, line),
    constraint quantities_add_up check (ordered = open + assigned + shipped + canceled),
    constraint open_units_wait check ((open > 0) = (awaiting is not null))
);
create index order_line_backordered on order_line (sku, order_number) where awaiting = 'BACKORDER';
grant select, insert, update on order_line to "${app_role}";

-- Module sourcing.
create table strategy (
    id          uuid primary key,
    name        text        not null,
    version     int         not null,
    state       text        not null check (state in ('DRAFT', 'LIVE', 'RETIRED')),
    document    text        not null,
    row_version int         not null default 1,
    created_at  timestamptz not null,
    created_by  text        not null,
    promoted_at timestamptz,
    unique (name, version)
);
create unique index one_live_strategy on strategy ((true)) where state = 'LIVE';
grant select, insert, update on strategy to "${app_role}";

create table decision (
    order_number bigint      not null references customer_order (order_number),
    seq          int         not null check (seq > 0),
    at           timestamptz not null,
    reason       text        not null,
    strategy     uuid        not null references strategy (id),
    microseconds int         not null check (microseconds >= 0),
    body         bytea       not null,
    primary key (order_number, seq)
);
create trigger decision_is_append_only before update or delete or truncate on decision
    for each statement execute function refuse_change();
grant select, insert on decision to "${app_role}";
