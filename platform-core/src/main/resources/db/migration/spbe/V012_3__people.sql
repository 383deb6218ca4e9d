-- Who did something with an assessment is a person, by id. Names are read from that person.
alter table spbe.assessment add column by_person uuid;
alter table spbe.answer add column by_person uuid;
alter table spbe.answer_version add column by_person uuid;
alter table spbe.evidence add column by_person uuid;
alter table spbe.sharing add column by_person uuid;
do $migration$
declare
  tenant uuid;
begin
  for tenant in select id from tenancy.tenant loop
    perform set_config('app.tenant_id', tenant::text, true);
    update spbe.assessment t set by_person = (select p.id from access.person p where p.subject = t.created_by order by p.id limit 1);
    update spbe.answer t set by_person = (select p.id from access.person p where p.subject = t.updated_by order by p.id limit 1);
    update spbe.answer_version t set by_person = (select p.id from access.person p where p.subject = t.saved_by order by p.id limit 1);
    update spbe.evidence t set by_person = (select p.id from access.person p where p.subject = t.removed_by order by p.id limit 1);
    update spbe.sharing t set by_person = (select p.id from access.person p where p.subject = t.shared_by order by p.id limit 1);
  end loop;
  perform set_config('app.tenant_id', '', true);
end
$migration$;
alter table spbe.assessment drop column created_by;
alter table spbe.assessment rename column by_person to created_by;
alter table spbe.assessment alter column created_by set not null, add foreign key (tenant_id, created_by) references access.person (tenant_id, id);
alter table spbe.answer drop column updated_by, drop column updated_by_name;
alter table spbe.answer rename column by_person to updated_by;
alter table spbe.answer alter column updated_by set not null, add foreign key (tenant_id, updated_by) references access.person (tenant_id, id);
alter table spbe.answer_version drop column saved_by, drop column saved_by_name;
alter table spbe.answer_version rename column by_person to saved_by;
alter table spbe.answer_version alter column saved_by set not null, add foreign key (tenant_id, saved_by) references access.person (tenant_id, id);
alter table spbe.evidence drop column removed_by;
alter table spbe.evidence rename column by_person to removed_by;
alter table spbe.evidence add foreign key (tenant_id, removed_by) references access.person (tenant_id, id);
alter table spbe.sharing drop column shared_by;
alter table spbe.sharing rename column by_person to shared_by;
alter table spbe.sharing alter column shared_by set not null, add foreign key (tenant_id, shared_by) references access.person (tenant_id, id);
grant insert (created_by) on spbe.assessment to ${runtime};
grant insert (updated_by), update (updated_by) on spbe.answer to ${runtime};
grant insert (saved_by) on spbe.answer_version to ${runtime};
grant update (removed_by) on spbe.evidence to ${runtime};
grant insert (shared_by) on spbe.sharing to ${runtime};
