-- name: insert
insert into simulation (id, state, stock, from_at, to_at, live_strategy, live_version, live_document, draft_strategy,
    draft_version, draft_document, total, created_at, created_by)
values (:id, 'QUEUED', :stock, :from::timestamptz, :to::timestamptz, :live, :liveVersion, :liveDocument, :draft,
        :draftVersion, :draftDocument, :total, :at::timestamptz, :by)

-- name: insertLines
insert into simulation_line (simulation, line, body)
select :id, l.line, l.body from unnest(:lines::int[], :bodies::text[]) as l(line, body)

-- name: lines
select line, body from simulation_line where simulation = :id and line > :after order by line limit :limit

-- name: waiting
select count(*) from simulation where state in ('QUEUED', 'RUNNING')

-- name: find
select id, state, row_version, stock, from_at, to_at, live_strategy, live_version, draft_strategy, draft_version, total,
       done, changed, skipped, live_figures::text as live_figures, draft_figures::text as draft_figures, failure,
       created_at, created_by, started_at, finished_at
  from simulation
 where id = :id

-- name: list
select id, state, row_version, stock, from_at, to_at, live_strategy, live_version, draft_strategy, draft_version, total,
       done, changed, skipped, live_figures::text as live_figures, draft_figures::text as draft_figures, failure,
       created_at, created_by, started_at, finished_at
  from simulation
 where (created_at, id) < (:beforeAt::timestamptz, :beforeId::uuid)
 order by created_at desc, id desc
 limit :limit

-- name: claim
-- The oldest that waits, or whose runner was not heard of for as long as its lease.
update simulation
   set state = 'RUNNING', attempt = attempt + 1, lease_until = now() + make_interval(secs => :lease),
       started_at = :at::timestamptz, row_version = row_version + 1, done = 0, changed = 0, skipped = 0
 where id = (select id from simulation
              where state = 'QUEUED' or (state = 'RUNNING' and lease_until < now())
              order by created_at
              limit 1
                for update skip locked)
returning id, attempt, row_version, stock, from_at, to_at, live_strategy, live_version, live_document, draft_strategy,
          draft_version, draft_document, created_at

-- name: forgetChanges
delete from simulation_change where simulation = :id

-- name: advance
update simulation
   set done = :done, changed = :changed, skipped = :skipped, lease_until = now() + make_interval(secs => :lease)
 where id = :id and state = 'RUNNING' and attempt = :attempt

-- name: addChanges
insert into simulation_change (simulation, ordinal, order_number, channel, external, live_plan, live_decision,
    draft_plan, draft_decision)
select :id, ordinal, order_number::bigint, channel, external, live_plan::jsonb, live_decision, draft_plan::jsonb,
       draft_decision
  from unnest(:ordinals::bigint[], :numbers::text[], :channels::text[], :externals::text[], :livePlans::text[],
              :liveDecisions::bytea[], :draftPlans::text[], :draftDecisions::bytea[])
       as c(ordinal, order_number, channel, external, live_plan, live_decision, draft_plan, draft_decision)

-- name: end
update simulation
   set state = :state, live_figures = :live::jsonb, draft_figures = :draft::jsonb, failure = :failure,
       finished_at = :at::timestamptz, lease_until = null, row_version = row_version + 1
 where id = :id and state = 'RUNNING' and attempt = :attempt
returning row_version

-- name: letGo
update simulation set lease_until = now() where id = :id and state = 'RUNNING' and attempt = :attempt

-- name: cancel
update simulation s
   set state = 'CANCELED', finished_at = :at::timestamptz, lease_until = null, row_version = s.row_version + 1
  from (select id, state from simulation where id = :id for update) was
 where s.id = was.id and was.state in ('QUEUED', 'RUNNING')
returning was.state as was, s.row_version

-- name: changes
select ordinal, order_number, channel, external, live_plan::text as live_plan, live_decision,
       draft_plan::text as draft_plan, draft_decision
  from simulation_change
 where simulation = :id and ordinal > :after
 order by ordinal
 limit :limit

-- name: forgetSome
-- One that is being removed elsewhere is not waited for.
with gone as (
    select id
      from simulation
     where state in ('DONE', 'FAILED', 'CANCELED') and finished_at < :before::timestamptz
     order by finished_at
     limit :limit
       for update skip locked
), changes as (
    delete from simulation_change where simulation in (select id from gone)
), lines as (
    delete from simulation_line where simulation in (select id from gone)
)
delete from simulation where id in (select id from gone)
returning id, state, row_version
