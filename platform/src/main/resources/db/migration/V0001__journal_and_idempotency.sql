-- Module journal. One row per transition; nobody the application can be may change or remove one.
-- order_number is the family an entry belongs to (0: no order's), so that an order's rows live together.
create table journal (
    order_number   bigint      not null default 0,
    subject        text        not null,
    seq            int         not null check (seq > 0),
    at             timestamptz not null,
    actor_type     text        not null,
    actor_id       text        not null,
    channel        text        not null,
    type           text        not null,
    from_state     text,
    to_state       text,
    data           text        not null,
    correlation_id text        not null,
    hash           bytea       not null check (length(hash) = 32),
    primary key (order_number, subject, seq)
);
create index journal_at on journal using brin (at);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'table % is append-only: rows are neither changed nor removed', tg_table_name
        using errcode = 'insufficient_privilege';
end $$;
create trigger journal_is_append_only before update or delete or truncate on journal
    for each statement execute function refuse_change();

-- Keys of entries that subscribers have not been told yet; per subject they go out in order of seq.
create table outbox (
    order_number bigint not null,
    subject      text   not null,
    seq          int    not null,
    primary key (order_number, subject, seq)
);

grant select, insert on journal to "${app_role}";
grant select, insert, delete on outbox to "${app_role}";

-- Module store. What a request with an Idempotency-Key was answered; committed with its effect.
create table idempotency (
    principal    text        not null,
    key          text        not null check (length(key) between 1 and 255),
    request_hash bytea       not null,
    status       int         not null default 0,
    headers      text        not null default '',
    body         bytea       not null default '',
    created_at   timestamptz not null,
    primary key (principal, key)
);
create index idempotency_created_at on idempotency using brin (created_at);
grant select, insert, update, delete on idempotency to "${app_role}";
