-- Offers down the ranking, and signed terms.

create table offers (
  id uuid primary key,
  department_id uuid not null references departments,
  opportunity_id uuid not null,
  application_id uuid not null,
  rank integer not null check (rank > 0),
  state text not null check (state in ('made', 'accepted', 'terms_signed', 'declined', 'lapsed')),
  price_cents integer not null check (price_cents > 0),
  delivery_day date not null,
  made_by uuid references people,
  made_at timestamptz not null,
  respond_by timestamptz not null,
  answered_at timestamptz,
  payment_method text check (payment_method in ('card', 'paypal', 'direct_deposit')),
  /* Where the payment goes, such as a PayPal.Me address. Never a card's or an account's number. */
  payment_detail text not null default '',
  tax_number text not null default '',
  declined_because text,
  terms_version text,
  terms_sha256 text,
  supplier_signed_at timestamptz,
  supplier_signatory text,
  canada_signed_at timestamptz,
  canada_signatory_id uuid references people,
  /* For a public servant: a director general agreed and the conflict-of-interest statement is in, as somebody recorded. */
  sign_off_by uuid references people,
  sign_off_at timestamptz,
  sign_off_reference text not null default '',
  /* The contract that followed was terminated: the next in the ranking may be offered the work. */
  ended_at timestamptz,
  unique (department_id, id),
  unique (opportunity_id, application_id),
  foreign key (department_id, opportunity_id) references opportunities (department_id, id),
  foreign key (department_id, application_id) references applications (department_id, id),
  check ((state = 'declined') = (declined_because is not null)),
  check ((state in ('accepted', 'terms_signed')) <= (answered_at is not null and payment_method is not null)),
  check ((state in ('accepted', 'terms_signed')) <= (terms_version is not null and terms_sha256 is not null
    and supplier_signed_at is not null and supplier_signatory is not null)),
  check ((sign_off_by is null) = (sign_off_at is null)),
  check (ended_at is null or state = 'terms_signed'),
  check ((state = 'terms_signed') = (supplier_signed_at is not null and canada_signed_at is not null))
);
create unique index one_standing_offer on offers (opportunity_id)
  where state in ('made', 'accepted', 'terms_signed') and ended_at is null;
create index on offers (application_id);
call owned_by_department('offers');
