-- Module simulation. A draft strategy replayed over past or uploaded orders, beside the one that was live when it was
-- asked for; both documents are kept, so that what was compared can still be read when neither rules any more.
create table simulation (
    id             uuid primary key,
    state          text        not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELED')),
    row_version    int         not null default 1,
    stock          text        not null check (stock in ('NOW', 'THEN')),
    from_at        timestamptz,
    to_at          timestamptz,
    live_strategy  uuid        not null references strategy (id),
    live_version   int         not null,
    live_document  text        not null,
    draft_strategy uuid references strategy (id),
    draft_version  int         not null,
    draft_document text        not null,
    total          bigint      not null check (total >= 0),
    done           bigint      not null default 0 check (done >= 0),
    changed        bigint      not null default 0 check (changed >= 0),
    skipped        bigint      not null default 0 check (skipped >= 0),
    live_figures   jsonb,
    draft_figures  jsonb,
    failure        text,
    created_at     timestamptz not null,
    created_by     text        not null,
    started_at     timestamptz,
    finished_at    timestamptz,
    -- Who runs it counts one up and must find its own number with every step: the one before it may still be alive.
    attempt        int         not null default 0,
    lease_until    timestamptz,
    constraint a_range_or_a_file check ((from_at is null) = (to_at is null) and (from_at is not null or stock = 'NOW')),
    constraint the_running_hold_a_lease check ((state = 'RUNNING') = (lease_until is not null))
);
create index simulation_to_run on simulation (created_at) where state in ('QUEUED', 'RUNNING');
create index simulation_by_time on simulation (created_at, id);
grant select, insert, update on simulation to "${app_role}";

-- Uploaded orders, each the line it was.
create table simulation_line (
    simulation uuid not null references simulation (id),
    line       int  not null check (line > 0),
    body       text not null,
    primary key (simulation, line)
);
grant select, insert on simulation_line to "${app_role}";

-- Orders whose answer changed, in the order they were replayed, with both answers.
create table simulation_change (
    simulation     uuid   not null references simulation (id),
    ordinal        bigint not null,
    order_number   bigint,
    channel        text   not null,
    external       text   not null,
    live_plan      jsonb  not null,
    live_decision  bytea  not null,
    draft_plan     jsonb  not null,
    draft_decision bytea  not null,
    primary key (simulation, ordinal)
);
grant select, insert, delete on simulation_change to "${app_role}";

-- Module order. Orders are accepted in the order of time: a block range index finds a stretch of them and costs an
-- order nothing.
create index customer_order_by_time on customer_order using brin (accepted_at);

-- Module fulfillment. Shipments are opened in the order of time as well.
create index shipment_by_time on shipment using brin (opened_at);
