-- Approvals: what an approver needs on one page, and what is left to do after.
-- Rewrites nothing; adding the columns takes a short exclusive lock on opportunities and role_grants.

/* A client outside the home branch: a budget transfer, or a recorded risk agreement, before the file is ready. */
alter table opportunities
  add column outside_home_branch boolean not null default false,
  add column budget_kind text check (budget_kind in ('transfer', 'risk_agreement')),
  add column budget_reference text,
  add column budget_by uuid references people,
  add column budget_at timestamptz,
  /* This year's money for a delivery in the next one. */
  add column payable_at_year_end boolean not null default false,
  /* For whom the section 32 signature was given, by somebody who acted for them. */
  add column s32_acting_for uuid references people,
  /* What the policy asked of this statement when it was approved: procurement before the posting, or a look after it. */
  add column approval_mode text check (approval_mode in ('before', 'after')),
  add constraint budget_is_whole check (
    (budget_kind is not null) = (budget_reference is not null and budget_by is not null and budget_at is not null));
update opportunities set outside_home_branch = true
  from requests where requests.id = opportunities.request_id and not requests.home_branch;

/* Acting: this person signs for another one, from a day to a day. An ended grant is void at once. */
alter table role_grants
  add column acting_for uuid references people,
  add column ended_at timestamptz,
  add column ended_by uuid references people,
  add constraint acting_is_for_another check (acting_for <> person_id),
  add constraint acting_has_an_end check (acting_for is null or until_day is not null),
  add constraint ended_by_somebody check ((ended_at is null) = (ended_by is null));
alter table role_grants drop constraint role_grants_department_id_person_id_role_from_day_key;
create unique index role_grants_once on role_grants (department_id, person_id, role, from_day,
  coalesce(acting_for, person_id)) where ended_at is null;

/* Every reservation that finance made, until the money is spent or set free. */
create table fund_reservations (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  number text not null,
  fiscal_year integer not null,
  cents integer not null check (cents > 0),
  payable_at_year_end boolean not null default false,
  reserved_by uuid not null references people,
  reserved_at timestamptz not null,
  released_by uuid references people,
  released_at timestamptz,
  note text not null default '',
  foreign key (department_id, opportunity_id) references opportunities (department_id, id),
  check ((released_at is null) = (released_by is null))
);
create index on fund_reservations (department_id) where released_at is null;
call owned_by_department('fund_reservations');
insert into fund_reservations (id, department_id, opportunity_id, number, fiscal_year, cents, reserved_by, reserved_at)
  select gen_random_uuid(), department_id, id, reservation_number, reservation_fiscal_year, reservation_cents, reserved_by,
    reserved_at from opportunities where reserved_at is not null;

/* Papers on which a department's authority rests (mission M30), and the notice to the bargaining agents (M31). */
create table authority_papers (
  id uuid primary key,
  department_id uuid not null references departments,
  kind text not null check (kind in ('cfo_note', 'cio_support', 'card_approval', 'paypal_justification', 'union_notice')),
  title text not null check (title <> ''),
  language text not null check (language in ('en', 'fr')),
  dated date not null,
  valid_until date check (valid_until >= dated),
  link text not null default '',
  file_name text,
  file_type text check (file_type in ('application/pdf', 'image/png')),
  file bytea check (octet_length(file) between 1 and 5000000),
  /* What the bargaining agents answered, if they did. */
  reply text not null default '',
  reply_day date,
  added_by uuid not null references people,
  added_at timestamptz not null,
  removed_by uuid references people,
  removed_at timestamptz,
  unique (department_id, id),
  check ((link <> '') <> (file is not null)),
  check ((file is null) = (file_name is null) and (file is null) = (file_type is null)),
  check ((reply = '') = (reply_day is null)),
  check ((removed_at is null) = (removed_by is null))
);
call owned_by_department('authority_papers');

/* A look at a posted statement, where the policy asks for it afterwards. */
create table later_reviews (
  opportunity_id uuid primary key,
  department_id uuid not null references departments,
  outcome text not null check (outcome in ('approved', 'concern')),
  note text not null default '' check (outcome = 'approved' or note <> ''),
  reviewed_by uuid not null references people,
  reviewed_at timestamptz not null,
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('later_reviews');

/* Who is reminded in place of somebody, from a day to a day. It gives no authority: roles and delegations do. */
create table reminder_delegates (
  id uuid primary key,
  department_id uuid not null references departments,
  person_id uuid not null references people,
  delegate_id uuid not null references people check (delegate_id <> person_id),
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  named_at timestamptz not null,
  ended_at timestamptz,
  unique (department_id, id)
);
create index on reminder_delegates (department_id, person_id) where ended_at is null;
call owned_by_department('reminder_delegates');
