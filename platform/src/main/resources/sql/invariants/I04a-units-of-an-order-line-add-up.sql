-- Every ordered unit is open, assigned, shipped or canceled, and shipments say the same of it as the order does.
with held as (
    select l.order_number, l.order_line, sum(l.shipped) as shipped,
           sum(case when s.state in ('READY', 'ACKNOWLEDGED', 'PARTIALLY_SHIPPED')
                    then l.quantity - l.shipped - l.canceled else 0 end) as assigned
      from shipment s
      join shipment_line l on l.order_number = s.order_number and l.shipment = s.sequence
     group by l.order_number, l.order_line
)
select 'order ' || o.order_number || ' line ' || o.line as what,
       'ordered ' || o.ordered || ', assigned ' || coalesce(h.assigned, 0) || ', shipped ' || coalesce(h.shipped, 0)
           as expected,
       'open ' || o.open || ' + assigned ' || o.assigned || ' + shipped ' || o.shipped || ' + canceled ' || o.canceled
           as found
  from order_line o
  left join held h on h.order_number = o.order_number and h.order_line = o.line
 where o.ordered <> o.open + o.assigned + o.shipped + o.canceled
    or o.assigned <> coalesce(h.assigned, 0)
    or o.shipped <> coalesce(h.shipped, 0)
