-- name: numbers
select nextval('order_number') from generate_series(1, :count)

-- name: claim
insert into order_key (channel, external_number, order_number)
select * from unnest(:channels::text[], :externals::text[], :numbers::bigint[])
on conflict do nothing
returning channel, external_number

-- name: known
select k.channel, k.external_number, k.order_number, o.fingerprint
  from unnest(:channels::text[], :externals::text[]) as w(channel, external_number)
  join order_key k using (channel, external_number)
  join customer_order o on o.order_number = k.order_number

-- name: insertOrders
insert into customer_order (order_number, channel, external_number, fingerprint, currency, state, placed_at,
    accepted_at, updated_at, fulfillment_type, requested_service, attributes, customer_name, customer_email,
    customer_phone, ship_to_name, line1, line2, city, region, postal_code, country, ship_to_phone, latitude, longitude,
    gift_message)
select order_number, channel, external_number, fingerprint, currency, state, placed_at::timestamptz,
       accepted_at::timestamptz, accepted_at::timestamptz, fulfillment_type, requested_service, attributes::jsonb,
       customer_name, customer_email, customer_phone, ship_to_name, line1, line2, city, region, postal_code, country,
       ship_to_phone, latitude::float8, longitude::float8, gift_message
  from unnest(:numbers::bigint[], :channels::text[], :externals::text[], :fingerprints::bytea[], :currencies::text[],
              :states::text[], :placed::text[], :accepted::text[], :types::text[], :services::text[],
              :attributes::text[], :customers::text[], :emails::text[], :phones::text[], :names::text[],
              :line1s::text[], :line2s::text[], :cities::text[], :regions::text[], :postals::text[],
              :countries::text[], :shipPhones::text[], :latitudes::text[], :longitudes::text[], :gifts::text[])
       as o(order_number, channel, external_number, fingerprint, currency, state, placed_at, accepted_at,
            fulfillment_type, requested_service, attributes, customer_name, customer_email, customer_phone,
            ship_to_name, line1, line2, city, region, postal_code, country, ship_to_phone, latitude, longitude,
            gift_message)

-- name: insertLines
insert into order_line (order_number, line, sku, ordered, open, assigned, shipped, canceled, awaiting, unit_price,
    currency, attributes)
select order_number, line, sku, ordered, open, assigned, shipped, canceled, awaiting, unit_price::numeric, currency,
       attributes::jsonb
  from unnest(:numbers::bigint[], :lines::int[], :skus::text[], :ordered::int[], :open::int[], :assigned::int[],
              :shipped::int[], :canceled::int[], :awaiting::text[], :prices::text[], :currencies::text[],
              :attributes::text[])
       as l(order_number, line, sku, ordered, open, assigned, shipped, canceled, awaiting, unit_price, currency,
            attributes)

-- name: lock
select order_number from customer_order where order_number = :number for update

-- name: orders
select order_number, channel, external_number, currency, state, version, placed_at, accepted_at, fulfillment_type,
       requested_service, attributes::text as attributes, customer_name, customer_email, customer_phone, ship_to_name,
       line1, line2, city, region, postal_code, country, ship_to_phone, latitude, longitude, gift_message
  from customer_order
 where order_number = any(:numbers::bigint[])
 order by order_number

-- name: lines
select order_number, line, sku, ordered, open, assigned, shipped, canceled, awaiting, unit_price, currency,
       attributes::text as attributes
  from order_line
 where order_number = any(:numbers::bigint[])
 order by order_number, line

-- name: updateLines
update order_line l
   set open = c.open, assigned = c.assigned, shipped = c.shipped, canceled = c.canceled, awaiting = c.awaiting
  from unnest(:numbers::bigint[], :lines::int[], :open::int[], :assigned::int[], :shipped::int[], :canceled::int[],
              :awaiting::text[])
       as c(order_number, line, open, assigned, shipped, canceled, awaiting)
 where l.order_number = c.order_number and l.line = c.line

-- name: updateOrders
update customer_order o
   set state = c.state, version = c.version, updated_at = :at::timestamptz
  from unnest(:numbers::bigint[], :states::text[], :versions::int[]) as c(order_number, state, version)
 where o.order_number = c.order_number and o.version = c.version - 1

-- name: lockAll
select order_number from customer_order
 where order_number = any(:numbers::bigint[])
 order by order_number
   for update

-- name: listByState
select order_number from customer_order
 where state = :state and order_number < :before
   and (:channel::text is null or channel = :channel)
   and (:sku::text is null or exists (select 1 from order_line l
            where l.order_number = customer_order.order_number and l.sku = :sku))
 order by order_number desc
 limit :limit

-- name: listByExternal
select order_number from order_key
 where external_number = :external and order_number < :before and channel = :channel
 order by order_number desc
 limit :limit

-- name: listAll
select order_number from customer_order
 where order_number < :before
   and (:state::text is null or state = :state)
   and (:channel::text is null or channel = :channel)
   and (:external::text is null or external_number = :external)
   and (:sku::text is null or exists (select 1 from order_line l
            where l.order_number = customer_order.order_number and l.sku = :sku))
 order by order_number desc
 limit :limit

-- name: readdress
update customer_order
   set ship_to_name = :name, line1 = :line1, line2 = :line2, city = :city, region = :region, postal_code = :postalCode,
       country = :country, ship_to_phone = :phone, latitude = :latitude, longitude = :longitude,
       version = version + 1, updated_at = :at::timestamptz
 where order_number = :order
