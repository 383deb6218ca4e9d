-- What a file is for, who reads it, how long it stays, how it was found, and what it was made from.
alter table document.document
  add column feature      text not null default 'spbe',
  add column class        text not null default 'RESTRICTED' check (class in ('PUBLIC', 'RESTRICTED', 'SECRET')),
  add column audience     text not null default 'assessment:read',
  add column keep_until   date,
  add column state        text not null default 'KEPT' check (state in ('KEPT', 'QUARANTINED')),
  add column scanned_at   timestamptz, -- when the virus scanner answered
  add column marks        text[] not null default '{}'
                          check (marks <@ array['OLE_OBJECT', 'EXTERNAL_CONTENT', 'EMBEDDED_FILES', 'RESTRICTED']),
  add column sent_sha256  text, -- sha256 is that of the bytes as served; pictures are made anew
  add column derived_from uuid,
  add column rendition    text,
  add column key_id       uuid; -- of the tenant's key that seals it; null: not sealed

-- All there is so far is evidence, kept as it was sent. The owner obeys row level security, so each tenant's rows are changed as that tenant.
do $$
declare
  one uuid;
begin
  for one in select id from tenancy.tenant loop
    perform set_config('app.tenant_id', one::text, true);
    update document.document set sent_sha256 = sha256;
  end loop;
  perform set_config('app.tenant_id', '', true);
end
$$;

alter table document.document
  alter column feature drop default,
  alter column audience drop default,
  alter column sent_sha256 set not null,
  add foreign key (tenant_id, derived_from) references document.document (tenant_id, id) deferrable initially deferred, -- restored in any order
  add unique (tenant_id, derived_from, rendition),
  add check ((derived_from is null) = (rendition is null));
grant insert (feature, class, audience, keep_until, state, scanned_at, marks, sent_sha256, derived_from, rendition, key_id)
  on document.document to ${runtime};
