-- Module sourcing. Which strategy was live when: a rollback goes back along the reigns, one at a time.
create table reign (
    seq      int primary key check (seq > 0),
    strategy uuid        not null references strategy (id),
    since    timestamptz not null,
    -- The reign that a rollback of this one goes back to.
    back_to  int references reign (seq) check (back_to < seq)
);
create trigger reign_is_append_only before update or delete or truncate on reign
    for each statement execute function refuse_change();
grant select, insert on reign to "${app_role}";
insert into reign (seq, strategy, since, back_to)
select row_number() over w, id, promoted_at, nullif(row_number() over w - 1, 0)
  from strategy
 where state in ('LIVE', 'RETIRED')
window w as (order by state = 'LIVE', promoted_at, id);

-- A draft that never ruled an order may be removed; its row keeps its number, and the journal what it said.
alter table strategy
    drop constraint strategy_state_check,
    add constraint strategy_state_check check (state in ('DRAFT', 'LIVE', 'RETIRED', 'REMOVED'));
