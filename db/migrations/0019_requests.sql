-- What screening needs to know, what is asked of a client, and needs that another department is handed.

/* Will somebody review, merge and maintain the code? Null: not known. */
alter table requests add column is_maintained boolean;

/* What was answered on the page that compares the options; all four, or none. */
alter table requests
  add column asked_what text check (asked_what in ('code', 'person', 'product', 'other')),
  add column asked_in_open text check (asked_in_open in ('yes', 'no', 'unknown')),
  add column asked_cost text check (asked_cost in ('within', 'above', 'unknown')),
  add column asked_supplier text check (asked_supplier in ('anyone', 'only_one', 'unknown')),
  add constraint asked_together check (num_nulls(asked_what, asked_in_open, asked_cost, asked_supplier) in (0, 4));

/* The department that a declined request was handed to, when it is on this installation; its name is in referred_to. */
alter table requests
  add column referred_department_id uuid references departments,
  add constraint referral_named check (referred_department_id is null or referred_to is not null);

create index on requests using gin (subject gin_trgm_ops);

/* What the program asks its client before it decides. One waits for an answer at a time. */
create table request_questions (
  id uuid primary key,
  department_id uuid not null references departments,
  request_id uuid not null,
  question text not null,
  asked_by uuid not null references people,
  asked_at timestamptz not null,
  /* When a reminder goes out, and when the request ends without an answer. */
  remind_at timestamptz not null,
  closes_at timestamptz not null,
  reminded_at timestamptz,
  answer text not null default '',
  answered_at timestamptz,
  ended_at timestamptz,
  foreign key (department_id, request_id) references requests (department_id, id),
  check (asked_at < remind_at and remind_at < closes_at),
  check ((answered_at is not null) = (answer <> '')),
  check (answered_at is null or ended_at is not null)
);
create unique index one_question_waits on request_questions (request_id) where ended_at is null;
create index on request_questions (department_id, request_id, asked_at);
call owned_by_department('request_questions');

/* A need that another department handed on: it belongs to the department that receives it. */
create table referrals (
  id uuid primary key,
  department_id uuid not null references departments,
  from_department_id uuid not null references departments,
  /* The request there; one referral each. */
  from_request_id uuid not null unique,
  number text not null,
  subject text not null,
  need text not null,
  language text not null check (language in ('en', 'fr')),
  team text not null,
  client_name text not null,
  client_email text not null,
  /* What the client was told. */
  reply text not null default '',
  received_at timestamptz not null,
  decision text check (decision in ('taken', 'not_taken')),
  note text not null default '',
  decided_by uuid references people,
  decided_at timestamptz,
  unique (department_id, id),
  check (department_id <> from_department_id),
  check (num_nulls(decision, decided_by, decided_at) in (0, 3))
);
create index on referrals (department_id, received_at);
call owned_by_department('referrals');
