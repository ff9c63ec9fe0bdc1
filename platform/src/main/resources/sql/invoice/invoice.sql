-- name: nextNumber
insert into invoice_counter as c (vendor, last) values (:vendor, 1)
on conflict (vendor) do update set last = c.last + 1
returning last

-- name: insertKey
insert into invoice_key (vendor, vendor_number, order_number) values (:vendor, :running, :order)

-- name: insertInvoice
insert into invoice (order_number, number, vendor, vendor_number, shipment, notice, issued_at, due_at, currency, total)
values (:order, :number, :vendor, :running, :shipment, :notice, :issuedAt::timestamptz, :dueAt::timestamptz, :currency,
        :total)

-- name: insertLines
insert into invoice_line (order_number, invoice, line, vendor, shipment, notice, shipment_line, sku, vendor_sku,
    quantity, unit_cost, currency, amount)
select :order, :number, line, :vendor, :shipment, :notice, shipment_line, sku, vendor_sku, quantity,
       unit_cost::numeric, currency, amount::numeric
  from unnest(:lines::int[], :shipmentLines::int[], :skus::text[], :vendorSkus::text[], :quantities::int[],
              :costs::text[], :currencies::text[], :amounts::text[])
       as l(line, shipment_line, sku, vendor_sku, quantity, unit_cost, currency, amount)

-- name: find
select order_number, vendor, vendor_number, shipment, notice, issued_at, due_at, currency, total
  from invoice
 where number = :number

-- name: list
select order_number, vendor, vendor_number, shipment, notice, issued_at, due_at, currency, total
  from invoice
 where (vendor, vendor_number) > (:afterVendor, :afterRunning)
   and (:vendor::text is null or vendor = :vendor)
   and (:order::bigint is null or (order_number = :order and shipment = :shipment))
 order by vendor, vendor_number
 limit :limit

-- name: lines
select l.invoice, l.line, l.shipment_line, l.sku, l.vendor_sku, l.quantity, l.unit_cost, l.currency
  from unnest(:orders::bigint[], :numbers::text[]) as w(order_number, invoice)
  join invoice_line l on l.order_number = w.order_number and l.invoice = w.invoice
 order by l.order_number, l.invoice, l.line
