-- The builder: what was typed and by whom, what cannot be read yet, who is here, comments, frozen versions.

/* One change of one field by one person, never altered: what stood there, what was written, and whether it was taken over. */
create table statement_edits (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  sequence integer not null check (sequence > 0),
  /* Chosen by the browser: the same change sent twice is one. */
  key text not null check (key <> ''),
  /* `title`, `skills.<id of the row>`, `price`. */
  field text not null,
  half text not null default '' check (half in ('', 'en', 'fr', 'day')),
  what text not null check (what in ('text', 'row_added', 'row_removed')),
  base text not null,
  value text not null,
  /* False: somebody else had changed the field meanwhile, and nothing was overwritten. */
  applied boolean not null,
  made_by uuid not null references people,
  made_at timestamptz not null,
  unique (opportunity_id, sequence),
  unique (opportunity_id, key),
  unique (department_id, id),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
create index on statement_edits (opportunity_id, field, half, sequence);
call owned_by_department('statement_edits');
revoke update, delete on statement_edits from opportune_web, opportune_worker;

/* Two texts for one field, until somebody chooses: what a person wrote over a text that had changed. */
create table statement_conflicts (
  edit_id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  settled_at timestamptz,
  settled_by uuid references people,
  outcome text check (outcome in ('kept', 'taken', 'merged', 'continued')),
  foreign key (department_id, edit_id) references statement_edits (department_id, id),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id),
  check ((settled_at is not null) = (settled_by is not null and outcome is not null))
);
create index on statement_conflicts (opportunity_id) where settled_at is null;
call owned_by_department('statement_conflicts');

/* What stands in a field and cannot be read as a value yet: half a date, an amount with a letter in it. */
create table statement_held (
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  field text not null,
  typed text not null,
  primary key (opportunity_id, field),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('statement_held');

/* Who has the builder open, and the field they are in. */
create table statement_presence (
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  person_id uuid not null references people,
  field text not null,
  seen_at timestamptz not null,
  primary key (opportunity_id, person_id),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('statement_presence');

/* What a reader says of a field; an answer has the comment it answers. */
create table statement_comments (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  field text not null,
  answers uuid,
  body text not null check (body <> ''),
  made_by uuid not null references people,
  made_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid references people,
  unique (department_id, id),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id),
  foreign key (department_id, answers) references statement_comments (department_id, id),
  check ((resolved_at is not null) = (resolved_by is not null)),
  check (answers is null or resolved_at is null)
);
create index on statement_comments (opportunity_id, made_at);
call owned_by_department('statement_comments');

/* The statement as it was at a moment that counts. */
create table statement_versions (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  number integer not null check (number > 0),
  moment text not null check (moment in ('submitted', 'returned', 'approved', 'published')),
  /* Every field by its name, both languages, as JSON. */
  statement text not null,
  /* The text that the digest was made of. */
  frozen text not null,
  digest bytea not null,
  made_by uuid not null references people,
  made_at timestamptz not null,
  unique (opportunity_id, number),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('statement_versions');
revoke update, delete on statement_versions from opportune_web, opportune_worker;
