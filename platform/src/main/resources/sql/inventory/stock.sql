-- name: offers
-- Joined, not "any(array)": for the array PostgreSQL 18 may skip through the index that begins with the location, which
-- reads all of it.
select p.sku, p.location, p.on_hand - p.reserved - p.safety_stock as available
  from unnest(:skus::text[]) as w(sku)
  join position p on p.sku = w.sku
  join location l on l.code = p.location
 where p.on_hand - p.reserved - p.safety_stock > 0
   and (p.blocked_reason is null or p.blocked_until < (:at::timestamptz at time zone 'UTC')::date)
   and (l.freshness_hours is null or p.as_of >= :at::timestamptz - make_interval(hours => l.freshness_hours))

-- name: offersAndBarred
select p.sku, p.location, p.on_hand, p.on_hand - p.reserved as unpromised, p.safety_stock, p.blocked_reason, p.as_of,
       l.freshness_hours,
       p.blocked_reason is not null
           and coalesce(p.blocked_until, 'infinity') >= (:at::timestamptz at time zone 'UTC')::date as blocked,
       p.as_of < :at::timestamptz - make_interval(hours => l.freshness_hours) as stale
  from unnest(:skus::text[]) as w(sku)
  join position p on p.sku = w.sku
  join location l on l.code = p.location
 where p.on_hand > 0

-- name: shelves
-- Sales are what orders took; counts and corrections move stock too, and sell nothing.
select p.sku, p.location,
       extract(epoch from :at::timestamptz - p.as_of) / 3600.0 as hours_since_count,
       case when m.sold > 0
            then greatest(0, p.on_hand - p.reserved - p.safety_stock) * 28.0 / m.sold end as days_of_supply,
       extract(epoch from :at::timestamptz - m.came_in) / 86400.0 as age_days
  from unnest(:skus::text[]) as w(sku)
  join position p on p.sku = w.sku
  left join lateral (
      select sum(-s.delta) filter (where s.delta < 0 and s.reason = 'SHIPPED'
                                     and s.at > :at::timestamptz - interval '28 days') as sold,
             max(s.at) filter (where s.delta > 0) as came_in
        from stock_move s
       where s.sku = p.sku and s.location = p.location and s.at <= :at::timestamptz) m on true

-- name: lockAvailable
select p.sku, p.location,
       case when p.blocked_reason is not null
                 and coalesce(p.blocked_until, 'infinity') >= (now() at time zone 'UTC')::date then 0
            else greatest(0, p.on_hand - p.reserved - p.safety_stock)
       end as available
  from unnest(:skus::text[], :locations::text[]) as w(sku, location)
  join position p on p.sku = w.sku and p.location = w.location
 order by p.sku, p.location
   for update of p

-- name: hold
select p.sku, p.location, p.on_hand, p.reserved, p.safety_stock, p.shortage, p.journal_seq, p.blocked_reason, p.as_of,
       p.last_feed, p.version
  from unnest(:skus::text[], :locations::text[]) as w(sku, location)
  join position p on p.sku = w.sku and p.location = w.location
 order by p.sku, p.location
   for update of p

-- name: reserve
update position p
   set reserved = p.reserved + c.units, version = p.version + 1
  from unnest(:skus::text[], :locations::text[], :units::int[]) as c(sku, location, units)
 where p.sku = c.sku and p.location = c.location
   and p.on_hand - p.reserved - p.safety_stock >= c.units

-- name: release
update position p
   set reserved = p.reserved - c.units,
       shortage = least(p.shortage, greatest(0, p.reserved - c.units - p.on_hand)),
       version = p.version + 1
  from unnest(:skus::text[], :locations::text[], :units::int[]) as c(sku, location, units)
 where p.sku = c.sku and p.location = c.location
   and p.reserved >= c.units

-- name: takeOff
update position p
   set reserved = p.reserved - c.units,
       on_hand = p.on_hand + c.delta,
       shortage = least(p.shortage, greatest(0, p.reserved - c.units - p.on_hand - c.delta)),
       updated_at = :at::timestamptz,
       version = p.version + 1
  from unnest(:skus::text[], :locations::text[], :units::int[], :deltas::int[]) as c(sku, location, units, delta)
 where p.sku = c.sku and p.location = c.location
   and p.reserved >= c.units

-- name: addMoves
insert into stock_move (sku, location, id, delta, reason, reference, at, actor)
select m.sku, m.location, m.id::uuid, m.delta, m.reason, m.reference, :at::timestamptz, :actor
  from unnest(:skus::text[], :locations::text[], :ids::text[], :deltas::int[], :reasons::text[], :references::text[])
       as m(sku, location, id, delta, reason, reference)

-- name: block
update position p
   set blocked_reason = :reason, blocked_until = null, updated_at = :at::timestamptz,
       journal_seq = p.journal_seq + 1, version = p.version + 1
  from unnest(:skus::text[], :locations::text[]) as c(sku, location)
 where p.sku = c.sku and p.location = c.location

-- name: unblock
update position p
   set blocked_reason = null, blocked_until = null, updated_at = :at::timestamptz,
       journal_seq = p.journal_seq + 1, version = p.version + 1
  from unnest(:skus::text[], :locations::text[]) as c(sku, location)
 where p.sku = c.sku and p.location = c.location

-- name: addArrivals
insert into stock_arrival (sku) select unnest(:skus::text[])

-- name: takeArrivals
delete from stock_arrival
 where id in (select id from stock_arrival order by id limit :limit for update skip locked)
returning sku

-- name: replenishedSince
-- Moves are numbered by time: those before the moment are not read.
select w.sku, w.location
  from unnest(:skus::text[], :locations::text[], :moments::text[], :ids::text[]) as w(sku, location, moment, id)
 where exists (select 1 from stock_move m
                where m.sku = w.sku and m.location = w.location and m.id >= w.id::uuid and m.at > w.moment::timestamptz
                  and m.delta > 0 and m.reason <> 'FOUND')
