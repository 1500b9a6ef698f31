-- Contract splitting: what is compared, what was found, what procurement decided.

/* Sets of numbers, compared a thousand in a few milliseconds. */
create extension if not exists intarray;

/* One row for each file, kept in the same transaction as whatever changes it: what the splitting rules compare. */
create table purchases (
  opportunity_id uuid primary key,
  department_id uuid not null references departments,
  owner_id uuid not null references people,
  /* Names and addresses in one spelling: small letters, no accents, no protocol. */
  team text not null,
  repository text not null default '',
  skills text[] not null default '{}',
  /* Groups of three letters of its words, as numbers in order: what is alike in two files. */
  trigrams_en integer[] not null default '{}', trigrams_fr integer[] not null default '{}',
  /* The supplier's legal name under the department's salt, once there is a contract; never shown. */
  supplier text,
  /* Taxes included, at the highest rate that may be asked. What was posted, and what was added since. */
  original_cents integer not null check (original_cents >= 0),
  amended_cents integer not null default 0,
  /* Section 32, or the day that the draft was last saved. */
  committed_on date not null,
  /* Ended without a purchase: compared with nothing. */
  cancelled boolean not null,
  posted boolean not null,
  unique (department_id, opportunity_id),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
create index purchases_by_team on purchases (department_id, team, committed_on) where not cancelled;
create index purchases_by_repository on purchases (department_id, team, repository, committed_on) where not cancelled and repository <> '';
create index purchases_by_owner on purchases (department_id, owner_id, committed_on) where not cancelled;
create index purchases_by_supplier on purchases (department_id, supplier, committed_on) where not cancelled and supplier is not null;
/* Rows stay whole: a comparison reads many. */
alter table purchases set (toast_tuple_target = 8160);
call owned_by_department('purchases');

/* Issues of a backlog that a file names, or was started from, in one spelling. */
create table purchase_issues (
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  issue text not null,
  primary key (opportunity_id, issue),
  foreign key (department_id, opportunity_id) references purchases (department_id, opportunity_id)
);
create index on purchase_issues (department_id, issue);
call owned_by_department('purchase_issues');

/* Keeps legal names apart from what a leaked copy could be compared with. */
create table splitting_salts (
  department_id uuid primary key references departments,
  salt bytea not null check (length(salt) = 32)
);
call owned_by_department('splitting_salts');

/* One for each file and rule; S6 is about the department and has no file. */
create table splitting_flags (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid,
  rule text not null check (rule in ('S1', 'S2', 'S3', 'S4', 'S5', 'S6')),
  state text not null check (state in ('raised', 'explained', 'merged', 'stopped', 'lapsed')),
  version integer not null default 1,
  occasion text not null check (occasion in ('save', 'submission', 'publication', 'award', 'amendment', 'night')),
  raised_at timestamptz not null,
  told_at timestamptz,
  sum_cents bigint not null check (sum_cents >= 0),
  limit_cents integer not null,
  window_from date,
  window_until date,
  /* The file and those it was compared with. */
  members uuid[] not null,
  /* What was found, as JSON: the program reads it back through one schema. */
  found text not null,
  unique (department_id, id),
  check ((rule = 'S6') = (opportunity_id is null)),
  check ((window_from is null) = (window_until is null)),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
create unique index one_flag_of_a_rule on splitting_flags (department_id, rule, coalesce(opportunity_id, department_id));
create index on splitting_flags (opportunity_id);
create index on splitting_flags (department_id, state);
call owned_by_department('splitting_flags');

/* The same members, to be looked up by file: an index of arrays cannot be used under row-level security. */
create table splitting_members (
  department_id uuid not null references departments,
  flag_id uuid not null,
  opportunity_id uuid not null,
  primary key (flag_id, opportunity_id),
  foreign key (department_id, flag_id) references splitting_flags (department_id, id)
);
create index on splitting_members (opportunity_id);
call owned_by_department('splitting_members');

/* Each decision with what it was about: a later file, or a larger sum, was not part of it. */
create table splitting_decisions (
  id uuid primary key,
  department_id uuid not null references departments,
  flag_id uuid not null,
  decision text not null check (decision in ('explain', 'merge', 'stop')),
  rationale text not null check (rationale <> ''),
  decided_by uuid not null references people,
  decided_at timestamptz not null,
  sum_cents bigint not null,
  members uuid[] not null,
  foreign key (department_id, flag_id) references splitting_flags (department_id, id)
);
create index on splitting_decisions (flag_id, decided_at);
call owned_by_department('splitting_decisions');

/* Nights on which every file of a department was compared. */
create table splitting_nights (
  department_id uuid not null references departments,
  night date not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  files integer,
  primary key (department_id, night)
);
call owned_by_department('splitting_nights');

/* Whoever asked for the work does not decide whether it is one need cut up. */
insert into duty_conflicts (first, second) values ('requested', 'decided_splitting');
