-- Module inventory. Sharded by product: every key begins with the SKU.
create table position (
    sku            text        not null references product (sku),
    location       text        not null references location (code),
    on_hand        int         not null default 0 check (on_hand >= 0),
    reserved       int         not null default 0 check (reserved >= 0),
    safety_stock   int         not null default 0 check (safety_stock >= 0),
    -- Units promised that a count or a feed has since taken away: a fact, told by an event. Only those raise it.
    shortage       int         not null default 0 check (shortage >= 0),
    incoming       jsonb       not null default '[]',
    blocked_reason text,
    blocked_until  date,
    source         text        not null,
    as_of          timestamptz not null,
    updated_at     timestamptz not null,
    -- The last feed that spoke of this position: what a full feed left out is what it did not mark.
    last_feed      uuid,
    -- Entries in the journal: supply breaks and blocks are told there, single moves are told by stock_move.
    journal_seq    int         not null default 0,
    version        bigint      not null default 1,
    primary key (sku, location),
    constraint never_oversold check (reserved <= on_hand + shortage)
) with (fillfactor = 70); -- Room for the next version of a hot row beside it: no index is touched by a reservation.
create index position_location on position (location, sku);
grant select, insert, update on position to "${app_role}";
grant select on position to "${vendor_role}";

-- Every change of units on hand, never changed afterwards: on_hand is the sum of its moves.
create table stock_move (
    sku       text        not null,
    location  text        not null,
    id        uuid        not null,
    delta     int         not null,
    reason    text        not null,
    reference text        not null,
    at        timestamptz not null,
    actor     text        not null,
    primary key (sku, location, id),
    foreign key (sku, location) references position (sku, location)
);
create trigger stock_move_is_append_only before update or delete or truncate on stock_move
    for each statement execute function refuse_change();
grant select, insert on stock_move to "${app_role}";

create table feed (
    id           uuid primary key,
    location     text        not null references location (code),
    mode         text        not null check (mode in ('FULL', 'INCREMENTAL')),
    state        text        not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    content_hash bytea       not null,
    as_of        timestamptz not null,
    rows_read    bigint      not null default 0,
    applied      bigint      not null default 0,
    ignored      bigint      not null default 0,
    refused      bigint      not null default 0,
    zeroed       bigint      not null default 0,
    failure      text,
    started_at   timestamptz not null,
    heartbeat_at timestamptz not null,
    finished_at  timestamptz,
    started_by   text        not null
);
-- Two feeds of one location at once would undo each other.
create unique index feed_running on feed (location) where state = 'RUNNING';
create index feed_of_location on feed (location, started_at);
create table feed_fault (
    feed   uuid   not null references feed (id),
    line   bigint not null,
    sku    text,
    reason text   not null,
    primary key (feed, line)
);
grant select, insert, update on feed to "${app_role}";
grant select, insert on feed_fault to "${app_role}";

alter table position enable row level security;
alter table position force row level security;
create policy app on position to "${app_role}" using (true) with check (true);
create policy own on position for select to "${vendor_role}"
    using (exists (select 1 from location l where l.code = position.location));
