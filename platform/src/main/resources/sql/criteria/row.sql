-- name: known
select r.location, r.sku, r.country, r.postal_from, r.postal_to, r.valid_from::text as valid_from,
       r.valid_to::text as valid_to, r.value
  from unnest(:locations::text[], :skus::text[], :countries::text[], :postalFroms::text[], :validFroms::text[])
       as w(location, sku, country, postal_from, valid_from)
  join criteria_row r
    on r.table_name = :table and r.generation = :generation and r.location = w.location and r.sku = w.sku
   and r.country = w.country and r.postal_from = w.postal_from and r.valid_from = w.valid_from::date

-- name: upsert
insert into criteria_row (table_name, generation, location, sku, country, postal_from, postal_to, valid_from, valid_to,
                          value)
select :table, :generation, w.location, w.sku, w.country, w.postal_from, w.postal_to, w.valid_from::date,
       w.valid_to::date, w.value
  from unnest(:locations::text[], :skus::text[], :countries::text[], :postalFroms::text[], :postalTos::text[],
              :validFroms::text[], :validTos::text[], :values::text[])
       as w(location, sku, country, postal_from, postal_to, valid_from, valid_to, value)
    on conflict (table_name, generation, location, sku, country, postal_from, valid_from) do update
   set postal_to = excluded.postal_to, valid_to = excluded.valid_to, value = excluded.value

-- name: list
select r.location, r.sku, r.country, r.postal_from, r.postal_to, r.valid_from::text as valid_from,
       r.valid_to::text as valid_to, r.value
  from criteria_row r
 where r.table_name = :table and r.generation = :generation
   and (r.location, r.sku, r.country, r.postal_from, r.valid_from)
       > (:location, :sku, :country, :postalFrom, :validFrom::date)
 order by r.location, r.sku, r.country, r.postal_from, r.valid_from
 limit :limit

-- name: count
select count(*) from criteria_row where table_name = :table and generation = :generation

-- name: clear
delete from criteria_row where table_name = :table and generation <> :keep

-- name: drop
delete from criteria_row where table_name = :table and generation = :generation

-- name: valid
-- One branch per kind of key, each along an index; a table answers in the branch of its key.
select r.table_name, r.location, r.sku, '' as country, '' as code, '' as postal_from, r.valid_from, r.value
  from criteria_table t
  join unnest(:locations::text[]) as w(location) on true
  join criteria_row r on r.table_name = t.name and r.generation = t.generation and r.location = w.location
 where t.name = any(:tables::text[]) and not t.removed and t.keyed_by = 'LOCATION'
   and :day::date between r.valid_from and r.valid_to
union all
select r.table_name, r.location, r.sku, '', '', '', r.valid_from, r.value
  from criteria_table t
  join unnest(:skus::text[]) as w(sku) on true
  join criteria_row r on r.table_name = t.name and r.generation = t.generation and r.sku = w.sku
 where t.name = any(:tables::text[]) and not t.removed
   and (t.keyed_by = 'PRODUCT' or (t.keyed_by = 'LOCATION_AND_PRODUCT' and r.location = any(:locations::text[])))
   and :day::date between r.valid_from and r.valid_to
union all
select r.table_name, '', '', r.country, w.code, r.postal_from, r.valid_from, r.value
  from criteria_table t
  join unnest(:countries::text[], :codes::text[]) as w(country, code) on true
  join criteria_row r on r.table_name = t.name and r.generation = t.generation and r.location = '' and r.sku = ''
   and r.country = w.country and r.postal_from <= w.code and r.postal_to >= w.code
 where t.name = any(:tables::text[]) and not t.removed and t.keyed_by = 'POSTAL_CODE'
   and :day::date between r.valid_from and r.valid_to
 order by valid_from, postal_from
