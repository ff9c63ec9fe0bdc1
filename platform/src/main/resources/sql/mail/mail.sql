-- name: insert
insert into mail (id, recipient, subject, sealed, status)
select id::uuid, recipient, subject, sealed, :status
  from unnest(:ids::text[], :recipients::text[], :subjects::text[], :sealed::bytea[])
       as m(id, recipient, subject, sealed)

-- name: list
select id, recipient, subject, sealed, status, attempts, last_fault, created_at, sent_at
  from mail
 where (:before::uuid is null or (created_at, id) < (:beforeAt::timestamptz, :before::uuid))
   and (:recipient::text is null or recipient = :recipient)
 order by created_at desc, id desc
 limit :limit

-- name: due
select id, attempts
  from mail
 where status = 'WAITING' and next_at <= now()
 order by next_at
 limit :limit

-- name: claim
update mail
   set attempts = attempts + 1, next_at = now() + make_interval(secs => :leaseSeconds)
 where id = :id::uuid and attempts = :attempts and status = 'WAITING'
returning id, recipient, subject, sealed, status, attempts, last_fault, created_at, sent_at

-- name: sent
update mail
   set status = 'SENT', sealed = null, sent_at = now(), last_fault = null
 where id = :id::uuid and status = 'WAITING'

-- name: failed
update mail
   set status = :status, last_fault = :fault, next_at = now() + make_interval(secs => :waitSeconds),
       sealed = case when :status = 'FAILED' then null else sealed end
 where id = :id::uuid and attempts = :attempts and status = 'WAITING'

-- name: forget
delete from mail
 where status <> 'WAITING' and created_at < now() - make_interval(days => :days)
