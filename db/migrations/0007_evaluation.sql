-- Anonymous pass or fail, with a rationale, locked by two people.

create table evaluators (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  person_id uuid not null references people,
  named_by uuid references people,
  named_at timestamptz not null,
  /* On the first visit; no answer is shown before. */
  no_conflict_declared_at timestamptz,
  reads_en boolean not null default true,
  reads_fr boolean not null default true,
  /* Somebody who knows an applicant stops, and stays out of the file. */
  stepped_down_at timestamptz,
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

/*
 * The answer as evaluators read it, where something in it says who the applicant is: [[kind]] stands for what is hidden.
 * Made by the program when evaluation starts (made_by is null), then by the program team.
 */
create table redactions (
  id uuid primary key,
  department_id uuid not null references departments,
  application_id uuid not null,
  criterion_id uuid not null,
  redacted_answer text not null,
  made_by uuid references people,
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

/*
 * Nobody changes results once two people have locked them: no lock is touched after its confirmation, and no mark while
 * a lock stands. A translation of a reason may still be added; marks go with a purged application.
 */
create function refuse_change_of_results() returns trigger language plpgsql as $$
declare
  application uuid := case when tg_op = 'DELETE' then old.application_id else new.application_id end;
begin
  if tg_op = 'DELETE' and exists (select from applications a where a.id = application and a.state = 'purged') then
    return old;
  end if;
  if tg_op = 'UPDATE' and row(new.id, new.application_id, new.criterion_id, new.passed, new.rationale, new.language, new.marked_by, new.marked_at)
    is not distinct from row(old.id, old.application_id, old.criterion_id, old.passed, old.rationale, old.language, old.marked_by, old.marked_at) then
    return new;
  end if;
  if exists (select from evaluation_locks l join applications a on a.opportunity_id = l.opportunity_id where a.id = application) then
    raise exception 'results are locked' using errcode = 'P0003';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger locked before insert or update or delete on evaluation_marks for each row execute function refuse_change_of_results();

create function refuse_change_of_lock() returns trigger language plpgsql as $$
begin
  if old.confirmed_at is not null then raise exception 'results are locked' using errcode = 'P0003'; end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger confirmed before update or delete on evaluation_locks for each row execute function refuse_change_of_lock();

/* Evaluators' queries run in this role: it can see answers and marks, never an identity, a token or a supplier. */
grant select on opportunity_criteria, evaluators, evaluation_marks, redactions, application_answers, evaluation_locks to opportune_evaluator;
grant select (id, department_id, opportunity_id, state, language, anonymous_number) on applications to opportune_evaluator;
grant select on opportunities, opportunity_skills to opportune_evaluator;
