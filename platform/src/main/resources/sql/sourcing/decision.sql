-- name: insert
insert into decision (order_number, seq, at, reason, strategy, microseconds, body, shipments, assigned, backordered,
    customer_care, canceled, shipment_km, measured)
select order_number, seq, at::timestamptz, reason, strategy::uuid, microseconds, body, shipments, assigned, backordered,
       customer_care, canceled, shipment_km::float8, measured
  from unnest(:orders::bigint[], :seqs::int[], :ats::text[], :reasons::text[], :strategies::text[], :micros::int[],
              :bodies::bytea[], :shipments::int[], :assigned::int[], :backordered::int[], :customerCare::int[],
              :canceled::int[], :km::text[], :measured::int[])
       as d(order_number, seq, at, reason, strategy, microseconds, body, shipments, assigned, backordered,
            customer_care, canceled, shipment_km, measured)

-- name: counts
select order_number, count(*)::int as decisions
  from decision
 where order_number = any(:numbers::bigint[])
 group by order_number

-- name: decisionsOf
select d.seq, d.reason, d.strategy, d.microseconds, d.body, s.version, d.shipments, d.assigned,
       d.backordered, d.customer_care, d.canceled, d.shipment_km, d.measured
  from decision d join strategy s on s.id = d.strategy
 where d.order_number = :number and d.seq > :after
 order by d.seq
 limit :limit

-- name: placedBy
select strategy from decision where order_number = :number and seq = 1

-- name: placedByAll
select order_number, strategy from decision where order_number = any(:numbers::bigint[]) and seq = 1

-- name: sides
select strategy, count(*) as orders, sum(shipments) as shipments, sum(assigned) as assigned,
       count(*) filter (where backordered > 0) as backorders, count(*) filter (where customer_care > 0) as in_care,
       sum(canceled) as canceled, sum(shipment_km) as kilometers, sum(measured) as measured
  from decision
 where at >= :since::timestamptz and seq = 1 and strategy = any(:strategies::uuid[])
 group by strategy
