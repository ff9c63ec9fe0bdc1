-- Module access. A key is kept as its SHA-256; the key itself was shown once and is nowhere.
create table api_key (
    id         uuid primary key,
    name       text        not null,
    vendor     text references vendor (code),
    prefix     text        not null,
    key_hash   bytea       not null unique check (length(key_hash) = 32),
    scopes     text[]      not null,
    version    int         not null default 1,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
);
grant select, insert, update on api_key to "${app_role}";
