-- name: find
select p.country, p.code, p.latitude, p.longitude
  from unnest(:countries::text[], :codes::text[]) as w(country, code)
  join postal_code p on p.country = w.country and p.code = w.code

-- name: knowsCountry
select exists (select 1 from postal_code where country = :country)

-- name: places
select p.country, p.code, p.place, p.region, p.latitude, p.longitude
  from unnest(:countries::text[], :codes::text[]) as w(country, code)
  join postal_code p on p.country = w.country and p.code = w.code

-- name: upsert
insert into postal_code as p (country, code, place, region, latitude, longitude)
select country, code, place, region, latitude::double precision, longitude::double precision
  from unnest(:countries::text[], :codes::text[], :places::text[], :regions::text[], :latitudes::text[],
              :longitudes::text[]) as w(country, code, place, region, latitude, longitude)
 order by country, code
    on conflict (country, code) do update
   set place = excluded.place, region = excluded.region, latitude = excluded.latitude, longitude = excluded.longitude
 where (p.place, p.region, p.latitude, p.longitude)
       is distinct from (excluded.place, excluded.region, excluded.latitude, excluded.longitude)
