-- name: validOn
select p.id, p.vendor, p.sku, i.vendor_sku, p.unit_cost, p.currency
  from vendor_item i
  join vendor v on v.code = i.vendor and v.status = 'ACTIVE'
  join contracted_price p on p.vendor = i.vendor and p.sku = i.sku
 where i.sku = any(:skus::text[])
   and (i.discontinued_on is null or i.discontinued_on > :day)
   and p.valid_from <= :day
   and (p.valid_to is null or p.valid_to >= :day)
