-- name: assignedOn
select d.location, d.assigned
  from unnest(:locations::text[], :days::text[]) as w(location, day)
  join location_day d on d.location = w.location and d.day = w.day::date

-- name: claim
-- The rows come sorted, so that two claims never wait for each other crosswise. A location whose capacity was just
-- lifted takes any number.
insert into location_day as d (location, day, assigned)
select w.location, w.day::date, w.shipments
  from unnest(:locations::text[], :days::text[], :shipments::int[]) as w(location, day, shipments)
  join location l on l.code = w.location
 where w.shipments <= coalesce(l.daily_capacity, 2147483647)
 order by w.location, w.day
    on conflict (location, day) do update
   set assigned = d.assigned + excluded.assigned
 where d.assigned + excluded.assigned::bigint
       <= coalesce((select daily_capacity from location where code = d.location), 2147483647)
returning location, day

-- name: giveBack
-- Shipments opened while the location had no limit were never counted: the count stops at nothing.
update location_day d
   set assigned = greatest(0, d.assigned - w.shipments)
  from unnest(:locations::text[], :days::text[], :shipments::int[]) as w(location, day, shipments)
 where d.location = w.location and d.day = w.day::date
