-- What shipments took and still hold never exceeds what came in less what was counted away, but for a told shortage.
with taken as (
    select l.sku, s.location, sum(l.quantity - l.canceled) as units
      from shipment s
      join shipment_line l on l.order_number = s.order_number and l.shipment = s.sequence
     group by l.sku, s.location
), came as (
    select sku, location, sum(delta) as units
      from stock_move
     where not (reason = 'SHIPPED' and reference ~ '^[1-9][0-9]*-[1-9][0-9]*$')
     group by sku, location
)
select t.sku || ' at ' || t.location as what,
       'at most ' || coalesce(c.units, 0)
           || case when coalesce(p.shortage, 0) > 0 then ' and a shortage of ' || p.shortage else '' end as expected,
       t.units || ' taken or held by shipments' as found
  from taken t
  left join came c on c.sku = t.sku and c.location = t.location
  left join position p on p.sku = t.sku and p.location = t.location
 where t.units > coalesce(c.units, 0) + coalesce(p.shortage, 0)
