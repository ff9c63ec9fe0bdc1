-- name: offersOf
-- What lay there unpromised at a moment, but for what was promised since: every move since then but those that took
-- promised units away is undone. Blocks and safety stock are those of today.
select p.sku, p.location, p.on_hand - p.reserved - p.safety_stock - coalesce(m.units, 0) as available,
       case when p.blocked_reason is not null
                 and coalesce(p.blocked_until, 'infinity') >= (:at::timestamptz at time zone 'UTC')::date
            then p.blocked_reason
       end as blocked
  from unnest(:skus::text[]) as w(sku)
  join position p on p.sku = w.sku
  left join lateral (
       select sum(delta)::int as units from stock_move m
        where m.sku = p.sku and m.location = p.location and m.id >= :id::uuid and m.at >= :since::timestamptz
          and m.reason <> 'SHIPPED') m on true

-- name: suppliesSince
select m.sku, m.location, m.at, m.delta
  from unnest(:skus::text[]) as w(sku)
  join stock_move m on m.sku = w.sku
 where m.id >= :id::uuid and m.at >= :since::timestamptz and m.reason <> 'SHIPPED'
