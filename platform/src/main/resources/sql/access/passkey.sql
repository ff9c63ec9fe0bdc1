-- name: insert
insert into passkey (credential_id, id, user_id, label, public_key, sign_count, backed_up, recoverable, transports,
                     attestation)
values (:credential, :id::uuid, :user::uuid, :label, :publicKey, :signCount, :backedUp, :recoverable,
        :transports::text[], :attestation)
on conflict (credential_id) do nothing

-- name: find
select credential_id, id, user_id, label, public_key, sign_count, backed_up, recoverable, transports, attestation,
       created_at, last_used_at
  from passkey
 where credential_id = :credential

-- name: list
select credential_id, id, user_id, label, public_key, sign_count, backed_up, recoverable, transports, attestation,
       created_at, last_used_at
  from passkey
 where user_id = :user::uuid
 order by created_at, id

-- name: used
update passkey
   set sign_count = :signCount, backed_up = :backedUp, last_used_at = now()
 where credential_id = :credential and (sign_count < :signCount or (sign_count = 0 and :signCount = 0))

-- name: remove
delete from passkey where id = :id::uuid and user_id = :user::uuid
