-- name: find
select user_id from user_identity where issuer = :issuer and subject = :subject and portal = 'OPERATOR'

-- name: link
insert into user_identity (issuer, subject, portal, user_id)
values (:issuer, :subject, 'OPERATOR', :user::uuid)
on conflict do nothing

-- name: activate
update user_account
   set status = 'ACTIVE', version = version + 1
 where id = :user::uuid and status in ('INVITED', 'ACTIVE')
returning version
