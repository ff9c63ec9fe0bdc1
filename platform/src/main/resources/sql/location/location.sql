-- name: revisions
select code, revision from location where code = any(:codes::text[])

-- name: findAll
select code, name, kind, vendor, address_name, line1, line2, city, region, postal_code, country, phone, latitude,
       longitude, time_zone, operating_hours, holidays::text[] as holidays, cut_off, daily_capacity,
       fulfillment_types, location_groups, attributes, auto_acknowledge, freshness_hours, rank, active, version,
       revision, downtimes, capacities
  from location
 where code = any(:codes::text[])

-- name: lock
select code, name, kind, vendor, address_name, line1, line2, city, region, postal_code, country, phone, latitude,
       longitude, time_zone, operating_hours, holidays::text[] as holidays, cut_off, daily_capacity,
       fulfillment_types, location_groups, attributes, auto_acknowledge, freshness_hours, rank, active, version,
       revision, downtimes, capacities
  from location
 where code = :code
   for update

-- name: list
select code, name, kind, vendor, address_name, line1, line2, city, region, postal_code, country, phone, latitude,
       longitude, time_zone, operating_hours, holidays::text[] as holidays, cut_off, daily_capacity,
       fulfillment_types, location_groups, attributes, auto_acknowledge, freshness_hours, rank, active, version,
       revision, downtimes, capacities
  from location
 where code > :after
   and (:kind::text is null or kind = :kind)
   and (:vendor::text is null or vendor = :vendor)
   and (:group::text is null or :group = any(location_groups))
   and (:active::boolean is null or active = :active)
   and (:codes::text[] is null or code = any(:codes::text[]))
 order by code
 limit :limit

-- name: existsOf
select exists (select 1 from location where vendor = :vendor and active)

-- name: groupsAmong
select distinct g.name
  from location l
 cross join unnest(l.location_groups) as g(name)
 where g.name = any(:groups::text[])

-- name: insert
insert into location (code, name, kind, vendor, address_name, line1, line2, city, region, postal_code, country, phone,
                      latitude, longitude, time_zone, operating_hours, holidays, cut_off, daily_capacity,
                      fulfillment_types, location_groups, attributes, auto_acknowledge, freshness_hours, rank, active,
                      version, created_at, updated_at, downtimes, capacities)
values (:code, :name, :kind, :vendor, :addressName, :line1, :line2, :city, :region, :postalCode, :country, :phone,
        :latitude, :longitude, :timeZone, :operatingHours::jsonb, :holidays::date[], :cutOff::time, :dailyCapacity,
        :fulfillmentTypes::text[], :groups::text[], :attributes::jsonb, :autoAcknowledge, :freshnessHours, :rank,
        :active, 1, :at::timestamptz, :at::timestamptz, :downtimes::jsonb, :capacities::jsonb)
    on conflict (code) do nothing

-- name: update
update location
   set name = :name, kind = :kind, address_name = :addressName, line1 = :line1, line2 = :line2, city = :city,
       region = :region, postal_code = :postalCode, country = :country, phone = :phone, latitude = :latitude,
       longitude = :longitude, time_zone = :timeZone, operating_hours = :operatingHours::jsonb,
       holidays = :holidays::date[], cut_off = :cutOff::time, daily_capacity = :dailyCapacity,
       fulfillment_types = :fulfillmentTypes::text[], location_groups = :groups::text[],
       attributes = :attributes::jsonb, auto_acknowledge = :autoAcknowledge, freshness_hours = :freshnessHours,
       rank = :rank, active = :active, downtimes = :downtimes::jsonb, capacities = :capacities::jsonb,
       version = version + 1, revision = gen_random_uuid(),
       updated_at = :at::timestamptz
 where code = :code and version = :version
