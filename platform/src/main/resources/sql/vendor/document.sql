-- name: setVersion
select version from document_set

-- name: nextSet
update document_set set version = version + 1 where version = :version

-- name: requirements
select code, title, instructions, required, expires, remind_days
  from document_requirement
 where active
 order by place

-- name: retire
update document_requirement set active = false where active and not code = any(:codes::text[])

-- name: ask
insert into document_requirement (code, title, instructions, required, expires, remind_days, place, active)
select code, title, instructions, required::boolean, expires::boolean, remind_days, place, true
  from unnest(:codes::text[], :titles::text[], :instructions::text[], :required::text[], :expires::text[],
              :reminds::int[], :places::int[])
       as r(code, title, instructions, required, expires, remind_days, place)
    on conflict (code) do update
   set title = excluded.title, instructions = excluded.instructions, required = excluded.required,
       expires = excluded.expires, remind_days = excluded.remind_days, place = excluded.place, active = true

-- name: documents
select d.vendor, d.requirement, d.version, v.number, v.name, v.kind, v.bytes, v.sha256, v.expires_on, v.uploaded_at,
       v.state, v.comment, v.reviewed_at
  from vendor_document d
  join document_version v on v.vendor = d.vendor and v.requirement = d.requirement
 where d.vendor = :vendor and (:requirement::text is null or d.requirement = :requirement)
 order by d.requirement, v.number

-- name: inReview
select d.vendor, d.requirement, d.version, v.number, v.name, v.kind, v.bytes, v.sha256, v.expires_on, v.uploaded_at,
       v.state, v.comment, v.reviewed_at
  from document_version v
  join vendor_document d on d.vendor = v.vendor and d.requirement = v.requirement
 where v.state = 'SUBMITTED' and (v.vendor, v.requirement) > (:afterVendor, :afterRequirement)
 order by v.vendor, v.requirement
 limit :limit

-- name: insertDocument
insert into vendor_document (vendor, requirement, version, created_at)
values (:vendor, :requirement, 1, :at::timestamptz)
    on conflict do nothing

-- name: lock
select version from vendor_document where vendor = :vendor and requirement = :requirement for update

-- name: bump
update vendor_document set version = version + 1 where vendor = :vendor and requirement = :requirement

-- name: bytesUnreviewed
select coalesce(sum(bytes), 0)::bigint
  from document_version
 where vendor = :vendor and state in ('SUBMITTED', 'SUPERSEDED')

-- name: makeRoom
-- The oldest first: until that many bytes are free, and until the document has no more versions than it may have.
with superseded as (
    select vendor, requirement, number,
           sum(bytes) over (order by uploaded_at, requirement, number) - bytes as before,
           row_number() over (partition by requirement order by number desc) as newer
      from document_version
     where vendor = :vendor and state = 'SUPERSEDED'
), doomed as (
    select vendor, requirement, number
      from superseded
     where before < :bytes or (requirement = :requirement and newer > :versions)
), content as (
    delete from document_content c
     using doomed d
     where c.vendor = d.vendor and c.requirement = d.requirement and c.number = d.number
), gone as (
    delete from document_version v
     using doomed d
     where v.vendor = d.vendor and v.requirement = d.requirement and v.number = d.number
    returning v.requirement, v.number
)
select requirement, array_agg(number order by number) as numbers
  from gone
 group by requirement
 order by requirement

-- name: supersede
update document_version
   set state = 'SUPERSEDED'
 where vendor = :vendor and requirement = :requirement and state = 'SUBMITTED'

-- name: insertVersion
insert into document_version (vendor, requirement, number, name, kind, bytes, sha256, expires_on, uploaded_at)
values (:vendor, :requirement, :number, :name, :kind, :bytes, :sha256, :expiresOn::date, :at::timestamptz)

-- name: decide
update document_version
   set state = :state, comment = :comment, reviewed_at = :at::timestamptz
 where vendor = :vendor and requirement = :requirement and number = :number and state = 'SUBMITTED'

-- name: unmet
select r.code
  from document_requirement r
 where r.active and r.required
   and not exists (select 1
                     from document_version v
                    where v.vendor = :vendor and v.requirement = r.code and v.state = 'APPROVED'
                      and (v.expires_on is null or v.expires_on >= :day))
 order by r.place

-- name: remind
with told as (
    update document_version v
       set reminded = case when v.expires_on < :day then 'EXPIRED' else 'EXPIRES_SOON' end
      from document_requirement r
     where r.code = v.requirement and r.active and v.state = 'APPROVED'
       and v.expires_on <= :day::date + r.remind_days
       and v.reminded is distinct from case when v.expires_on < :day then 'EXPIRED' else 'EXPIRES_SOON' end
       and v.reminded is distinct from 'EXPIRED'
       and not exists (select 1
                         from document_version later
                        where later.vendor = v.vendor and later.requirement = v.requirement
                          and later.number > v.number and later.state in ('APPROVED', 'SUBMITTED'))
    returning v.vendor, v.requirement, v.number, v.expires_on, v.reminded, r.title
), bumped as (
    update vendor_document d
       set version = d.version + 1
      from told t
     where d.vendor = t.vendor and d.requirement = t.requirement
    returning d.vendor, d.requirement, d.version
)
select t.vendor, t.requirement, t.number, t.expires_on, t.reminded, t.title, b.version,
       (select latest.state
          from document_version latest
         where latest.vendor = t.vendor and latest.requirement = t.requirement
         order by latest.number desc
         limit 1) as state
  from told t
  join bumped b on b.vendor = t.vendor and b.requirement = t.requirement
 order by t.vendor, t.requirement

-- name: messages
select number, side, at, text
  from document_message
 where vendor = :vendor and requirement = :requirement and number > :after
 order by number
 limit :limit

-- name: say
insert into document_message (vendor, requirement, number, side, at, text)
select :vendor, :requirement, coalesce(max(number), 0) + 1, :side, :at::timestamptz, :text
  from document_message
 where vendor = :vendor and requirement = :requirement
returning number
