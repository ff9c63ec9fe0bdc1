-- name: lockDue
-- Found by the index over each position's first date; its day is over nowhere on earth later than "at" plus 14 hours.
select p.sku, p.location, due.units, due.dates
  from position p
  join location l on l.code = p.location
 cross join lateral (
       select sum((d ->> 'quantity')::int)::int as units, string_agg(d ->> 'date', ' ' order by d ->> 'date') as dates
         from jsonb_array_elements(p.incoming) d
        where (d ->> 'date')::date between (p.as_of at time zone l.time_zone)::date
                                       and (:at::timestamptz at time zone l.time_zone)::date) due
 where p.incoming <> '[]'
   and p.incoming -> 0 ->> 'date' <= to_char((:at::timestamptz at time zone 'UTC') + interval '14 hours', 'YYYY-MM-DD')
   and due.units > 0
   and p.on_hand + due.units::bigint <= 2147483647
 order by p.sku, p.location
 limit :limit
   for update of p skip locked

-- name: receive
update position p
   set on_hand = p.on_hand + c.units,
       shortage = greatest(0, least(p.shortage, p.reserved - p.on_hand - c.units)),
       incoming = coalesce((select jsonb_agg(d order by n)
                              from jsonb_array_elements(p.incoming) with ordinality as i(d, n)
                             where not ((d ->> 'date')::date
                                        between (p.as_of at time zone l.time_zone)::date
                                            and (:at::timestamptz at time zone l.time_zone)::date)), '[]'),
       updated_at = :at::timestamptz,
       version = p.version + 1
  from unnest(:skus::text[], :locations::text[], :units::int[]) as c(sku, location, units)
  join location l on l.code = c.location
 where p.sku = c.sku and p.location = c.location
