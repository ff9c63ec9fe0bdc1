-- Statements of a list. What is filtered by decides which index is walked, so each has a text of its own; they answer
-- keys, and the page's rows are read by those.

-- name: all
select order_number, sequence
  from shipment
 where (order_number, sequence) > (:afterOrder, :afterSequence)
 order by order_number, sequence
 limit :limit

-- name: ofOrder
select order_number, sequence
  from shipment
 where order_number = :order and (order_number, sequence) > (:afterOrder, :afterSequence)
   and (:locations::text[] is null or location = any(:locations::text[]))
   and (:vendor::text is null or vendor = :vendor)
   and state = any(:states::text[])
   and (:slaStatus::text is null or :slaStatus = sla_status(sla_mark, risk_from, due_by, :now::timestamptz))
 order by order_number, sequence
 limit :limit

-- name: byState
select k.order_number, k.sequence
  from unnest(:states::text[], :marks::int[]) as b(state, mark)
 cross join lateral (
       select order_number, sequence
         from shipment
        where state = b.state and sla_mark = b.mark
          and (order_number + 0, sequence) > (:afterOrder, :afterSequence)
          and (:slaStatus::text is null or :slaStatus = sla_status(sla_mark, risk_from, due_by, :now::timestamptz))
        order by order_number + 0, sequence
        limit :limit) k

-- name: byVendor
select k.order_number, k.sequence
  from unnest(:states::text[], :marks::int[]) as b(state, mark)
 cross join lateral (
       select order_number, sequence
         from shipment
        where vendor = :vendor and vendor <> '' and state = b.state and sla_mark = b.mark
          and (order_number + 0, sequence) > (:afterOrder, :afterSequence)
          and (:slaStatus::text is null or :slaStatus = sla_status(sla_mark, risk_from, due_by, :now::timestamptz))
        order by order_number + 0, sequence
        limit :limit) k

-- name: byLocation
select k.order_number, k.sequence
  from unnest(:locations::text[]) as l(code)
 cross join unnest(:states::text[], :marks::int[]) as b(state, mark)
 cross join lateral (
       select order_number, sequence
         from shipment
        where location = l.code and (:vendor::text is null or vendor = :vendor)
          and state = b.state and sla_mark = b.mark
          and (order_number + 0, sequence) > (:afterOrder, :afterSequence)
          and (:slaStatus::text is null or :slaStatus = sla_status(sla_mark, risk_from, due_by, :now::timestamptz))
        order by order_number + 0, sequence
        limit :limit) k

-- name: untold
-- Open steps that have crossed a line since the sweep last looked: a handful, or the sweep is behind.
select order_number, sequence, location, vendor, state, sla_mark, risk_from, due_by
  from (select order_number, sequence, location, vendor, state, sla_mark, risk_from, due_by
          from shipment
         where sla_mark = 0 and risk_from <= :now::timestamptz
         order by risk_from
         limit :untoldMax) r
union all
select order_number, sequence, location, vendor, state, sla_mark, risk_from, due_by
  from (select order_number, sequence, location, vendor, state, sla_mark, risk_from, due_by
          from shipment
         where sla_mark = 1 and due_by < :now::timestamptz
         order by due_by
         limit :untoldMax) d

-- name: countUntold
select count(*) from untold

-- name: untoldOf
union all
select order_number, sequence
  from untold
 where :slaStatus = sla_status(sla_mark, risk_from, due_by, :now::timestamptz)
   and state = any(:states::text[])
   and (:locations::text[] is null or location = any(:locations::text[]))
   and (:vendor::text is null or vendor = :vendor)
   and (order_number, sequence) > (:afterOrder, :afterSequence)

-- name: withoutMarks
-- When the sweep has been away: right all the same, and as slow as the table is long.
select order_number, sequence
  from shipment
 where (order_number, sequence) > (:afterOrder, :afterSequence)
   and (:locations::text[] is null or location = any(:locations::text[]))
   and (:vendor::text is null or vendor = :vendor)
   and state = any(:states::text[])
   and :slaStatus = sla_status(sla_mark, risk_from, due_by, :now::timestamptz)
 order by order_number, sequence
 limit :limit

-- name: rows
select s.order_number, s.sequence, s.location, s.vendor, s.state, s.version, s.fulfillment_type, s.opened_at,
       s.acknowledge_by, s.ship_by, s.acknowledge_risk_from, s.ship_risk_from, s.acknowledge_breach, s.ship_breach,
       s.sla_policy, s.sla_version, s.acknowledged_at, s.shipped_at, s.updated_at, s.expected_ship_date,
       s.expected_ship_reason, s.expected_ship_note, s.expected_ship_told_at, s.carrier, s.service,
       f.cost as freight_cost, f.currency as freight_currency, f.promise_date
  from (select order_number, sequence from keys order by order_number, sequence limit :limit) p
  join shipment s on s.order_number = p.order_number and s.sequence = p.sequence
  left join shipment_freight f on f.order_number = s.order_number and f.shipment = s.sequence
 order by p.order_number, p.sequence
