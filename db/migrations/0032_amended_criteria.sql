-- A posted notice whose criteria an amendment adds or takes away.

/*
 * While a statement is a draft its criteria are numbered by their place. Once it is posted a criterion keeps its number
 * for good, and no number is given twice: answers are kept by it, in drafts and under seal. These are the highest given.
 */
alter table opportunities
  add work_criteria_given integer not null default 0 check (work_criteria_given >= 0),
  add application_criteria_given integer not null default 0 check (application_criteria_given >= 0);

/* By an amendment; null for what was there when the notice was posted. */
alter table opportunity_criteria add added_at timestamptz;

/* What was sent before a criterion was added could not answer it: said to evaluators beside the answer. */
alter table application_answers add asked_later boolean not null default false;

create function mark_asked_later() returns trigger language plpgsql as $$
begin
  new.asked_later := coalesce(
    (select c.added_at > s.submitted_at
     from opportunity_criteria c, application_seals s
     where c.id = new.criterion_id and s.application_id = new.application_id and s.current), false);
  return new;
end $$;
create trigger asked_later before insert on application_answers for each row execute function mark_asked_later();
