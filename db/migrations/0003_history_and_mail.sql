-- The append-only record, and the outbox.

create table history_events (
  id uuid primary key,
  department_id uuid references departments,
  kind text not null check (kind ~ '^[a-z_0-9]+\.[a-z_]+$'),
  subject_type text not null,
  subject_id uuid not null,
  file_id uuid,
  actor_kind text not null check (actor_kind in ('person', 'system', 'visitor')),
  actor_id uuid,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  body text not null,
  digest bytea not null check (length(digest) = 32)
);
create index on history_events (file_id, at);
create index on history_events (department_id, kind, at);
create index on history_events (subject_id);
create index on history_events (recorded_at);

/*
 * Written by the sequencer alone, one at a time: number, chain and Merkle leaf order of committed events.
 * chain = sha256(chain before || digest || recorded_at in microseconds, 8 bytes big-endian); 32 zero bytes come before the first.
 */
create table history_sequence (
  number bigint primary key check (number > 0),
  event_id uuid not null unique references history_events,
  digest bytea not null,
  chain bytea not null check (length(chain) = 32)
);

/* The Merkle root of the first `size` digests, signed; the frontier is what the next checkpoint grows from. */
create table history_checkpoints (
  size bigint primary key check (size > 0),
  root bytea not null check (length(root) = 32),
  frontier bytea not null check (length(frontier) % 32 = 0),
  note text not null,
  at timestamptz not null
);

create function refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'the record is append-only' using errcode = 'P0001'; end $$;

create trigger append_only before update or delete or truncate on history_events execute function refuse_change();
create trigger append_only before update or delete or truncate on history_sequence execute function refuse_change();
create trigger append_only before update or delete or truncate on history_checkpoints execute function refuse_change();

alter table history_events enable row level security;
alter table history_events force row level security;
create policy scope on history_events using (department_id is null or in_scope(department_id)) with check (department_id is null or in_scope(department_id));

grant select, insert on history_events to opportune_web, opportune_worker;
grant select on history_sequence, history_checkpoints to opportune_web, opportune_worker;
grant insert on history_sequence, history_checkpoints to opportune_worker;

/* The owner of everything else changes nothing here by accident: these belong to a role that nobody logs in as. */
grant create on schema public to opportune_record;
alter table history_events owner to opportune_record;
alter table history_sequence owner to opportune_record;
alter table history_checkpoints owner to opportune_record;
revoke create on schema public from opportune_record;

/* A message is a template and facts; it is rendered when it is sent, so a secret never rests here. */
create table outbox_messages (
  id uuid primary key,
  department_id uuid references departments,
  kind text not null,
  language text not null check (language in ('en', 'fr')),
  to_address text not null check (to_address !~ '[\r\n]'),
  facts text not null,
  dedupe_key text not null unique,
  created_at timestamptz not null,
  next_attempt_at timestamptz not null default clock_timestamp(),
  attempts integer not null default 0,
  last_error text,
  sent_at timestamptz
);
create index on outbox_messages (next_attempt_at) where sent_at is null;
create index on outbox_messages (created_at);

/* Development only: what the local stand-in for a mail server received. */
create table local_mailbox (
  id uuid primary key,
  to_address text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  headers text not null,
  at timestamptz not null default clock_timestamp()
);
create index on local_mailbox (at);

grant select, insert, update on outbox_messages to opportune_web, opportune_worker;
grant select, insert, delete on local_mailbox to opportune_web, opportune_worker;

/* Jobs belong to graphile-worker; this lets roles that do not own its tables add one inside their transaction. */
create function enqueue(job text, payload json, run_at timestamptz default null, key text default null) returns void
language plpgsql security definer set search_path = pg_catalog, public as
$$ begin perform graphile_worker.add_job(job, payload, run_at => run_at, job_key => key, max_attempts => 25); end $$;
revoke all on function enqueue from public;
grant execute on function enqueue to opportune_web, opportune_worker;
