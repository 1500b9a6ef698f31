-- Jobs: what the worker's role may do with graphile-worker's tables, and which pool holds which jobs.

grant usage, create on schema graphile_worker to opportune_worker;
grant select, insert, update, delete on all tables in schema graphile_worker to opportune_worker;
grant usage, select on all sequences in schema graphile_worker to opportune_worker;
grant execute on all functions in schema graphile_worker to opportune_worker;

do $$
declare t record;
begin
  for t in select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'graphile_worker' and c.relkind = 'r' and c.relrowsecurity
  loop
    execute format('create policy jobs on graphile_worker.%I to opportune_worker using (true) with check (true)', t.relname);
  end loop;
end $$;

/*
 * A worker that is killed leaves its jobs locked for hours. Each pool of workers holds an advisory lock on its number as
 * long as its process lives; whoever finds a number whose lock is free unlocks the jobs of its workers.
 */
create sequence job_pools;
create table job_workers (
  worker_id text primary key,
  pool integer not null,
  started_at timestamptz not null default clock_timestamp()
);
grant select, insert, delete on job_workers to opportune_worker;
grant usage on sequence job_pools to opportune_worker;
