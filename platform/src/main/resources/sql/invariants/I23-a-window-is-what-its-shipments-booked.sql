-- A window's used amount is what its shipments booked and did not give back; what will not ship was given back.
with booked as (
    select location, measure, per, starts_at, sum(per_unit * (units - given_back)) as amount
      from window_booking
     group by location, measure, per, starts_at
), lines as (
    select b.order_number, b.shipment, b.line, b.measure, b.per, b.given_back,
           case when b.line = 0 then (s.state in ('CANCELED', 'REASSIGNED'))::int else l.canceled end as canceled,
           s.location is not distinct from b.location and (b.line = 0 or l.quantity = b.units) as as_opened
      from window_booking b
      left join shipment s on s.order_number = b.order_number and s.sequence = b.shipment
      left join shipment_line l on l.order_number = b.order_number and l.shipment = b.shipment and l.line = b.line
)
select w.location || ', ' || w.measure || ' per ' || w.per || ' from ' || to_char(w.starts_at at time zone 'UTC',
       'YYYY-MM-DD HH24:MI') as what,
       (w.taken_before_bookings + coalesce(b.amount, 0))::text || ' used' as expected,
       w.used || ' used' as found
  from location_window w
  left join booked b
    on b.location = w.location and b.measure = w.measure and b.per = w.per and b.starts_at = w.starts_at
 where w.used <> w.taken_before_bookings + coalesce(b.amount, 0)
union all
select 'shipment ' || order_number || '-' || shipment || ' line ' || line || ', ' || measure || ' per ' || per,
       case when not as_opened then 'a line of that many units at that location'
            else coalesce(canceled::text, 'no such line') || ' given back' end,
       given_back || ' given back'
  from lines
 where given_back is distinct from canceled or not as_opened
