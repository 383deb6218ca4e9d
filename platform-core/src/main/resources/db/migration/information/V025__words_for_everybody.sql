comment on column information.announcement.title is 'impersonal: what the government tells everybody';
comment on column information.announcement.text is 'impersonal: what the government tells everybody';
comment on column information.announcement.link is 'impersonal: where everybody reads on';
