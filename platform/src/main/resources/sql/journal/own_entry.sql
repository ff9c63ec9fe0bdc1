-- name: list
with entries as (
    select j.order_number, j.subject, j.seq, j.at, j.actor_type, j.channel, j.type, j.from_state, j.to_state
      from unnest(:subjects::text[]) as w(subject)
      join journal j on j.order_number = 0 and j.subject = w.subject
    union all
    -- 0 is the character behind the slash: subjects compare byte by byte.
    select j.order_number, j.subject, j.seq, j.at, j.actor_type, j.channel, j.type, j.from_state, j.to_state
      from unnest(:prefixes::text[]) as w(prefix)
      join journal j on j.order_number = 0 and j.subject >= w.prefix || '/' and j.subject < w.prefix || '0'
)
select order_number, subject, seq, at, actor_type, channel, type, from_state, to_state
  from entries
 where (subject, seq) > (:afterSubject, :afterSeq)
 order by subject, seq
 limit :limit

-- name: ofSubject
select order_number, subject, seq, at, actor_type, channel, type, from_state, to_state
  from journal
 where order_number = :family and subject = :subject and (subject, seq) > (:afterSubject, :afterSeq)
 order by seq
 limit :limit
