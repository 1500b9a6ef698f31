-- What a second look at the file asked for: who wrote does not approve, a sample that nobody foresees.

/* Whoever writes a statement does not approve it, nor what an amendment makes of it. */
insert into duty_conflicts (first, second) values ('wrote_statement', 'approved_statement');

/*
 * An approval that a return to draft made void keeps nobody from anything: what was approved is being written anew. The
 * row stays, and says since when it is void.
 */
alter table file_duties add void_since timestamptz;

create or replace function refuse_conflicting_duty() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.request_id::text, 7));
  if exists (
    select from file_duties held join duty_conflicts c
      on (c.first = held.duty and c.second = new.duty) or (c.second = held.duty and c.first = new.duty)
    where held.request_id = new.request_id and held.person_id = new.person_id and held.void_since is null
      and (held.opportunity_id is null or new.opportunity_id is null or held.opportunity_id = new.opportunity_id)
  ) then
    raise exception 'conflicting duty % on this file', new.duty using errcode = 'P0002';
  end if;
  return new;
end $$;

/* Everybody who put words into an amendment on its way, so that none of them decides on it. */
alter table amendments add writers uuid[] not null default '{}';
update amendments set writers = array[made_by] where state <> 'posted';

/*
 * Where procurement approves a sample, the draw of the submitted statement: a keyed hash of what was frozen, under a key
 * that no database holds, so that nobody foresees it and whoever has the key can draw again. From 0 up to 1.
 */
alter table opportunities
  add sample_drawn double precision check (sample_drawn >= 0 and sample_drawn < 1),
  add sample_key text,
  add check ((sample_drawn is null) = (sample_key is null));
