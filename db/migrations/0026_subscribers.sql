-- Subscribers choose what they hear of, watch one opportunity, and are not written to once they left or their mailbox refuses.

alter table subscribers
  /* at_once: a letter a posting. watched_only: nothing but what they watch. */
  add column cadence text not null default 'at_once' check (cadence in ('at_once', 'daily', 'weekly', 'watched_only')),
  /* Names of skills, as rules.ts writes them; none is all. */
  add column skills text[] not null default '{}',
  /* Departments chosen among those of the installation; none is all that department_id lets in. */
  add column departments uuid[] not null default '{}',
  /* What was posted until here has been told in a digest. */
  add column digested_at timestamptz,
  /* They were asked once how they heard of us; what they said is in subscriber_sources, without them. */
  add column source_asked_at timestamptz,
  add column ended_because text check (ended_because in ('left', 'bounced', 'complained'));
update subscribers set ended_because = 'left' where state = 'unsubscribed';
alter table subscribers add check ((state = 'unsubscribed') = (ended_because is not null));
create index on subscribers (id) where state = 'confirmed';
create index on subscribers (cadence, id) where state = 'confirmed' and cadence in ('daily', 'weekly');

/* Proof of consent: which words were before the eyes of whoever asked or confirmed, when, by which act. No network address. */
create table consent_texts (
  digest bytea primary key check (length(digest) = 32),
  language text not null check (language in ('en', 'fr')),
  text text not null
);
create table subscriber_consents (
  id uuid primary key,
  subscriber_id uuid not null references subscribers on delete cascade,
  about text not null check (about in ('list', 'watch')),
  opportunity_id uuid,
  act text not null check (act in ('asked', 'confirmed')),
  way text not null check (way in ('form', 'letter', 'program')),
  text_digest bytea not null references consent_texts,
  at timestamptz not null,
  check ((about = 'watch') = (opportunity_id is not null))
);
create index on subscriber_consents (subscriber_id, at);
create trigger append_only before update on subscriber_consents execute function refuse_change();

/* Who wants to hear of changes, answers and the closing of one opportunity; it counts once it is confirmed. */
create table watches (
  id uuid primary key,
  subscriber_id uuid not null references subscribers on delete cascade,
  opportunity_id uuid not null references publication.opportunities (opportunity_id),
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  unique (subscriber_id, opportunity_id)
);
create index on watches (opportunity_id, id) where confirmed_at is not null;

/* Addresses that we do not write to unless they ask anew and confirm: a keyed hash, why, and since when. */
create table suppressions (
  address_hash text primary key check (address_hash like 'left:%'),
  because text not null check (because in ('left', 'bounced', 'complained')),
  at timestamptz not null
);

/* A letter that a mailbox refused, told by its server at once or by a report later; once a letter. `hard`: it never will. */
create table bounces (
  message_id uuid not null,
  subscriber_id uuid not null references subscribers on delete cascade,
  told_by text not null check (told_by in ('server', 'report')),
  status text not null,
  hard boolean not null,
  at timestamptz not null,
  primary key (message_id, subscriber_id)
);
create index on bounces (subscriber_id);
create index on bounces (at);
/* Letters given up, which are few, among those that are sent. */
create index on outbox_messages (id) where sent_at is null and next_attempt_at = 'infinity';

/* How people heard of us: a count a month, apart from any address. */
create table subscriber_sources (
  month date not null check (month = date_trunc('month', month)),
  source text not null,
  count integer not null check (count > 0),
  primary key (month, source)
);

/* Digests of one instant: each is written by one process, and continued where it stopped. */
create table digest_runs (
  cadence text not null check (cadence in ('daily', 'weekly')),
  due_at timestamptz not null,
  finished_at timestamptz,
  primary key (cadence, due_at)
);

grant select, insert on consent_texts to opportune_web, opportune_worker;
grant select, insert, delete on subscriber_consents to opportune_web, opportune_worker;
grant select, insert, update, delete on watches, suppressions, bounces, subscriber_sources, digest_runs to opportune_web, opportune_worker;
