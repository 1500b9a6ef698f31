-- What an application is about, in one question. Creates a function.

/*
 * Everything that a person's application to a posted opportunity is about, at one instant. The function gives itself the
 * scope that the page has anyway, so that it needs no transaction around it.
 *
 * Takes the place of application_place, which stays for programs that still run during an upgrade.
 */
create function place_of_applicant(p_now text, p_slug text, p_supplier uuid, p_browser text) returns table (
  id uuid, department_id uuid, request_id uuid, number text, slug text, state text, title_en text, title_fr text,
  published_at timestamptz, closes_at timestamptz, delivery_day date, price_cents integer, licence text,
  name_en text, name_fr text, mailbox text, time_zone text, recipient text, escrow_recipient text, commitment text,
  drafts_after_sending text, criteria jsonb,
  own_id uuid, own_token text, own_state text, own_language text, own_created_at timestamptz,
  own_submitted_at timestamptz, own_withdrawn_at timestamptz, own_opened_at timestamptz, own_anonymous_number integer,
  works_here boolean,
  draft_version integer, draft_ciphertext bytea, draft_key bytea, draft_saved_at timestamptz,
  sent_commitment text, sent_sha256 text, sent_at timestamptz, known_device boolean, now timestamptz
) language plpgsql as $$
declare
  t timestamptz;
begin
  perform set_config('opportune.scope', '*', true), set_config('opportune.now', p_now, true);
  t := opportune_now();
  return query
    select o.id, o.department_id, o.request_id, o.number, o.slug, o.state, o.title_en, o.title_fr,
      o.published_at, o.closes_at, o.delivery_day, o.price_cents, o.licence,
      d.name_en, d.name_fr, d.mailbox, d.time_zone, k.recipient, k.escrow_recipient,
      (select c.commitment from draw_commitments c where c.opportunity_id = o.id),
      (select p.value from policy_settings p
        where p.department_id = o.department_id and p.setting = 'draftsAfterSending' and p.from_day <= (t at time zone d.time_zone)::date
        order by p.from_day desc limit 1),
      coalesce((
        select jsonb_agg(jsonb_build_object('id', c.id, 'position', c.position, 'en', c.text_en, 'fr', c.text_fr)
          order by c.position)
        from opportunity_criteria c where c.opportunity_id = o.id and c.kind = 'application'), '[]'),
      a.id, a.token, a.state, a.language, a.created_at, a.submitted_at, a.withdrawn_at, a.opened_at, a.anonymous_number,
      exists (
        select from role_grants g
        where g.person_id = p_supplier and g.department_id = o.department_id
          and g.from_day <= (t at time zone d.time_zone)::date
          and (g.until_day is null or g.until_day >= (t at time zone d.time_zone)::date)),
      r.version, r.ciphertext, r.wrapped_key, r.saved_at,
      s.content_commitment, s.sealed_sha256, s.submitted_at,
      /* As src/applications/commands.devices.ts knows a browser. */
      exists (
        select from application_devices x
        where x.application_id = a.id
          and x.browser_hash = sha256(convert_to('device ' || a.id || ' ' || p_browser, 'UTF8'))),
      t
    from opportunities o
      join departments d on d.id = o.department_id
      left join opportunity_keys k on k.opportunity_id = o.id
      left join applications a on a.opportunity_id = o.id and a.supplier_id = p_supplier
      left join application_drafts r on r.application_id = a.id
      left join application_seals s on s.application_id = a.id and s.current
    where o.slug = p_slug and o.published_at is not null;
end $$;
alter function place_of_applicant set plan_cache_mode = force_generic_plan;
