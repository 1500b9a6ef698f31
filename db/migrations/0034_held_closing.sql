-- A closing at whose instant the site was away is held until somebody decides; an exclusion can be taken back by two.
-- Replaces three checks and one key; reads opportunities, publication.opportunities and outages once.

alter table opportunities drop constraint opportunities_state_check;
alter table opportunities
  add constraint opportunities_state_check check (state in ('draft', 'in_review', 'in_approval', 'ready', 'open', 'held',
    'closed', 'evaluating', 'locked', 'drawn', 'offering', 'awarded', 'completed', 'unsuccessful', 'cancelled', 'withdrawn')),
  add constraint opportunities_held check ((state = 'held') <= (published_at is not null and closes_at is not null
    and price_cents is not null and selection_day is not null and delivery_day is not null));
alter table publication.opportunities drop constraint opportunities_status_check;
alter table publication.opportunities
  add constraint opportunities_status_check check (status in ('open', 'held', 'closed', 'awarded', 'delivered',
    'ended_without_delivery', 'unsuccessful', 'cancelled', 'withdrawn')),
  /* Until when somebody decides on the closing. */
  add column held_until timestamptz,
  add constraint opportunities_held check ((status = 'held') = (held_until is not null));

/* What was decided before the closing stays beside what is decided of the closing itself, which has until decide_by. */
alter table outages drop constraint outages_pkey, drop constraint outages_check, drop constraint outages_decision_check;
alter table outages
  add column at_closing boolean not null default false,
  add column decide_by timestamptz,
  add primary key (opportunity_id, closes_at, at_closing),
  add constraint outages_held check (at_closing = (decide_by is not null)),
  add constraint outages_decision_check check (decision in ('extended', 'kept', 'lapsed')),
  /* Nobody decided in time: the program closed it, and there is no person to name. */
  add constraint outages_decided check ((decision is null) = (decided_at is null)
    and (coalesce(decision, 'lapsed') = 'lapsed') = (decided_by is null)),
  add constraint outages_lapsed check ((decision = 'lapsed') <= at_closing);

/* Somebody asks to take an exclusion back, and says why; another confirms, and the pair is judged anew. */
alter table resemblances
  add column taken_back_because text not null default '',
  add column taken_back_by uuid references people,
  add column taken_back_at timestamptz,
  add constraint resemblances_taken_back check ((taken_back_by is null) = (taken_back_at is null)
    and (taken_back_by is null) = (taken_back_because = ''));
