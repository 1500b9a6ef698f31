-- Jobs: what the worker's role may do with graphile-worker's tables.

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
