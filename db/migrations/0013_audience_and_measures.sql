-- Mailing list, surveys kept apart, measures entered by hand.

create table subscribers (
  id uuid primary key,
  department_id uuid references departments,
  email text not null check (email = lower(email)),
  language text not null check (language in ('en', 'fr')),
  state text not null check (state in ('pending', 'confirmed', 'unsubscribed')),
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  unsubscribed_at timestamptz,
  check ((state = 'confirmed') <= (confirmed_at is not null)),
  check ((state = 'unsubscribed') = (unsubscribed_at is not null))
);
create unique index on subscribers (email, department_id) nulls not distinct;
create index on subscribers (state);
grant select, insert, update, delete on subscribers to opportune_web, opportune_worker;

/* No key to an application, a person or an opportunity; time cut to the month; random ids. */
create schema surveys;
grant usage on schema surveys to opportune_survey;
create table surveys.answers (
  id uuid primary key default gen_random_uuid(),
  department_code text not null,
  /* supplier: all who applied; winner: asked at signature; client: the team that bought. */
  audience text not null check (audience in ('supplier', 'winner', 'client')),
  month date not null check (month = date_trunc('month', month)),
  would_again boolean,
  first_contract boolean,
  small_firm boolean,
  under_represented boolean,
  story text not null default ''
);
grant select, insert on surveys.answers to opportune_survey;

/* Figures that a person enters (followers, shares), and notes on variance. */
create table measure_entries (
  id uuid primary key,
  department_id uuid not null references departments,
  metric text not null,
  label text not null,
  value numeric not null,
  entered_by uuid references people,
  at timestamptz not null,
  unique (department_id, metric, label, at)
);
call owned_by_department('measure_entries');

create table variance_notes (
  id uuid primary key,
  department_id uuid not null references departments,
  metric text not null,
  note_en text not null, note_fr text not null,
  written_by uuid references people,
  at timestamptz not null,
  unique (department_id, metric)
);
call owned_by_department('variance_notes');
