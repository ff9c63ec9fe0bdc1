-- name: findAll
select sku, upc, name, weight_grams, unit_cost, cost_currency, attributes, keep_together, version
  from product
 where sku = any(:skus::text[])

-- name: list
select sku, upc, name, weight_grams, unit_cost, cost_currency, attributes, keep_together, version
  from product
 where sku > :after
   and (:sku::text is null or sku = :sku)
   and (:upc::text is null or upc = :upc)
 order by sku
 limit :limit

-- name: lockVersion
select version from product where sku = :sku for update

-- name: holders
select upc, sku from product where upc = any(:upcs::text[])

-- name: insertMissing
insert into product (sku, upc, name, weight_grams, unit_cost, cost_currency, attributes, keep_together, version,
                     created_at, updated_at)
select sku, upc, name, weight_grams, unit_cost::numeric, cost_currency, attributes::jsonb, keep_together::boolean, 1,
       :at::timestamptz, :at::timestamptz
  from unnest(:skus::text[], :upcs::text[], :names::text[], :weights::int[], :costs::text[], :currencies::text[],
              :attributes::text[], :together::text[])
       as d(sku, upc, name, weight_grams, unit_cost, cost_currency, attributes, keep_together)
 order by sku
    on conflict do nothing
returning sku, version

-- name: upsert
insert into product as p (sku, upc, name, weight_grams, unit_cost, cost_currency, attributes, keep_together, version,
                          created_at, updated_at)
select sku, upc, name, weight_grams, unit_cost::numeric, cost_currency, attributes::jsonb, keep_together::boolean, 1,
       :at::timestamptz, :at::timestamptz
  from unnest(:skus::text[], :upcs::text[], :names::text[], :weights::int[], :costs::text[], :currencies::text[],
              :attributes::text[], :together::text[])
       as d(sku, upc, name, weight_grams, unit_cost, cost_currency, attributes, keep_together)
 order by sku
    on conflict (sku) do update
   set upc = excluded.upc, name = excluded.name, weight_grams = excluded.weight_grams, unit_cost = excluded.unit_cost,
       cost_currency = excluded.cost_currency, attributes = excluded.attributes,
       keep_together = excluded.keep_together, version = p.version + 1, updated_at = excluded.updated_at
 where (p.upc, p.name, p.weight_grams, p.unit_cost, p.cost_currency, p.attributes, p.keep_together)
       is distinct from (excluded.upc, excluded.name, excluded.weight_grams, excluded.unit_cost,
                         excluded.cost_currency, excluded.attributes, excluded.keep_together)
returning sku, version
