-- The closing minute: a submission in one step, how the site was measured, duplicates found after the opening.
-- Creates; replaces two checks of applications, which reads that table once.

/* Who holds a session, in one question that any process asks for every page. Nothing here belongs to a department. */
create function session_holder(p_now text, p_token_hash bytea) returns table (
  id uuid, email text, name text, language text, demo boolean,
  department_id uuid, code text, time_zone text, last_seen_at timestamptz, expires_at timestamptz, now timestamptz
) language plpgsql stable as $$
begin
  return query
    select p.id, p.email, p.name, p.language, p.demo, d.id, d.code, d.time_zone, s.last_seen_at, s.expires_at,
      coalesce(nullif(p_now, '')::timestamptz, clock_timestamp())
    from sessions s join people p on p.id = s.person_id left join departments d on d.id = s.department_id
    where s.token_hash = p_token_hash;
end $$;

/*
 * Everything that a person's application to a posted opportunity is about, at one instant. The function gives itself the
 * scope that the page has anyway, so that it needs no transaction around it.
 */
create function application_place(p_now text, p_slug text, p_supplier uuid, p_browser text) returns table (
  posted jsonb, criteria jsonb, own jsonb, works_here boolean,
  draft_version integer, draft_ciphertext bytea, draft_key bytea, draft_saved_at timestamptz,
  sent_commitment text, sent_sha256 text, sent_at timestamptz, known_device boolean, now timestamptz
) language plpgsql as $$
declare
  o opportunities; d departments; k opportunity_keys; a applications; r application_drafts;
begin
  perform set_config('opportune.scope', '*', true), set_config('opportune.now', p_now, true);
  select * into o from opportunities x where x.slug = p_slug and x.published_at is not null;
  if not found then return; end if;
  select * into d from departments x where x.id = o.department_id;
  select * into k from opportunity_keys x where x.opportunity_id = o.id;
  select * into a from applications x where x.opportunity_id = o.id and x.supplier_id = p_supplier;
  if found then select * into r from application_drafts x where x.application_id = a.id; end if;
  now := opportune_now();
  posted := jsonb_build_object(
    'id', o.id, 'departmentId', o.department_id, 'requestId', o.request_id, 'number', o.number, 'slug', o.slug,
    'state', o.state, 'titleEn', o.title_en, 'titleFr', o.title_fr, 'publishedAt', o.published_at,
    'closesAt', o.closes_at, 'deliveryDay', o.delivery_day, 'priceCents', o.price_cents, 'licence', o.licence,
    'nameEn', d.name_en, 'nameFr', d.name_fr, 'mailbox', d.mailbox, 'timeZone', d.time_zone,
    'recipient', k.recipient, 'escrowRecipient', k.escrow_recipient,
    'commitment', (select c.commitment from draw_commitments c where c.opportunity_id = o.id),
    'draftsAfterSending', (
      select p.value from policy_settings p
      where p.department_id = o.department_id and p.setting = 'draftsAfterSending'
        and p.from_day <= (now at time zone d.time_zone)::date
      order by p.from_day desc limit 1));
  criteria := coalesce((
    select jsonb_agg(jsonb_build_object('id', c.id, 'position', c.position, 'en', c.text_en, 'fr', c.text_fr)
      order by c.position)
    from opportunity_criteria c where c.opportunity_id = o.id and c.kind = 'application'), '[]');
  own := case when a.id is not null then to_jsonb(a) end;
  works_here := exists (
    select from role_grants g
    where g.person_id = p_supplier and g.department_id = o.department_id
      and g.from_day <= (now at time zone d.time_zone)::date
      and (g.until_day is null or g.until_day >= (now at time zone d.time_zone)::date));
  draft_version := r.version; draft_ciphertext := r.ciphertext; draft_key := r.wrapped_key; draft_saved_at := r.saved_at;
  select s.content_commitment, s.sealed_sha256, s.submitted_at into sent_commitment, sent_sha256, sent_at
    from application_seals s where s.application_id = a.id and s.current;
  /* As src/applications/commands.devices.ts knows a browser. */
  known_device := exists (
    select from application_devices x
    where x.application_id = a.id
      and x.browser_hash = sha256(convert_to('device ' || a.id || ' ' || p_browser, 'UTF8')));
  return next;
end $$;

