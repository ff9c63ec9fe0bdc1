-- name: orders
select order_number, channel, external_number, placed_at, requested_service, gift_message, ship_to_name, line1, line2,
       city, region, postal_code, country, ship_to_phone
  from customer_order
 where order_number = any(:orders::bigint[])
