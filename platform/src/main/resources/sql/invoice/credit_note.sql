-- name: nextNumber
insert into credit_note_counter as c (vendor, last) values (:vendor, 1)
on conflict (vendor) do update set last = c.last + 1
returning last

-- name: insert
insert into credit_note (number, vendor, vendor_number, direction, order_number, shipment, invoice, reason, amount,
    currency, issued_at, issued_by)
values (:number, :vendor, :running, :direction, :order, :shipment, :invoice, :reason, :amount, :currency,
    :at::timestamptz, :by)

-- name: find
select vendor, vendor_number, direction, order_number, shipment, invoice, reason, amount, currency, issued_at, issued_by
  from credit_note
 where number = :number

-- name: list
select vendor, vendor_number, direction, order_number, shipment, invoice, reason, amount, currency, issued_at, issued_by
  from credit_note
 where (vendor, vendor_number) > (:afterVendor, :afterRunning)
   and (:vendor::text is null or vendor = :vendor)
 order by vendor, vendor_number
 limit :limit
