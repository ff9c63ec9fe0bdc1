-- name: validOn
select p.id, p.vendor, p.sku, i.vendor_sku, p.unit_cost, p.currency
  from vendor_item i
  join vendor v on v.code = i.vendor and v.status = 'ACTIVE'
  join contracted_price p on p.vendor = i.vendor and p.sku = i.sku
 where i.sku = any(:skus::text[])
   and (i.discontinued_on is null or i.discontinued_on > :day)
   and p.valid_from <= :day
   and (p.valid_to is null or p.valid_to >= :day)

-- name: inactive
select code from vendor where code = any(:vendors::text[]) and status <> 'ACTIVE'

-- name: of
select id, sku, unit_cost, currency, valid_from, valid_to
  from contracted_price
 where vendor = :vendor and sku = any(:skus::text[]) and (valid_to is null or valid_to >= :since)
 order by sku, valid_from

-- name: existsOf
select exists (select 1 from contracted_price where vendor = :vendor and (valid_to is null or valid_to >= :since))

-- name: end
update contracted_price p
   set valid_to = d.last_day::date
  from unnest(:ids::text[], :lastDays::text[]) as d(id, last_day)
 where p.id = d.id::uuid

-- name: insert
insert into contracted_price (id, vendor, sku, unit_cost, currency, valid_from, valid_to, created_at, created_by)
select id::uuid, :vendor, sku, cost::numeric, currency, valid_from::date, valid_to::date, :at::timestamptz, :by
  from unnest(:ids::text[], :skus::text[], :costs::text[], :currencies::text[], :froms::text[], :tos::text[])
       as d(id, sku, cost, currency, valid_from, valid_to)

-- name: listPrices
select id, sku, unit_cost, currency, valid_from, valid_to, created_at
  from contracted_price
 where vendor = :vendor and sku = :sku and valid_from > :after
 order by valid_from
 limit :limit
