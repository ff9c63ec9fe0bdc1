-- name: insert
insert into received_invoice (id, vendor, their_number, order_number, shipment, currency, total, invoice_date, state,
    received_at)
values (:id, :vendor, :theirNumber, :order, :shipment, :currency, :total, :date::date, :state, :at::timestamptz)

-- name: insertLines
insert into received_invoice_line (received, line, vendor, shipment_line, quantity, unit_cost)
select :id, line, :vendor, shipment_line, quantity, unit_cost::numeric
  from unnest(:lines::int[], :shipmentLines::int[], :quantities::int[], :costs::text[])
       as l(line, shipment_line, quantity, unit_cost)

-- name: insertDifferences
insert into received_invoice_difference (received, number, vendor, kind, shipment_line, expected, found)
select :id, number, :vendor, kind, line::int, expected, found
  from unnest(:kinds::text[], :lines::text[], :expected::text[], :found::text[])
       with ordinality as d(kind, line, expected, found, number)

-- name: settled
select l.shipment_line, sum(l.quantity)::int as units
  from received_invoice r
  join received_invoice_line l on l.received = r.id
 where r.order_number = :order and r.shipment = :shipment and r.state in ('MATCHED', 'APPROVED')
 group by l.shipment_line

-- name: findByNumber
select id, vendor, their_number, order_number, shipment, currency, total, invoice_date, state, received_at, decided_at,
       decided_by, comment, credit_note, version
  from received_invoice
 where vendor = :vendor and their_number = :theirNumber

-- name: find
select id, vendor, their_number, order_number, shipment, currency, total, invoice_date, state, received_at, decided_at,
       decided_by, comment, credit_note, version
  from received_invoice
 where id = :id

-- name: lock
select id, vendor, their_number, order_number, shipment, currency, total, invoice_date, state, received_at, decided_at,
       decided_by, comment, credit_note, version
  from received_invoice
 where id = :id
   for update

-- name: list
select id, vendor, their_number, order_number, shipment, currency, total, invoice_date, state, received_at, decided_at,
       decided_by, comment, credit_note, version
  from received_invoice
 where (:after::uuid is null or id > :after::uuid)
   and (:vendor::text is null or vendor = :vendor)
   and (:state::text is null or state = :state)
 order by id
 limit :limit

-- name: decide
update received_invoice
   set state = :state, decided_at = :at::timestamptz, decided_by = :by, comment = :comment,
       credit_note = :note, version = version + 1
 where id = :id

-- name: lines
select received, line, shipment_line, quantity, unit_cost
  from received_invoice_line
 where received = any(:ids::uuid[])
 order by received, line

-- name: differences
select received, kind, shipment_line, expected, found
  from received_invoice_difference
 where received = any(:ids::uuid[])
 order by received, number

-- name: oneAtATime
-- Two invoices for the same units must see each other: a vendor's are compared one after the other.
insert into received_turn (vendor) values (:vendor) on conflict (vendor) do update set vendor = excluded.vendor

-- name: tallies
-- Nobody has judged what waits, the vendor mended what it withdrew, and an approval means that it may have been right.
select vendor, count(*) filter (where state = 'MATCHED') as matched, count(*) as counted
  from received_invoice
 where state in ('MATCHED', 'REJECTED')
   and received_at >= :from::timestamptz and received_at < :to::timestamptz
   and (:vendor::text is null or vendor = :vendor)
 group by vendor

-- name: behind
select distinct order_number, shipment
  from received_invoice
 where vendor = :vendor and state = :state
   and received_at >= :from::timestamptz and received_at < :to::timestamptz
   and (order_number, shipment) > (:afterOrder, :afterShipment)
 order by order_number, shipment
 limit :limit
