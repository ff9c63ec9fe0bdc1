-- name: nextNumber
insert into invoice_counter as c (vendor, last) values (:vendor, 1)
on conflict (vendor) do update set last = c.last + 1
returning last

-- name: insertKey
insert into invoice_key (vendor, vendor_number, order_number) values (:vendor, :running, :order)

-- name: insertInvoice
insert into invoice (order_number, number, vendor, vendor_number, shipment, notice, billed_per, period_from, period_to,
    issued_at, due_at, currency, subtotal, allowance, tax, total)
values (:order, :number, :vendor, :running, :shipment, :notice, :billedPer, :from::date, :to::date,
    :issuedAt::timestamptz, :dueAt::timestamptz, :currency, :subtotal, :allowance, :tax, :total)

-- name: insertLines
insert into invoice_line (order_number, invoice, line, vendor, shipment, notice, shipment_line, sku, vendor_sku,
    quantity, unit_cost, currency, amount)
select order_number, :number, line, :vendor, shipment, notice, shipment_line, sku, vendor_sku, quantity,
       unit_cost::numeric, currency, amount::numeric
  from unnest(:lines::int[], :orders::bigint[], :shipments::int[], :notices::int[], :shipmentLines::int[],
              :skus::text[], :vendorSkus::text[], :quantities::int[], :costs::text[], :currencies::text[],
              :amounts::text[])
       as l(line, order_number, shipment, notice, shipment_line, sku, vendor_sku, quantity, unit_cost, currency,
            amount)

-- name: find
select order_number, vendor, vendor_number, shipment, notice, billed_per, period_from, period_to, issued_at, due_at,
       currency, subtotal, allowance, tax, total
  from invoice
 where number = :number

-- name: list
select order_number, vendor, vendor_number, shipment, notice, billed_per, period_from, period_to, issued_at, due_at,
       currency, subtotal, allowance, tax, total
  from invoice
 where (vendor, vendor_number) > (:afterVendor, :afterRunning)
   and (:vendor::text is null or vendor = :vendor)
 order by vendor, vendor_number
 limit :limit

-- name: listOfShipment
-- An invoice of a period is found by the lines that are about the shipment.
select order_number, vendor, vendor_number, shipment, notice, billed_per, period_from, period_to, issued_at, due_at,
       currency, subtotal, allowance, tax, total
  from invoice
 where number in (select invoice from invoice_line where order_number = :order and shipment = :shipment)
   and (vendor, vendor_number) > (:afterVendor, :afterRunning)
   and (:vendor::text is null or vendor = :vendor)
 order by vendor, vendor_number
 limit :limit

-- name: lines
select invoice, line, order_number, shipment, notice, shipment_line, sku, vendor_sku, quantity, unit_cost, currency
  from invoice_line
 where invoice = any(:numbers::text[])
 order by invoice, line

-- name: exported
select order_number, vendor, vendor_number, shipment, notice, billed_per, period_from, period_to, issued_at, due_at,
       currency, subtotal, allowance, tax, total, exported_as
  from invoice
 where exported_as > :after
 order by exported_as
 limit :limit

-- name: putOff
insert into unbilled_notice (order_number, shipment, notice, vendor, recorded_at)
values (:order, :shipment, :notice, :vendor, :at::timestamptz)

-- name: queues
select distinct u.vendor, t.billed_per
  from unbilled_notice u
  join notice_terms t using (order_number, shipment, notice)
 order by u.vendor, t.billed_per

-- name: takeUnbilled
delete from unbilled_notice
 where (order_number, shipment, notice) in (
           select u.order_number, u.shipment, u.notice
             from unbilled_notice u
             join notice_terms t using (order_number, shipment, notice)
            where u.vendor = :vendor and t.billed_per = :per
              and (:before::timestamptz is null or u.recorded_at < :before::timestamptz)
              and (:orders::bigint[] is null or (u.order_number, u.shipment) in (
                       select * from unnest(:orders::bigint[], :shipments::int[])))
            order by u.recorded_at, u.order_number, u.shipment, u.notice
            limit :limit
              for update of u skip locked)
returning order_number, shipment, notice, recorded_at

-- name: waiting
select distinct u.order_number, u.shipment
  from unbilled_notice u
  join notice_terms t using (order_number, shipment, notice)
 where u.vendor = :vendor and t.billed_per = :per
 order by u.order_number, u.shipment
 limit :limit

-- name: oldestUnbilled
select min(u.recorded_at)
  from unbilled_notice u
  join notice_terms t using (order_number, shipment, notice)
 where u.vendor = :vendor and t.billed_per = :per
