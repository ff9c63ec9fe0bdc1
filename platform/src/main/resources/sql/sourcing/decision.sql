-- name: insert
insert into decision (order_number, seq, at, reason, strategy, microseconds, body)
select order_number, seq, at::timestamptz, reason, strategy::uuid, microseconds, body
  from unnest(:orders::bigint[], :seqs::int[], :ats::text[], :reasons::text[], :strategies::text[], :micros::int[],
              :bodies::bytea[])
       as d(order_number, seq, at, reason, strategy, microseconds, body)

-- name: counts
select order_number, count(*)::int as decisions
  from decision
 where order_number = any(:numbers::bigint[])
 group by order_number

-- name: decisionsOf
select d.seq, d.reason, d.strategy, d.microseconds, d.body, s.version
  from decision d join strategy s on s.id = d.strategy
 where d.order_number = :number
 order by d.seq
