-- name: keep
insert into document_content (vendor, requirement, number, part, bytes)
values (:vendor, :requirement, :number, :part, :bytes)

-- name: part
select bytes
  from document_content
 where vendor = :vendor and requirement = :requirement and number = :number and part = :part
