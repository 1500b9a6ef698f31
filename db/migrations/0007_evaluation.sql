-- Anonymous pass or fail, with a rationale, locked by two people.

create table evaluators (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  person_id uuid not null references people,
  no_conflict_declared_at timestamptz not null,
  reads_en boolean not null default true,
  reads_fr boolean not null default true,
  unique (opportunity_id, person_id),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('evaluators');

create table evaluation_marks (
  id uuid primary key,
  department_id uuid not null references departments,
  application_id uuid not null,
  criterion_id uuid not null,
  passed boolean not null,
  rationale text not null check (length(rationale) > 0),
  language text not null check (language in ('en', 'fr')),
  rationale_translated text not null default '',
  marked_by uuid not null references people,
  marked_at timestamptz not null,
  unique (application_id, criterion_id),
  foreign key (department_id, application_id) references applications (department_id, id),
  foreign key (department_id, criterion_id) references opportunity_criteria (department_id, id)
);
call owned_by_department('evaluation_marks');

/* Text that says who the applicant is, hidden by the program team before an evaluator reads it. */
create table redactions (
  id uuid primary key,
  department_id uuid not null references departments,
  application_id uuid not null,
  criterion_id uuid not null,
  redacted_answer text not null,
  made_by uuid not null references people,
  made_at timestamptz not null,
  unique (application_id, criterion_id),
  foreign key (department_id, application_id) references applications (department_id, id)
);
call owned_by_department('redactions');

create table evaluation_locks (
  opportunity_id uuid primary key,
  department_id uuid not null references departments,
  locked_by uuid not null references people,
  locked_at timestamptz not null,
  confirmed_by uuid references people check (confirmed_by <> locked_by),
  confirmed_at timestamptz,
  check ((confirmed_by is null) = (confirmed_at is null)),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('evaluation_locks');

/* Evaluators' queries run in this role: it can see answers and marks, never an identity, a token or a supplier. */
grant select on opportunity_criteria, evaluators, evaluation_marks, redactions, application_answers, evaluation_locks to opportune_evaluator;
grant select (id, department_id, opportunity_id, state, language, anonymous_number) on applications to opportune_evaluator;
grant select on opportunities, opportunity_skills to opportune_evaluator;
