-- Module access. People, what they may, how they prove who they are. Every moment that decides (expiry, waiting) is the
-- database's own clock. Of secrets only hashes are kept, and what must be read again is sealed with the master key.
-- Own roles; the ready-made ones are part of the program. A removed role keeps its row, so that its entries stand.
create table role (
    portal      text        not null check (portal in ('OPERATOR', 'VENDOR')),
    code        text        not null,
    name        text        not null,
    permissions text[]      not null,
    version     int         not null default 1,
    created_at  timestamptz not null,
    removed_at  timestamptz,
    primary key (portal, code)
);
grant select, insert, update on role to "${app_role}";

-- vendor is null for the operator's people. A removed person leaves a row without name and address.
create table user_account (
    id               uuid primary key,
    vendor           text references vendor (code),
    email            text        not null,
    name             text        not null,
    roles            text[]      not null,
    status           text        not null check (status in ('INVITED', 'ACTIVE', 'SUSPENDED', 'REMOVED')),
    password_hash    text,
    totp_secret      bytea,
    totp_confirmed   boolean     not null default false,
    -- The step of the last code taken: a code is good once.
    totp_last_step   bigint      not null default 0,
    version          int         not null default 1,
    created_at       timestamptz not null,
    constraint active_people_have_a_name check (status = 'REMOVED' or email <> '')
);
create unique index user_account_email on user_account (coalesce(vendor, ''), email) where status <> 'REMOVED';
create index user_account_by_email on user_account (email) where status <> 'REMOVED';
grant select, insert, update on user_account to "${app_role}";

-- A vendor sees its own people, and of them nothing that proves who they are.
alter table user_account enable row level security;
alter table user_account force row level security;
create policy app on user_account to "${app_role}" using (true) with check (true);
create policy own on user_account for select to "${vendor_role}"
    using (vendor = nullif(current_setting('app.vendor', true), ''));
grant select (id, vendor, email, name, roles, status, totp_confirmed, version, created_at) on user_account
    to "${vendor_role}";

-- Vendors whose people and keys may not enter at all.
create table vendor_door (
    vendor     text primary key references vendor (code),
    locked     boolean     not null,
    version    int         not null default 1,
    changed_at timestamptz not null
);
grant select, insert, update on vendor_door to "${app_role}";

create table user_session (
    id               uuid primary key,
    token_hash       bytea       not null unique check (length(token_hash) = 32),
    user_id          uuid        not null references user_account (id),
    factors          text        not null,
    source           text        not null,
    user_agent       text        not null,
    created_at       timestamptz not null default now(),
    authenticated_at timestamptz not null default now(),
    last_seen_at     timestamptz not null default now(),
    expires_at       timestamptz not null,
    ended_at         timestamptz
);
create index user_session_of_user on user_session (user_id, created_at);
create index user_session_past on user_session (expires_at);
grant select, insert, update, delete on user_session to "${app_role}";

-- Links that were sent by mail: the token is in the mail alone.
create table user_link (
    id         uuid primary key,
    token_hash bytea       not null unique check (length(token_hash) = 32),
    user_id    uuid        not null references user_account (id),
    purpose    text        not null check (purpose in ('INVITATION', 'PASSWORD_RESET')),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at    timestamptz,
    revoked_at timestamptz
);
create index user_link_of_user on user_link (user_id, purpose);
grant select, insert, update, delete on user_link to "${app_role}";

create table recovery_code (
    user_id   uuid        not null references user_account (id),
    code_hash bytea       not null check (length(code_hash) = 32),
    used_at   timestamptz,
    primary key (user_id, code_hash)
);
grant select, insert, update, delete on recovery_code to "${app_role}";

create table passkey (
    credential_id bytea primary key,
    id            uuid        not null unique,
    user_id       uuid        not null references user_account (id),
    label         text        not null,
    public_key    bytea       not null,
    sign_count    bigint      not null,
    backed_up     boolean     not null,
    recoverable   boolean     not null,
    transports    text[]      not null,
    -- What the authenticator said of itself; each use is checked against it.
    attestation   bytea       not null,
    created_at    timestamptz not null default now(),
    last_used_at  timestamptz not null default now()
);
create index passkey_of_user on passkey (user_id);
grant select, insert, update, delete on passkey to "${app_role}";

-- What was begun and must be ended by the same browser: a passkey's challenge, a visit to the identity provider.
create table sign_in_attempt (
    token_hash bytea primary key check (length(token_hash) = 32),
    purpose    text        not null,
    user_id    uuid references user_account (id),
    content    bytea       not null,
    expires_at timestamptz not null
);
grant select, insert, delete on sign_in_attempt to "${app_role}";

-- Whom an identity provider's subject is.
create table user_identity (
    issuer     text        not null,
    subject    text        not null,
    portal     text        not null check (portal in ('OPERATOR', 'VENDOR')),
    user_id    uuid        not null references user_account (id),
    created_at timestamptz not null default now(),
    primary key (issuer, subject, portal)
);
create index user_identity_of_user on user_identity (user_id);
grant select, insert, delete on user_identity to "${app_role}";

-- Failed proofs, by what was guessed at and from where; the name is hashed, because a guess may be anything.
create table proof_throttle (
    name_hash     bytea primary key check (length(name_hash) = 32),
    attempts      int         not null,
    last_at       timestamptz not null,
    blocked_until timestamptz not null
);
grant select, insert, update, delete on proof_throttle to "${app_role}";

-- Module mail. Written with what caused it, sent afterwards; the text is sealed, because it may hold a link that opens.
create table mail (
    id         uuid primary key,
    recipient  text        not null,
    subject    text        not null,
    sealed     bytea,
    status     text        not null check (status in ('WAITING', 'SENT', 'KEPT', 'FAILED')),
    attempts   int         not null default 0,
    next_at    timestamptz not null default now(),
    last_fault text,
    created_at timestamptz not null default now(),
    sent_at    timestamptz
);
create index mail_newest on mail (created_at desc, id desc);
create index mail_waiting on mail (next_at) where status = 'WAITING';
grant select, insert, update, delete on mail to "${app_role}";
