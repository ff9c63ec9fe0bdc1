-- name: promisedSince
select l.sku, s.location, sum(l.quantity - l.canceled)::int as units
  from shipment s
  join shipment_line l on l.order_number = s.order_number and l.shipment = s.sequence
 where s.opened_at >= :since::timestamptz
 group by l.sku, s.location
