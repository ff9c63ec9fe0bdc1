-- Every unit cut from a shipment is in one canceled-items record, with a reason and with what became of it.
with recorded as (
    select l.order_number, l.shipment, l.line, sum(l.quantity) as units,
           coalesce(sum(l.quantity) filter (where c.step = 'ACKNOWLEDGEMENT'), 0) as at_acknowledgement
      from canceled_items c
      join canceled_items_line l on l.order_number = c.order_number and l.shipment = c.shipment
                                and l.number = c.number
     group by l.order_number, l.shipment, l.line
)
select 'shipment ' || l.order_number || '-' || l.shipment || ' line ' || l.line as what,
       l.canceled || ' canceled'
           || coalesce(', ' || (l.quantity - l.accepted) || ' of them at acknowledgement', '') as expected,
       coalesce(r.units, 0) || ' in records, ' || coalesce(r.at_acknowledgement, 0) || ' of them at acknowledgement'
           as found
  from shipment_line l
  left join recorded r on r.order_number = l.order_number and r.shipment = l.shipment and r.line = l.line
 where l.canceled <> coalesce(r.units, 0)
    or coalesce(l.quantity - l.accepted, 0) <> coalesce(r.at_acknowledgement, 0)
union all
select 'record ' || c.order_number || '-' || c.shipment || '-C' || c.number,
       'lines with reasons, and a disposition',
       count(l.line) || ' lines, ' || count(l.line) filter (where l.reason = '') || ' without reason, '
           || coalesce(c.disposition, 'no disposition')
  from canceled_items c
  left join canceled_items_line l on l.order_number = c.order_number and l.shipment = c.shipment
                                 and l.number = c.number
 group by c.order_number, c.shipment, c.number
having count(l.line) = 0 or count(l.line) filter (where l.reason = '') > 0 or c.disposition is null
