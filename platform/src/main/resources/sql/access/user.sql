-- name: insert
insert into user_account (id, vendor, email, name, roles, status, password_hash, created_at)
values (:id::uuid, :vendor, :email, :name, :roles::text[], :status, :passwordHash, :at::timestamptz)
on conflict (coalesce(vendor, ''), email) where status <> 'REMOVED' do nothing

-- name: find
select id, vendor, email, name, roles, status, totp_confirmed, version, created_at,
       array(select l.location from user_location l where l.user_id = user_account.id order by 1) as locations
  from user_account
 where id = :id::uuid and status <> 'REMOVED'

-- name: lock
select id, vendor, email, name, roles, status, totp_confirmed, version, created_at,
       array(select l.location from user_location l where l.user_id = user_account.id order by 1) as locations
  from user_account
 where id = :id::uuid and status <> 'REMOVED'
   for update

-- name: list
select id, vendor, email, name, roles, status, totp_confirmed, version, created_at,
       array(select l.location from user_location l where l.user_id = user_account.id order by 1) as locations
  from user_account
 where (:after::uuid is null or id > :after::uuid)
   and (:everybody or vendor is not distinct from :vendor::text)
   and (:email::text is null or email = :email)
   and status <> 'REMOVED'
 order by id
 limit :limit

-- name: listOwn
select id, vendor, email, name, roles, status, totp_confirmed, version, created_at, '{}'::text[] as locations
  from user_account
 where vendor = :vendor and (:after::uuid is null or id > :after::uuid) and status <> 'REMOVED'
 order by id
 limit :limit

-- name: change
update user_account
   set name = :name, roles = :roles::text[], status = :status, email = :email, version = version + 1,
       password_hash = case when :status = 'REMOVED' then null else password_hash end,
       totp_secret = case when :status = 'REMOVED' then null else totp_secret end
 where id = :id::uuid and version = :version

-- name: leave
delete from user_location where user_id = :id::uuid and location <> all(:locations::text[])

-- name: post
insert into user_location (user_id, location)
select :id::uuid, l.code from unnest(:locations::text[]) as l(code)
on conflict do nothing

-- name: touch
update user_account
   set version = version + 1
 where id = :id::uuid
returning version

-- name: anyOperator
select exists (select from user_account where vendor is null)

-- name: someoneHasRole
select exists (select from user_account
                where status <> 'REMOVED' and :role = any (roles)
                  and (vendor is null) = (:portal = 'OPERATOR'))

-- name: otherAdministrators
select count(*)
  from user_account
 where vendor is not distinct from :vendor::text and status = 'ACTIVE' and id <> :id::uuid and roles && :roles::text[]

-- name: hasProof
select exists (select from user_account where id = :id::uuid and password_hash is not null)
    or exists (select from passkey where user_id = :id::uuid)
    or exists (select from user_identity where user_id = :id::uuid)

-- name: credentials
select u.id, u.vendor, u.status, u.password_hash, u.totp_secret, u.totp_confirmed, u.totp_last_step,
       extract(epoch from now())::bigint as now_seconds,
       exists (select from vendor_door d where d.vendor = u.vendor and d.locked) as locked_out
  from user_account u
 where u.email = :email and (u.vendor is null) = (:portal = 'OPERATOR')
   and (:vendor::text is null or u.vendor = :vendor) and u.status <> 'REMOVED'
 order by u.id
 limit :limit

-- name: credentialsOf
select u.id, u.vendor, u.status, u.password_hash, u.totp_secret, u.totp_confirmed, u.totp_last_step,
       extract(epoch from now())::bigint as now_seconds,
       exists (select from vendor_door d where d.vendor = u.vendor and d.locked) as locked_out
  from user_account u
 where u.id = :id::uuid and u.status <> 'REMOVED'

-- name: keepPassword
update user_account
   set password_hash = :hash, status = 'ACTIVE', version = version + 1
 where id = :id::uuid and status in ('INVITED', 'ACTIVE')
returning version

-- name: rehash
update user_account
   set password_hash = :hash
 where id = :id::uuid and password_hash = :old

-- name: beginTotp
update user_account
   set totp_secret = :secret, totp_last_step = 0
 where id = :id::uuid and not totp_confirmed

-- name: confirmTotp
update user_account
   set totp_confirmed = true, totp_last_step = :step, version = version + 1
 where id = :id::uuid and not totp_confirmed and totp_secret is not null
returning version

-- name: useTotpStep
update user_account
   set totp_last_step = :step
 where id = :id::uuid and totp_confirmed and totp_last_step < :step

-- name: removeTotp
update user_account
   set totp_secret = null, totp_confirmed = false, totp_last_step = 0, version = version + 1
 where id = :id::uuid and totp_confirmed
returning version

-- name: lockDoor
insert into vendor_door (vendor, locked, changed_at) values (:vendor, true, :at::timestamptz)
on conflict (vendor) do update
   set locked = true, version = vendor_door.version + 1, changed_at = excluded.changed_at
 where not vendor_door.locked
returning version

-- name: unlockDoor
update vendor_door
   set locked = false, version = version + 1, changed_at = :at::timestamptz
 where vendor = :vendor and locked
returning version
