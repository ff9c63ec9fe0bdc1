-- name: findAll
select code, name, email, status, contact_name, contact_email, contact_phone, payment_days,
       integration, currency, version
  from vendor
 where code = any(:codes::text[])

-- name: lock
select code, name, email, status, contact_name, contact_email, contact_phone, payment_days,
       integration, currency, version
  from vendor
 where code = :code
   for update

-- name: list
select code, name, email, status, contact_name, contact_email, contact_phone, payment_days,
       integration, currency, version
  from vendor
 where code > :after
   and (:status::text is null or status = :status)
 order by code
 limit :limit

-- name: insert
insert into vendor (code, name, email, status, contact_name, contact_email, contact_phone, version, created_at,
                    updated_at)
select :code, :name, :email, 'ONBOARDING', :contactName, :contactEmail, :contactPhone, 1, :at::timestamptz,
       :at::timestamptz
 where not exists (select 1 from vendor where lower(name) = lower(:name))
    on conflict do nothing

-- name: lockName
-- Of two who invite a company of one name at once the second waits, and finds it invited.
select pg_advisory_xact_lock(hashtextextended('vendor ' || lower(:name), 0))

-- name: taken
select f.field
  from (values (1, 'code', exists (select 1 from vendor where code = :code)),
               (2, 'name', exists (select 1 from vendor where lower(name) = lower(:name))),
               (3, 'email', exists (select 1 from vendor where email = :email))) as f(place, field, taken)
 where f.taken
 order by f.place

-- name: move
update vendor
   set status = :status, version = version + 1, updated_at = :at::timestamptz
 where code = :code and version = :version

-- name: switchIntegration
update vendor
   set integration = :integration, version = version + 1, updated_at = :at::timestamptz
 where code = :code and version = :version

-- name: settleCurrency
update vendor set currency = :currency where code = :code and currency is null
