-- Identity answers who somebody is, and nothing else: no tenant, no role, no right is kept here. Hence no row level
-- security either; the walls between tenants stand in the database of platform-core.

grant usage on schema identity to ${runtime};

create table account (
  id                  uuid primary key,
  username            text unique check (username = lower(username) and username ~ '^[a-z0-9][a-z0-9._-]{2,99}$'),
  email               text not null unique check (email = lower(email) and email ~ '^[^@\s]{1,64}@[^@\s]{1,190}$'),
  email_verified      boolean not null,
  name                text not null check (length(btrim(name)) between 1 and 200),
  password_hash       text not null,
  created_at          timestamptz not null default now(),
  password_changed_at timestamptz not null default now()
);
comment on table account is 'People. username is null for those who registered themselves: they sign in by e-mail.';
grant select on account to ${runtime};
grant insert (id, email, email_verified, name, password_hash) on account to ${runtime};
grant update (email_verified, password_hash, password_changed_at) on account to ${runtime};

create table one_time_code (
  hash        bytea primary key check (length(hash) = 32),
  purpose     text not null check (purpose in ('REGISTRATION', 'PASSWORD')),
  email       text not null,
  name        text,
  account_id  uuid references account on delete cascade,
  created_at  timestamptz not null default now(),
  expires_at  timestamptz not null,
  used_at     timestamptz,
  check ((purpose = 'PASSWORD') = (account_id is not null)),
  check ((purpose = 'REGISTRATION') = (name is not null))
);
create index one_time_code_email on one_time_code (email, purpose);
create index one_time_code_expires on one_time_code (expires_at);
grant select, insert on one_time_code to ${runtime};
grant update (used_at) on one_time_code to ${runtime};
grant delete on one_time_code to ${runtime}; -- spent and stale codes hold an e-mail address: swept after a day

create table mail_outbox (
  id              uuid primary key,
  kind            text not null check (kind in ('REGISTRATION', 'PASSWORD')),
  recipient       text not null,
  recipient_key   text not null,
  requested_by    bytea not null,
  language        text not null check (language in ('id', 'en')),
  name            text,
  state           text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'UNNEEDED', 'FAILED')),
  attempts        integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  created_at      timestamptz not null default now()
);
comment on table mail_outbox is 'What is to be sent, never the text: the link in it is made when it is sent, so no usable code is ever at rest.';
create index mail_outbox_waiting on mail_outbox (next_attempt_at) where state = 'WAITING';
create index mail_outbox_recipient on mail_outbox (recipient_key, created_at);
create index mail_outbox_requested_by on mail_outbox (requested_by, created_at);
grant select, insert on mail_outbox to ${runtime};
grant update (state, attempts, next_attempt_at) on mail_outbox to ${runtime};
grant delete on mail_outbox to ${runtime}; -- addresses of people, some unknown to us: swept after a week

create table sign_in_throttle (
  kind          text not null check (kind in ('ACCOUNT_AND_ADDRESS', 'ADDRESS', 'DEVICE')),
  key           bytea not null check (length(key) = 32),
  failures      integer not null,
  blocked_until timestamptz not null,
  last_at       timestamptz not null,
  primary key (kind, key)
);
create index sign_in_throttle_last_at on sign_in_throttle (last_at);
grant select, insert, update, delete on sign_in_throttle to ${runtime}; -- counters: cleared by a sign-in, swept after a day

create table audit_event (
  id         uuid primary key,
  at         timestamptz not null default now(),
  kind       text not null check (kind in ('CHANGE', 'REFUSAL')),
  action     text not null check (length(action) <= 100),
  account_id uuid
);
create index audit_event_account on audit_event (account_id, at);
grant select on audit_event to ${runtime};
grant insert (id, kind, action, account_id) on audit_event to ${runtime}; -- written once, never changed

create table client (
  id          text primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,99}$'),
  kind        text not null check (kind in ('MACHINE', 'APPLICATION')),
  secret_hash text not null,
  created_at  timestamptz not null default now(),
  changed_at  timestamptz not null default now()
);
comment on table client is 'MACHINE: client credentials only. APPLICATION: signs people in; its redirect URIs follow the live tenant hosts.';
grant select on client to ${runtime};

create table signing_key (
  kid         text primary key,
  private_key bytea not null,
  salt        bytea not null check (length(salt) = 32),
  created_at  timestamptz not null default now(),
  signs_from  timestamptz not null
);
comment on table signing_key is 'RSA keys, the private part sealed with AES-256-GCM under SATUATAP_IDENTITY_KEY_SECRET.';
grant select, insert on signing_key to ${runtime};
grant delete on signing_key to ${runtime}; -- a key that nothing can be signed with any more

-- The table of Spring Authorization Server, types as it demands for PostgreSQL. Token columns hold SHA-256 digests.
create table oauth2_authorization (
  id                            varchar(100) primary key,
  registered_client_id          varchar(100) not null,
  principal_name                varchar(200) not null,
  authorization_grant_type      varchar(100) not null,
  authorized_scopes             varchar(1000),
  attributes                    text,
  state                         varchar(500),
  authorization_code_value      text,
  authorization_code_issued_at  timestamptz,
  authorization_code_expires_at timestamptz,
  authorization_code_metadata   text,
  access_token_value            text,
  access_token_issued_at        timestamptz,
  access_token_expires_at       timestamptz,
  access_token_metadata         text,
  access_token_type             varchar(100),
  access_token_scopes           varchar(1000),
  oidc_id_token_value           text,
  oidc_id_token_issued_at       timestamptz,
  oidc_id_token_expires_at      timestamptz,
  oidc_id_token_metadata        text,
  refresh_token_value           text,
  refresh_token_issued_at       timestamptz,
  refresh_token_expires_at      timestamptz,
  refresh_token_metadata        text,
  user_code_value               text,
  user_code_issued_at           timestamptz,
  user_code_expires_at          timestamptz,
  user_code_metadata            text,
  device_code_value             text,
  device_code_issued_at         timestamptz,
  device_code_expires_at        timestamptz,
  device_code_metadata          text,
  -- ours
  session_id                    text,
  created_at                    timestamptz not null default now()
);
create index oauth2_authorization_code on oauth2_authorization (authorization_code_value);
create index oauth2_authorization_access on oauth2_authorization (access_token_value);
create index oauth2_authorization_session on oauth2_authorization (session_id);
create index oauth2_authorization_principal on oauth2_authorization (principal_name);
create index oauth2_authorization_created on oauth2_authorization (created_at);
grant select, insert, update, delete on oauth2_authorization to ${runtime}; -- signing out removes it

create table refresh_token (
  hash             text primary key,
  authorization_id varchar(100) not null references oauth2_authorization on delete cascade,
  issued_at        timestamptz not null default now(),
  spent_at         timestamptz
);
create index refresh_token_authorization on refresh_token (authorization_id);
comment on table refresh_token is 'Each refresh token once issued, so that one used twice betrays itself.';
grant select, insert on refresh_token to ${runtime};
grant update (spent_at) on refresh_token to ${runtime};