/* One event of the record, with the digest that src/history/record.ts gives it: sha256(0x00 || length-prefixed fields). */
create function length_prefixed(field text) returns bytea language sql immutable as $$
  select coalesce(int4send(octet_length(convert_to(field, 'UTF8'))) || convert_to(field, 'UTF8'), '\xffffffff'::bytea) $$;
create function record_event(
  p_id uuid, p_department uuid, p_kind text, p_subject_type text, p_subject uuid, p_actor uuid, p_at timestamptz, p_body text
) returns void language plpgsql as $$
begin
  insert into history_events (id, department_id, kind, subject_type, subject_id, actor_kind, actor_id, at, body, digest)
    values (p_id, p_department, p_kind, p_subject_type, p_subject, 'person', p_actor, p_at, p_body,
      sha256('\x00'::bytea || length_prefixed(p_id::text) || length_prefixed(p_department::text)
        || length_prefixed(p_kind) || length_prefixed(p_subject_type) || length_prefixed(p_subject::text)
        || length_prefixed(null) || length_prefixed('person') || length_prefixed(p_actor::text)
        || length_prefixed(to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        || length_prefixed(p_body)));
end $$;

/*
 * Starts the application if it is not, keeps the draft that is being sent, and hands it in by submit_application, all
 * under the shared side of the closing lock and with the events of the record. Whoever prepared this on an older draft,
 * or for an application that somebody else's device started first, is told so and looks again: nothing is stored.
 */
create function send_application(
  p_application uuid, p_opportunity uuid, p_department uuid, p_supplier uuid, p_token text, p_language text,
  p_started uuid, p_started_body text,
  p_draft_version integer, p_draft bytea, p_draft_key bytea,
  p_seal uuid, p_sealed bytea, p_sealed_sha256 text, p_commitment text,
  p_submitted uuid, p_submitted_body text
) returns table (outcome text, at timestamptz, sealed_sha256 text, content_commitment text)
language plpgsql as $$
declare
  o record; t timestamptz; existing record; s record;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(p_opportunity::text, 1));
  select state, closes_at into o from opportunities where id = p_opportunity;
  t := date_trunc('milliseconds', opportune_now());
  if o.state <> 'open' then return query select 'not_open', t, null::text, null::text; return; end if;
  if t >= o.closes_at then return query select 'too_late', t, null::text, null::text; return; end if;

  insert into applications (id, department_id, opportunity_id, supplier_id, token, state, language, created_at)
    values (p_application, p_department, p_opportunity, p_supplier, p_token, 'draft', p_language, t)
    on conflict (opportunity_id, supplier_id) do nothing;
  if found then
    perform record_event(p_started, p_department, 'application.started', 'application', p_application, p_supplier, t, p_started_body);
  else
    select id, state into existing from applications
      where opportunity_id = p_opportunity and supplier_id = p_supplier for update;
    if existing.id is distinct from p_application then
      return query select 'changed_meanwhile', t, null::text, null::text; return;
    end if;
    if existing.state = 'withdrawn' then return query select 'withdrawn', t, null::text, null::text; return; end if;
  end if;
  /* Without a new draft, the one that was read must still be the one that is kept. */
  if p_draft is null then
    perform from application_drafts where application_id = p_application and version = p_draft_version;
  else
    insert into application_drafts as x (application_id, department_id, version, ciphertext, wrapped_key, saved_at)
      values (p_application, p_department, p_draft_version, p_draft, p_draft_key, t)
      on conflict (application_id) do update
        set version = excluded.version, ciphertext = excluded.ciphertext, wrapped_key = excluded.wrapped_key, saved_at = t
        where x.version = p_draft_version - 1;
  end if;
  if not found then return query select 'changed_meanwhile', t, null::text, null::text; return; end if;
  update applications set language = p_language where id = p_application and language <> p_language;

  select * into s from submit_application(p_application, p_seal, p_sealed, p_sealed_sha256, p_commitment);
  if s.outcome = 'received' then
    perform record_event(p_submitted, p_department, 'application.submitted', 'application', p_application, p_supplier, s.at, p_submitted_body);
  end if;
  return query select s.outcome, s.at, s.sealed_sha256, s.content_commitment;
end $$;

/* Each looks up a few rows by their keys: one plan serves for every call, from the first call of a connection on. */
alter function session_holder set plan_cache_mode = force_generic_plan;
alter function application_place set plan_cache_mode = force_generic_plan;
alter function record_event set plan_cache_mode = force_generic_plan;
alter function send_application set plan_cache_mode = force_generic_plan;
alter function submit_application set plan_cache_mode = force_generic_plan;

