-- Module vendor. Files are sealed with the master key; those that were kept before are sealed in the background, once,
-- and a sealed one is never touched again.
alter table document_content add column sealed boolean not null default false;
create index document_content_open on document_content (vendor, requirement, number, part) where not sealed;
grant update (bytes, sealed) on document_content to "${app_role}";
create policy sealed_once on document_content as restrictive for update to "${app_role}"
    using (not sealed) with check (sealed);
