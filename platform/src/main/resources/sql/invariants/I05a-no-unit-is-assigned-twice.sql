-- Shipments never hold and ship more of an order line than was ordered, and closed shipments hold nothing.
with taken as (
    select l.order_number, l.order_line, sum(l.quantity - l.canceled) as units, count(distinct l.sku) as skus,
           min(l.sku) as sku
      from shipment_line l
     group by l.order_number, l.order_line
)
select 'order ' || t.order_number || ' line ' || t.order_line as what,
       'at most ' || o.ordered || ' of ' || o.sku as expected,
       t.units || ' of ' || case when t.skus = 1 then t.sku else t.skus || ' products' end as found
  from taken t
  join order_line o on o.order_number = t.order_number and o.line = t.order_line
 where t.units > o.ordered or t.skus > 1 or t.sku <> o.sku
union all
select 'shipment ' || s.order_number || '-' || s.sequence || ' line ' || l.line,
       'nothing left, being ' || s.state,
       (l.quantity - l.shipped - l.canceled) || ' units neither shipped nor canceled'
  from shipment s
  join shipment_line l on l.order_number = s.order_number and l.shipment = s.sequence
 where s.state in ('SHIPPED', 'CANCELED', 'REASSIGNED')
   and l.quantity - l.shipped - l.canceled <> 0
