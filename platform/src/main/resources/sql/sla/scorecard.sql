-- name: settingsVersion
select coalesce(max(version), 0) from scorecard_settings

-- name: findSettings
select document from scorecard_settings where version = :version

-- name: insertSettings
insert into scorecard_settings (version, document, changed_at, changed_by)
values (:version, :document, :at::timestamptz, :by)
on conflict do nothing

-- name: keep
insert into scorecard (vendor, document, score, revision, computed_at)
select c.vendor, c.document, c.score::numeric, c.revision::uuid, :at::timestamptz
  from unnest(:vendors::text[], :documents::text[], :scores::text[], :revisions::text[])
       as c(vendor, document, score, revision)
 order by c.vendor
on conflict (vendor) do update
   set document = excluded.document, computed_at = excluded.computed_at, score = excluded.score,
       -- What routing keeps in memory stays good while the score is the same.
       revision = case when scorecard.score is distinct from excluded.score then excluded.revision
                       else scorecard.revision end

-- name: forgetOthers
-- Who has no shipments in the period any more has no score.
update scorecard set score = null where score is not null and vendor <> all(:vendors::text[])

-- name: find
select document from scorecard where vendor = :vendor

-- name: scores
select vendor, score from scorecard where vendor = any(:vendors::text[]) and score is not null
