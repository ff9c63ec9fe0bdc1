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
-- The table grows in the order of time: a block range index finds a stretch of it and costs an order nothing.
create index decision_by_time on decision using brin (at);
