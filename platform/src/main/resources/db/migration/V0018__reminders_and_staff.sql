-- Module sla. What is to be told by mail, written with the crossing that causes it. A mail takes its rows away in the
-- transaction that writes it, so nothing is told twice and nothing is forgotten. Without a vendor it is for the
-- operator's people, with a location besides for those who work there alone.
create table sla_reminder (
    id           bigint generated always as identity primary key,
    vendor       text        not null,
    staff_at     text        not null,
    order_number bigint      not null,
    sequence     int         not null,
    location     text        not null,
    step         text        not null check (step in ('ACKNOWLEDGE', 'SHIP')),
    status       text        not null check (status in ('AT_RISK', 'OVERDUE')),
    due_by       timestamptz not null
);
create index sla_reminder_addressee on sla_reminder (vendor, staff_at);
grant select, insert, delete on sla_reminder to "${app_role}";

-- When somebody was written to last, so that a busy day is a few mails and not one a second.
create table sla_reminder_round (
    vendor    text        not null,
    staff_at  text        not null,
    mailed_at timestamptz not null,
    primary key (vendor, staff_at)
);
grant select, insert, update on sla_reminder_round to "${app_role}";

-- Module access. Where somebody works whose role sees nothing but the locations he was given.
create table user_location (
    user_id  uuid not null references user_account (id),
    location text not null references location (code),
    primary key (user_id, location)
);
create index user_location_people on user_location (location);
grant select, insert, delete on user_location to "${app_role}";
