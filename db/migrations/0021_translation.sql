-- What each translation translates, files of a translation office, a scheduled posting, amendments that are decided on.

/*
 * The source that stood there when a text was translated: when it has changed since, the translation is stale, and the
 * difference can be shown. `parts` are the passages as the translator saved them, as JSON text; null while nobody did,
 * and then the two texts are what somebody last wrote beside each other.
 */
create table translated_texts (
  opportunity_id uuid not null,
  department_id uuid not null references departments,
  /* `title`, `work`, or a row by its id: `workCriteria.0190…` */
  field text not null check (field ~ '^[a-zA-Z]{2,40}(\.[0-9a-f-]{36})?$'),
  source_text text not null,
  target_text text not null,
  parts text,
  at timestamptz not null,
  primary key (opportunity_id, field),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
call owned_by_department('translated_texts');

/* Whoever writes a translation, by whatever way, leaves the source beside it; a translator's passages are never touched. */
create function remember_translation(opportunity uuid, department uuid, named text, source text, target text)
returns void language sql as $$
  insert into translated_texts (opportunity_id, department_id, field, source_text, target_text, at)
  values (opportunity, department, named, source, target, opportune_now())
  on conflict (opportunity_id, field) do update
    set source_text = excluded.source_text, target_text = excluded.target_text, at = excluded.at
    where translated_texts.parts is null
$$;

create function remember_translated_fields() returns trigger language plpgsql as $$
declare
  pair record;
begin
  for pair in
    select * from (values
      ('title', new.title_en, new.title_fr, old.title_en, old.title_fr),
      ('teaser', new.teaser_en, new.teaser_fr, old.teaser_en, old.teaser_fr),
      ('team', new.team_en, new.team_fr, old.team_en, old.team_fr),
      ('background', new.background_en, new.background_fr, old.background_en, old.background_fr),
      ('work', new.work_en, new.work_fr, old.work_en, old.work_fr)
    ) as fields (named, en, fr, old_en, old_fr)
  loop
    if new.source_language = 'en' and pair.fr <> '' and pair.fr is distinct from pair.old_fr then
      perform remember_translation(new.id, new.department_id, pair.named, pair.en, pair.fr);
    elsif new.source_language = 'fr' and pair.en <> '' and pair.en is distinct from pair.old_en then
      perform remember_translation(new.id, new.department_id, pair.named, pair.fr, pair.en);
    end if;
  end loop;
  return null;
end $$;
create trigger translations after insert or update of title_en, title_fr, teaser_en, teaser_fr, team_en, team_fr,
  background_en, background_fr, work_en, work_fr on opportunities
  for each row execute function remember_translated_fields();

/* The same for a row of a list; its texts are the two last arguments, `name_en` and `name_fr` or `text_en` and `text_fr`. */
create function remember_translated_row() returns trigger language plpgsql as $$
declare
  source_language text := (select o.source_language from opportunities o where o.id = new.opportunity_id);
  row_now jsonb := to_jsonb(new);
  row_before jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}'::jsonb end;
  list text := case tg_table_name
    when 'opportunity_skills' then 'skills'
    when 'opportunity_provisions' then 'provisions'
    else row_now ->> 'kind' || 'Criteria' end;
  source text := row_now ->> (tg_argv[0] || source_language);
  target text := row_now ->> (tg_argv[0] || case source_language when 'en' then 'fr' else 'en' end);
  before text := row_before ->> (tg_argv[0] || case source_language when 'en' then 'fr' else 'en' end);
begin
  if target <> '' and target is distinct from before then
    perform remember_translation(new.opportunity_id, new.department_id, list || '.' || new.id, source, target);
  end if;
  return null;
end $$;
create trigger translations after insert or update on opportunity_skills
  for each row execute function remember_translated_row('name_');
create trigger translations after insert or update on opportunity_criteria
  for each row execute function remember_translated_row('text_');
create trigger translations after insert or update on opportunity_provisions
  for each row execute function remember_translated_row('text_');

/* A file that came back from a translation office, as it was read: shown first, then taken over or not. */
create table translation_imports (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  person_id uuid not null references people,
  at timestamptz not null,
  file_name text not null,
  format text not null check (format in ('xliff', 'csv')),
  /* Per text: its field and the passages, source and target, as JSON text. */
  passages text not null,
  taken_at timestamptz,
  foreign key (department_id, opportunity_id) references opportunities (department_id, id)
);
create index on translation_imports (opportunity_id);
call owned_by_department('translation_imports');

/* A posting that is to happen by itself: asked for by whom, for which instant. */
alter table opportunities
  add column scheduled_at timestamptz,
  add column scheduled_by uuid references people,
  add check ((scheduled_at is null) = (scheduled_by is null));

/* An amendment is drafted, decided on where it must be, then numbered and posted. Rewrites nothing: those that exist are posted. */
alter table amendments
  alter column number drop not null,
  alter column published_at drop not null,
  add column state text not null default 'posted'
    check (state in ('drafted', 'in_review', 'returned', 'posted', 'discarded')),
  add column material boolean not null default false,
  add column made_at timestamptz,
  add column submitted_at timestamptz,
  add column decided_by uuid references people,
  add column decided_at timestamptz,
  add column returned_because text not null default '',
  add check ((state = 'posted') = (number is not null and published_at is not null)),
  add check ((state = 'in_review') <= (submitted_at is not null)),
  add check ((state = 'returned') = (returned_because <> ''));
create unique index amendments_under_way on amendments (opportunity_id) where state in ('drafted', 'in_review', 'returned');
