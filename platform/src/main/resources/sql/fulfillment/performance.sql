-- name: openedOfAll
select order_number, sequence, vendor, state, opened_at, acknowledge_by, ship_by, acknowledged_at, shipped_at,
       updated_at
  from shipment
 where vendor <> '' and opened_at >= :from::timestamptz and opened_at < :to::timestamptz

-- name: openedOfOne
select order_number, sequence, vendor, state, opened_at, acknowledge_by, ship_by, acknowledged_at, shipped_at,
       updated_at
  from shipment
 where vendor = :vendor and vendor <> '' and opened_at >= :from::timestamptz and opened_at < :to::timestamptz

-- name: judged
-- Every opened shipment with how each step was kept; null is not known yet, or not the vendor's doing: an order that
-- was canceled before its step was due judges nobody, nor do units given up when it was canceled.
with unwanted as (
    select c.order_number, c.shipment, sum(cl.quantity) as units
      from opened o
      join canceled_items c on c.order_number = o.order_number and c.shipment = o.sequence and c.unwanted
                           and c.step = 'ACKNOWLEDGEMENT'
      join canceled_items_line cl on cl.order_number = c.order_number and cl.shipment = c.shipment
                                 and cl.number = c.number
     group by c.order_number, c.shipment
), answered as (
    select l.order_number, l.shipment, sum(l.quantity) - coalesce(min(u.units), 0) as asked,
           sum(l.accepted) as accepted
      from opened o
      join shipment_line l on l.order_number = o.order_number and l.shipment = o.sequence
      left join unwanted u on u.order_number = o.order_number and u.shipment = o.sequence
     where l.accepted is not null
     group by l.order_number, l.shipment
), dropped as (
    select c.order_number, c.shipment, sum(cl.quantity) as given_up
      from opened o
      join canceled_items c on c.order_number = o.order_number and c.shipment = o.sequence and c.step = 'REMAINDER'
                           and not c.unwanted
      join canceled_items_line cl on cl.order_number = c.order_number and cl.shipment = c.shipment
                                 and cl.number = c.number
     group by c.order_number, c.shipment
)
select o.order_number, o.sequence, o.vendor, o.acknowledged_at - o.opened_at as answered_after,
       case when o.acknowledged_at is not null then o.acknowledged_at <= o.acknowledge_by
            when o.state = 'READY' and :now::timestamptz > o.acknowledge_by then false
            when o.state in ('CANCELED', 'REASSIGNED') and o.updated_at > o.acknowledge_by then false
            end as acknowledged_in_time,
       case when o.state = 'SHIPPED' then coalesce(o.shipped_at, o.updated_at) <= o.ship_by
            when o.state in ('READY', 'ACKNOWLEDGED', 'PARTIALLY_SHIPPED') and :now::timestamptz > o.ship_by then false
            end as shipped_in_time,
       a.asked, a.accepted, coalesce(d.given_up, 0) as given_up
  from opened o
  left join answered a on a.order_number = o.order_number and a.shipment = o.sequence
  left join dropped d on d.order_number = o.order_number and d.shipment = o.sequence

-- name: figures
select vendor, count(*) as shipments,
       count(*) filter (where acknowledged_in_time) as acknowledged_good,
       count(acknowledged_in_time) as acknowledged_counted,
       count(*) filter (where shipped_in_time) as shipped_good,
       count(shipped_in_time) as shipped_counted,
       coalesce(sum(accepted), 0) as accepted_good,
       coalesce(sum(asked), 0) as accepted_counted,
       coalesce(sum(accepted - given_up), 0) as kept_good,
       coalesce(sum(accepted), 0) as kept_counted,
       extract(epoch from avg(answered_after))::bigint as answered_seconds
  from judged
 group by vendor
 order by vendor

-- name: behind
select order_number, sequence
  from judged
 where (order_number, sequence) > (:afterOrder, :afterSequence)
   and :good = case :figure
           when 'ACKNOWLEDGED_IN_TIME' then acknowledged_in_time
           when 'SHIPPED_IN_TIME' then shipped_in_time
           when 'ACCEPTED_UNITS' then case when asked > 0 then accepted = asked end
           when 'KEPT_UNITS' then case when accepted > 0 then given_up = 0 end end
 order by order_number, sequence
 limit :limit
