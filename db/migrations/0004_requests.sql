-- A client's need, screened.

/* Numbers of files: 2026-014 counts within a department and a fiscal year. */
create table file_numbers (
  department_id uuid not null references departments,
  fiscal_year integer not null,
  last integer not null,
  primary key (department_id, fiscal_year)
);
call owned_by_department('file_numbers');

create table requests (
  id uuid primary key,
  department_id uuid not null references departments,
  number text not null,
  state text not null check (state in ('received', 'accepted', 'declined', 'withdrawn')),
  client_id uuid not null references people,
  team text not null,
  home_branch boolean not null default true,
  language text not null check (language in ('en', 'fr')),
  subject text not null,
  need text not null,
  is_code boolean,
  is_open_source boolean,
  is_unclassified boolean,
  is_virtual boolean,
  is_within_limit boolean,
  is_own_department boolean,
  maintainer text not null default '',
  estimate_cents integer check (estimate_cents >= 0),
  received_at timestamptz not null,
  screened_at timestamptz,
  screened_by uuid references people,
  meets_criteria boolean,
  reason text,
  referred_to text,
  reply text not null default '',
  ended_at timestamptz,
  go text check (go in ('go', 'no_go')),
  go_by uuid references people,
  go_at timestamptz,
  go_reason text not null default '',
  unique (department_id, id),
  unique (department_id, number),
  check ((state in ('accepted', 'declined')) <= (screened_at is not null and screened_by is not null and meets_criteria is not null)),
  check ((state in ('declined', 'withdrawn')) = (reason is not null)),
  check ((go is not null) = (go_by is not null and go_at is not null))
);
create index on requests (department_id, state);
call owned_by_department('requests');

/* Who did what on a file: what separation of duties looks at. */
create table file_duties (
  id uuid primary key,
  department_id uuid not null references departments,
  request_id uuid not null,
  opportunity_id uuid,
  duty text not null,
  person_id uuid not null references people,
  at timestamptz not null,
  foreign key (department_id, request_id) references requests (department_id, id)
);
create index on file_duties (request_id);
call owned_by_department('file_duties');

/* Second line behind the rule in accounts/duties.ts: pairs that one person never holds on one file. */
create table duty_conflicts (first text not null, second text not null, primary key (first, second));
insert into duty_conflicts (first, second) values
  ('requested', 'signed_32'), ('requested', 'certified_34'), ('requested', 'paid'), ('requested', 'gave_go'), ('requested', 'approved_statement'), ('requested', 'signed_terms'),
  ('evaluated', 'certified_34'), ('evaluated', 'paid'), ('evaluated', 'entered_beacon'), ('evaluated', 'confirmed_beacon'),
  ('accepted_work', 'certified_34'), ('accepted_work', 'paid'),
  ('certified_34', 'paid'), ('entered_beacon', 'confirmed_beacon'), ('locked_evaluation', 'confirmed_evaluation');
grant select on duty_conflicts to opportune_web, opportune_worker;

create function refuse_conflicting_duty() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.request_id::text, 7));
  if exists (
    select from file_duties held join duty_conflicts c
      on (c.first = held.duty and c.second = new.duty) or (c.second = held.duty and c.first = new.duty)
    where held.request_id = new.request_id and held.person_id = new.person_id
      and (held.opportunity_id is null or new.opportunity_id is null or held.opportunity_id = new.opportunity_id)
  ) then
    raise exception 'conflicting duty % on this file', new.duty using errcode = 'P0002';
  end if;
  return new;
end $$;
create trigger separation before insert on file_duties for each row execute function refuse_conflicting_duty();
