-- name: find
select name, legal_name, tax_id, business_type, website, description, founded, employees, address, remit_to,
       contact_name, contact_email, contact_phone, billing_email, support_email, version
  from vendor
 where code = :code

-- name: nameTaken
select exists (select 1 from vendor where lower(name) = lower(:name) and code <> :code)
   and not exists (select 1 from vendor where lower(name) = lower(:name) and code = :code)

-- name: save
update vendor
   set name = :name, legal_name = :legalName, tax_id = :taxId, business_type = :businessType, website = :website,
       description = :description, founded = :founded::int, employees = :employees::int, address = :address::jsonb,
       remit_to = :remitTo::jsonb, contact_name = :contactName, contact_email = :contactEmail,
       contact_phone = :contactPhone, billing_email = :billingEmail, support_email = :supportEmail,
       version = version + 1, updated_at = :at::timestamptz
 where code = :code and version = :version

-- name: steps
select step, state, comment, version, updated_at from vendor_step where vendor = :vendor

-- name: insertStep
insert into vendor_step (vendor, step, state, comment, version, updated_at)
values (:vendor, :step, :state, :comment, 1, :at::timestamptz)
    on conflict do nothing

-- name: moveStep
update vendor_step
   set state = :state, comment = :comment, version = version + 1, updated_at = :at::timestamptz
 where vendor = :vendor and step = :step and version = :version

-- name: openTaxIds
select code, tax_id
  from vendor
 where tax_id is not null and tax_id not like :sealedMark || '%'
 order by code
 limit :limit
   for update skip locked

-- name: sealTaxIds
update vendor v
   set tax_id = s.tax_id
  from unnest(:codes::text[], :taxIds::text[]) as s(code, tax_id)
 where v.code = s.code
