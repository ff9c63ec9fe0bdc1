-- name: live
select id, version from strategy where state = 'LIVE'

-- name: rulers
select id, version, share::float8 as share from strategy where state = 'LIVE' or share is not null

-- name: trial
select id from strategy where share is not null

-- name: find
select id, name, version, state, document, row_version, created_at, created_by, promoted_at,
       share, share_since
  from strategy where id = :id

-- name: insert
insert into strategy (id, name, version, state, document, created_at, created_by)
select :id, :name, coalesce(max(version), 0) + 1, 'DRAFT', :document, :at::timestamptz, :by
  from strategy where name = :name
returning id, name, version, state, document, row_version, created_at, created_by, promoted_at,
       share, share_since

-- name: lockRulingAnd
select id, name, version, state, document, row_version, created_at, created_by, promoted_at,
       share, share_since
  from strategy
 where state = 'LIVE' or share is not null or id = :id
 order by id
   for update

-- name: lastRetired
select id from strategy where state = 'RETIRED' order by promoted_at desc limit 1

-- name: enter
update strategy
   set state = :state, row_version = row_version + 1, promoted_at = coalesce(:at::timestamptz, promoted_at),
       share = null, share_since = null
 where id = :id

-- name: share
update strategy
   set share = :share::numeric, share_since = :since::timestamptz, row_version = row_version + 1
 where id = :id

-- name: list
select id, name, version, state, document, row_version, created_at, created_by, promoted_at,
       share, share_since
  from strategy
 where (name, version) > (:name, :version)
 order by name, version
 limit :limit

-- name: ruling
select id, name, version, state, document, row_version, created_at, created_by, promoted_at,
       share, share_since
  from strategy where state = 'LIVE' or share is not null
