-- name: usedIn
select d.location, d.measure, d.per, d.starts_at, d.used
  from unnest(:locations::text[], :measures::text[], :pers::text[], :starts::text[])
       as w(location, measure, per, starts_at)
  join location_window d
    on d.location = w.location and d.measure = w.measure and d.per = w.per and d.starts_at = w.starts_at::timestamptz

-- name: claim
-- The rows come sorted, so that two claims never wait for each other crosswise. The limit is read where the row is
-- locked; a location whose limit was just lifted takes any amount.
insert into location_window as d (location, measure, per, starts_at, used)
select w.location, w.measure, w.per, w.starts_at::timestamptz, w.amount::numeric
  from unnest(:locations::text[], :measures::text[], :pers::text[], :starts::text[], :amounts::text[])
       as w(location, measure, per, starts_at, amount)
  join location l on l.code = w.location
 where w.amount::numeric <= coalesce((select min((c ->> 'limit')::numeric)
                                        from jsonb_array_elements(l.capacities) as c
                                       where c ->> 'measure' = w.measure and c ->> 'per' = w.per), 'infinity')
 order by w.location, w.measure, w.per, w.starts_at::timestamptz
    on conflict (location, measure, per, starts_at) do update
   set used = d.used + excluded.used
 where d.used + excluded.used <= coalesce((select min((c ->> 'limit')::numeric)
                                             from location l, jsonb_array_elements(l.capacities) as c
                                            where l.code = d.location and c ->> 'measure' = d.measure
                                              and c ->> 'per' = d.per), 'infinity')
returning location, measure, per, starts_at

-- name: giveBack
update location_window d
   set used = greatest(0, d.used - w.amount::numeric)
  from unnest(:locations::text[], :measures::text[], :pers::text[], :starts::text[], :amounts::text[])
       as w(location, measure, per, starts_at, amount)
 where d.location = w.location and d.measure = w.measure and d.per = w.per
   and d.starts_at = w.starts_at::timestamptz
