-- Statement, approvals, translation, posting, amendments.

create table opportunities (
  id uuid primary key,
  department_id uuid not null references departments,
  request_id uuid not null,
  posting integer not null default 1 check (posting > 0),
  number text not null,
  slug text not null unique check (slug ~ '^[a-z0-9-]{1,64}$'),
  state text not null check (state in ('draft', 'in_review', 'in_approval', 'ready', 'open', 'closed', 'evaluating', 'locked',
    'drawn', 'offering', 'awarded', 'completed', 'unsuccessful', 'cancelled', 'withdrawn')),
  version integer not null default 1,
  client_id uuid not null references people,
  source_language text not null check (source_language in ('en', 'fr')),
  title_en text not null default '', title_fr text not null default '',
  teaser_en text not null default '', teaser_fr text not null default '',
  team_en text not null default '', team_fr text not null default '',
  background_en text not null default '', background_fr text not null default '',
  work_en text not null default '', work_fr text not null default '',
  licence text not null default '',
  repository_kind text check (repository_kind in ('department', 'supplier')),
  repository_url text not null default '',
  has_interface boolean not null default false,
  hours integer check (hours > 0),
  price_cents integer check (price_cents > 0),
  closes_at timestamptz,
  selection_day date,
  delivery_day date,
  standalone_declared boolean not null default false,
  no_capacity_declared boolean not null default false,
  unclassified_declared boolean not null default false,
  returned_because text not null default '',
  submitted_at timestamptz,
  statement_digest bytea,
  statement_approved_by uuid references people,
  statement_approved_at timestamptz,
  pif_completed_by uuid references people,
  pif_completed_at timestamptz,
  pif text,
  s32_signed_by uuid references people,
  s32_signed_at timestamptz,
  sent_to_finance_at timestamptz,
  reservation_number text,
  reservation_fiscal_year integer,
  reservation_cents integer,
  reserved_by uuid references people,
  reserved_at timestamptz,
  translated_by uuid references people,
  translated_at timestamptz,
  published_by uuid references people,
  published_at timestamptz,
  closed_at timestamptz,
  evaluation_started_at timestamptz,
  ended_at timestamptz,
  ended_because text,
  /* Said to the public when a posted notice ends early. */
  public_reason_en text not null default '', public_reason_fr text not null default '',
  reposted_from uuid references opportunities,
  outcome text check (outcome in ('delivered', 'ended_without_delivery', 'none_applied', 'none_passed', 'none_accepted')),
  unique (department_id, id),
  unique (department_id, number),
  unique (request_id, posting),
  foreign key (department_id, request_id) references requests (department_id, id),
  check ((state in ('open', 'closed', 'evaluating', 'locked', 'drawn', 'offering', 'awarded', 'completed'))
    <= (published_at is not null and closes_at is not null and price_cents is not null
      and selection_day is not null and delivery_day is not null)),
  check ((state in ('in_review', 'in_approval', 'ready')) <= (submitted_at is not null and statement_digest is not null)),
  check ((state in ('cancelled', 'withdrawn', 'unsuccessful')) <= (ended_at is not null)),
  check ((state in ('closed', 'evaluating', 'locked', 'drawn', 'offering', 'awarded', 'completed')) <= (closed_at is not null)),
  check ((state in ('cancelled', 'withdrawn', 'unsuccessful')) = (ended_because is not null)),
  check ((reserved_at is not null) = (reservation_number is not null and reservation_cents is not null and reserved_by is not null))
);
create index on opportunities (department_id, state);
create index on opportunities (closes_at) where state = 'open';
call owned_by_department('opportunities');

create table opportunity_skills (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  position integer not null check (position > 0),
  name_en text not null, name_fr text not null,
  unique (opportunity_id, position),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('opportunity_skills');

/* Work acceptance criteria (W1, T1) and application evaluation criteria (E1, C1). */
create table opportunity_criteria (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  kind text not null check (kind in ('work', 'application')),
  position integer not null check (position > 0),
  text_en text not null, text_fr text not null,
  unique (opportunity_id, kind, position),
  unique (department_id, id),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('opportunity_criteria');

/* What the client provides, and by when. */
create table opportunity_provisions (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  position integer not null check (position > 0),
  text_en text not null, text_fr text not null,
  due_day date,
  done_at timestamptz,
  unique (opportunity_id, position),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('opportunity_provisions');

create table amendments (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('extension', 'change')),
  reason_en text not null, reason_fr text not null,
  changes text not null,
  made_by uuid not null references people,
  published_at timestamptz not null,
  unique (opportunity_id, number),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('amendments');

/* Key pair of an opportunity: the private part only under the seal key, which the worker alone holds. */
create table opportunity_keys (
  opportunity_id uuid primary key,
  department_id uuid not null references departments,
  recipient text not null,
  escrow_recipient text not null,
  wrapped_identity bytea not null,
  created_at timestamptz not null,
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('opportunity_keys');

/* A posting's address: the wanted one when nobody in any department has it, else the fallback. Answers the one taken. */
create function take_slug(opportunity uuid, wanted text, fallback text) returns text language plpgsql as $$
begin
  update opportunities set slug = wanted where id = opportunity;
  return wanted;
exception when unique_violation then
  update opportunities set slug = fallback where id = opportunity;
  return fallback;
end $$;
