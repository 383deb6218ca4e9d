-- What is known of each file; the bytes lie in the file store under the tenant's and the document's id.
create schema document;
grant usage on schema document to ${runtime};

create table document.document (
  tenant_id  uuid not null default tenancy.current_tenant() references tenancy.tenant,
  id         uuid not null,
  name       text not null check (length(name) between 1 and 200),
  media_type text not null,
  size       bigint not null check (size > 0),
  sha256     text not null,
  added_by   text not null,
  added_name text,
  added_at   timestamptz not null default now(),
  primary key (tenant_id, id)
);
alter table document.document enable row level security;
alter table document.document force row level security;
create policy own_tenant on document.document
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (id, name, media_type, size, sha256, added_by, added_name) on document.document to ${runtime};
