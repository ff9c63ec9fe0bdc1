-- name: open
insert into position (sku, location, source, as_of, updated_at)
select w.sku, w.location, :source, 'epoch', :at::timestamptz
  from unnest(:skus::text[], :locations::text[]) as w(sku, location)
  join product on product.sku = w.sku
  join location on location.code = w.location
 order by w.sku, w.location
on conflict (sku, location) do nothing

-- name: count
update position p
   set on_hand = c.on_hand,
       safety_stock = coalesce(c.safety_stock, p.safety_stock),
       incoming = coalesce(c.incoming::jsonb, p.incoming),
       shortage = greatest(0, p.reserved - c.on_hand),
       source = :source, as_of = c.as_of::timestamptz, updated_at = :at::timestamptz,
       last_feed = coalesce(:feed::uuid, p.last_feed),
       journal_seq = p.journal_seq + c.entries,
       version = p.version + 1
  from unnest(:skus::text[], :locations::text[], :onHands::int[], :safetyStocks::int[], :incomings::text[],
              :asOfs::text[], :entries::int[])
       as c(sku, location, on_hand, safety_stock, incoming, as_of, entries)
 where p.sku = c.sku and p.location = c.location

-- name: markMentioned
update position p
   set last_feed = :feed::uuid
  from unnest(:skus::text[], :locations::text[]) as c(sku, location)
 where p.sku = c.sku and p.location = c.location

-- name: adjust
update position p
   set on_hand = p.on_hand + c.delta,
       shortage = greatest(0, p.reserved - p.on_hand - c.delta),
       as_of = case when p.as_of = 'epoch' then :at::timestamptz else p.as_of end,
       updated_at = :at::timestamptz,
       journal_seq = p.journal_seq + c.entries,
       version = p.version + 1
  from unnest(:skus::text[], :locations::text[], :deltas::int[], :entries::int[]) as c(sku, location, delta, entries)
 where p.sku = c.sku and p.location = c.location
