-- Applying: what an applicant declares besides, and the browsers in which their draft was opened.

alter table application_identities
  add former_pension boolean not null default false,
  add repositories text not null default '';

/*
 * Each browser in which somebody opened an application, known by the digest of its cookie. One that comes after the
 * first is recorded, and its applicant is told, once.
 */
create table application_devices (
  department_id uuid not null references departments,
  application_id uuid not null,
  browser_hash bytea not null check (length(browser_hash) = 32),
  first_seen_at timestamptz not null,
  primary key (application_id, browser_hash),
  foreign key (department_id, application_id) references applications (department_id, id)
);
call owned_by_department('application_devices');

/* Which question of a department's own GC Forms form answers which of ours, by opportunity. */
create table form_mappings (
  opportunity_id uuid primary key,
  department_id uuid not null references departments,
  form_id text not null,
  mapping text not null,
  saved_at timestamptz not null,
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('form_mappings');

/* Each submission of that form that was read, so that it is taken once: saved as an application, or refused and why. */
create table form_submissions (
  opportunity_id uuid not null,
  department_id uuid not null references departments,
  name text not null,
  outcome text not null check (outcome in ('saved', 'refused')),
  because text check (because <> ''),
  application_id uuid,
  read_at timestamptz not null,
  /* Told to the form: taken over, or that there is a problem. */
  told_at timestamptz,
  primary key (opportunity_id, name),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id),
  foreign key (department_id, application_id) references applications (department_id, id),
  check ((outcome = 'refused') = (because is not null)),
  check ((outcome = 'saved') = (application_id is not null))
);
call owned_by_department('form_submissions');
