-- name: cross
-- Every open step that crossed a line since it was last looked at, once: whoever sweeps at the same moment passes over
-- rows that are held. Closed shipments are in neither index.
with risky as materialized (
    select order_number, sequence, sla_mark
      from shipment
     where sla_mark = 0 and risk_from <= :now::timestamptz
     order by risk_from
     limit :limit
       for update skip locked
), late as materialized (
    select order_number, sequence, sla_mark
      from shipment
     where sla_mark = 1 and due_by < :now::timestamptz
     order by due_by
     limit :limit
       for update skip locked
), crossing as (
    select order_number, sequence, sla_mark from risky
    union all
    select order_number, sequence, sla_mark from late
), judged as (
    select c.order_number, c.sequence, c.sla_mark as was, s.due_by < :now::timestamptz as overdue,
           case when s.state = 'READY' then s.acknowledge_breach else s.ship_breach end as action
      from crossing c
      join shipment s on s.order_number = c.order_number and s.sequence = c.sequence
)
update shipment s
   set sla_mark = case when j.overdue then 2 else 1 end,
       sla_entries = s.sla_entries + case when j.overdue and j.action in ('REMIND', 'ESCALATE') then 2 else 1 end,
       withdraw_due = case when j.overdue and j.action = 'WITHDRAW_AND_REROUTE' and s.state = 'READY'
                           then :now::timestamptz else s.withdraw_due end
  from judged j
 where s.order_number = j.order_number and s.sequence = j.sequence
returning s.order_number, s.sequence, s.location, s.vendor, s.state, s.due_by, s.sla_entries, s.sla_policy,
          s.sla_version, j.was, j.overdue, j.action

-- name: claimWithdrawals
-- The lease keeps others away while the withdrawals are carried out, and ends by itself when nobody comes back.
update shipment s
   set withdraw_due = :now::timestamptz + make_interval(secs => :leaseSeconds)
  from (select order_number, sequence
          from shipment
         where withdraw_due <= :now::timestamptz
         order by withdraw_due
         limit :limit
           for update skip locked) w
 where s.order_number = w.order_number and s.sequence = w.sequence
returning s.order_number, s.sequence

-- name: stillToBeWithdrawn
select count(*) from shipment
 where order_number = :order and sequence = :sequence and state = 'READY' and withdraw_due is not null

-- name: letBe
update shipment set withdraw_due = null where order_number = :order and sequence = :sequence
