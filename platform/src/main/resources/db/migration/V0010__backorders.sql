-- Module inventory. Products of which units became free, written in the transaction that freed them and taken by
-- whoever serves those who wait. Rows are only added and removed, so that no arrival ever waits for another.
create table stock_arrival (
    id  bigint generated always as identity primary key,
    sku text not null
);
grant select, insert, update, delete on stock_arrival to "${app_role}";

-- Deliveries are kept in the order of their dates, so the first one says when the position next has to be looked at.
update position p
   set incoming = (select jsonb_agg(d order by d ->> 'date', ordinal)
                     from jsonb_array_elements(p.incoming) with ordinality as i(d, ordinal))
 where jsonb_array_length(incoming) > 1;
create index position_next_delivery on position ((incoming -> 0 ->> 'date')) where incoming <> '[]';

-- Module sourcing. An order that was left waiting asks once more for stock that came in while it was being routed.
create table backorder_check (
    id           bigint generated always as identity primary key,
    sku          text   not null,
    order_number bigint not null
);
grant select, insert, update, delete on backorder_check to "${app_role}";

-- Products whose waiting lines are to be gone through, oldest order first: who holds the row goes, everybody else takes
-- another. After a crash the next one goes on behind the last order that was dealt with.
create table backorder_release (
    sku         text primary key,
    after_order bigint      not null,
    due_at      timestamptz not null default now(),
    failures    int         not null default 0
);
create index backorder_release_due on backorder_release (due_at);
grant select, insert, update, delete on backorder_release to "${app_role}";
