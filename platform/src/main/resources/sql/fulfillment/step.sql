-- name: insertNotice
insert into ship_notice (order_number, shipment, notice, vendor, notice_number, shipped_at, recorded_at, recorded_by,
    remainder)
values (:order, :sequence, :notice, :vendor, :number, :shippedAt::timestamptz, :at::timestamptz, :by, :remainder)

-- name: insertNoticeLines
insert into ship_notice_line (order_number, shipment, notice, line, vendor, quantity)
select :order, :sequence, :notice, line, :vendor, quantity
  from unnest(:lines::int[], :quantities::int[]) as l(line, quantity)

-- name: insertPackages
insert into package (order_number, shipment, notice, package, vendor, carrier, service, tracking_number, weight_grams)
select :order, :sequence, :notice, package, :vendor, carrier, service, tracking_number, weight_grams::int
  from unnest(:packages::int[], :carriers::text[], :services::text[], :trackings::text[], :weights::text[])
       as p(package, carrier, service, tracking_number, weight_grams)

-- name: insertPackageLines
insert into package_line (order_number, shipment, notice, package, line, vendor, quantity)
select :order, :sequence, :notice, package, line, :vendor, quantity
  from unnest(:packages::int[], :lines::int[], :quantities::int[]) as l(package, line, quantity)

-- name: notices
select notice, notice_number, shipped_at, recorded_at, remainder
  from ship_notice
 where order_number = :order and shipment = :sequence
 order by notice

-- name: packages
select p.notice, p.package, p.carrier, p.service, p.tracking_number, p.weight_grams, l.line, l.quantity
  from package p
  join package_line l on l.order_number = p.order_number and l.shipment = p.shipment and l.notice = p.notice
                     and l.package = p.package
 where p.order_number = :order and p.shipment = :sequence
 order by p.notice, p.package, l.line

-- name: insertCanceledItems
insert into canceled_items (order_number, shipment, number, vendor, at, step, unwanted)
select :order, :sequence, coalesce(max(number), 0) + 1, :vendor, :at::timestamptz, :step, :unwanted
  from canceled_items
 where order_number = :order and shipment = :sequence
returning number

-- name: insertCanceledLines
insert into canceled_items_line (order_number, shipment, number, line, vendor, quantity, reason, note)
select :order, :sequence, :number, line, :vendor, quantity, reason, note
  from unnest(:lines::int[], :quantities::int[], :reasons::text[], :notes::text[])
       as l(line, quantity, reason, note)

-- name: settle
update canceled_items
   set disposition = :disposition, replacements = :replacements::int[]
 where order_number = :order and shipment = :sequence and number = :number and disposition is null

-- name: canceledItems
select number, at, step, disposition, replacements
  from canceled_items
 where order_number = :order and shipment = :sequence and number > :after
 order by number
 limit :limit

-- name: canceledLines
select number, line, quantity, reason, note
  from canceled_items_line
 where order_number = :order and shipment = :sequence and number > :after
 order by number, line

-- name: shipped
select n.order_number, n.shipment, n.notice, n.line, n.vendor, n.quantity, l.sku, l.vendor_sku, l.unit_cost, l.currency
  from unnest(:orders::bigint[], :shipments::int[]) as w(order_number, shipment)
  join ship_notice_line n on n.order_number = w.order_number and n.shipment = w.shipment
  join shipment_line l on l.order_number = n.order_number and l.shipment = n.shipment and l.line = n.line
 where n.vendor <> ''
 order by n.order_number, n.shipment, n.notice, n.line
