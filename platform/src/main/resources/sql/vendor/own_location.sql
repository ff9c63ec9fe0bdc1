-- name: find
select location from vendor_location where vendor = :vendor and own_code = :code

-- name: insert
insert into vendor_location (vendor, own_code, location) values (:vendor, :code, :location) on conflict do nothing

-- name: ownCodes
select own_code, location from vendor_location where vendor = :vendor
