-- Letters to many: one row says what goes to whom, how far it is, and whether somebody holds it.
-- Takes a short lock on outbox_messages: a column without a default, and indexes of what is unsent.

/* What each letter says stands here once; a letter's own row holds what differs. */
create table mailings (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid,
  /* The kind of e-mail. */
  kind text not null,
  /* By which it exists once. */
  name text not null unique,
  state text not null default 'going' check (state in ('going', 'paused', 'stopped', 'done')),
  facts_en text not null,
  facts_fr text not null,
  /* No letter leaves from this instant on. */
  until timestamptz,
  started_at timestamptz not null,
  /* The last reader that a letter was written to, in the order of their ids, and how many there are so far. */
  last_reader uuid,
  readers integer not null default 0 check (readers >= 0),
  written_at timestamptz,
  held_at timestamptz,
  ended_at timestamptz,
  foreign key (department_id, opportunity_id) references opportunities (department_id, id),
  check ((state = 'paused') = (held_at is not null)),
  check ((state in ('stopped', 'done')) = (ended_at is not null)),
  check ((state = 'done') <= (written_at is not null))
);
create index on mailings (started_at) where state in ('going', 'paused');
create index on mailings (department_id, started_at);
create index on mailings (opportunity_id);
call owned_by_department('mailings');

alter table outbox_messages add column mailing_id uuid references mailings;
create index on outbox_messages (mailing_id, next_attempt_at, id) where mailing_id is not null and sent_at is null;
create index on outbox_messages (mailing_id) where mailing_id is not null;
/* Letters to one person never wait behind those to many. */
create index on outbox_messages (next_attempt_at, id) where mailing_id is null and sent_at is null;
drop index outbox_messages_next_attempt_at_idx;

/* When the mail server takes the next letter of a mailing; every process that sends asks here, one at a time. */
create table mail_pace (
  single boolean primary key default true check (single),
  next_at timestamptz not null default '-infinity',
  /* How many letters in a row it would not take. */
  refused integer not null default 0 check (refused >= 0)
);
insert into mail_pace default values;
grant select, update on mail_pace to opportune_worker;
