-- name: serialise
-- Who changes what rules, or numbers a version, does so alone; orders are routed meanwhile.
lock table strategy in share row exclusive mode

-- name: live
select id, version from strategy where state = 'LIVE'

-- name: rulers
select id, version, share::float8 as share from strategy where state = 'LIVE' or share is not null

-- name: trial
select id from strategy where share is not null

-- name: find
select id, name, version, state, document, row_version, created_at, created_by, promoted_at,
       share, share_since
  from strategy where id = :id and state <> 'REMOVED'

-- name: insert
insert into strategy (id, name, version, state, document, created_at, created_by)
select :id, :name, coalesce(max(version), 0) + 1, 'DRAFT', :document, :at::timestamptz, :by
  from strategy where name = :name
returning id, name, version, state, document, row_version, created_at, created_by, promoted_at,
       share, share_since

-- name: rulingAnd
select id, name, version, state, row_version, created_at, created_by, promoted_at, share, share_since
  from strategy
 where state = 'LIVE' or share is not null or (id = :id and state <> 'REMOVED')
 order by id

-- name: before
-- The reign before the one of now.
select b.seq, b.strategy
  from reign r
  join reign b on b.seq = r.back_to
 where r.seq = (select max(seq) from reign)

-- name: reign
-- A promotion can be rolled back to what ruled until now; a rollback, to what ruled before that.
insert into reign (seq, strategy, since, begun_by, back_to)
select coalesce(max(seq), 0) + 1, :strategy, :at::timestamptz, :by,
       case when :again::int is null then max(seq) else (select b.back_to from reign b where b.seq = :again) end
  from reign

-- name: reigns
-- Newest first; a reign ends when the next one begins.
select r.seq, r.strategy, s.name, s.version, r.since, n.since as until, r.begun_by
  from reign r
  join strategy s on s.id = r.strategy
  left join reign n on n.seq = r.seq + 1
 where r.seq < :before
 order by r.seq desc
 limit :limit

-- name: enter
update strategy
   set state = :state, row_version = row_version + 1, promoted_at = coalesce(:at::timestamptz, promoted_at),
       share = null, share_since = null
 where id = :id

-- name: remove
update strategy set state = 'REMOVED', document = '', row_version = row_version + 1 where id = :id

-- name: share
update strategy
   set share = :share::numeric, share_since = :since::timestamptz, row_version = row_version + 1
 where id = :id

-- name: list
-- Without the documents: a page of them would be hundreds of megabytes.
select id, name, version, state, row_version, created_at, created_by, promoted_at, share, share_since
  from strategy
 where (name, version) > (:afterName, :afterVersion)
   and (:name::text is null or name = :name)
   and (state = :state or (:state::text is null and state <> 'REMOVED'))
 order by name, version
 limit :limit

-- name: neededDocuments
-- Of those that orders follow now, and of the one that a rollback would bring back.
select name, version, document
  from strategy
 where state = 'LIVE' or share is not null
    or id = (select b.strategy
               from reign r
               join reign b on b.seq = r.back_to
              where r.seq = (select max(seq) from reign))
 order by name, version
