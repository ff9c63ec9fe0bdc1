-- name: insert
insert into sla_reminder (vendor, staff_at, order_number, sequence, location, step, status, due_by)
select vendor, staff_at, order_number, sequence, location, step, status, due_by::timestamptz
  from unnest(:vendors::text[], :staff::text[], :orders::bigint[], :sequences::int[], :locations::text[],
              :steps::text[], :statuses::text[], :dues::text[])
       as r(vendor, staff_at, order_number, sequence, location, step, status, due_by)

-- name: open
-- A round for everybody who was never written to before.
insert into sla_reminder_round (vendor, staff_at, mailed_at)
select distinct vendor, staff_at, '-infinity'::timestamptz from sla_reminder
on conflict do nothing

-- name: take
-- Of two who take at once, one takes all rows of a round. A clock that was set back must not silence anybody.
with due as materialized (
    select vendor, staff_at
      from sla_reminder_round r
     where (mailed_at <= :now::timestamptz - make_interval(secs => :pauseSeconds) or mailed_at > :now::timestamptz)
       and exists (select from sla_reminder m where m.vendor = r.vendor and m.staff_at = r.staff_at)
     order by vendor, staff_at
       for update skip locked
), stamped as (
    update sla_reminder_round r
       set mailed_at = :now::timestamptz
      from due d
     where r.vendor = d.vendor and r.staff_at = d.staff_at
), taken as (
    delete from sla_reminder m
     using due d
     where m.vendor = d.vendor and m.staff_at = d.staff_at
    returning m.id, m.vendor, m.staff_at, m.order_number, m.sequence, m.location, m.step, m.status, m.due_by
), last as (
    -- A shipment that was at risk and then overdue is told once, as it is now.
    select distinct on (vendor, staff_at, order_number, sequence, step)
           vendor, staff_at, order_number, sequence, location, step, status, due_by
      from taken
     order by vendor, staff_at, order_number, sequence, step, id desc
), counted as (
    select vendor, staff_at, order_number, sequence, location, step, status, due_by,
           count(*) filter (where status = 'OVERDUE') over (partition by vendor, staff_at) as overdue,
           count(*) over (partition by vendor, staff_at) as shipments,
           row_number() over (partition by vendor, staff_at order by due_by, order_number, sequence) as place
      from last
)
select vendor, staff_at, order_number, sequence, location, step, status, due_by, overdue, shipments
  from counted
 where place <= :listed
 order by vendor, staff_at, place
