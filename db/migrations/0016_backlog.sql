-- Where a need starts from: an issue, pasted Markdown, a worked template or an earlier statement, as it was read.

create table backlog_imports (
  id uuid primary key,
  department_id uuid not null references departments,
  person_id uuid not null references people,
  kind text not null check (kind in ('github', 'gitlab', 'markdown', 'template', 'statement')),
  /* The address of the issue, the name of the template, or the number of the file; empty for what was pasted. */
  address text not null default '',
  language text not null check (language in ('en', 'fr')),
  title text not null,
  /* What was mapped and what was not, as JSON: the program reads it back through one schema. */
  outline text not null,
  at timestamptz not null,
  unique (department_id, id),
  check ((kind = 'markdown') = (address = ''))
);
create index on backlog_imports (department_id, person_id, at);
call owned_by_department('backlog_imports');

alter table requests add column import_id uuid;
alter table requests add foreign key (department_id, import_id) references backlog_imports (department_id, id);
