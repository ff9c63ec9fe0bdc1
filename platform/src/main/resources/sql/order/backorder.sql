-- name: backordered
select w.sku
  from unnest(:skus::text[]) as w(sku)
 where exists (select 1 from order_line l where l.sku = w.sku and l.awaiting = 'BACKORDER')

-- name: listBackordered
-- From one product to the next through the index: the lines of one are not read.
with recursive waiting(sku) as (
    (select sku from order_line where awaiting = 'BACKORDER' and sku > :after order by sku limit 1)
    union all
    select (select l.sku from order_line l where l.awaiting = 'BACKORDER' and l.sku > w.sku order by l.sku limit 1)
      from waiting w
     where w.sku is not null
)
select sku from waiting where sku is not null limit :limit

-- name: listBackorders
select order_number, line, open
  from order_line
 where sku = :sku and awaiting = 'BACKORDER' and order_number > :after
 order by order_number, line
 limit :limit
