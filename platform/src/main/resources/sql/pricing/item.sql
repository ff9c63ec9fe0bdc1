-- name: list
select i.vendor, i.vendor_sku, i.sku, p.upc, p.name, i.pack_size, i.lead_time_days, i.discontinued_on, i.version
  from vendor_item i
  join product p on p.sku = i.sku
 where i.vendor = :vendor and i.sku > :after
 order by i.sku
 limit :limit

-- name: known
select sku from vendor_item where vendor = :vendor and sku = any(:skus::text[])
 union
select sku from item_proposal where vendor = :vendor and sku = any(:skus::text[])

-- name: holders
select vendor_sku, sku from vendor_item where vendor = :vendor and vendor_sku = any(:vendorSkus::text[])

-- name: insertMissing
insert into vendor_item (vendor, sku, vendor_sku, pack_size, lead_time_days, discontinued_on, version, created_at,
                         updated_at)
select :vendor, sku, vendor_sku, pack_size, lead_time, discontinued::date, 1, :at::timestamptz, :at::timestamptz
  from unnest(:skus::text[], :vendorSkus::text[], :packSizes::int[], :leadTimes::int[], :discontinued::text[])
       as d(sku, vendor_sku, pack_size, lead_time, discontinued)
 order by sku
    on conflict (vendor, sku) do nothing
returning sku

-- name: lock
select i.vendor, i.vendor_sku, i.sku, p.upc, p.name, i.pack_size, i.lead_time_days, i.discontinued_on, i.version
  from vendor_item i
  join product p on p.sku = i.sku
 where i.vendor = :vendor and i.sku = any(:skus::text[])
 order by i.sku
   for update of i

-- name: update
update vendor_item i
   set vendor_sku = d.vendor_sku, pack_size = d.pack_size, lead_time_days = d.lead_time,
       discontinued_on = d.discontinued::date, version = d.version, updated_at = :at::timestamptz
  from unnest(:skus::text[], :vendorSkus::text[], :packSizes::int[], :leadTimes::int[], :discontinued::text[],
              :versions::int[])
       as d(sku, vendor_sku, pack_size, lead_time, discontinued, version)
 where i.vendor = :vendor and i.sku = d.sku
