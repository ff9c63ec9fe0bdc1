-- name: insert
insert into user_link (id, token_hash, user_id, purpose, expires_at)
values (:id::uuid, :hash, :user::uuid, :purpose, now() + make_interval(secs => :seconds))

-- name: find
select l.id, l.user_id, l.purpose, l.expires_at, l.used_at is not null as used, l.revoked_at is not null as revoked,
       l.expires_at <= now() as expired
  from user_link l
 where l.token_hash = :hash and l.purpose = :purpose

-- name: use
update user_link
   set used_at = now()
 where id = :id::uuid and used_at is null and revoked_at is null and expires_at > now()

-- name: revoke
update user_link
   set revoked_at = now()
 where user_id = :user::uuid and purpose = :purpose and used_at is null and revoked_at is null

-- name: recent
select count(*) from user_link
 where user_id = :user::uuid and purpose = :purpose and created_at > now() - interval '1 hour'

-- name: open
select expires_at from user_link
 where user_id = :user::uuid and purpose = :purpose and used_at is null and revoked_at is null and expires_at > now()
 order by created_at desc
 limit 1

-- name: forget
delete from user_link where expires_at < now() - interval '30 days'
