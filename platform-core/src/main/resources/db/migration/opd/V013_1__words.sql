comment on column opd.office.name is 'impersonal: name of an office';
comment on column opd.office.short is 'impersonal: name of an office';
