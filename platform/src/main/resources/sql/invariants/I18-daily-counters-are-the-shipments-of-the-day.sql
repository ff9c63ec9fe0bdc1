-- A location's daily counter is made of that day's shipments that were not given back; all, under one capacity.
with capacities as (
    select subject, count(distinct coalesce(data::jsonb ->> 'dailyCapacity', 'none')) as n
      from journal
     where order_number = 0 and subject like 'location:%'
     group by subject
), opened as (
    select location, capacity_day as day, count(*) as shipments
      from shipment
     where state not in ('CANCELED', 'REASSIGNED')
     group by location, capacity_day
), days as (
    select coalesce(d.location, o.location) as location, coalesce(d.day, o.day) as day,
           coalesce(d.assigned, 0) as assigned, coalesce(o.shipments, 0) as shipments
      from location_day d
      full join opened o on o.location = d.location and o.day = d.day
)
select d.location || ' on ' || d.day as what,
       case when c.n = 1 and l.daily_capacity is not null
            then d.shipments || ' counted, at most ' || l.daily_capacity
            else 'at most ' || d.shipments || ' counted' end as expected,
       d.assigned || ' counted, ' || d.shipments || ' opened' as found
  from days d
  join location l on l.code = d.location
  left join capacities c on c.subject = 'location:' || l.code
 where d.assigned > d.shipments
    or (c.n = 1 and l.daily_capacity is not null and (d.assigned <> d.shipments or d.assigned > l.daily_capacity))
