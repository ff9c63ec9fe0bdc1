-- name: addChecks
insert into backorder_check (sku, order_number) select * from unnest(:skus::text[], :orders::bigint[])

-- name: takeChecks
delete from backorder_check
 where id in (select id from backorder_check order by id limit :limit for update skip locked)
returning sku, order_number

-- name: request
-- The rows come sorted, so that two requests never wait for each other crosswise.
insert into backorder_release as r (sku, after_order)
select * from unnest(:skus::text[], :afters::bigint[])
    on conflict (sku) do update
   set after_order = least(r.after_order, excluded.after_order), due_at = least(r.due_at, excluded.due_at)

-- name: claim
select sku, after_order, failures
  from backorder_release
 where due_at <= now()
 order by due_at
 limit 1
   for update skip locked

-- name: advance
update backorder_release set after_order = :after, due_at = now(), failures = 0 where sku = :sku

-- name: postpone
update backorder_release
   set failures = failures + 1, due_at = now() + make_interval(secs => :seconds)
 where sku = :sku

-- name: finish
delete from backorder_release where sku = :sku
