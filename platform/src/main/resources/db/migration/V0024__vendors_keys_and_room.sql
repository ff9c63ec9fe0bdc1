-- Module vendor: a file that nobody reviewed, and that a newer one took the place of, makes room for newer ones.
grant delete on document_version, document_content to "${app_role}";

-- Module access: a vendor sees its own keys, and of them nothing that opens.
alter table api_key enable row level security;
alter table api_key force row level security;
create policy app on api_key to "${app_role}" using (true) with check (true);
create policy own on api_key for select to "${vendor_role}"
    using (vendor = nullif(current_setting('app.vendor', true), ''));
grant select (id, vendor, name, prefix, scopes, version, created_at, expires_at, revoked_at) on api_key
    to "${vendor_role}";
