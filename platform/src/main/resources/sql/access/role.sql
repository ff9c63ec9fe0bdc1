-- name: insert
insert into role (portal, code, name, permissions, created_at)
values (:portal, :code, :name, :permissions::text[], :at::timestamptz)
on conflict (portal, code) do update
   set name = excluded.name, permissions = excluded.permissions, removed_at = null, version = role.version + 1
 where role.removed_at is not null
returning version

-- name: list
select portal, code, name, permissions, version
  from role
 where removed_at is null and portal = :portal
 order by code

-- name: change
update role
   set name = :name, permissions = :permissions::text[], version = version + 1
 where portal = :portal and code = :code and removed_at is null
   and (:expected::int is null or version = :expected)
returning version

-- name: remove
update role
   set removed_at = :at::timestamptz, version = version + 1
 where portal = :portal and code = :code and removed_at is null
returning version
