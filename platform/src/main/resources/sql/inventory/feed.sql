-- name: failSilent
update feed
   set state = 'FAILED', failure = 'it stopped without a word; send the file again', finished_at = :at::timestamptz
 where location = :location and state = 'RUNNING' and heartbeat_at < :lastHeartbeat::timestamptz

-- name: findRepeated
select id, location, mode, state, as_of, rows_read, applied, ignored, refused, zeroed, failure, started_at, finished_at
  from (select id, location, mode, state, content_hash, as_of, rows_read, applied, ignored, refused, zeroed, failure,
               started_at, finished_at
          from feed
         where location = :location
         order by started_at desc, id desc
         limit 1) f
 where f.state = 'DONE' and f.content_hash = :hash and f.refused = 0

-- name: stocked
select count(*) from position where location = :location and on_hand > 0

-- name: spoken
select count(*) as mentioned, count(*) filter (where r.on_hand = 0) as emptied
  from (select distinct on (w.sku) w.sku, w.on_hand
          from unnest(:skus::text[], :onHand::int[]) with ordinality as w(sku, on_hand, place)
         order by w.sku, w.place) r
  join position p on p.location = :location and p.sku = r.sku and p.on_hand > 0

-- name: findRunning
select id from feed where location = :location and state = 'RUNNING'

-- name: begin
insert into feed (id, location, mode, state, content_hash, as_of, started_at, heartbeat_at, started_by)
values (:id, :location, :mode, 'RUNNING', :hash, :asOf::timestamptz, :startedAt::timestamptz, :startedAt::timestamptz,
        :startedBy)
on conflict (location) where state = 'RUNNING' do nothing

-- name: advance
update feed
   set rows_read = rows_read + :read, applied = applied + :applied, ignored = ignored + :ignored,
       refused = refused + :refused, zeroed = zeroed + :zeroed, heartbeat_at = :at::timestamptz
 where id = :feed and state = 'RUNNING'

-- name: addFaults
insert into feed_fault (feed, line, sku, reason)
select :feed, f.line, f.sku, f.reason
  from unnest(:lines::bigint[], :skus::text[], :reasons::text[]) as f(line, sku, reason)

-- name: finish
update feed
   set state = :state, failure = :failure, finished_at = :at::timestamptz
 where id = :feed and state = 'RUNNING'

-- name: holdUnmentioned
select p.sku
  from position p
 where p.location = :location and p.sku > :afterSku and p.on_hand > 0
   and p.last_feed is distinct from :feed and p.as_of <= :asOf::timestamptz
   and not exists (select 1 from feed_fault f where f.feed = :feed and f.sku = p.sku)
 order by p.sku
 limit :limit
   for update of p

-- name: find
select id, location, mode, state, as_of, rows_read, applied, ignored, refused, zeroed, failure, started_at, finished_at
  from feed
 where id = :feed

-- name: listFaults
select line, sku, reason
  from feed_fault
 where feed = :feed and line > :afterLine
 order by line
 limit :limit
