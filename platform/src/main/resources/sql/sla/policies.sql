-- name: version
select coalesce(max(version), 0) from sla_policies

-- name: find
select version, document, changed_at, changed_by from sla_policies where version = :version

-- name: insert
insert into sla_policies (version, document, changed_at, changed_by)
values (:version, :document, :at::timestamptz, :by)
on conflict do nothing
