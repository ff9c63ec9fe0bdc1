-- Every shipped unit is on one ship notice and in one package, and has been taken off the shelf once.
with noticed as (
    select order_number, shipment, line, sum(quantity) as units
      from ship_notice_line
     group by order_number, shipment, line
), packed as (
    select order_number, shipment, line, sum(quantity) as units
      from package_line
     group by order_number, shipment, line
), left_shelf as (
    select reference, sku, location, -sum(delta) as units
      from stock_move
     where reason = 'SHIPPED' and reference ~ '^[1-9][0-9]*-[1-9][0-9]*$'
     group by reference, sku, location
), shipped as (
    select l.order_number || '-' || l.shipment as reference, l.sku, s.location, sum(l.shipped) as units
      from shipment_line l
      join shipment s on s.order_number = l.order_number and s.sequence = l.shipment
     group by l.order_number, l.shipment, l.sku, s.location
)
select 'shipment ' || l.order_number || '-' || l.shipment || ' line ' || l.line as what,
       l.shipped || ' on notices, ' || l.shipped || ' in packages' as expected,
       coalesce(n.units, 0) || ' on notices, ' || coalesce(p.units, 0) || ' in packages' as found
  from shipment_line l
  left join noticed n on n.order_number = l.order_number and n.shipment = l.shipment and n.line = l.line
  left join packed p on p.order_number = l.order_number and p.shipment = l.shipment and p.line = l.line
 where l.shipped <> coalesce(n.units, 0) or l.shipped <> coalesce(p.units, 0)
union all
select 'shipment ' || coalesce(s.reference, f.reference) || ', ' || coalesce(s.sku, f.sku) || ' at '
           || coalesce(s.location, f.location),
       coalesce(s.units, 0) || ' taken off the shelf',
       coalesce(f.units, 0) || ' taken off the shelf'
  from shipped s
  full join left_shelf f on f.reference = s.reference and f.sku = s.sku and f.location = s.location
 where coalesce(s.units, 0) <> coalesce(f.units, 0)
