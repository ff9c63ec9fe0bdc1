-- Module sourcing. A strategy that is not live may take a share of the orders, by the order's hash; one at a time.
alter table strategy
    add column share       numeric(5, 4) check (share > 0 and share < 1),
    add column share_since timestamptz,
    add constraint a_share_has_a_beginning check ((share is null) = (share_since is null)),
    add constraint live_takes_the_rest check (share is null or state <> 'LIVE');
create unique index one_strategy_on_trial on strategy ((true)) where share is not null;

-- What a decision came to, so that the sides of a trial can be compared without reading a single explanation.
alter table decision
    add column shipments       int check (shipments >= 0),
    add column assigned        int check (assigned >= 0),
    add column backordered     int check (backordered >= 0),
    add column customer_care   int check (customer_care >= 0),
    add column canceled        int check (canceled >= 0),
    add column shipment_km     double precision check (shipment_km >= 0),
    add column measured        int check (measured >= 0);
-- Both tables grow in the order of time: a block range index finds a stretch of it and costs an order nothing.
create index decision_by_time on decision using brin (at);
create index customer_order_by_time on customer_order using brin (accepted_at);
-- The running number tells a simulation whether orders are coming in, on whichever instance.
grant select on sequence order_number to "${app_role}";

-- Module simulation.
create table simulation (
    id          uuid primary key,
    state       text        not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'CANCELED', 'FAILED')),
    version     int         not null default 1,
    strategy    uuid references strategy (id),
    document    text        not null,
    against     uuid        not null references strategy (id),
    stock       text        not null check (stock in ('NOW', 'THEN')),
    from_at     timestamptz,
    to_at       timestamptz,
    total       bigint      not null default 0,
    done        bigint      not null default 0,
    changed     bigint      not null default 0,
    left_out    bigint      not null default 0,
    live        jsonb,
    draft       jsonb,
    failure     text,
    created_at  timestamptz not null,
    created_by  text        not null,
    started_at  timestamptz,
    finished_at timestamptz,
    attempts    int         not null default 0,
    worker      uuid,
    lease_until timestamptz,
    constraint orders_or_a_file check ((from_at is null) = (to_at is null)),
    constraint somebody_runs_it check ((state = 'RUNNING') = (worker is not null and lease_until is not null))
);
create index simulation_waiting on simulation (created_at) where state in ('QUEUED', 'RUNNING');
-- An uploaded file, line by line; what could not be read is kept with the reason.
create table simulation_line (
    simulation uuid   not null references simulation (id),
    line       bigint not null check (line > 0),
    body       text,
    fault      text,
    primary key (simulation, line),
    constraint body_or_fault check ((body is null) <> (fault is null))
);
-- Orders whose answer changed, with both decisions as they would have been stored.
create table simulation_change (
    simulation      uuid   not null references simulation (id),
    seq             bigint not null check (seq > 0),
    order_number    bigint,
    channel         text   not null,
    external_number text   not null,
    live_plan       jsonb  not null,
    draft_plan      jsonb  not null,
    live_decision   bytea  not null,
    draft_decision  bytea  not null,
    primary key (simulation, seq)
);
grant select, insert, update on simulation to "${app_role}";
grant select, insert on simulation_line to "${app_role}";
grant select, insert, delete on simulation_change to "${app_role}";
