-- name: supersede
update amendment
   set state = 'SUPERSEDED', answered_at = :at::timestamptz, version = version + 1
 where order_number = :order and kind = :kind and state = 'REQUESTED' and shipment = any(:sequences::int[])
returning id, order_number, shipment, vendor, kind, state, requested_at, answered_at, comment, name, line1, line2, city,
          region, postal_code, country, phone, version

-- name: close
update amendment
   set state = :state, answered_at = :at::timestamptz, version = version + 1
 where order_number = :order and shipment = :shipment and state = 'REQUESTED'
returning id, order_number, shipment, vendor, kind, state, requested_at, answered_at, comment, name, line1, line2, city,
          region, postal_code, country, phone, version

-- name: isCanceled
select exists (select from amendment where order_number = :order and kind = 'CANCELLATION')

-- name: insert
insert into amendment (id, order_number, shipment, vendor, kind, state, requested_at, name, line1, line2, city, region,
    postal_code, country, phone)
values (:id, :order, :shipment, :vendor, :kind, 'REQUESTED', :at::timestamptz, :name, :line1, :line2, :city, :region,
    :postalCode, :country, :phone)
on conflict (order_number, shipment, kind) where state = 'REQUESTED' do nothing

-- name: find
select id, order_number, shipment, vendor, kind, state, requested_at, answered_at, comment, name, line1, line2, city,
       region, postal_code, country, phone, version
  from amendment
 where id = :id

-- name: list
select id, order_number, shipment, vendor, kind, state, requested_at, answered_at, comment, name, line1, line2, city,
       region, postal_code, country, phone, version
  from amendment
 where (:after::uuid is null or id > :after::uuid)
   and (:vendor::text is null or vendor = :vendor)
   and (:state::text is null or state = :state)
   and (:order::bigint is null or order_number = :order)
 order by id
 limit :limit

-- name: ofOrders
select id, order_number, shipment, vendor, kind, state, requested_at, answered_at, comment, name, line1, line2, city,
       region, postal_code, country, phone, version
  from amendment
 where order_number = any(:orders::bigint[])
 order by order_number, requested_at, shipment, kind

-- name: answer
update amendment
   set state = :state, answered_at = :at::timestamptz, comment = :comment, version = version + 1
 where id = :id
