-- name: usedIn
select d.location, d.measure, d.per, d.starts_at, d.used
  from unnest(:locations::text[], :measures::text[], :pers::text[], :starts::text[])
       as w(location, measure, per, starts_at)
  join location_window d
    on d.location = w.location and d.measure = w.measure and d.per = w.per and d.starts_at = w.starts_at::timestamptz

-- name: claim
-- The rows come sorted, so that two claims never wait for each other crosswise. The limit is read where the row is
-- locked; a location whose limit was just lifted takes any amount.
insert into location_window as d (location, measure, per, starts_at, used)
select w.location, w.measure, w.per, w.starts_at::timestamptz, w.amount::numeric
  from unnest(:locations::text[], :measures::text[], :pers::text[], :starts::text[], :amounts::text[])
       as w(location, measure, per, starts_at, amount)
  join location l on l.code = w.location
 where w.amount::numeric <= coalesce((select min((c ->> 'limit')::numeric)
                                        from jsonb_array_elements(l.capacities) as c
                                       where c ->> 'measure' = w.measure and c ->> 'per' = w.per), 'infinity')
 order by w.location, w.measure, w.per, w.starts_at::timestamptz
    on conflict (location, measure, per, starts_at) do update
   set used = d.used + excluded.used
 where d.used + excluded.used <= coalesce((select min((c ->> 'limit')::numeric)
                                             from location l, jsonb_array_elements(l.capacities) as c
                                            where l.code = d.location and c ->> 'measure' = d.measure
                                              and c ->> 'per' = d.per), 'infinity')
returning location, measure, per, starts_at

-- name: giveBack
-- Of a claim that found room in some windows only: what it just took.
update location_window d
   set used = d.used - w.amount::numeric
  from unnest(:locations::text[], :measures::text[], :pers::text[], :starts::text[], :amounts::text[])
       as w(location, measure, per, starts_at, amount)
 where d.location = w.location and d.measure = w.measure and d.per = w.per
   and d.starts_at = w.starts_at::timestamptz

-- name: insertBookings
insert into window_booking (order_number, shipment, line, location, measure, per, starts_at, per_unit, units)
select order_number, shipment, line, location, measure, per, starts_at::timestamptz, per_unit::numeric, units
  from unnest(:orders::bigint[], :shipments::int[], :lines::int[], :locations::text[], :measures::text[], :pers::text[],
              :starts::text[], :perUnit::text[], :units::int[])
       as b(order_number, shipment, line, location, measure, per, starts_at, per_unit, units)

-- name: giveBackUnits
-- Whose location had no such capacity when it was routed booked nothing, and nothing is given back.
with given as (
    update window_booking b
       set given_back = b.given_back + w.units
      from unnest(:lines::int[], :units::int[]) as w(line, units)
     where b.order_number = :order and b.shipment = :sequence and b.line = w.line
    returning b.location, b.measure, b.per, b.starts_at, b.per_unit * w.units as amount
), summed as (
    select location, measure, per, starts_at, sum(amount) as amount
      from given
     group by location, measure, per, starts_at
), locked as (
    -- In the order in which others claim.
    select s.location, s.measure, s.per, s.starts_at, s.amount
      from summed s
      join location_window d
        on d.location = s.location and d.measure = s.measure and d.per = s.per and d.starts_at = s.starts_at
     order by d.location, d.measure, d.per, d.starts_at
       for update of d
)
update location_window d
   set used = d.used - l.amount
  from locked l
 where d.location = l.location and d.measure = l.measure and d.per = l.per and d.starts_at = l.starts_at
