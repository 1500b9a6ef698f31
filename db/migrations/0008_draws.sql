-- gc-micro-draw/1: one seed an opportunity, one roster, manifests 1 to 999, one ranking.

create table draw_commitments (
  opportunity_id uuid primary key,
  department_id uuid not null references departments,
  commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
  sealed_seed bytea not null,
  beacon_source text not null check (beacon_source in ('lotto-649', 'drand-quicknet', 'nist-2')),
  committed_at timestamptz not null,
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('draw_commitments');

create table draw_rosters (
  opportunity_id uuid primary key,
  department_id uuid not null references departments,
  roster text not null,
  roster_hash text not null check (roster_hash ~ '^[0-9a-f]{64}$'),
  received integer not null check (received >= 0),
  built_at timestamptz not null,
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('draw_rosters');

create table draw_manifests (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  n integer not null check (n between 1 and 999),
  previous text not null,
  manifest text not null,
  manifest_hash text not null check (manifest_hash ~ '^[0-9a-f]{64}$'),
  beacon_ref text not null,
  eligible integer not null check (eligible >= 1),
  seed text not null check (seed ~ '^[0-9a-f]{64}$'),
  draws_at timestamptz not null,
  published_at timestamptz not null,
  unique (opportunity_id, n),
  unique (department_id, id),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('draw_manifests');

/* The public number, typed in by one person and confirmed by another. A correction is a new row. */
create table draw_values (
  id uuid primary key,
  department_id uuid not null references departments,
  manifest_id uuid not null,
  value text not null,
  entered_by uuid references people,
  entered_at timestamptz not null,
  confirmed_by uuid references people check (confirmed_by <> entered_by),
  confirmed_at timestamptz,
  rejected_by uuid references people check (rejected_by <> entered_by),
  rejected_at timestamptz,
  check ((confirmed_by is null) = (confirmed_at is null)),
  check ((rejected_by is null) = (rejected_at is null)),
  check (confirmed_at is null or rejected_at is null),
  foreign key (department_id, manifest_id) references draw_manifests (department_id, id)
);
create unique index one_confirmed_value on draw_values (manifest_id) where confirmed_at is not null;
create unique index one_waiting_value on draw_values (manifest_id) where confirmed_at is null and rejected_at is null;
call owned_by_department('draw_values');

create table draw_rankings (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  manifest_id uuid not null,
  application_id uuid not null,
  rank integer not null check (rank > 0),
  token text not null,
  ticket text not null check (ticket ~ '^[0-9a-f]{64}$'),
  key text not null check (key ~ '^[0-9a-f]{64}$'),
  drawn_at timestamptz not null,
  unique (opportunity_id, rank),
  unique (opportunity_id, application_id),
  foreign key (department_id, manifest_id) references draw_manifests (department_id, id),
  foreign key (department_id, application_id) references applications (department_id, id)
);
call owned_by_department('draw_rankings');

create trigger append_only before update or delete or truncate on draw_commitments execute function refuse_change();
create trigger append_only before update or delete or truncate on draw_rosters execute function refuse_change();
create trigger append_only before update or delete or truncate on draw_manifests execute function refuse_change();
create trigger append_only before update or delete or truncate on draw_rankings execute function refuse_change();

/* What was typed stays as it was typed; a decision about it is taken once. */
create function refuse_change_of_value() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.confirmed_at is not null or old.rejected_at is not null
    or row(new.id, new.manifest_id, new.value, new.entered_by, new.entered_at)
      is distinct from row(old.id, old.manifest_id, old.value, old.entered_by, old.entered_at) then
    raise exception 'a public number is entered once and decided once' using errcode = 'P0001';
  end if;
  return new;
end $$;
create trigger decided before update or delete on draw_values for each row execute function refuse_change_of_value();
