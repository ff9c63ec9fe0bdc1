-- name: knowsLocation
select exists (select 1 from location where code = :location)

-- name: read
select p.sku, p.location, product.upc, p.on_hand, p.reserved, p.safety_stock, p.shortage, p.incoming,
       p.blocked_reason, p.blocked_until, p.source, p.as_of, p.updated_at, p.version
  from position p
  join product on product.sku = p.sku

-- name: byKeys
 join unnest(:skus::text[], :locations::text[]) as w(sku, location) on p.sku = w.sku and p.location = w.location

-- name: pageOfSku
 where p.sku = :sku and p.location > :afterLocation
   and (:location::text is null or p.location = :location)
   and (:locations::text[] is null or p.location = any(:locations::text[]))
 order by p.sku, p.location
 limit :limit

-- name: pageOfLocation
 where p.location = :location and p.sku > :afterSku
   and (:locations::text[] is null or p.location = any(:locations::text[]))
 order by p.location, p.sku
 limit :limit

-- name: pageOfLocations
 join unnest(:locations::text[]) as l(code)
   on p.location = l.code
 where (p.sku, p.location) > (:afterSku, :afterLocation)
 order by p.sku, p.location
 limit :limit

-- name: page
 where (p.sku, p.location) > (:afterSku, :afterLocation)
 order by p.sku, p.location
 limit :limit
