-- name: insert
insert into deduction (id, vendor, kind, order_number, shipment, evidence_key, rule, evidence, amount, currency, state,
    proposed_at, disputable_until)
values (:id, :vendor, :kind, :order, :shipment, :key, :rule, :evidence, :amount, :currency, 'PROPOSED',
    :at::timestamptz, :until::timestamptz)
on conflict (vendor, kind, evidence_key) do nothing

-- name: find
select id, vendor, kind, order_number, shipment, evidence_key, rule, evidence, amount, currency, state, proposed_at,
       disputable_until, dispute, comment, credit_note, version
  from deduction
 where id = :id

-- name: lock
select id, vendor, kind, order_number, shipment, evidence_key, rule, evidence, amount, currency, state, proposed_at,
       disputable_until, dispute, comment, credit_note, version
  from deduction
 where id = :id
   for update

-- name: lockUndisputed
select id, vendor, kind, order_number, shipment, evidence_key, rule, evidence, amount, currency, state, proposed_at,
       disputable_until, dispute, comment, credit_note, version
  from deduction
 where state = 'PROPOSED' and disputable_until <= :at::timestamptz
 order by disputable_until
 limit :limit
   for update skip locked

-- name: list
select id, vendor, kind, order_number, shipment, evidence_key, rule, evidence, amount, currency, state, proposed_at,
       disputable_until, dispute, comment, credit_note, version
  from deduction
 where (:after::uuid is null or id > :after::uuid)
   and (:vendor::text is null or vendor = :vendor)
   and (:state::text is null or state = :state)
 order by id
 limit :limit

-- name: update
update deduction
   set state = :state, dispute = :dispute, comment = :comment, credit_note = :note, version = :version
 where id = :id
