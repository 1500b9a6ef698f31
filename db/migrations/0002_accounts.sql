-- People, roles, sign-in and sessions.

create table people (
  id uuid primary key,
  email text not null unique check (email = lower(email) and email like '%_@_%'),
  name text not null,
  language text not null check (language in ('en', 'fr')),
  demo boolean not null default false,
  created_at timestamptz not null default clock_timestamp()
);

/* Who may act as what, in which department, from when to when, up to how much. */
create table role_grants (
  id uuid primary key,
  department_id uuid not null references departments,
  person_id uuid not null references people,
  role text not null check (role in ('client', 'program_team', 'procurement', 'section_32', 'section_34', 'finance',
    'cardholder', 'signatory', 'observer', 'administrator')),
  from_day date not null,
  until_day date check (until_day >= from_day),
  limit_cents integer check (limit_cents > 0),
  team text,
  unique (department_id, person_id, role, from_day),
  unique (department_id, id)
);
call owned_by_department('role_grants');

create table sessions (
  token_hash bytea primary key,
  person_id uuid not null references people,
  department_id uuid references departments,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at)
);
create index on sessions (person_id);

/* A code is never stored: the mail job derives it from the id under a key outside the database. */
create table sign_in_codes (
  id uuid primary key,
  email text not null check (email = lower(email)),
  language text not null check (language in ('en', 'fr')),
  browser_hash bytea not null,
  return_to text not null default '',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz
);
create index on sign_in_codes (browser_hash, created_at);

/* Requests counted by key and window, for limits that several processes share. */
create table limits (
  key text not null,
  window_start timestamptz not null,
  count integer not null default 1,
  primary key (key, window_start)
);

grant select, insert, update, delete on people, sessions, sign_in_codes, limits to opportune_web, opportune_worker;
