-- Module fulfillment. What a shipment was promised when it was opened, and how far the sweep has told it.
-- Without an at-risk moment a step is never at risk, only overdue.
alter table shipment
    add column acknowledge_risk_from timestamptz,
    add column ship_risk_from        timestamptz,
    add column acknowledge_breach    text        not null default 'NONE'
        check (acknowledge_breach in ('NONE', 'REMIND', 'ESCALATE', 'WITHDRAW_AND_REROUTE')),
    add column ship_breach           text        not null default 'NONE'
        check (ship_breach in ('NONE', 'REMIND', 'ESCALATE')),
    add column sla_policy            text        not null default 'standard',
    add column sla_version           int         not null default 0,
    -- 0 on time, 1 told at risk, 2 told overdue. Of an open step it may lag behind the clock by one sweep and is
    -- never what a status is answered from; of a closed shipment it is how the shipment ended.
    add column sla_mark              int         not null default 0 check (sla_mark between 0 and 2),
    add column sla_entries           int         not null default 0,
    -- Set while a breach waits for its withdrawal; a moment to come is the lease of whoever is at it.
    add column withdraw_due          timestamptz,
    add column expected_ship_date    date,
    add column expected_ship_reason  text,
    add column expected_ship_note    text,
    add column expected_ship_told_at timestamptz,
    add constraint expected_with_a_reason check (
        (expected_ship_date is null) = (expected_ship_reason is null)
        and (expected_ship_date is null) = (expected_ship_told_at is null));

-- The owner is held by row security too, so it is let go for the shipments that are there already.
alter table shipment no force row level security;
update shipment
   set acknowledge_risk_from = acknowledge_by - (acknowledge_by - opened_at) / 5,
       ship_risk_from = ship_by - (ship_by - opened_at) / 5,
       sla_mark = case
           when state = 'SHIPPED' and coalesce(shipped_at, updated_at) > ship_by then 2
           when state in ('CANCELED', 'REASSIGNED') and coalesce(acknowledged_at, updated_at) > acknowledge_by then 2
           else 0 end;
alter table shipment force row level security;

-- When the step that is open is due and from when it is at risk; a closed shipment is at risk of nothing.
alter table shipment
    add column due_by timestamptz generated always as (
        case when state in ('READY', 'CANCELED', 'REASSIGNED') then acknowledge_by else ship_by end) stored,
    add column risk_from timestamptz generated always as (
        case when state = 'READY' then coalesce(acknowledge_risk_from, acknowledge_by)
             when state in ('ACKNOWLEDGED', 'PARTIALLY_SHIPPED') then coalesce(ship_risk_from, ship_by) end) stored;

grant update (sla_mark, sla_entries, withdraw_due, expected_ship_date, expected_ship_reason, expected_ship_note,
    expected_ship_told_at) on shipment to "${app_role}";

create function sla_status(mark int, risk_from timestamptz, due_by timestamptz, now timestamptz) returns text
language sql immutable parallel safe as $$
    select case when risk_from is null then case when mark = 2 then 'OVERDUE' else 'ON_TIME' end
                when now > due_by then 'OVERDUE'
                when now >= risk_from then 'AT_RISK'
                else 'ON_TIME' end
$$;

-- Lists go by number within one state and one mark. The number is an expression here on purpose: were it the plain
-- column, the planner could walk the primary key instead, in the hope of meeting what is wanted soon.
drop index shipment_open_at_location;
drop index shipment_of_vendor;
create index shipment_by_state on shipment (state, sla_mark, (order_number + 0), sequence);
create index shipment_by_location on shipment (location, state, sla_mark, (order_number + 0), sequence);
create index shipment_by_vendor on shipment (vendor, state, sla_mark, (order_number + 0), sequence)
    where vendor <> '';
-- What the sweep reads: open steps alone, by when they cross.
create index shipment_to_be_at_risk on shipment (risk_from) where sla_mark = 0 and risk_from is not null;
create index shipment_to_be_overdue on shipment (due_by) where sla_mark = 1;
create index shipment_to_be_withdrawn on shipment (withdraw_due) where withdraw_due is not null;

-- Module sla. Policies are one document; each change is a row of its own, and the last one holds.
create table sla_policies (
    version    int         primary key check (version > 0),
    document   text        not null,
    changed_at timestamptz not null,
    changed_by text        not null
);
grant select, insert on sla_policies to "${app_role}";

-- What scorecards weigh, likewise.
create table scorecard_settings (
    version    int         primary key check (version > 0),
    document   text        not null,
    changed_at timestamptz not null,
    changed_by text        not null
);
grant select, insert on scorecard_settings to "${app_role}";

-- The last scorecard of each vendor, computed from what its shipments did; nothing here is a source.
create table scorecard (
    vendor      text          primary key references vendor (code),
    document    text          not null,
    score       numeric(4, 2) check (score between 0 and 10),
    revision    uuid          not null,
    computed_at timestamptz   not null
);
alter table scorecard enable row level security;
alter table scorecard force row level security;
create policy app on scorecard to "${app_role}" using (true) with check (true);
create policy own on scorecard for select to "${vendor_role}"
    using (vendor = nullif(current_setting('app.vendor', true), ''));
grant select, insert, update on scorecard to "${app_role}";
grant select on scorecard to "${vendor_role}";