/*
 * When the program served pages: one row for each time that a process did so without a break. Its end is written anew
 * every few seconds; what no row covers is a time at which the site could not be used.
 */
create table service_spans (
  id uuid primary key,
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at >= from_at)
);
create index on service_spans (to_at);

/* Answers of 500 and more, by minute: counted for the program, told to nobody before a closing. */
create table service_failures (
  minute timestamptz primary key,
  answers integer not null check (answers > 0)
);
grant select, insert, update, delete on service_spans, service_failures to opportune_web, opportune_worker;

/* The site was away for too long in the day before this closing: somebody extends, or says why not. */
create table outages (
  opportunity_id uuid not null,
  department_id uuid not null references departments,
  closes_at timestamptz not null,
  window_from timestamptz not null,
  /* Seconds away so far, and from when to when: JSON text [[from, to], ...]. */
  seconds integer not null check (seconds > 0),
  gaps text not null,
  flagged_at timestamptz not null,
  measured_at timestamptz not null,
  decision text check (decision in ('extended', 'kept')),
  reason text not null default '',
  decided_by uuid references people,
  decided_at timestamptz,
  primary key (opportunity_id, closes_at),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id),
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  check ((decision = 'kept') <= (reason <> ''))
);
call owned_by_department('outages');

/* The certificate of a measured downtime, for the public, once a closing moved because of it. */
create table publication.downtimes (
  slug text not null references publication.opportunities (slug),
  closes_at timestamptz not null,
  window_from timestamptz not null,
  seconds integer not null check (seconds > 0),
  gaps text not null,
  moved_to timestamptz not null,
  certified_at timestamptz not null,
  primary key (slug, closes_at)
);
grant select, insert, update on publication.downtimes to opportune_web, opportune_worker;
call publication.tells_of_changes('publication.downtimes');

/* An application that is found, after the opening, to be a second one of the same supplier leaves the evaluation. */
alter table applications drop constraint applications_state_check;
alter table applications drop constraint applications_check;
alter table applications drop constraint applications_check1;
alter table applications
  add constraint applications_state_check check (state in ('draft', 'submitted', 'opened', 'passed', 'failed', 'excluded', 'withdrawn', 'purged')),
  add constraint applications_check check ((state in ('submitted', 'opened', 'passed', 'failed', 'excluded')) <= (submitted_at is not null)),
  add constraint applications_check1 check ((state in ('opened', 'passed', 'failed', 'excluded')) = (opened_at is not null) or state = 'purged');

/*
 * Two opened applications of which something is the same, or nearly. Somebody who does not evaluate says that they are
 * two, or proposes which of them to exclude and why; another confirms. Evaluators are not granted this table.
 */
create table resemblances (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  first_id uuid not null,
  second_id uuid not null check (first_id < second_id),
  /* What is the same of who they are: words of a closed list, parted by spaces; empty when only answers are alike. */
  same text not null,
  /* How alike their most alike answers are, from 0 to 1, and to which criterion. */
  likeness double precision not null check (likeness between 0 and 1),
  criterion_id uuid,
  found_at timestamptz not null,
  state text not null check (state in ('found', 'proposed', 'distinct', 'excluded')),
  excluded_id uuid check (excluded_id in (first_id, second_id)),
  because text check (because in ('same_supplier', 'affiliated', 'same_answers')),
  note text not null default '',
  judged_by uuid references people,
  judged_at timestamptz,
  confirmed_by uuid references people check (confirmed_by <> judged_by),
  confirmed_at timestamptz,
  unique (first_id, second_id),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id),
  foreign key (department_id, first_id) references applications (department_id, id),
  foreign key (department_id, second_id) references applications (department_id, id),
  check ((state in ('proposed', 'distinct', 'excluded')) = (judged_by is not null)),
  check ((judged_by is null) = (judged_at is null)),
  check ((state in ('proposed', 'excluded')) = (excluded_id is not null and because is not null)),
  check ((state = 'excluded') = (confirmed_by is not null) and (confirmed_by is null) = (confirmed_at is null)),
  check (state not in ('proposed', 'distinct', 'excluded') or note <> '')
);
create index on resemblances (opportunity_id);
call owned_by_department('resemblances');
