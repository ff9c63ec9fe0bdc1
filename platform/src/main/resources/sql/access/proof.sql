-- name: claim
insert into proof_throttle as t (name_hash, attempts, last_at, blocked_until)
values (:hash, 1, now(), '-infinity')
on conflict (name_hash) do update
   set attempts = case when t.last_at < now() - interval '1 day' then 1 else t.attempts + 1 end,
       last_at = now(),
       -- A free attempt blocks nothing, also not one whose transaction began a moment before.
       blocked_until = case
           when t.last_at < now() - interval '1 day' or t.attempts + 1 < :free then '-infinity'
           else now() + make_interval(secs => least(:longest, power(2, least(t.attempts + 1 - :free, 20)))) end
 where t.blocked_until <= now()
returning attempts

-- name: waiting
select ceil(extract(epoch from blocked_until - now()))::int as seconds
  from proof_throttle
 where name_hash = :hash and blocked_until > now()

-- name: forgive
delete from proof_throttle where name_hash = :hash

-- name: forget
delete from proof_throttle where last_at < now() - interval '2 days'

-- name: insertCode
insert into recovery_code (user_id, code_hash)
select :user::uuid, unnest(:hashes::bytea[])

-- name: removeCodes
delete from recovery_code where user_id = :user::uuid

-- name: useCode
update recovery_code
   set used_at = now()
 where user_id = :user::uuid and code_hash = :hash and used_at is null

-- name: codesLeft
select count(*) from recovery_code where user_id = :user::uuid and used_at is null

-- name: begin
insert into sign_in_attempt (token_hash, purpose, user_id, content, expires_at)
values (:hash, :purpose, :user::uuid, :content, now() + make_interval(secs => :seconds))

-- name: end
delete from sign_in_attempt
 where token_hash = :hash and purpose = :purpose
returning user_id, content, expires_at > now() as good

-- name: forgetAttempts
delete from sign_in_attempt where expires_at < now()
