-- Applications: identity apart from answers, sealed until closing; submission and closing under one lock.

create table applications (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  supplier_id uuid not null references people,
  token text not null check (token ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
  state text not null check (state in ('draft', 'submitted', 'opened', 'passed', 'failed', 'withdrawn', 'purged')),
  language text not null check (language in ('en', 'fr')),
  created_at timestamptz not null,
  submitted_at timestamptz,
  withdrawn_at timestamptz,
  opened_at timestamptz,
  anonymous_number integer check (anonymous_number > 0),
  unique (department_id, id),
  unique (opportunity_id, token),
  unique (opportunity_id, supplier_id),
  unique (opportunity_id, anonymous_number),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id),
  check ((state in ('submitted', 'opened', 'passed', 'failed')) <= (submitted_at is not null)),
  check ((state in ('opened', 'passed', 'failed')) = (opened_at is not null) or state = 'purged'),
  check ((state = 'withdrawn') = (withdrawn_at is not null) or state = 'purged')
);
create index on applications (supplier_id);
call owned_by_department('applications');

/* What the applicant types, under a random key of its own, wrapped by the draft key; the wrapped key is deleted at closing. */
create table application_drafts (
  application_id uuid primary key,
  department_id uuid not null references departments,
  version integer not null,
  ciphertext bytea not null,
  wrapped_key bytea,
  saved_at timestamptz not null,
  foreign key (department_id, application_id) references applications (department_id, id)
);
call owned_by_department('application_drafts');

/* The sealed file, to the opportunity's key and the escrow key. One row for each submission; the newest counts. */
create table application_seals (
  id uuid primary key,
  department_id uuid not null references departments,
  application_id uuid not null,
  sealed bytea not null,
  sealed_sha256 text not null check (sealed_sha256 ~ '^[0-9a-f]{64}$'),
  content_commitment text not null check (content_commitment ~ '^[0-9a-f]{64}$'),
  submitted_at timestamptz not null,
  current boolean not null default true,
  foreign key (department_id, application_id) references applications (department_id, id)
);
create unique index one_current_seal on application_seals (application_id) where current;
call owned_by_department('application_seals');

/* After the opening: who. Not granted to evaluators. */
create table application_identities (
  application_id uuid primary key,
  department_id uuid not null references departments,
  legal_name text not null,
  operating_name text not null default '',
  worker_name text not null,
  signatory_name text not null,
  email text not null,
  public_servant boolean not null default false,
  former_public_servant boolean not null default false,
  affiliates text not null default '',
  eligibility_version text not null,
  agreements_version text not null,
  /* Of the commitment on the receipt, for the applicant alone. */
  content_salt text not null check (content_salt ~ '^[0-9a-f]{64}$'),
  foreign key (department_id, application_id) references applications (department_id, id)
);
call owned_by_department('application_identities');

/* After the opening: what. Answers carry the applicant's language, never a pair. */
create table application_answers (
  id uuid primary key,
  department_id uuid not null references departments,
  application_id uuid not null,
  criterion_id uuid not null,
  language text not null check (language in ('en', 'fr')),
  answer text not null,
  unique (application_id, criterion_id),
  foreign key (department_id, application_id) references applications (department_id, id),
  foreign key (department_id, criterion_id) references opportunity_criteria (department_id, id)
);
call owned_by_department('application_answers');

/*
 * Submission, in one function. The shared lock is taken first, in a statement of its own; then the state and one
 * instant are read, and that instant is both compared and stored. Closing takes the same lock exclusively, so nothing
 * is acknowledged that the roster misses, and T itself is late. The history event follows in the same transaction.
 */
create function submit_application(
  p_application uuid, p_seal uuid, p_sealed bytea, p_sealed_sha256 text, p_commitment text
) returns table (outcome text, at timestamptz, sealed_sha256 text, content_commitment text)
language plpgsql as $$
declare
  a applications; o record; t timestamptz; s application_seals;
begin
  select * into a from applications where id = p_application;
  if not found then return query select 'unknown_application', null::timestamptz, null::text, null::text; return; end if;
  perform pg_advisory_xact_lock_shared(hashtextextended(a.opportunity_id::text, 1));
  select * into a from applications where id = p_application for update;
  select state, closes_at into o from opportunities where id = a.opportunity_id;
  t := date_trunc('milliseconds', opportune_now());
  if o.state <> 'open' then return query select 'not_open', t, null::text, null::text; return; end if;
  if t >= o.closes_at then return query select 'too_late', t, null::text, null::text; return; end if;
  if a.state = 'withdrawn' then return query select 'withdrawn', t, null::text, null::text; return; end if;
  select * into s from application_seals x where x.application_id = a.id and x.current;
  if found and s.content_commitment = p_commitment then
    return query select 'already_received', s.submitted_at, s.sealed_sha256, s.content_commitment; return;
  end if;
  update application_seals x set current = false where x.application_id = a.id and x.current;
  insert into application_seals (id, department_id, application_id, sealed, sealed_sha256, content_commitment, submitted_at)
    values (p_seal, a.department_id, a.id, p_sealed, p_sealed_sha256, p_commitment, t);
  update applications set state = 'submitted', submitted_at = t where id = a.id;
  return query select 'received', t, p_sealed_sha256, p_commitment;
end $$;

/* Withdrawal races the closing as submission does. */
create function withdraw_application(p_application uuid) returns table (outcome text, at timestamptz)
language plpgsql as $$
declare
  a applications; o record; t timestamptz;
begin
  select * into a from applications where id = p_application;
  if not found then return query select 'unknown_application', null::timestamptz; return; end if;
  perform pg_advisory_xact_lock_shared(hashtextextended(a.opportunity_id::text, 1));
  select * into a from applications where id = p_application for update;
  select state, closes_at into o from opportunities where id = a.opportunity_id;
  t := date_trunc('milliseconds', opportune_now());
  if o.state <> 'open' or t >= o.closes_at then return query select 'too_late', t; return; end if;
  if a.state not in ('draft', 'submitted') then return query select 'wrong_state', t; return; end if;
  update applications set state = 'withdrawn', withdrawn_at = t where id = a.id;
  return query select 'withdrawn', t;
end $$;
