-- What the public reads: no row-level security, written at publication.

create schema publication;
grant usage on schema publication to opportune_web, opportune_worker;

create table publication.opportunities (
  opportunity_id uuid primary key,
  slug text not null unique,
  department_code text not null,
  department_en text not null, department_fr text not null,
  number text not null,
  /* open; closed (being evaluated, drawn or offered); awarded; delivered; ended_without_delivery; unsuccessful; cancelled; withdrawn */
  status text not null check (status in ('open', 'closed', 'awarded', 'delivered', 'ended_without_delivery', 'unsuccessful', 'cancelled', 'withdrawn')),
  title_en text not null, title_fr text not null,
  teaser_en text not null, teaser_fr text not null,
  price_cents integer not null,
  published_at timestamptz not null,
  closes_at timestamptz not null,
  time_zone text not null,
  /* The whole notice, as JSON text that src/opportunities/notice.ts reads and writes. */
  notice text not null,
  simulated boolean not null default false,
  winner_name text,
  repository_url text,
  paid_days integer,
  updated_at timestamptz not null
);
create index on publication.opportunities (status, closes_at);

create table publication.draws (
  slug text primary key references publication.opportunities (slug),
  commitment text not null,
  beacon_source text not null,
  roster text,
  roster_hash text,
  manifest text,
  manifest_hash text,
  seed text,
  beacon_ref text,
  draws_at timestamptz,
  beacon_value text,
  key text,
  ranking text,
  needed boolean,
  /* When the manifest and the ranking were published. */
  locked_at timestamptz,
  drawn_at timestamptz,
  updated_at timestamptz not null
);

grant select, insert, update on all tables in schema publication to opportune_web, opportune_worker;
