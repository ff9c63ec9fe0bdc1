-- name: keep
insert into document_content (vendor, requirement, number, part, bytes, sealed)
values (:vendor, :requirement, :number, :part, :bytes, true)

-- name: part
select bytes, sealed
  from document_content
 where vendor = :vendor and requirement = :requirement and number = :number and part = :part

-- name: open
select vendor, requirement, number, part, bytes
  from document_content
 where not sealed
 order by vendor, requirement, number, part
 limit :limit
   for update skip locked

-- name: seal
update document_content
   set bytes = :bytes, sealed = true
 where vendor = :vendor and requirement = :requirement and number = :number and part = :part and not sealed
