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
   set valid_to = d.last_day::date, cut_by = d.cut_by::uuid,
       uncut_to = case when d.cut_by is not null then p.valid_to end
  from unnest(:ids::text[], :lastDays::text[], :cutBys::text[]) as d(id, last_day, cut_by)
 where p.id = d.id::uuid

-- name: correct
-- Another last day is one on purpose: it no longer follows the price behind.
update contracted_price p
   set unit_cost = d.cost::numeric, valid_to = d.valid_to::date,
       cut_by = case when d.valid_to::date is not distinct from p.valid_to then p.cut_by end,
       uncut_to = case when d.valid_to::date is not distinct from p.valid_to then p.uncut_to end,
       created_at = :at::timestamptz, created_by = :by
  from unnest(:ids::text[], :costs::text[], :tos::text[]) as d(id, cost, valid_to)
 where p.id = d.id::uuid

-- name: withdraw
delete from contracted_price where id = :id

-- name: resume
update contracted_price p
   set valid_to = case when n.valid_from <= coalesce(p.uncut_to, 'infinity') then n.valid_from - 1 else p.uncut_to end,
       cut_by = case when n.valid_from <= coalesce(p.uncut_to, 'infinity') then n.id end,
       uncut_to = case when n.valid_from <= coalesce(p.uncut_to, 'infinity') then p.uncut_to end
  from (values (1)) as one(row)
  left join (select id, valid_from
               from contracted_price
              where vendor = :vendor and sku = :sku and valid_from > :from
              order by valid_from
              limit 1) as n on true
 where p.cut_by = :withdrawn

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
