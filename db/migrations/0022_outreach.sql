-- Outreach of a posting, why its work is bought, and who has checked what is hidden from evaluators.

/* Who was told of a posting, where and when: planned, then done, with what came of it. */
create table outreach_activities (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  /* A code of the policy's list, or `own` with a name as somebody typed it. */
  channel text not null check (channel ~ '^[a-z-]{2,40}$'),
  own_name text not null default '',
  /* The language of the typed name. */
  language text not null check (language in ('en', 'fr')),
  planned_day date not null,
  planned_by uuid not null references people,
  planned_at timestamptz not null,
  done_day date,
  done_by uuid references people,
  done_at timestamptz,
  result text not null default '',
  result_language text check (result_language in ('en', 'fr')),
  reached integer check (reached >= 0),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id),
  check ((channel = 'own') = (own_name <> '')),
  check ((done_day is not null) = (done_by is not null and done_at is not null)),
  check (done_day is not null or (result = '' and reached is null)),
  check ((result <> '') = (result_language is not null))
);
create index on outreach_activities (opportunity_id);
create index on outreach_activities (department_id, planned_day) where done_day is null;
call owned_by_department('outreach_activities');

/* The words of a message once somebody has changed the draft that the statement gives. */
create table outreach_messages (
  opportunity_id uuid not null,
  department_id uuid not null references departments,
  kind text not null check (kind in ('social', 'list', 'newsletter', 'groups')),
  text_en text not null check (text_en <> ''),
  text_fr text not null check (text_fr <> ''),
  edited_by uuid not null references people,
  edited_at timestamptz not null,
  primary key (opportunity_id, kind),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('outreach_messages');

/* Why the work stands alone, and why nobody inside does it: what an observer reads. */
alter table opportunities
  add column standalone_because_en text not null default '',
  add column standalone_because_fr text not null default '',
  add column no_capacity_because_en text not null default '',
  add column no_capacity_because_fr text not null default '';

/* The program team has looked at everything that is hidden in the answers of a posting. */
create table redaction_checks (
  opportunity_id uuid primary key,
  department_id uuid not null references departments,
  checked_by uuid not null references people,
  checked_at timestamptz not null,
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('redaction_checks');

/* Whoever applied to a posting takes on no duty there: the second line behind `mayTake`, which knows them as `applied`. */
create function refuse_duty_of_applicant() returns trigger language plpgsql as $$
begin
  if exists (
    select from applications a join opportunities o on o.id = a.opportunity_id
    where o.request_id = new.request_id and a.supplier_id = new.person_id
      and (new.opportunity_id is null or a.opportunity_id = new.opportunity_id)
      and a.state not in ('draft', 'withdrawn')
  ) then
    raise exception 'duty % of somebody who applied', new.duty using errcode = 'P0002';
  end if;
  return new;
end $$;
create trigger applicants before insert on file_duties for each row execute function refuse_duty_of_applicant();
