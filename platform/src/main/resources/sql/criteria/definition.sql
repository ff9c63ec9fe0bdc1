-- name: revision
select revision from criteria_revision

-- name: holdRevision
-- Who lets a definition count holds it against change until the transaction ends.
select revision from criteria_revision for share

-- name: raiseRevision
update criteria_revision set revision = revision + 1

-- name: tables
select name, keyed_by, kind, meaning, generation, version, updated_at
  from criteria_table
 where name > :after and not removed
 order by name
 limit :limit

-- name: table
select name, keyed_by, kind, meaning, generation, version, updated_at from criteria_table
 where name = :name and not removed

-- name: lockTable
select name, keyed_by, kind, meaning, generation, version, updated_at
  from criteria_table where name = :name and not removed
   for update

-- name: defineTable
insert into criteria_table as t (name, keyed_by, kind, meaning, updated_at)
values (:name, :keyedBy, :kind, :meaning, :at::timestamptz)
    on conflict (name) do update
   set keyed_by = excluded.keyed_by, kind = excluded.kind, meaning = excluded.meaning, removed = false,
       version = t.version + 1, updated_at = excluded.updated_at
returning name, keyed_by, kind, meaning, generation, version, updated_at

-- name: nextGeneration
select nextval('criteria_generation')

-- name: renewTable
update criteria_table
   set generation = :generation, version = version + 1, updated_at = :at::timestamptz
 where name = :name
returning name, keyed_by, kind, meaning, generation, version, updated_at

-- name: removeTable
update criteria_table
   set removed = true, generation = nextval('criteria_generation'), version = version + 1, updated_at = :at::timestamptz
 where name = :name

-- name: attributes
select name, expression, kind, meaning, version, updated_at
  from computed_attribute
 where name > :after and not removed
 order by name
 limit :limit

-- name: attribute
select name, expression, kind, meaning, version, updated_at from computed_attribute where name = :name and not removed

-- name: defineAttribute
insert into computed_attribute as a (name, expression, kind, meaning, updated_at)
values (:name, :expression, :kind, :meaning, :at::timestamptz)
    on conflict (name) do update
   set expression = excluded.expression, kind = excluded.kind, meaning = excluded.meaning, removed = false,
       version = a.version + 1, updated_at = excluded.updated_at
returning name, expression, kind, meaning, version, updated_at

-- name: removeAttribute
update computed_attribute set removed = true, version = version + 1, updated_at = :at::timestamptz where name = :name
