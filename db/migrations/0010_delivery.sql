-- Work, acceptance, revision, extension, termination.

/* A contract has the id of the offer that it fulfils. */
create table contracts (
  id uuid primary key check (id = offer_id),
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  offer_id uuid not null,
  supplier_id uuid not null references people,
  state text not null check (state in ('in_progress', 'delivered', 'revision_asked', 'accepted', 'terminated')),
  price_cents integer not null check (price_cents > 0),
  delivery_day date not null,
  started_at timestamptz not null,
  introduced_at timestamptz not null,
  late_asked_at timestamptz,
  supplier_unable_at timestamptz,
  supplier_unable_because text not null default '',
  accepted_at timestamptz,
  terminated_by uuid references people,
  terminated_at timestamptz,
  terminated_kind text check (terminated_kind in ('default', 'convenience')),
  terminated_because text,
  percentage_done integer check (percentage_done between 0 and 100),
  unique (department_id, id),
  unique (offer_id),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id),
  foreign key (department_id, offer_id) references offers (department_id, id),
  check ((state = 'terminated') = (terminated_at is not null and terminated_kind is not null and terminated_because is not null)),
  check ((terminated_kind = 'convenience') = (percentage_done is not null)),
  check ((state = 'accepted') <= (accepted_at is not null))
);
create unique index one_running_contract on contracts (opportunity_id) where state <> 'terminated';
call owned_by_department('contracts');

create table deliveries (
  id uuid primary key,
  department_id uuid not null references departments,
  contract_id uuid not null,
  number integer not null check (number > 0),
  repository_url text not null,
  pull_request_url text not null default '',
  note text not null default '',
  language text not null check (language in ('en', 'fr')),
  delivered_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references people,
  answer text check (answer in ('accepted', 'revision_asked')),
  check ((answer is not null) = (answered_at is not null and answered_by is not null)),
  unique (contract_id, number),
  unique (department_id, id),
  foreign key (department_id, contract_id) references contracts (department_id, id)
);
create unique index one_waiting_delivery on deliveries (contract_id) where answered_at is null;
call owned_by_department('deliveries');

create table acceptance_marks (
  id uuid primary key,
  department_id uuid not null references departments,
  delivery_id uuid not null,
  criterion_id uuid not null,
  met boolean not null,
  comment text not null default '',
  marked_by uuid not null references people,
  marked_at timestamptz not null,
  unique (delivery_id, criterion_id),
  foreign key (department_id, delivery_id) references deliveries (department_id, id),
  foreign key (department_id, criterion_id) references opportunity_criteria (department_id, id)
);
call owned_by_department('acceptance_marks');

create table contract_extensions (
  id uuid primary key,
  department_id uuid not null references departments,
  contract_id uuid not null,
  asked_day date not null,
  asked_because text not null,
  language text not null check (language in ('en', 'fr')),
  asked_at timestamptz not null,
  decision text check (decision in ('granted', 'refused')),
  decided_by uuid references people,
  decided_at timestamptz,
  reply text not null default '',
  check ((decision is not null) = (decided_at is not null and decided_by is not null)),
  foreign key (department_id, contract_id) references contracts (department_id, id)
);
create unique index one_waiting_extension on contract_extensions (contract_id) where decided_at is null;
call owned_by_department('contract_extensions');
