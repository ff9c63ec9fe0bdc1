-- name: keep
insert into shipment_ship_to (order_number, shipment, vendor, name, line1, line2, city, region, postal_code, country,
    phone)
select s.order_number, s.sequence, s.vendor, :name, :line1, :line2, :city, :region, :postalCode, :country, :phone
  from shipment s
 where s.order_number = :order and s.sequence = any(:sequences::int[])
on conflict (order_number, shipment) do nothing

-- name: follow
delete from shipment_ship_to where order_number = :order and shipment = any(:sequences::int[])

-- name: readdressed
update shipment
   set version = version + 1, updated_at = :at::timestamptz
 where order_number = :order and sequence = any(:sequences::int[])
returning sequence, version, state

-- name: own
select order_number, shipment, name, line1, line2, city, region, postal_code, country, phone
  from shipment_ship_to
 where (order_number, shipment) in (select * from unnest(:orders::bigint[], :sequences::int[]))
