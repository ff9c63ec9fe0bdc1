-- name: insert
insert into api_key (id, name, vendor, prefix, key_hash, scopes, created_at, expires_at)
values (:id::uuid, :name, :vendor, :prefix, :hash, :scopes::text[], :createdAt::timestamptz, :expiresAt::timestamptz)
on conflict (key_hash) do nothing

-- name: findByHash
select id, name, vendor, prefix, scopes, version, created_at, expires_at, revoked_at
  from api_key
 where key_hash = ?
   and not exists (select from vendor_door d where d.vendor = api_key.vendor and d.locked)

-- name: list
select id, name, vendor, prefix, scopes, version, created_at, expires_at, revoked_at
  from api_key
 where (:after::uuid is null or id > :after::uuid)
   and (:vendor::text is null or vendor = :vendor)
 order by id
 limit :limit

-- name: revoke
update api_key
   set revoked_at = :at::timestamptz, version = version + 1
 where id = :id::uuid and revoked_at is null and (:vendor::text is null or vendor = :vendor)
returning version

-- name: exists
select exists (select from api_key where id = :id::uuid and (:vendor::text is null or vendor = :vendor))

-- name: any
select exists (select from api_key where vendor is null and revoked_at is null)
