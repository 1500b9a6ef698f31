-- Readiness of a statement: reasons for marks of the scan, licences of repositories, links that were tried.

/* Somebody looked at a mark and said why it may stay. The digest stands for the marked text, which is not kept here. */
create table scan_resolutions (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  kind text not null,
  field text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  reason text not null check (reason <> ''),
  resolved_by uuid not null references people,
  resolved_at timestamptz not null,
  unique (opportunity_id, kind, field, digest),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('scan_resolutions');

/* The licence that an existing repository has: read from where it is kept, or said by a person. */
create table repository_licences (
  id uuid primary key,
  department_id uuid not null references departments,
  url text not null check (url <> ''),
  /* An SPDX identifier, or 'none'. */
  licence text not null check (licence <> ''),
  said_by uuid references people,
  said_at timestamptz not null,
  unique (department_id, url)
);
call owned_by_department('repository_licences');

/* The links of a statement, and what became of them when they were tried. */
create table link_checks (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  url text not null,
  state text not null check (state in ('waiting', 'alive', 'dead', 'unchecked')),
  checked_at timestamptz not null,
  unique (opportunity_id, url),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('link_checks');
