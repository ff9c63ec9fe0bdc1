-- Every unit a vendor shipped is on one invoice or waits for one, at the agreed cost; subtotals are sums of lines.
with noticed as (
    select n.order_number, n.shipment, n.notice, n.line, n.quantity, l.vendor, l.sku, l.vendor_sku, l.unit_cost,
           l.currency, n.quantity * p.unit_cost as amount, p.unit_cost as agreed, p.currency as agreed_currency
      from ship_notice_line n
      join shipment_line l on l.order_number = n.order_number and l.shipment = n.shipment and l.line = n.line
      left join contracted_price p on p.id = l.contracted_price
     where l.vendor <> ''
       and not exists (select 1 from unbilled_notice u
                        where u.order_number = n.order_number and u.shipment = n.shipment and u.notice = n.notice)
), totals as (
    select i.number, i.currency, i.subtotal, sum(l.amount) as amount,
           bool_and(l.currency = i.currency and l.vendor = i.vendor) as alike
      from invoice i
      left join invoice_line l on l.invoice = i.number
     group by i.number
)
select 'ship notice ' || coalesce(n.order_number, i.order_number) || '-' || coalesce(n.shipment, i.shipment)
           || ' number ' || coalesce(n.notice, i.notice) || ' line ' || coalesce(n.line, i.shipment_line) as what,
       coalesce(n.quantity || ' x ' || n.agreed || ' ' || n.agreed_currency || ' for ' || n.vendor, 'no invoice line')
           as expected,
       coalesce(i.quantity || ' x ' || i.unit_cost || ' ' || i.currency || ' = ' || i.amount || ' for ' || i.vendor,
           'no invoice line') as found
  from noticed n
  full join invoice_line i on i.order_number = n.order_number and i.shipment = n.shipment and i.notice = n.notice
                          and i.shipment_line = n.line
 where n.order_number is null
    or i.order_number is null
    or (i.quantity, i.unit_cost, i.currency, i.amount, i.vendor, i.sku, i.vendor_sku)
           is distinct from (n.quantity, n.agreed, n.agreed_currency, n.amount, n.vendor, n.sku, n.vendor_sku)
    or n.unit_cost is distinct from n.agreed
union all
select 'invoice ' || number,
       'the sum of its lines, ' || coalesce(amount, 0) || ' ' || currency,
       'a subtotal of ' || subtotal || ' ' || currency
           || case when alike then '' else ', with lines of another kind' end
  from totals
 where subtotal not in (round(amount, 0), round(amount, 2), round(amount, 3)) or alike is not true
