-- name: withdrawOther
update item_proposal p
   set state = 'WITHDRAWN', version = version + 1, decided_at = :at::timestamptz
  from unnest(:skus::text[], :vendorSkus::text[], :costs::text[], :currencies::text[], :froms::text[], :tos::text[],
              :packSizes::text[], :leadTimes::text[], :discontinued::text[])
       as d(sku, vendor_sku, cost, currency, valid_from, valid_to, pack_size, lead_time, discontinued)
 where p.vendor = :vendor and p.state = 'PROPOSED' and p.sku = d.sku and p.valid_from = d.valid_from::date
   and (p.vendor_sku, p.unit_cost, p.currency, p.valid_to, p.pack_size, p.lead_time_days, p.discontinued_on)
       is distinct from (d.vendor_sku, d.cost::numeric, d.currency::char(3), d.valid_to::date, d.pack_size::int,
                         d.lead_time::int, d.discontinued::date)
returning p.id, p.version

-- name: insertMissing
insert into item_proposal (id, vendor, sku, vendor_sku, unit_cost, currency, valid_from, valid_to, pack_size,
                           lead_time_days, discontinued_on, state, version, proposed_at)
select id::uuid, :vendor, sku, vendor_sku, cost::numeric, currency, valid_from::date, valid_to::date,
       pack_size::int, lead_time::int, discontinued::date, 'PROPOSED', 1, :at::timestamptz
  from unnest(:ids::text[], :skus::text[], :vendorSkus::text[], :costs::text[], :currencies::text[], :froms::text[],
              :tos::text[], :packSizes::text[], :leadTimes::text[], :discontinued::text[])
       as d(id, sku, vendor_sku, cost, currency, valid_from, valid_to, pack_size, lead_time, discontinued)
 order by sku, valid_from
    on conflict (vendor, sku, valid_from) where state = 'PROPOSED' do nothing
returning id

-- name: holders
select i.vendor_sku, i.sku
  from vendor_item i
 where i.vendor = :vendor and i.vendor_sku = any(:vendorSkus::text[])
 union all
select p.vendor_sku, p.sku
  from item_proposal p
  join unnest(:skus::text[], :vendorSkus::text[]) as d(sku, vendor_sku)
    on d.vendor_sku = p.vendor_sku and d.sku <> p.sku
 where p.vendor = :vendor and p.state = 'PROPOSED'

-- name: openCurrency
select p.currency
  from item_proposal p
 where p.vendor = :vendor and p.state = 'PROPOSED'
   and not exists (select 1
                     from unnest(:skus::text[], :froms::text[]) as d(sku, valid_from)
                    where d.sku = p.sku and d.valid_from::date = p.valid_from)
 limit 1

-- name: openOf
select id, vendor, sku, vendor_sku, unit_cost, currency, valid_from, valid_to, pack_size, lead_time_days,
       discontinued_on, state, comment, version, proposed_at, decided_at
  from item_proposal
 where vendor = :vendor and state = 'PROPOSED' and sku = any(:skus::text[])

-- name: lockOffers
select pg_advisory_xact_lock(hashtextextended('item_proposal ' || :vendor, 0))

-- name: list
select id, vendor, sku, vendor_sku, unit_cost, currency, valid_from, valid_to, pack_size, lead_time_days,
       discontinued_on, state, comment, version, proposed_at, decided_at
  from item_proposal
 where vendor = :vendor and id > :after and (:state::text is null or state = :state)
 order by id
 limit :limit

-- name: lock
select id, vendor, sku, vendor_sku, unit_cost, currency, valid_from, valid_to, pack_size, lead_time_days,
       discontinued_on, state, comment, version, proposed_at, decided_at
  from item_proposal
 where vendor = :vendor and id = any(:ids::uuid[])
 order by id
   for update

-- name: decide
update item_proposal
   set state = :state, comment = :comment, version = version + 1, decided_at = :at::timestamptz
 where vendor = :vendor and id = any(:ids::uuid[]) and state = 'PROPOSED'
