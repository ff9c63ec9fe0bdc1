-- For a purchase order a vendor is owed no more than shipped units at the agreed cost plus what was decided to differ.
-- The first half is I09. Here: notes for approved invoices add no more than those ask above the agreed cost of their
-- units (a cent or a whole unit of the currency per sum that was rounded), and units are settled once, after they left.
with settled as (
    select r.order_number, r.shipment, r.vendor, l.shipment_line, sum(l.quantity) as units,
           sum(l.quantity) filter (where r.state = 'APPROVED') as approved
      from received_invoice r
      join received_invoice_line l on l.received = r.id
     where r.state in ('MATCHED', 'APPROVED')
     group by r.order_number, r.shipment, r.vendor, l.shipment_line
), share as (
    select order_number, shipment, count(*) as notices,
           min((1 - allowance_percent / 100) * (1 + tax_percent / 100)) as owed
      from notice_terms
     group by order_number, shipment
), agreed as (
    select s.order_number, s.shipment, l.currency, sum(s.approved * l.unit_cost) as cost
      from settled s
      join shipment_line l on l.order_number = s.order_number and l.shipment = s.shipment and l.line = s.shipment_line
     where s.approved > 0
     group by s.order_number, s.shipment, l.currency
), asked as (
    select r.order_number, r.shipment, r.currency, count(*) as invoices, sum(r.total) as total,
           sum(case n.direction when 'DEBIT' then n.amount when 'CREDIT' then -n.amount else 0 end) as noted
      from received_invoice r
      left join credit_note n on n.number = r.credit_note
     where r.state = 'APPROVED'
     group by r.order_number, r.shipment, r.currency
), bound as (
    select a.order_number, a.shipment, a.currency, a.noted,
           a.total - coalesce(g.cost * s.owed, 0)
               + 2 * a.invoices * coalesce(s.notices, 1)
                   * case when a.total = trunc(a.total) and a.noted = trunc(a.noted) then 1 else 0.01 end as most
      from asked a
      left join agreed g on g.order_number = a.order_number and g.shipment = a.shipment and g.currency = a.currency
      left join share s on s.order_number = a.order_number and s.shipment = a.shipment
)
select 'purchase order ' || order_number || '-' || shipment as what,
       'at most ' || trim_scale(most) || ' ' || currency || ' beside the invoices for what was approved' as expected,
       trim_scale(noted) || ' ' || currency as found
  from bound
 where noted > most
union all
select 'purchase order ' || s.order_number || '-' || s.shipment || ' line ' || s.shipment_line,
       'at most ' || l.shipped || ' units settled, as many as left',
       s.units || ' units'
  from settled s
  join shipment_line l on l.order_number = s.order_number and l.shipment = s.shipment and l.line = s.shipment_line
 where s.units > l.shipped
union all
select 'ship notice ' || n.order_number || '-' || n.shipment || ' number ' || n.notice,
       'the terms it left under',
       'none'
  from ship_notice n
  left join notice_terms t on t.order_number = n.order_number and t.shipment = n.shipment and t.notice = n.notice
 where n.vendor <> '' and t.notice is null
