-- Departments, scope and clock: what every later table leans on.
-- Creates; locks nothing that exists.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

/* The instant of an act. Injected by the replay and by tests; otherwise the database clock, read when asked and not when the transaction began. */
create function opportune_now() returns timestamptz language sql volatile as
$$ select coalesce(nullif(current_setting('opportune.now', true), '')::timestamptz, clock_timestamp()) $$;

/* Row-level security's one question. Scope is set for one transaction by the program: '*', or ids joined by commas. No scope, no rows. */
create function in_scope(department uuid) returns boolean language sql stable parallel safe as
$$ select coalesce(current_setting('opportune.scope', true), '') = '*'
       or department::text = any (string_to_array(coalesce(current_setting('opportune.scope', true), ''), ',')) $$;

create table departments (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Z0-9-]{2,16}$'),
  name_en text not null,
  name_fr text not null,
  mailbox text not null,
  postal_address text not null,
  time_zone text not null default 'America/Toronto',
  simulated boolean not null default false,
  created_at timestamptz not null default clock_timestamp()
);

/* A department's own rules, each with the day from which it holds and its source; what is not here is the default policy. */
create table policy_settings (
  id uuid primary key,
  department_id uuid not null references departments,
  setting text not null,
  from_day date not null,
  value text not null,
  source text not null,
  unique (department_id, setting, from_day)
);

/* Forces row-level security on a table that a department owns. */
create procedure owned_by_department(owned regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', owned);
  execute format('alter table %s force row level security', owned);
  execute format('create policy scope on %s using (in_scope(department_id)) with check (in_scope(department_id))', owned);
  execute format('grant select, insert, update, delete on %s to opportune_web, opportune_worker', owned);
end $$;

call owned_by_department('policy_settings');
grant select, insert, update on departments to opportune_web, opportune_worker;

grant usage on schema public to opportune_web, opportune_worker, opportune_survey, opportune_evaluator, opportune_record;
