-- Applying: what an applicant declares besides, and the browsers in which their draft was opened.

alter table application_identities
  add former_pension boolean not null default false,
  add repositories text not null default '';

/*
 * Each browser in which somebody opened an application, known by the digest of its cookie. One that comes after the
 * first is recorded, and its applicant is told, once.
 */
create table application_devices (
  department_id uuid not null references departments,
  application_id uuid not null,
  browser_hash bytea not null check (length(browser_hash) = 32),
  first_seen_at timestamptz not null,
  primary key (application_id, browser_hash),
  foreign key (department_id, application_id) references applications (department_id, id)
);
call owned_by_department('application_devices');
