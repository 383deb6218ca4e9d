-- Who added a file is a person, by id.
alter table document.document add column adder uuid;
do $migration$
declare
  tenant uuid;
begin
  for tenant in select id from tenancy.tenant loop
    perform set_config('app.tenant_id', tenant::text, true);
    update document.document d set adder = (select p.id from access.person p where p.subject = d.added_by order by p.id limit 1);
  end loop;
  perform set_config('app.tenant_id', '', true);
end
$migration$;
alter table document.document drop column added_by, drop column added_name;
alter table document.document rename column adder to added_by;
alter table document.document
  alter column added_by set not null,
  add foreign key (tenant_id, added_by) references access.person (tenant_id, id);
grant insert (added_by) on document.document to ${runtime};
