-- name: append
insert into journal (order_number, subject, seq, at, actor_type, actor_id, channel, type, from_state, to_state,
                     data, correlation_id, hash)
select family, subject, seq, at::timestamptz, actor_type, actor_id, channel, type, from_state, to_state, data,
       correlation, hash
  from unnest(:families::bigint[], :subjects::text[], :seqs::int[], :ats::text[], :actorTypes::text[],
              :actorIds::text[], :channels::text[], :types::text[], :froms::text[], :tos::text[], :data::text[],
              :correlations::text[], :hashes::bytea[])
       as e(family, subject, seq, at, actor_type, actor_id, channel, type, from_state, to_state, data, correlation,
            hash)

-- name: enqueue
insert into outbox (order_number, subject, seq)
select * from unnest(:families::bigint[], :subjects::text[], :seqs::int[])

-- name: hashes
select j.order_number, j.subject, j.hash
  from unnest(:families::bigint[], :subjects::text[], :seqs::int[]) as w(family, subject, seq)
  join journal j on j.order_number = w.family and j.subject = w.subject and j.seq = w.seq

-- name: entriesOf
select order_number, subject, seq, at, actor_type, actor_id, channel, type, from_state, to_state, data,
       correlation_id, hash
  from journal
 where order_number = :family and subject = :subject and seq > :afterSeq
 order by seq
 limit :limit

-- name: findPlaced
-- Said as the index has it.
select order_number, subject
  from journal
 where subject = :subject and seq = 1 and order_number > 0 and strpos(subject, ':') > 0
 order by order_number
 limit 1

-- name: pageAfter
select order_number, subject, seq, at, actor_type, actor_id, channel, type, from_state, to_state, data,
       correlation_id, hash
  from journal
 where (order_number, subject, seq) > (:family, :subject, :seq)
 order by order_number, subject, seq
 limit :limit

-- name: list
-- What is large, such as a strategy's document, is told where one subject is asked for, so that a page stays small.
select order_number, subject, seq, at, actor_type, actor_id, channel, type, from_state, to_state,
       case when :family::bigint is null and length(data) > 20000
            then json_build_object('omitted', length(data) || ' characters; ask for this subject alone')::text
            else data end as data,
       correlation_id, hash
  from journal
 where (order_number, subject, seq) > (:afterFamily, :afterSubject, :afterSeq)
   and (:family::bigint is null or (order_number = :family and subject = :subject))
   and (:order::bigint is null or order_number = :order)
   and (:actor::text is null or actor_id = :actor)
   and (:from::timestamptz is null or at >= :from::timestamptz)
   and (:to::timestamptz is null or at < :to::timestamptz)
 order by order_number, subject, seq
 limit :limit
