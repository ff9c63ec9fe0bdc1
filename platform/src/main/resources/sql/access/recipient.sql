-- name: ofVendors
-- People who can come in now; whoever is kept out at the door is written to about nothing.
select u.vendor, u.email
  from user_account u
 where u.vendor = any(:vendors::text[]) and u.status = 'ACTIVE' and u.roles && :roles::text[]
   and not exists (select from vendor_door d where d.vendor = u.vendor and d.locked)
 order by u.vendor, u.email

-- name: ofOperator
select email
  from user_account
 where vendor is null and status = 'ACTIVE' and roles && :roles::text[]
 order by email

-- name: staffAt
select l.location, u.email
  from user_location l
  join user_account u on u.id = l.user_id
 where l.location = any(:locations::text[]) and u.status = 'ACTIVE' and :role = any(u.roles)
 order by l.location, u.email
