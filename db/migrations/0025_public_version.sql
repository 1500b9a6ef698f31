-- Tells every web process that what the public reads has changed, so that the pages that it keeps are rendered anew.
-- Creates; locks the tables of the schema publication, departments and policy_settings for the moment of adding a trigger.

/* Counts the changes: a process that finds a number that it was not told of forgets its pages too. Never goes back. */
create sequence publication.version;
grant usage, select on sequence publication.version to opportune_web, opportune_worker;

/* Told to listeners when, and only when, the act is committed; once for each act, however much it changed. */
create function publication.tell_of_change() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('opportune.told', true), '') = '' then
    perform set_config('opportune.told', 'yes', true);
    perform pg_notify('opportune_public', nextval('publication.version')::text);
  end if;
  return null;
end $$;

/* For a table of which a page for the public says anything. */
create procedure publication.tells_of_changes(shown regclass) language plpgsql as $$
begin
  execute format(
    'create trigger tells_of_changes after insert or update or delete or truncate on %s
       for each statement execute function publication.tell_of_change()', shown);
end $$;

do $$
declare shown regclass;
begin
  for shown in select format('publication.%I', tablename)::regclass from pg_tables where schemaname = 'publication' loop
    call publication.tells_of_changes(shown);
  end loop;
end $$;
call publication.tells_of_changes('departments');
call publication.tells_of_changes('policy_settings');
