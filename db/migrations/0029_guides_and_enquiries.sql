-- Pages of guidance with their versions, one queue for questions in general, and lessons.

/*
 * A page of guidance as it was published; every version stays. Without a department it is the installation's own. Anybody
 * reads; only a transaction of the department, or one that sees everything, writes.
 */
create table content_versions (
  id uuid primary key,
  department_id uuid references departments,
  page text not null check (page in ('guide', 'clients', 'faq', 'privacy', 'accessibility', 'terms')),
  number integer not null check (number > 0),
  title_en text not null check (title_en <> ''), title_fr text not null check (title_fr <> ''),
  lead_en text not null check (lead_en <> ''), lead_fr text not null check (lead_fr <> ''),
  text_en text not null check (text_en <> ''), text_fr text not null check (text_fr <> ''),
  /* Why it changed, for colleagues, in the language of whoever wrote it. */
  note text not null check (note <> ''),
  note_language text not null check (note_language in ('en', 'fr')),
  /* Null: the program itself. */
  published_by uuid references people,
  published_at timestamptz not null
);
create unique index on content_versions (department_id, page, number) nulls not distinct;
alter table content_versions enable row level security;
alter table content_versions force row level security;
create policy readers on content_versions for select using (true);
create policy writers on content_versions for insert with check (in_scope(department_id));
grant select, insert on content_versions to opportune_web, opportune_worker;
/* Kept pages are rendered anew (0025). */
call publication.tells_of_changes('content_versions');

/* The next version of a page while people write it: one for each page and department. */
create table content_drafts (
  department_id uuid not null references departments,
  page text not null check (page in ('guide', 'clients', 'faq', 'privacy', 'accessibility', 'terms')),
  title_en text not null, title_fr text not null,
  lead_en text not null, lead_fr text not null,
  text_en text not null, text_fr text not null,
  /* Counts the savings: whoever saves over another's is told. */
  revision integer not null check (revision > 0),
  saved_by uuid references people,
  saved_at timestamptz not null,
  primary key (department_id, page)
);
call owned_by_department('content_drafts');

/*
 * Questions in general and problems with the site. Without a department it waits for every program team. The address is
 * there only when an answer is wanted, and counts only once it is confirmed.
 */
create table enquiries (
  id uuid primary key,
  department_id uuid references departments,
  kind text not null check (kind in ('question', 'problem', 'barrier', 'complaint', 'suggestion')),
  state text not null check (state in ('unconfirmed', 'waiting', 'taken', 'answered', 'closed')),
  language text not null check (language in ('en', 'fr')),
  /* The page it is about: an address of ours, without its query. */
  page text not null default '' check (page ~ '^(/[A-Za-z0-9/_.~%-]*)?$'),
  body text not null check (body <> ''),
  email text check (email = lower(email)),
  confirmed_at timestamptz,
  asked_at timestamptz not null,
  taken_by uuid references people,
  taken_at timestamptz,
  answer text not null default '',
  answered_by uuid references people,
  answered_at timestamptz,
  outcome text check (outcome in ('answered', 'repaired', 'noted', 'known', 'elsewhere', 'not_for_us')),
  closed_by uuid references people,
  closed_at timestamptz,
  /* The same words from the same address, on the same page and day, are one enquiry. */
  sent_once bytea not null unique,
  check ((state = 'unconfirmed') <= (email is not null and confirmed_at is null)),
  check ((state = 'taken') <= (taken_by is not null)),
  check ((taken_by is null) = (taken_at is null)),
  check ((answer <> '') = (answered_at is not null)),
  check ((answer <> '') <= (email is not null and confirmed_at is not null and answered_by is not null)),
  check ((state = 'answered') <= (answer <> '')),
  check ((state = 'closed') = (outcome is not null and closed_at is not null and closed_by is not null))
);
create index on enquiries (department_id, asked_at) where state in ('waiting', 'taken', 'answered');
create index on enquiries (closed_at) where state = 'closed';
alter table enquiries enable row level security;
alter table enquiries force row level security;
/* One of no department is seen by every transaction that has a scope, and by none that has not. */
create policy scope on enquiries
  using (in_scope(department_id) or (department_id is null and coalesce(current_setting('opportune.scope', true), '') <> ''))
  with check (in_scope(department_id) or (department_id is null and coalesce(current_setting('opportune.scope', true), '') <> ''));
grant select, insert, update, delete on enquiries to opportune_web, opportune_worker;

/* What a department has learned, for its closeout report. */
create table lessons (
  id uuid primary key,
  department_id uuid not null references departments,
  text_en text not null check (text_en <> ''), text_fr text not null check (text_fr <> ''),
  /* Where it comes from; the lesson outlives it. */
  enquiry_id uuid unique references enquiries on delete set null,
  written_by uuid references people,
  written_at timestamptz not null
);
create index on lessons (department_id, written_at);
call owned_by_department('lessons');
