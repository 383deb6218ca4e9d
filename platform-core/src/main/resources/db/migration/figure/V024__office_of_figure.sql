-- A figure of an office is one of an office of the same tenant. A restore replaces the offices and keeps the figures: so it is checked last.
alter table figure.figure
  add foreign key (tenant_id, office_id) references office.office (tenant_id, id) deferrable initially deferred;
create index figure_office on figure.figure (tenant_id, office_id) where office_id is not null;
