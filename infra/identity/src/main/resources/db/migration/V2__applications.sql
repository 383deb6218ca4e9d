-- Where an application is signed in and out at, and what people call it: data, so that another one needs no new code here.

alter table client
  add column name           text check (length(btrim(name)) between 1 and 100),
  add column callback       text check (callback ~ '^/([A-Za-z0-9_-]+/)*[A-Za-z0-9_-]*$'),
  add column after_sign_out text check (after_sign_out ~ '^/([A-Za-z0-9_-]+/)*[A-Za-z0-9_-]*$');

update client
   set name = 'Ruang kerja petugas', callback = '/admin/login/oauth2/code/satuatap', after_sign_out = '/admin/', changed_at = now()
 where kind = 'APPLICATION';

alter table client
  add constraint client_application check ((kind = 'APPLICATION') = (name is not null and callback is not null and after_sign_out is not null)),
  add constraint client_machine check (kind = 'APPLICATION' or num_nonnulls(name, callback, after_sign_out) = 0);
comment on column client.callback is 'The path, at each live host, where a sign-in comes back. Whole: nothing may follow it.';
comment on column client.after_sign_out is 'The path, at each known host, where one goes who signed out.';
