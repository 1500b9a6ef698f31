-- A submission in one statement, its letter included. Creates a function; changes how two columns are stored from now on.

/* What is sealed or encrypted does not get smaller by being packed. */
alter table application_seals alter column sealed set storage external;
alter table application_drafts alter column ciphertext set storage external;

/*
 * Hands an application in, whole: starts it if it is not, keeps the draft that is being sent, seals, records, and puts
 * the receipt's letter into the outbox; all of it or nothing, by itself, with the scope that the page has anyway.
 *
 * The shared lock is taken first, in a statement of its own; then the state and one instant are read, and that instant
 * is both compared and stored. Closing takes the same lock exclusively, so nothing is acknowledged that the roster
 * misses, and T itself is late. Whoever prepared this on an older draft, or for an application that somebody else's
 * device started first, is told so and looks again: nothing is stored.
 *
 * Takes the place of send_application and submit_application, which stay for programs that still run during an upgrade.
 */
create function hand_in_application(
  p_now text, p_application uuid, p_opportunity uuid, p_department uuid, p_supplier uuid, p_token text, p_language text,
  p_draft_version integer, p_draft bytea, p_draft_key bytea,
  p_seal uuid, p_sealed bytea, p_sealed_sha256 text, p_commitment text,
  p_started uuid, p_started_body text, p_submitted uuid, p_submitted_body text,
  p_letter uuid, p_to_address text, p_facts jsonb
) returns table (outcome text, at timestamptz, sealed_sha256 text, content_commitment text)
language plpgsql as $$
declare
  o record; a record; s record; t timestamptz;
begin
  perform set_config('opportune.scope', '*', true), set_config('opportune.now', p_now, true);
  perform pg_advisory_xact_lock_shared(hashtextextended(p_opportunity::text, 1));
  select state, closes_at into o from opportunities where id = p_opportunity;
  t := date_trunc('milliseconds', opportune_now());
  if o.state <> 'open' then return query select 'not_open', t, null::text, null::text; return; end if;
  if t >= o.closes_at then return query select 'too_late', t, null::text, null::text; return; end if;

  select id, state into a from applications
    where opportunity_id = p_opportunity and supplier_id = p_supplier for update;
  if not found then
    insert into applications (id, department_id, opportunity_id, supplier_id, token, state, language, created_at)
      values (p_application, p_department, p_opportunity, p_supplier, p_token, 'draft', p_language, t)
      on conflict (opportunity_id, supplier_id) do nothing
      returning id, state into a;
    if found then
      perform record_event(p_started, p_department, 'application.started', 'application', p_application, p_supplier, t, p_started_body);
    end if;
  end if;
  if a.id is distinct from p_application then
    return query select 'changed_meanwhile', t, null::text, null::text; return;
  end if;
  if a.state = 'withdrawn' then return query select 'withdrawn', t, null::text, null::text; return; end if;

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

  select x.submitted_at, x.sealed_sha256, x.content_commitment into s
    from application_seals x where x.application_id = p_application and x.current;
  if found then
    if s.content_commitment = p_commitment then
      return query select 'already_received', s.submitted_at, s.sealed_sha256, s.content_commitment; return;
    end if;
    update application_seals x set current = false where x.application_id = p_application and x.current;
  end if;
  insert into application_seals (id, department_id, application_id, sealed, sealed_sha256, content_commitment, submitted_at)
    values (p_seal, p_department, p_application, p_sealed, p_sealed_sha256, p_commitment, t);
  update applications x set state = 'submitted', submitted_at = t, language = p_language where x.id = p_application;
  perform record_event(p_submitted, p_department, 'application.submitted', 'application', p_application, p_supplier, t, p_submitted_body);
  insert into outbox_messages (id, department_id, kind, language, to_address, facts, dedupe_key, created_at)
    values (p_letter, p_department, 'application.received', p_language, p_to_address,
      p_facts || jsonb_build_object('at', to_char(t at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
      'receipt ' || p_seal, t);
  return query select 'received', t, p_sealed_sha256, p_commitment;
end $$;
alter function hand_in_application set plan_cache_mode = force_generic_plan;

/* The same event as before; its digest without a function for each of its ten fields. */
create or replace function record_event(
  p_id uuid, p_department uuid, p_kind text, p_subject_type text, p_subject uuid, p_actor uuid, p_at timestamptz, p_body text
) returns void language plpgsql as $$
declare
  written text := to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
begin
  insert into history_events (id, department_id, kind, subject_type, subject_id, actor_kind, actor_id, at, body, digest)
    values (p_id, p_department, p_kind, p_subject_type, p_subject, 'person', p_actor, p_at, p_body,
      sha256('\x00'::bytea
        || int4send(36) || convert_to(p_id::text, 'UTF8')
        || case when p_department is null then '\xffffffff' else int4send(36) || convert_to(p_department::text, 'UTF8') end
        || int4send(octet_length(p_kind)) || convert_to(p_kind, 'UTF8')
        || int4send(octet_length(p_subject_type)) || convert_to(p_subject_type, 'UTF8')
        || int4send(36) || convert_to(p_subject::text, 'UTF8')
        || '\xffffffff' || '\x00000006'::bytea || 'person'
        || int4send(36) || convert_to(p_actor::text, 'UTF8')
        || int4send(octet_length(written)) || convert_to(written, 'UTF8')
        || int4send(octet_length(p_body)) || convert_to(p_body, 'UTF8')));
end $$;
alter function record_event set plan_cache_mode = force_generic_plan;
