-- Reserved units are exactly those that open shipments still have to ship, per product and location.
with held as (
    select l.sku, s.location, sum(l.quantity - l.shipped - l.canceled) as units
      from shipment s
      join shipment_line l on l.order_number = s.order_number and l.shipment = s.sequence
     where s.state in ('READY', 'ACKNOWLEDGED', 'PARTIALLY_SHIPPED')
     group by l.sku, s.location
)
select 'position ' || coalesce(h.sku, p.sku) || ' at ' || coalesce(h.location, p.location) as what,
       'reserved ' || coalesce(h.units, 0) as expected,
       'reserved ' || coalesce(p.reserved, 0) as found
  from held h
  full join position p on p.sku = h.sku and p.location = h.location
 where coalesce(h.units, 0) <> coalesce(p.reserved, 0)
