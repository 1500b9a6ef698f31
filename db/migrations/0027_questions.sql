-- Questions about a posting, and the answers that everybody reads.

/* Asked by anybody until the cut-off, answered by the client and the program team. What stands here names nobody. */
create table questions (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  /* unverified: nobody has shown yet that the address is theirs; nobody but the job that forgets it looks at it. */
  state text not null check (state in ('unverified', 'asked', 'answered', 'declined', 'duplicate', 'lapsed')),
  language text not null check (language in ('en', 'fr')),
  /* As the client reads it: what says who asked is masked. The words as they were asked are in question_originals. */
  words text not null check (words <> ''),
  masked integer not null default 0 check (masked >= 0),
  /* When the form was sent: compared with the cut-off. */
  asked_at timestamptz not null,
  confirm_by timestamptz not null,
  confirmed_at timestamptz,
  /* The pair on its way: drafted by the client or the program team, published by the program team. */
  version integer not null default 1 check (version > 0),
  question_en text not null default '', question_fr text not null default '',
  answer_en text not null default '', answer_fr text not null default '',
  drafted_by uuid references people,
  drafted_at timestamptz,
  /* The client has handed it over. */
  handed_at timestamptz,
  number integer check (number > 0),
  published_by uuid references people,
  published_at timestamptz,
  /* The amendment of the notice that followed from it. */
  amendment integer check (amendment > 0),
  declined_because text check (declined_because in ('in_notice', 'not_about_work', 'confidential', 'other')),
  /* Said to the asker, in their language. */
  explanation text not null default '',
  duplicate_of uuid,
  decided_by uuid references people,
  decided_at timestamptz,
  unique (department_id, id),
  unique (opportunity_id, id),
  unique (opportunity_id, number),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id),
  foreign key (opportunity_id, duplicate_of) references questions (opportunity_id, id),
  check ((state = 'unverified') = (confirmed_at is null)),
  check ((state = 'answered') = (number is not null and published_by is not null and published_at is not null)),
  check (state <> 'answered' or (question_en <> '' and question_fr <> '' and answer_en <> '' and answer_fr <> '')),
  check (amendment is null or state = 'answered'),
  check ((state = 'declined') = (declined_because is not null)),
  check ((state = 'duplicate') = (duplicate_of is not null)),
  check (duplicate_of is null or duplicate_of <> id),
  check ((state in ('declined', 'duplicate', 'lapsed')) = (decided_at is not null)),
  check ((drafted_by is not null) = (drafted_at is not null))
);
create index on questions (opportunity_id, state);
create index on questions (department_id, asked_at) where state = 'asked';
create index on questions (confirm_by) where state = 'unverified';
create index on questions (duplicate_of) where duplicate_of is not null;
call owned_by_department('questions');

/* The words as they were asked: the program team alone reads them, through the one function of the store. */
create table question_originals (
  question_id uuid primary key,
  department_id uuid not null references departments,
  words text not null,
  foreign key (department_id, question_id) references questions (department_id, id) on delete cascade
);
call owned_by_department('question_originals');

/* Who asked: an address that no page shows; a person when they were signed in. */
create table question_askers (
  question_id uuid primary key,
  department_id uuid not null references departments,
  email text not null check (email = lower(email)),
  person_id uuid references people,
  foreign key (department_id, question_id) references questions (department_id, id) on delete cascade
);
create index on question_askers (email);
call owned_by_department('question_askers');

/* One letter each for all the answers published since the round before. */
create table answer_rounds (
  opportunity_id uuid not null,
  department_id uuid not null references departments,
  round integer not null check (round > 0),
  first_number integer not null check (first_number > 0),
  last_number integer not null check (last_number >= first_number),
  begun_at timestamptz not null,
  done_at timestamptz,
  primary key (opportunity_id, round),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('answer_rounds');

/* What the public reads, both languages at once; numbers are those of the opportunity, without gaps. */
create table publication.answers (
  opportunity_id uuid not null,
  number integer not null check (number > 0),
  question_en text not null check (question_en <> ''), question_fr text not null check (question_fr <> ''),
  answer_en text not null check (answer_en <> ''), answer_fr text not null check (answer_fr <> ''),
  /* The amendment that followed, when there was one. */
  amendment integer check (amendment > 0),
  published_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (opportunity_id, number)
);
grant select, insert, update on publication.answers to opportune_web, opportune_worker;
call publication.tells_of_changes('publication.answers');
