-- name: insert
insert into user_session (id, token_hash, user_id, factors, source, user_agent, expires_at)
values (:id::uuid, :hash, :user::uuid, :factors, :source, :userAgent, now() + make_interval(secs => :absoluteSeconds))

-- name: find
select s.id, s.user_id, s.factors, s.source, s.user_agent, s.created_at, s.authenticated_at, s.last_seen_at,
       s.expires_at, u.vendor, u.email, u.name, u.roles,
       array(select l.location from user_location l where l.user_id = u.id) as locations,
       s.last_seen_at < now() - interval '1 minute' as stale,
       s.authenticated_at > now() - make_interval(secs => ?) as fresh
  from user_session s
  join user_account u on u.id = s.user_id
 where s.token_hash = ? and s.ended_at is null and s.expires_at > now()
   and s.last_seen_at > now() - make_interval(secs => ?)
   and u.status = 'ACTIVE'
   and not exists (select from vendor_door d where d.vendor = u.vendor and d.locked)

-- name: seen
update user_session
   set last_seen_at = now()
 where id = :id::uuid and last_seen_at < now() - interval '1 minute'

-- name: list
select id, user_id, factors, source, user_agent, created_at, authenticated_at, last_seen_at, expires_at
  from user_session
 where user_id = :user::uuid and ended_at is null and expires_at > now()
   and last_seen_at > now() - make_interval(secs => :idleSeconds)
 order by created_at desc, id
 limit 100

-- name: end
update user_session
   set ended_at = now()
 where id = :id::uuid and user_id = :user::uuid and ended_at is null

-- name: endAll
update user_session
   set ended_at = now()
 where user_id = :user::uuid and ended_at is null and id is distinct from :except::uuid
returning id

-- name: knowsSource
select exists (select from user_session
                where user_id = :user::uuid and source = :source and created_at > now() - interval '30 days')

-- name: forget
delete from user_session
 where expires_at < now() - interval '30 days'
