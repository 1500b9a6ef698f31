-- What was kept long enough goes, once a day: when that was done, and how much went. Takes no long lock.

create table retention_runs (
  day date primary key,
  begun_at timestamptz not null,
  finished_at timestamptz,
  /* How many rows of each class went, as JSON; nothing of what they said. */
  erased text not null default '{}'
);
grant select, insert, update on retention_runs to opportune_web, opportune_worker;
/* Copies of letters go; the table grew without end. */
grant delete on outbox_messages to opportune_worker;
create index on sessions (expires_at);
create index on sign_in_codes (expires_at);
create index on limits (window_start);

/* A question that was declined and is answered after all: what was said to its asker, and why it is taken up again. */
create table question_reopenings (
  id uuid primary key,
  question_id uuid not null,
  department_id uuid not null references departments,
  was_declined_because text not null check (was_declined_because in ('in_notice', 'not_about_work', 'confidential', 'other')),
  was_explained text not null,
  reason text not null check (reason <> ''),
  reopened_by uuid not null references people,
  reopened_at timestamptz not null,
  foreign key (department_id, question_id) references questions (department_id, id) on delete cascade
);
create index on question_reopenings (question_id);
call owned_by_department('question_reopenings');
revoke update on question_reopenings from opportune_web, opportune_worker;
