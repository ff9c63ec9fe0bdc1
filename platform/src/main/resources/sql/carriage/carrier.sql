-- name: revision
select revision from carriage_revision

-- name: holdRevision
select revision from carriage_revision for share

-- name: lockRevision
select revision, version from carriage_revision for update

-- name: nextRevision
update carriage_revision set version = version + 1, revision = gen_random_uuid() returning revision, version

-- name: calendarsAll
select carrier, service, name, pickup_days, latest_pickup, delivery_days, holidays::text[] as holidays, active
  from carrier_calendar

-- name: calendarsList
select carrier, service, name, pickup_days, latest_pickup, delivery_days, holidays::text[] as holidays, active
  from carrier_calendar
 where key > :after collate "C"
 order by key
 limit :limit

-- name: calendarsUpsert
insert into carrier_calendar (key, carrier, service, name, pickup_days, latest_pickup, delivery_days, holidays, active)
select key, carrier, service, name, string_to_array(pickup_days, ' '), latest_pickup::time,
       string_to_array(delivery_days, ' '), string_to_array(holidays, ' ')::date[], active::boolean
  from unnest(:keys::text[], :carriers::text[], :services::text[], :names::text[], :pickupDays::text[],
              :latestPickups::text[], :deliveryDays::text[], :holidays::text[], :actives::text[])
       as w(key, carrier, service, name, pickup_days, latest_pickup, delivery_days, holidays, active)
    on conflict (key) do update
   set name = excluded.name, pickup_days = excluded.pickup_days, latest_pickup = excluded.latest_pickup,
       delivery_days = excluded.delivery_days, holidays = excluded.holidays, active = excluded.active

-- name: calendarsDelete
delete from carrier_calendar where key = any(:keys::text[])

-- name: zonesAll
select carrier, service, origin_country, origin_region, origin_prefix, destination_country, destination_from,
       destination_to, min_km, max_km, zone
  from carrier_zone

-- name: zonesList
select carrier, service, origin_country, origin_region, origin_prefix, destination_country, destination_from,
       destination_to, min_km, max_km, zone
  from carrier_zone
 where key > :after collate "C"
 order by key
 limit :limit

-- name: zonesUpsert
insert into carrier_zone (key, carrier, service, origin_country, origin_region, origin_prefix, destination_country,
                          destination_from, destination_to, min_km, max_km, zone)
select key, carrier, service, origin_country, origin_region, origin_prefix, destination_country, destination_from,
       destination_to, min_km, max_km, zone
  from unnest(:keys::text[], :carriers::text[], :services::text[], :originCountries::text[], :originRegions::text[],
              :originPrefixes::text[], :countries::text[], :froms::text[], :tos::text[], :minKms::int[],
              :maxKms::int[], :zones::text[])
       as w(key, carrier, service, origin_country, origin_region, origin_prefix, destination_country,
            destination_from, destination_to, min_km, max_km, zone)
    on conflict (key) do update
   set destination_to = excluded.destination_to, max_km = excluded.max_km, zone = excluded.zone

-- name: zonesDelete
delete from carrier_zone where key = any(:keys::text[])

-- name: ratesAll
select carrier, service, zone, up_to_grams, amount, per_extra_kg, currency from carrier_rate

-- name: ratesList
select carrier, service, zone, up_to_grams, amount, per_extra_kg, currency
  from carrier_rate
 where key > :after collate "C"
 order by key
 limit :limit

-- name: ratesUpsert
insert into carrier_rate (key, carrier, service, zone, up_to_grams, amount, per_extra_kg, currency)
select key, carrier, service, zone, up_to_grams, amount::numeric, per_extra_kg::numeric, currency
  from unnest(:keys::text[], :carriers::text[], :services::text[], :zones::text[], :grams::int[], :amounts::text[],
              :extras::text[], :currencies::text[])
       as w(key, carrier, service, zone, up_to_grams, amount, per_extra_kg, currency)
    on conflict (key) do update set amount = excluded.amount, per_extra_kg = excluded.per_extra_kg

-- name: ratesDelete
delete from carrier_rate where key = any(:keys::text[])

-- name: transitsAll
select carrier, service, zone, days from carrier_transit

-- name: transitsList
select carrier, service, zone, days
  from carrier_transit
 where key > :after collate "C"
 order by key
 limit :limit

-- name: transitsUpsert
insert into carrier_transit (key, carrier, service, zone, days)
select key, carrier, service, zone, days
  from unnest(:keys::text[], :carriers::text[], :services::text[], :zones::text[], :days::int[])
       as w(key, carrier, service, zone, days)
    on conflict (key) do update set days = excluded.days

-- name: transitsDelete
delete from carrier_transit where key = any(:keys::text[])
