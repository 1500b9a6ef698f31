-- What was kept long enough goes, once a day: when that was done, and how much went. Takes no long lock.

create table retention_runs (
  day date primary key,
  begun_at timestamptz not null,
  finished_at timestamptz,
  /* How many rows of each class went, as JSON; nothing of what they said. */
  erased text not null default '{}'
);
grant select, insert, update on retention_runs to opportune_web, opportune_worker;
/* Copies of letters go; the table grew without end. */
grant delete on outbox_messages to opportune_worker;
create index on sessions (expires_at);
create index on sign_in_codes (expires_at);
create index on limits (window_start);
