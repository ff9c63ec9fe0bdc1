-- name: span
select count(*) as orders, coalesce(min(order_number), 0) as first, coalesce(max(order_number), 0) as last
  from customer_order
 where accepted_at >= :from::timestamptz and accepted_at < :to::timestamptz

-- name: acceptedWithin
select order_number from customer_order
 where order_number > :after and order_number <= :last
   and accepted_at >= :from::timestamptz and accepted_at < :to::timestamptz
 order by order_number
 limit :limit

-- name: lastNumber
select coalesce(pg_sequence_last_value('order_number'::regclass), 0)
