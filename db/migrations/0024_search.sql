-- Searching what the public reads: words of both languages whatever their accents, their spelling, skills, awards.
-- Rewrites publication.opportunities (computed columns): moments for ten thousand rows, during which it is locked.

/* Each language with its stems, after the accents are gone. */
create text search configuration publication.english (copy = pg_catalog.english);
alter text search configuration publication.english
  alter mapping for hword, hword_part, word with public.unaccent, english_stem;
create text search configuration publication.french (copy = pg_catalog.french);
alter text search configuration publication.french
  alter mapping for hword, hword_part, word with public.unaccent, french_stem;

/*
 * Words and nothing else: punctuation becomes spaces, quotation marks of either language stay around a phrase, and C++
 * and C# stay what they are.
 * What is stored and what is looked for both pass through here, so that no sign is ever an operator.
 */
create function publication.plain(said text) returns text immutable strict parallel safe language sql as $$
  select regexp_replace(
    regexp_replace(
      regexp_replace(translate(said, '“”„«»', '"""""'), '([A-Za-z])\+\+', '\1plusplus', 'g'),
      '([A-Za-z])#(?![A-Za-z0-9])', '\1sharp', 'g'),
    '[][\s!#$%&''()*+,./:;<=>?@\\^_`{|}~’‘–—…·\u00a0\u202f-]+', ' ', 'g')
$$;

/* Small letters without accents. `unaccent` is not marked immutable, since its rules could be edited; ours are not. */
create function publication.folded(said text) returns text immutable strict parallel safe language sql as $$
  select lower(public.unaccent('public.unaccent', publication.plain(said)))
$$;

/* The name of a skill in addresses: the same in both languages. */
create function publication.skill_key(name text) returns text immutable strict parallel safe language sql as $$
  select trim(both '-' from regexp_replace(publication.folded(name), '[^a-z0-9]+', '-', 'g'))
$$;

create function publication.skill_keys(notice text) returns text[] immutable strict parallel safe language sql as $$
  select coalesce(array_agg(distinct key), '{}')
  from jsonb_array_elements(notice::jsonb -> 'skills') as skill,
    lateral publication.skill_key(skill ->> 'en') as key
  where key <> ''
$$;

/* All that a notice says in one language. */
create function publication.said(notice text, language text) returns text immutable strict parallel safe language sql as $$
  select concat_ws(' ', n -> 'title' ->> language, n -> 'teaser' ->> language, n -> 'team' ->> language,
    n -> 'department' -> 'name' ->> language, n ->> 'number', n ->> 'licence',
    (select string_agg(each.said ->> language, ' ')
     from jsonb_array_elements((n -> 'skills') || (n -> 'workCriteria') || (n -> 'applicationCriteria')) as each (said)),
    n -> 'background' ->> language, n -> 'work' ->> language)
  from (select notice::jsonb as n) as read
$$;

create function publication.search_words(notice text) returns tsvector immutable strict parallel safe language sql as $$
  select to_tsvector('publication.english', publication.plain(publication.said(notice, 'en')))
    || to_tsvector('publication.french', publication.plain(publication.said(notice, 'fr')))
$$;

/* What somebody typed, in either language. Any text is a question; one of common words alone asks for nothing. */
create function publication.asked(typed text) returns tsquery immutable strict parallel safe language sql as $$
  select websearch_to_tsquery('publication.english', publication.plain(typed))
    || websearch_to_tsquery('publication.french', publication.plain(typed))
$$;

alter table publication.opportunities
  add column words tsvector generated always as (publication.search_words(notice)) stored,
  add column skills text[] generated always as (publication.skill_keys(notice)) stored,
  /* When the supplier was named, and when the work was accepted: for whoever cites it. Empty when it came to nothing. */
  add column awarded_at timestamptz,
  add column delivered_at timestamptz;
update publication.opportunities set awarded_at = updated_at where status in ('awarded', 'delivered');
update publication.opportunities set delivered_at = updated_at where status = 'delivered';
create index opportunities_by_words on publication.opportunities using gin (words);
create index opportunities_by_closing on publication.opportunities (closes_at, slug);
/* All that the counts beside the filters ask: read without the rows. */
create index opportunities_to_count on publication.opportunities (status, closes_at, department_code, price_cents);
create index opportunities_by_department on publication.opportunities (department_code);
create index opportunities_by_skill on publication.opportunities using gin (skills);

/*
 * Names of skills as they were last written; and every word that a notice used, folded, with its spelling in each
 * language: what a misspelt word may have meant.
 */
create table publication.skills (
  key text primary key,
  en text not null,
  fr text not null
);
create table publication.words (
  word text primary key,
  en text,
  fr text,
  check (en is not null or fr is not null)
);
create index words_by_spelling on publication.words using gin (word public.gin_trgm_ops);
grant select, insert, update on publication.skills, publication.words to opportune_web, opportune_worker;

/* Rows in order, so that two postings at once wait for each other and never for ever. */
create function publication.keep_vocabulary() returns trigger language plpgsql as $$
begin
  insert into publication.skills (key, en, fr)
    select distinct on (key) key, skill ->> 'en', skill ->> 'fr'
    from jsonb_array_elements(new.notice::jsonb -> 'skills') as skill,
      lateral publication.skill_key(skill ->> 'en') as key
    where key <> ''
    order by key
  on conflict (key) do update set en = excluded.en, fr = excluded.fr
    where (skills.en, skills.fr) is distinct from (excluded.en, excluded.fr);
  insert into publication.words (word, en, fr)
    select word, min(written) filter (where language = 'en'), min(written) filter (where language = 'fr')
    from (
        select distinct language, lower(each) as written
        from unnest(array['en', 'fr']) as language,
          lateral regexp_split_to_table(publication.plain(publication.said(new.notice, language)), '[ "0-9]+') as each
      ) as used,
      lateral publication.folded(written) as word
    where length(word) between 4 and 30 and word ~ '^[a-z]+$'
      and ts_lexize('english_stem', word) <> '{}' and ts_lexize('french_stem', word) <> '{}'
    group by word
    order by word
  on conflict (word) do update set en = coalesce(words.en, excluded.en), fr = coalesce(words.fr, excluded.fr)
    where (words.en is null and excluded.en is not null) or (words.fr is null and excluded.fr is not null);
  return null;
end
$$;
create trigger keep_vocabulary after insert or update of notice on publication.opportunities
  for each row execute function publication.keep_vocabulary();
update publication.opportunities set notice = notice;
