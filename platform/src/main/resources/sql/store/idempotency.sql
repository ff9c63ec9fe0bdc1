-- name: claim
insert into idempotency as kept (principal, key, request_hash, created_at)
select principal, key, hash, :now::timestamptz
  from unnest(:principals::text[], :keys::text[], :hashes::bytea[]) as c(principal, key, hash)
 order by principal, key
on conflict (principal, key) do update
   set request_hash = excluded.request_hash, created_at = excluded.created_at, status = 0, headers = '', body = ''
 where kept.created_at < :expiredBefore::timestamptz
returning principal, key

-- name: find
select k.principal, k.key, k.request_hash, k.status, k.headers, k.body
  from unnest(:principals::text[], :keys::text[]) as c(principal, key)
  join idempotency k on k.principal = c.principal and k.key = c.key

-- name: keep
update idempotency k
   set status = s.status, headers = s.headers, body = s.body
  from unnest(:principals::text[], :keys::text[], :statuses::int[], :headers::text[], :bodies::bytea[])
       as s(principal, key, status, headers, body)
 where k.principal = s.principal and k.key = s.key

-- name: forget
delete from idempotency
 where (principal, key) in (select principal, key
                              from idempotency
                             where created_at < :expiredBefore::timestamptz
                             limit 5000
                               for update skip locked)

-- name: release
delete from idempotency k
 using unnest(:principals::text[], :keys::text[]) as c(principal, key)
 where k.principal = c.principal and k.key = c.key and k.status = 0
