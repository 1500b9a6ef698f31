-- Generated from the migrations by bin/check --fix. For reading: do not edit, do not run.

create extension intarray;

create extension pg_trgm;

create extension unaccent;

create schema public;
grant USAGE on schema public to opportune_evaluator;
grant USAGE on schema public to opportune_record;
grant USAGE on schema public to opportune_survey;
grant USAGE on schema public to opportune_web;
grant USAGE on schema public to opportune_worker;
grant USAGE on schema public to public;

create schema publication;
grant USAGE on schema publication to opportune_web;
grant USAGE on schema publication to opportune_worker;

create schema surveys;
grant USAGE on schema surveys to opportune_survey;

create table public.acceptance_marks (
  id uuid not null,
  department_id uuid not null,
  delivery_id uuid not null,
  criterion_id uuid not null,
  met boolean not null,
  comment text default ''::text not null,
  marked_by uuid not null,
  marked_at timestamp with time zone not null,
  constraint acceptance_marks_pkey PRIMARY KEY (id),
  constraint acceptance_marks_delivery_id_criterion_id_key UNIQUE (delivery_id, criterion_id),
  constraint acceptance_marks_department_id_criterion_id_fkey FOREIGN KEY (department_id, criterion_id) REFERENCES public.opportunity_criteria(department_id, id),
  constraint acceptance_marks_department_id_delivery_id_fkey FOREIGN KEY (department_id, delivery_id) REFERENCES public.deliveries(department_id, id),
  constraint acceptance_marks_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint acceptance_marks_marked_by_fkey FOREIGN KEY (marked_by) REFERENCES public.people(id)
);
alter table public.acceptance_marks enable row level security;
alter table public.acceptance_marks force row level security;
create policy scope on public.acceptance_marks as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.acceptance_marks to opportune_web;
grant delete, insert, select, update on public.acceptance_marks to opportune_worker;

create table public.amendments (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  number integer,
  kind text not null,
  reason_en text not null,
  reason_fr text not null,
  changes text not null,
  made_by uuid not null,
  published_at timestamp with time zone,
  state text default 'posted'::text not null,
  material boolean default false not null,
  made_at timestamp with time zone,
  submitted_at timestamp with time zone,
  decided_by uuid,
  decided_at timestamp with time zone,
  returned_because text default ''::text not null,
  writers uuid[] default '{}'::uuid[] not null,
  constraint amendments_pkey PRIMARY KEY (id),
  constraint amendments_opportunity_id_number_key UNIQUE (opportunity_id, number),
  constraint amendments_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.people(id),
  constraint amendments_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint amendments_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint amendments_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.people(id),
  constraint amendments_check CHECK ((state = 'posted'::text) = (number IS NOT NULL AND published_at IS NOT NULL)),
  constraint amendments_check1 CHECK ((state = 'in_review'::text) <= (submitted_at IS NOT NULL)),
  constraint amendments_check2 CHECK ((state = 'returned'::text) = (returned_because <> ''::text)),
  constraint amendments_kind_check CHECK (kind = ANY (ARRAY['extension'::text, 'change'::text])),
  constraint amendments_number_check CHECK (number > 0),
  constraint amendments_state_check CHECK (state = ANY (ARRAY['drafted'::text, 'in_review'::text, 'returned'::text, 'posted'::text, 'discarded'::text]))
);
alter table public.amendments enable row level security;
alter table public.amendments force row level security;
CREATE UNIQUE INDEX amendments_under_way ON public.amendments USING btree (opportunity_id) WHERE (state = ANY (ARRAY['drafted'::text, 'in_review'::text, 'returned'::text]));
create policy scope on public.amendments as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.amendments to opportune_web;
grant delete, insert, select, update on public.amendments to opportune_worker;

create table public.answer_rounds (
  opportunity_id uuid not null,
  department_id uuid not null,
  round integer not null,
  first_number integer not null,
  last_number integer not null,
  begun_at timestamp with time zone not null,
  done_at timestamp with time zone,
  constraint answer_rounds_pkey PRIMARY KEY (opportunity_id, round),
  constraint answer_rounds_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint answer_rounds_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint answer_rounds_check CHECK (last_number >= first_number),
  constraint answer_rounds_first_number_check CHECK (first_number > 0),
  constraint answer_rounds_round_check CHECK (round > 0)
);
alter table public.answer_rounds enable row level security;
alter table public.answer_rounds force row level security;
create policy scope on public.answer_rounds as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.answer_rounds to opportune_web;
grant delete, insert, select, update on public.answer_rounds to opportune_worker;

create table public.application_answers (
  id uuid not null,
  department_id uuid not null,
  application_id uuid not null,
  criterion_id uuid not null,
  language text not null,
  answer text not null,
  asked_later boolean default false not null,
  constraint application_answers_pkey PRIMARY KEY (id),
  constraint application_answers_application_id_criterion_id_key UNIQUE (application_id, criterion_id),
  constraint application_answers_department_id_application_id_fkey FOREIGN KEY (department_id, application_id) REFERENCES public.applications(department_id, id),
  constraint application_answers_department_id_criterion_id_fkey FOREIGN KEY (department_id, criterion_id) REFERENCES public.opportunity_criteria(department_id, id),
  constraint application_answers_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint application_answers_language_check CHECK (language = ANY (ARRAY['en'::text, 'fr'::text]))
);
alter table public.application_answers enable row level security;
alter table public.application_answers force row level security;
CREATE TRIGGER asked_later BEFORE INSERT ON public.application_answers FOR EACH ROW EXECUTE FUNCTION public.mark_asked_later();
create policy scope on public.application_answers as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant select on public.application_answers to opportune_evaluator;
grant delete, insert, select, update on public.application_answers to opportune_web;
grant delete, insert, select, update on public.application_answers to opportune_worker;

create table public.application_devices (
  department_id uuid not null,
  application_id uuid not null,
  browser_hash bytea not null,
  first_seen_at timestamp with time zone not null,
  constraint application_devices_pkey PRIMARY KEY (application_id, browser_hash),
  constraint application_devices_department_id_application_id_fkey FOREIGN KEY (department_id, application_id) REFERENCES public.applications(department_id, id),
  constraint application_devices_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint application_devices_browser_hash_check CHECK (length(browser_hash) = 32)
);
alter table public.application_devices enable row level security;
alter table public.application_devices force row level security;
create policy scope on public.application_devices as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.application_devices to opportune_web;
grant delete, insert, select, update on public.application_devices to opportune_worker;

create table public.application_drafts (
  application_id uuid not null,
  department_id uuid not null,
  version integer not null,
  ciphertext bytea not null,
  wrapped_key bytea,
  saved_at timestamp with time zone not null,
  constraint application_drafts_pkey PRIMARY KEY (application_id),
  constraint application_drafts_department_id_application_id_fkey FOREIGN KEY (department_id, application_id) REFERENCES public.applications(department_id, id),
  constraint application_drafts_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id)
);
alter table public.application_drafts enable row level security;
alter table public.application_drafts force row level security;
create policy scope on public.application_drafts as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.application_drafts to opportune_web;
grant delete, insert, select, update on public.application_drafts to opportune_worker;

create table public.application_identities (
  application_id uuid not null,
  department_id uuid not null,
  legal_name text not null,
  operating_name text default ''::text not null,
  worker_name text not null,
  signatory_name text not null,
  email text not null,
  public_servant boolean default false not null,
  former_public_servant boolean default false not null,
  affiliates text default ''::text not null,
  eligibility_version text not null,
  agreements_version text not null,
  content_salt text not null,
  former_pension boolean default false not null,
  repositories text default ''::text not null,
  constraint application_identities_pkey PRIMARY KEY (application_id),
  constraint application_identities_department_id_application_id_fkey FOREIGN KEY (department_id, application_id) REFERENCES public.applications(department_id, id),
  constraint application_identities_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint application_identities_content_salt_check CHECK (content_salt ~ '^[0-9a-f]{64}$'::text)
);
alter table public.application_identities enable row level security;
alter table public.application_identities force row level security;
create policy scope on public.application_identities as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.application_identities to opportune_web;
grant delete, insert, select, update on public.application_identities to opportune_worker;

create table public.application_seals (
  id uuid not null,
  department_id uuid not null,
  application_id uuid not null,
  sealed bytea not null,
  sealed_sha256 text not null,
  content_commitment text not null,
  submitted_at timestamp with time zone not null,
  current boolean default true not null,
  constraint application_seals_pkey PRIMARY KEY (id),
  constraint application_seals_department_id_application_id_fkey FOREIGN KEY (department_id, application_id) REFERENCES public.applications(department_id, id),
  constraint application_seals_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint application_seals_content_commitment_check CHECK (content_commitment ~ '^[0-9a-f]{64}$'::text),
  constraint application_seals_sealed_sha256_check CHECK (sealed_sha256 ~ '^[0-9a-f]{64}$'::text)
);
alter table public.application_seals enable row level security;
alter table public.application_seals force row level security;
CREATE UNIQUE INDEX one_current_seal ON public.application_seals USING btree (application_id) WHERE current;
create policy scope on public.application_seals as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.application_seals to opportune_web;
grant delete, insert, select, update on public.application_seals to opportune_worker;

create table public.applications (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  supplier_id uuid not null,
  token text not null,
  state text not null,
  language text not null,
  created_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  opened_at timestamp with time zone,
  anonymous_number integer,
  constraint applications_pkey PRIMARY KEY (id),
  constraint applications_department_id_id_key UNIQUE (department_id, id),
  constraint applications_opportunity_id_anonymous_number_key UNIQUE (opportunity_id, anonymous_number),
  constraint applications_opportunity_id_supplier_id_key UNIQUE (opportunity_id, supplier_id),
  constraint applications_opportunity_id_token_key UNIQUE (opportunity_id, token),
  constraint applications_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint applications_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint applications_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES public.people(id),
  constraint applications_anonymous_number_check CHECK (anonymous_number > 0),
  constraint applications_check CHECK ((state = ANY (ARRAY['submitted'::text, 'opened'::text, 'passed'::text, 'failed'::text, 'excluded'::text])) <= (submitted_at IS NOT NULL)),
  constraint applications_check1 CHECK ((state = ANY (ARRAY['opened'::text, 'passed'::text, 'failed'::text, 'excluded'::text])) = (opened_at IS NOT NULL) OR state = 'purged'::text),
  constraint applications_check2 CHECK ((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL) OR state = 'purged'::text),
  constraint applications_language_check CHECK (language = ANY (ARRAY['en'::text, 'fr'::text])),
  constraint applications_state_check CHECK (state = ANY (ARRAY['draft'::text, 'submitted'::text, 'opened'::text, 'passed'::text, 'failed'::text, 'excluded'::text, 'withdrawn'::text, 'purged'::text])),
  constraint applications_token_check CHECK (token ~ '^[0-9A-HJKMNP-TV-Z]{10}$'::text)
);
alter table public.applications enable row level security;
alter table public.applications force row level security;
CREATE INDEX applications_supplier_id_idx ON public.applications USING btree (supplier_id);
create policy scope on public.applications as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.applications to opportune_web;
grant delete, insert, select, update on public.applications to opportune_worker;
grant select (id, department_id, opportunity_id, state, language, anonymous_number) on public.applications to opportune_evaluator;

create table public.authority_papers (
  id uuid not null,
  department_id uuid not null,
  kind text not null,
  title text not null,
  language text not null,
  dated date not null,
  valid_until date,
  link text default ''::text not null,
  file_name text,
  file_type text,
  file bytea,
  reply text default ''::text not null,
  reply_day date,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  removed_by uuid,
  removed_at timestamp with time zone,
  constraint authority_papers_pkey PRIMARY KEY (id),
  constraint authority_papers_department_id_id_key UNIQUE (department_id, id),
  constraint authority_papers_added_by_fkey FOREIGN KEY (added_by) REFERENCES public.people(id),
  constraint authority_papers_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint authority_papers_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES public.people(id),
  constraint authority_papers_check CHECK (valid_until >= dated),
  constraint authority_papers_check1 CHECK ((link <> ''::text) <> (file IS NOT NULL)),
  constraint authority_papers_check2 CHECK ((file IS NULL) = (file_name IS NULL) AND (file IS NULL) = (file_type IS NULL)),
  constraint authority_papers_check3 CHECK ((reply = ''::text) = (reply_day IS NULL)),
  constraint authority_papers_check4 CHECK ((removed_at IS NULL) = (removed_by IS NULL)),
  constraint authority_papers_file_check CHECK (octet_length(file) >= 1 AND octet_length(file) <= 5000000),
  constraint authority_papers_file_type_check CHECK (file_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text])),
  constraint authority_papers_kind_check CHECK (kind = ANY (ARRAY['cfo_note'::text, 'cio_support'::text, 'card_approval'::text, 'paypal_justification'::text, 'union_notice'::text])),
  constraint authority_papers_language_check CHECK (language = ANY (ARRAY['en'::text, 'fr'::text])),
  constraint authority_papers_title_check CHECK (title <> ''::text)
);
alter table public.authority_papers enable row level security;
alter table public.authority_papers force row level security;
create policy scope on public.authority_papers as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.authority_papers to opportune_web;
grant delete, insert, select, update on public.authority_papers to opportune_worker;

create table public.backlog_imports (
  id uuid not null,
  department_id uuid not null,
  person_id uuid not null,
  kind text not null,
  address text default ''::text not null,
  language text not null,
  title text not null,
  outline text not null,
  at timestamp with time zone not null,
  constraint backlog_imports_pkey PRIMARY KEY (id),
  constraint backlog_imports_department_id_id_key UNIQUE (department_id, id),
  constraint backlog_imports_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint backlog_imports_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id),
  constraint backlog_imports_check CHECK ((kind = 'markdown'::text) = (address = ''::text)),
  constraint backlog_imports_kind_check CHECK (kind = ANY (ARRAY['github'::text, 'gitlab'::text, 'markdown'::text, 'template'::text, 'statement'::text])),
  constraint backlog_imports_language_check CHECK (language = ANY (ARRAY['en'::text, 'fr'::text]))
);
alter table public.backlog_imports enable row level security;
alter table public.backlog_imports force row level security;
CREATE INDEX backlog_imports_department_id_person_id_at_idx ON public.backlog_imports USING btree (department_id, person_id, at);
create policy scope on public.backlog_imports as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.backlog_imports to opportune_web;
grant delete, insert, select, update on public.backlog_imports to opportune_worker;

create table public.bounces (
  message_id uuid not null,
  subscriber_id uuid not null,
  told_by text not null,
  status text not null,
  hard boolean not null,
  at timestamp with time zone not null,
  constraint bounces_pkey PRIMARY KEY (message_id, subscriber_id),
  constraint bounces_subscriber_id_fkey FOREIGN KEY (subscriber_id) REFERENCES public.subscribers(id) ON DELETE CASCADE,
  constraint bounces_told_by_check CHECK (told_by = ANY (ARRAY['server'::text, 'report'::text]))
);
CREATE INDEX bounces_at_idx ON public.bounces USING btree (at);
CREATE INDEX bounces_subscriber_id_idx ON public.bounces USING btree (subscriber_id);
grant delete, insert, select, update on public.bounces to opportune_web;
grant delete, insert, select, update on public.bounces to opportune_worker;

create table public.consent_texts (
  digest bytea not null,
  language text not null,
  text text not null,
  constraint consent_texts_pkey PRIMARY KEY (digest),
  constraint consent_texts_digest_check CHECK (length(digest) = 32),
  constraint consent_texts_language_check CHECK (language = ANY (ARRAY['en'::text, 'fr'::text]))
);
grant insert, select on public.consent_texts to opportune_web;
grant insert, select on public.consent_texts to opportune_worker;

create table public.content_drafts (
  department_id uuid not null,
  page text not null,
  title_en text not null,
  title_fr text not null,
  lead_en text not null,
  lead_fr text not null,
  text_en text not null,
  text_fr text not null,
  revision integer not null,
  saved_by uuid,
  saved_at timestamp with time zone not null,
  constraint content_drafts_pkey PRIMARY KEY (department_id, page),
  constraint content_drafts_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint content_drafts_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES public.people(id),
  constraint content_drafts_page_check CHECK (page = ANY (ARRAY['guide'::text, 'clients'::text, 'faq'::text, 'privacy'::text, 'accessibility'::text, 'terms'::text])),
  constraint content_drafts_revision_check CHECK (revision > 0)
);
alter table public.content_drafts enable row level security;
alter table public.content_drafts force row level security;
create policy scope on public.content_drafts as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.content_drafts to opportune_web;
grant delete, insert, select, update on public.content_drafts to opportune_worker;

create table public.content_versions (
  id uuid not null,
  department_id uuid,
  page text not null,
  number integer not null,
  title_en text not null,
  title_fr text not null,
  lead_en text not null,
  lead_fr text not null,
  text_en text not null,
  text_fr text not null,
  note text not null,
  note_language text not null,
  published_by uuid,
  published_at timestamp with time zone not null,
  constraint content_versions_pkey PRIMARY KEY (id),
  constraint content_versions_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint content_versions_published_by_fkey FOREIGN KEY (published_by) REFERENCES public.people(id),
  constraint content_versions_lead_en_check CHECK (lead_en <> ''::text),
  constraint content_versions_lead_fr_check CHECK (lead_fr <> ''::text),
  constraint content_versions_note_check CHECK (note <> ''::text),
  constraint content_versions_note_language_check CHECK (note_language = ANY (ARRAY['en'::text, 'fr'::text])),
  constraint content_versions_number_check CHECK (number > 0),
  constraint content_versions_page_check CHECK (page = ANY (ARRAY['guide'::text, 'clients'::text, 'faq'::text, 'privacy'::text, 'accessibility'::text, 'terms'::text])),
  constraint content_versions_text_en_check CHECK (text_en <> ''::text),
  constraint content_versions_text_fr_check CHECK (text_fr <> ''::text),
  constraint content_versions_title_en_check CHECK (title_en <> ''::text),
  constraint content_versions_title_fr_check CHECK (title_fr <> ''::text)
);
alter table public.content_versions enable row level security;
alter table public.content_versions force row level security;
CREATE UNIQUE INDEX content_versions_department_id_page_number_idx ON public.content_versions USING btree (department_id, page, number) NULLS NOT DISTINCT;
CREATE TRIGGER tells_of_changes AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.content_versions FOR EACH STATEMENT EXECUTE FUNCTION publication.tell_of_change();
create policy readers on public.content_versions as permissive for select to public using (true);
create policy writers on public.content_versions as permissive for insert to public with check (public.in_scope(department_id));
grant insert, select on public.content_versions to opportune_web;
grant insert, select on public.content_versions to opportune_worker;

create table public.contract_extensions (
  id uuid not null,
  department_id uuid not null,
  contract_id uuid not null,
  asked_day date not null,
  asked_because text not null,
  language text not null,
  asked_at timestamp with time zone not null,
  decision text,
  decided_by uuid,
  decided_at timestamp with time zone,
  reply text default ''::text not null,
  constraint contract_extensions_pkey PRIMARY KEY (id),
  constraint contract_extensions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.people(id),
  constraint contract_extensions_department_id_contract_id_fkey FOREIGN KEY (department_id, contract_id) REFERENCES public.contracts(department_id, id),
  constraint contract_extensions_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint contract_extensions_check CHECK ((decision IS NOT NULL) = (decided_at IS NOT NULL AND decided_by IS NOT NULL)),
  constraint contract_extensions_decision_check CHECK (decision = ANY (ARRAY['granted'::text, 'refused'::text])),
  constraint contract_extensions_language_check CHECK (language = ANY (ARRAY['en'::text, 'fr'::text]))
);
alter table public.contract_extensions enable row level security;
alter table public.contract_extensions force row level security;
CREATE UNIQUE INDEX one_waiting_extension ON public.contract_extensions USING btree (contract_id) WHERE (decided_at IS NULL);
create policy scope on public.contract_extensions as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.contract_extensions to opportune_web;
grant delete, insert, select, update on public.contract_extensions to opportune_worker;

create table public.contracts (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  offer_id uuid not null,
  supplier_id uuid not null,
  state text not null,
  price_cents integer not null,
  delivery_day date not null,
  started_at timestamp with time zone not null,
  introduced_at timestamp with time zone not null,
  late_asked_at timestamp with time zone,
  supplier_unable_at timestamp with time zone,
  supplier_unable_because text default ''::text not null,
  accepted_at timestamp with time zone,
  terminated_by uuid,
  terminated_at timestamp with time zone,
  terminated_kind text,
  terminated_because text,
  percentage_done integer,
  constraint contracts_pkey PRIMARY KEY (id),
  constraint contracts_department_id_id_key UNIQUE (department_id, id),
  constraint contracts_offer_id_key UNIQUE (offer_id),
  constraint contracts_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint contracts_department_id_offer_id_fkey FOREIGN KEY (department_id, offer_id) REFERENCES public.offers(department_id, id),
  constraint contracts_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint contracts_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES public.people(id),
  constraint contracts_terminated_by_fkey FOREIGN KEY (terminated_by) REFERENCES public.people(id),
  constraint contracts_check CHECK (id = offer_id),
  constraint contracts_check1 CHECK ((state = 'terminated'::text) = (terminated_at IS NOT NULL AND terminated_kind IS NOT NULL AND terminated_because IS NOT NULL)),
  constraint contracts_check2 CHECK ((terminated_kind = 'convenience'::text) = (percentage_done IS NOT NULL)),
  constraint contracts_check3 CHECK ((state = 'accepted'::text) <= (accepted_at IS NOT NULL)),
  constraint contracts_percentage_done_check CHECK (percentage_done >= 0 AND percentage_done <= 100),
  constraint contracts_price_cents_check CHECK (price_cents > 0),
  constraint contracts_state_check CHECK (state = ANY (ARRAY['in_progress'::text, 'delivered'::text, 'revision_asked'::text, 'accepted'::text, 'terminated'::text])),
  constraint contracts_terminated_kind_check CHECK (terminated_kind = ANY (ARRAY['default'::text, 'convenience'::text]))
);
alter table public.contracts enable row level security;
alter table public.contracts force row level security;
CREATE UNIQUE INDEX one_running_contract ON public.contracts USING btree (opportunity_id) WHERE (state <> 'terminated'::text);
create policy scope on public.contracts as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.contracts to opportune_web;
grant delete, insert, select, update on public.contracts to opportune_worker;

create table public.deliveries (
  id uuid not null,
  department_id uuid not null,
  contract_id uuid not null,
  number integer not null,
  repository_url text not null,
  pull_request_url text default ''::text not null,
  note text default ''::text not null,
  language text not null,
  delivered_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  answer text,
  constraint deliveries_pkey PRIMARY KEY (id),
  constraint deliveries_contract_id_number_key UNIQUE (contract_id, number),
  constraint deliveries_department_id_id_key UNIQUE (department_id, id),
  constraint deliveries_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES public.people(id),
  constraint deliveries_department_id_contract_id_fkey FOREIGN KEY (department_id, contract_id) REFERENCES public.contracts(department_id, id),
  constraint deliveries_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint deliveries_answer_check CHECK (answer = ANY (ARRAY['accepted'::text, 'revision_asked'::text])),
  constraint deliveries_check CHECK ((answer IS NOT NULL) = (answered_at IS NOT NULL AND answered_by IS NOT NULL)),
  constraint deliveries_language_check CHECK (language = ANY (ARRAY['en'::text, 'fr'::text])),
  constraint deliveries_number_check CHECK (number > 0)
);
alter table public.deliveries enable row level security;
alter table public.deliveries force row level security;
CREATE UNIQUE INDEX one_waiting_delivery ON public.deliveries USING btree (contract_id) WHERE (answered_at IS NULL);
create policy scope on public.deliveries as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.deliveries to opportune_web;
grant delete, insert, select, update on public.deliveries to opportune_worker;

create table public.departments (
  id uuid not null,
  code text not null,
  name_en text not null,
  name_fr text not null,
  mailbox text not null,
  postal_address text not null,
  time_zone text default 'America/Toronto'::text not null,
  simulated boolean default false not null,
  created_at timestamp with time zone default clock_timestamp() not null,
  constraint departments_pkey PRIMARY KEY (id),
  constraint departments_code_key UNIQUE (code),
  constraint departments_code_check CHECK (code ~ '^[A-Z0-9-]{2,16}$'::text)
);
CREATE TRIGGER tells_of_changes AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.departments FOR EACH STATEMENT EXECUTE FUNCTION publication.tell_of_change();
grant insert, select, update on public.departments to opportune_web;
grant insert, select, update on public.departments to opportune_worker;

create table public.digest_runs (
  cadence text not null,
  due_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint digest_runs_pkey PRIMARY KEY (cadence, due_at),
  constraint digest_runs_cadence_check CHECK (cadence = ANY (ARRAY['daily'::text, 'weekly'::text]))
);
grant delete, insert, select, update on public.digest_runs to opportune_web;
grant delete, insert, select, update on public.digest_runs to opportune_worker;

create table public.draw_commitments (
  opportunity_id uuid not null,
  department_id uuid not null,
  commitment text not null,
  sealed_seed bytea not null,
  beacon_source text not null,
  committed_at timestamp with time zone not null,
  constraint draw_commitments_pkey PRIMARY KEY (opportunity_id),
  constraint draw_commitments_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint draw_commitments_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint draw_commitments_beacon_source_check CHECK (beacon_source = ANY (ARRAY['lotto-649'::text, 'drand-quicknet'::text, 'nist-2'::text])),
  constraint draw_commitments_commitment_check CHECK (commitment ~ '^[0-9a-f]{64}$'::text)
);
alter table public.draw_commitments enable row level security;
alter table public.draw_commitments force row level security;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.draw_commitments FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
create policy scope on public.draw_commitments as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.draw_commitments to opportune_web;
grant delete, insert, select, update on public.draw_commitments to opportune_worker;

create table public.draw_manifests (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  n integer not null,
  previous text not null,
  manifest text not null,
  manifest_hash text not null,
  beacon_ref text not null,
  eligible integer not null,
  seed text not null,
  draws_at timestamp with time zone not null,
  published_at timestamp with time zone not null,
  constraint draw_manifests_pkey PRIMARY KEY (id),
  constraint draw_manifests_department_id_id_key UNIQUE (department_id, id),
  constraint draw_manifests_opportunity_id_n_key UNIQUE (opportunity_id, n),
  constraint draw_manifests_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint draw_manifests_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint draw_manifests_eligible_check CHECK (eligible >= 1),
  constraint draw_manifests_manifest_hash_check CHECK (manifest_hash ~ '^[0-9a-f]{64}$'::text),
  constraint draw_manifests_n_check CHECK (n >= 1 AND n <= 999),
  constraint draw_manifests_seed_check CHECK (seed ~ '^[0-9a-f]{64}$'::text)
);
alter table public.draw_manifests enable row level security;
alter table public.draw_manifests force row level security;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.draw_manifests FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
create policy scope on public.draw_manifests as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.draw_manifests to opportune_web;
grant delete, insert, select, update on public.draw_manifests to opportune_worker;

create table public.draw_rankings (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  manifest_id uuid not null,
  application_id uuid not null,
  rank integer not null,
  token text not null,
  ticket text not null,
  key text not null,
  drawn_at timestamp with time zone not null,
  constraint draw_rankings_pkey PRIMARY KEY (id),
  constraint draw_rankings_opportunity_id_application_id_key UNIQUE (opportunity_id, application_id),
  constraint draw_rankings_opportunity_id_rank_key UNIQUE (opportunity_id, rank),
  constraint draw_rankings_department_id_application_id_fkey FOREIGN KEY (department_id, application_id) REFERENCES public.applications(department_id, id),
  constraint draw_rankings_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint draw_rankings_department_id_manifest_id_fkey FOREIGN KEY (department_id, manifest_id) REFERENCES public.draw_manifests(department_id, id),
  constraint draw_rankings_key_check CHECK (key ~ '^[0-9a-f]{64}$'::text),
  constraint draw_rankings_rank_check CHECK (rank > 0),
  constraint draw_rankings_ticket_check CHECK (ticket ~ '^[0-9a-f]{64}$'::text)
);
alter table public.draw_rankings enable row level security;
alter table public.draw_rankings force row level security;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.draw_rankings FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
create policy scope on public.draw_rankings as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.draw_rankings to opportune_web;
grant delete, insert, select, update on public.draw_rankings to opportune_worker;

create table public.draw_rosters (
  opportunity_id uuid not null,
  department_id uuid not null,
  roster text not null,
  roster_hash text not null,
  received integer not null,
  built_at timestamp with time zone not null,
  constraint draw_rosters_pkey PRIMARY KEY (opportunity_id),
  constraint draw_rosters_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint draw_rosters_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint draw_rosters_received_check CHECK (received >= 0),
  constraint draw_rosters_roster_hash_check CHECK (roster_hash ~ '^[0-9a-f]{64}$'::text)
);
alter table public.draw_rosters enable row level security;
alter table public.draw_rosters force row level security;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.draw_rosters FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
create policy scope on public.draw_rosters as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.draw_rosters to opportune_web;
grant delete, insert, select, update on public.draw_rosters to opportune_worker;

create table public.draw_values (
  id uuid not null,
  department_id uuid not null,
  manifest_id uuid not null,
  value text not null,
  entered_by uuid,
  entered_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  rejected_by uuid,
  rejected_at timestamp with time zone,
  constraint draw_values_pkey PRIMARY KEY (id),
  constraint draw_values_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES public.people(id),
  constraint draw_values_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint draw_values_department_id_manifest_id_fkey FOREIGN KEY (department_id, manifest_id) REFERENCES public.draw_manifests(department_id, id),
  constraint draw_values_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES public.people(id),
  constraint draw_values_rejected_by_fkey FOREIGN KEY (rejected_by) REFERENCES public.people(id),
  constraint draw_values_check CHECK (confirmed_by <> entered_by),
  constraint draw_values_check1 CHECK (rejected_by <> entered_by),
  constraint draw_values_check2 CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  constraint draw_values_check3 CHECK ((rejected_by IS NULL) = (rejected_at IS NULL)),
  constraint draw_values_check4 CHECK (confirmed_at IS NULL OR rejected_at IS NULL)
);
alter table public.draw_values enable row level security;
alter table public.draw_values force row level security;
CREATE UNIQUE INDEX one_confirmed_value ON public.draw_values USING btree (manifest_id) WHERE (confirmed_at IS NOT NULL);
CREATE UNIQUE INDEX one_waiting_value ON public.draw_values USING btree (manifest_id) WHERE ((confirmed_at IS NULL) AND (rejected_at IS NULL));
CREATE TRIGGER decided BEFORE DELETE OR UPDATE ON public.draw_values FOR EACH ROW EXECUTE FUNCTION public.refuse_change_of_value();
create policy scope on public.draw_values as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.draw_values to opportune_web;
grant delete, insert, select, update on public.draw_values to opportune_worker;

create table public.duty_conflicts (
  first text not null,
  second text not null,
  constraint duty_conflicts_pkey PRIMARY KEY (first, second)
);
grant select on public.duty_conflicts to opportune_web;
grant select on public.duty_conflicts to opportune_worker;

create table public.enquiries (
  id uuid not null,
  department_id uuid,
  kind text not null,
  state text not null,
  language text not null,
  page text default ''::text not null,
  body text not null,
  email text,
  confirmed_at timestamp with time zone,
  asked_at timestamp with time zone not null,
  taken_by uuid,
  taken_at timestamp with time zone,
  answer text default ''::text not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  outcome text,
  closed_by uuid,
  closed_at timestamp with time zone,
  sent_once bytea not null,
  constraint enquiries_pkey PRIMARY KEY (id),
  constraint enquiries_sent_once_key UNIQUE (sent_once),
  constraint enquiries_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES public.people(id),
  constraint enquiries_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES public.people(id),
  constraint enquiries_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint enquiries_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES public.people(id),
  constraint enquiries_body_check CHECK (body <> ''::text),
  constraint enquiries_check CHECK ((state = 'unconfirmed'::text) <= (email IS NOT NULL AND confirmed_at IS NULL)),
  constraint enquiries_check1 CHECK ((state = 'taken'::text) <= (taken_by IS NOT NULL)),
  constraint enquiries_check2 CHECK ((taken_by IS NULL) = (taken_at IS NULL)),
  constraint enquiries_check3 CHECK ((answer <> ''::text) = (answered_at IS NOT NULL)),
  constraint enquiries_check4 CHECK ((answer <> ''::text) <= (email IS NOT NULL AND confirmed_at IS NOT NULL AND answered_by IS NOT NULL)),
  constraint enquiries_check5 CHECK ((state = 'answered'::text) <= (answer <> ''::text)),
  constraint enquiries_check6 CHECK ((state = 'closed'::text) = (outcome IS NOT NULL AND closed_at IS NOT NULL AND closed_by IS NOT NULL)),
  constraint enquiries_email_check CHECK (email = lower(email)),
  constraint enquiries_kind_check CHECK (kind = ANY (ARRAY['question'::text, 'problem'::text, 'barrier'::text, 'complaint'::text, 'suggestion'::text])),
  constraint enquiries_language_check CHECK (language = ANY (ARRAY['en'::text, 'fr'::text])),
  constraint enquiries_outcome_check CHECK (outcome = ANY (ARRAY['answered'::text, 'repaired'::text, 'noted'::text, 'known'::text, 'elsewhere'::text, 'not_for_us'::text])),
  constraint enquiries_page_check CHECK (page ~ '^(/[A-Za-z0-9/_.~%-]*)?$'::text),
  constraint enquiries_state_check CHECK (state = ANY (ARRAY['unconfirmed'::text, 'waiting'::text, 'taken'::text, 'answered'::text, 'closed'::text]))
);
alter table public.enquiries enable row level security;
alter table public.enquiries force row level security;
CREATE INDEX enquiries_closed_at_idx ON public.enquiries USING btree (closed_at) WHERE (state = 'closed'::text);
CREATE INDEX enquiries_department_id_asked_at_idx ON public.enquiries USING btree (department_id, asked_at) WHERE (state = ANY (ARRAY['waiting'::text, 'taken'::text, 'answered'::text]));
create policy scope on public.enquiries as permissive for all to public using ((public.in_scope(department_id) OR ((department_id IS NULL) AND (COALESCE(current_setting('opportune.scope'::text, true), ''::text) <> ''::text)))) with check ((public.in_scope(department_id) OR ((department_id IS NULL) AND (COALESCE(current_setting('opportune.scope'::text, true), ''::text) <> ''::text))));
grant delete, insert, select, update on public.enquiries to opportune_web;
grant delete, insert, select, update on public.enquiries to opportune_worker;

create table public.evaluation_locks (
  opportunity_id uuid not null,
  department_id uuid not null,
  locked_by uuid not null,
  locked_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  constraint evaluation_locks_pkey PRIMARY KEY (opportunity_id),
  constraint evaluation_locks_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES public.people(id),
  constraint evaluation_locks_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint evaluation_locks_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint evaluation_locks_locked_by_fkey FOREIGN KEY (locked_by) REFERENCES public.people(id),
  constraint evaluation_locks_check CHECK (confirmed_by <> locked_by),
  constraint evaluation_locks_check1 CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL))
);
alter table public.evaluation_locks enable row level security;
alter table public.evaluation_locks force row level security;
CREATE TRIGGER confirmed BEFORE DELETE OR UPDATE ON public.evaluation_locks FOR EACH ROW EXECUTE FUNCTION public.refuse_change_of_lock();
create policy scope on public.evaluation_locks as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant select on public.evaluation_locks to opportune_evaluator;
grant delete, insert, select, update on public.evaluation_locks to opportune_web;
grant delete, insert, select, update on public.evaluation_locks to opportune_worker;

create table public.evaluation_marks (
  id uuid not null,
  department_id uuid not null,
  application_id uuid not null,
  criterion_id uuid not null,
  passed boolean not null,
  rationale text not null,
  language text not null,
  rationale_translated text default ''::text not null,
  marked_by uuid not null,
  marked_at timestamp with time zone not null,
  constraint evaluation_marks_pkey PRIMARY KEY (id),
  constraint evaluation_marks_application_id_criterion_id_key UNIQUE (application_id, criterion_id),
  constraint evaluation_marks_department_id_application_id_fkey FOREIGN KEY (department_id, application_id) REFERENCES public.applications(department_id, id),
  constraint evaluation_marks_department_id_criterion_id_fkey FOREIGN KEY (department_id, criterion_id) REFERENCES public.opportunity_criteria(department_id, id),
  constraint evaluation_marks_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint evaluation_marks_marked_by_fkey FOREIGN KEY (marked_by) REFERENCES public.people(id),
  constraint evaluation_marks_language_check CHECK (language = ANY (ARRAY['en'::text, 'fr'::text])),
  constraint evaluation_marks_rationale_check CHECK (length(rationale) > 0)
);
alter table public.evaluation_marks enable row level security;
alter table public.evaluation_marks force row level security;
CREATE TRIGGER locked BEFORE INSERT OR DELETE OR UPDATE ON public.evaluation_marks FOR EACH ROW EXECUTE FUNCTION public.refuse_change_of_results();
create policy scope on public.evaluation_marks as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant select on public.evaluation_marks to opportune_evaluator;
grant delete, insert, select, update on public.evaluation_marks to opportune_web;
grant delete, insert, select, update on public.evaluation_marks to opportune_worker;

create table public.evaluators (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  person_id uuid not null,
  named_by uuid,
  named_at timestamp with time zone not null,
  no_conflict_declared_at timestamp with time zone,
  reads_en boolean default true not null,
  reads_fr boolean default true not null,
  stepped_down_at timestamp with time zone,
  constraint evaluators_pkey PRIMARY KEY (id),
  constraint evaluators_opportunity_id_person_id_key UNIQUE (opportunity_id, person_id),
  constraint evaluators_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint evaluators_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint evaluators_named_by_fkey FOREIGN KEY (named_by) REFERENCES public.people(id),
  constraint evaluators_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id)
);
alter table public.evaluators enable row level security;
alter table public.evaluators force row level security;
create policy scope on public.evaluators as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant select on public.evaluators to opportune_evaluator;
grant delete, insert, select, update on public.evaluators to opportune_web;
grant delete, insert, select, update on public.evaluators to opportune_worker;

create table public.file_duties (
  id uuid not null,
  department_id uuid not null,
  request_id uuid not null,
  opportunity_id uuid,
  duty text not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  void_since timestamp with time zone,
  constraint file_duties_pkey PRIMARY KEY (id),
  constraint file_duties_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint file_duties_department_id_request_id_fkey FOREIGN KEY (department_id, request_id) REFERENCES public.requests(department_id, id),
  constraint file_duties_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id)
);
alter table public.file_duties enable row level security;
alter table public.file_duties force row level security;
CREATE INDEX file_duties_request_id_idx ON public.file_duties USING btree (request_id);
CREATE TRIGGER applicants BEFORE INSERT ON public.file_duties FOR EACH ROW EXECUTE FUNCTION public.refuse_duty_of_applicant();
CREATE TRIGGER separation BEFORE INSERT ON public.file_duties FOR EACH ROW EXECUTE FUNCTION public.refuse_conflicting_duty();
create policy scope on public.file_duties as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.file_duties to opportune_web;
grant delete, insert, select, update on public.file_duties to opportune_worker;

create table public.file_numbers (
  department_id uuid not null,
  fiscal_year integer not null,
  last integer not null,
  constraint file_numbers_pkey PRIMARY KEY (department_id, fiscal_year),
  constraint file_numbers_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id)
);
alter table public.file_numbers enable row level security;
alter table public.file_numbers force row level security;
create policy scope on public.file_numbers as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.file_numbers to opportune_web;
grant delete, insert, select, update on public.file_numbers to opportune_worker;

create table public.form_mappings (
  opportunity_id uuid not null,
  department_id uuid not null,
  form_id text not null,
  mapping text not null,
  saved_at timestamp with time zone not null,
  constraint form_mappings_pkey PRIMARY KEY (opportunity_id),
  constraint form_mappings_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint form_mappings_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id)
);
alter table public.form_mappings enable row level security;
alter table public.form_mappings force row level security;
create policy scope on public.form_mappings as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.form_mappings to opportune_web;
grant delete, insert, select, update on public.form_mappings to opportune_worker;

create table public.form_submissions (
  opportunity_id uuid not null,
  department_id uuid not null,
  name text not null,
  outcome text not null,
  because text,
  application_id uuid,
  read_at timestamp with time zone not null,
  told_at timestamp with time zone,
  constraint form_submissions_pkey PRIMARY KEY (opportunity_id, name),
  constraint form_submissions_department_id_application_id_fkey FOREIGN KEY (department_id, application_id) REFERENCES public.applications(department_id, id),
  constraint form_submissions_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint form_submissions_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint form_submissions_because_check CHECK (because <> ''::text),
  constraint form_submissions_check CHECK ((outcome = 'refused'::text) = (because IS NOT NULL)),
  constraint form_submissions_check1 CHECK ((outcome = 'saved'::text) = (application_id IS NOT NULL)),
  constraint form_submissions_outcome_check CHECK (outcome = ANY (ARRAY['saved'::text, 'refused'::text]))
);
alter table public.form_submissions enable row level security;
alter table public.form_submissions force row level security;
create policy scope on public.form_submissions as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.form_submissions to opportune_web;
grant delete, insert, select, update on public.form_submissions to opportune_worker;

create table public.fund_reservations (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  number text not null,
  fiscal_year integer not null,
  cents integer not null,
  payable_at_year_end boolean default false not null,
  reserved_by uuid not null,
  reserved_at timestamp with time zone not null,
  released_by uuid,
  released_at timestamp with time zone,
  note text default ''::text not null,
  constraint fund_reservations_pkey PRIMARY KEY (id),
  constraint fund_reservations_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint fund_reservations_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint fund_reservations_released_by_fkey FOREIGN KEY (released_by) REFERENCES public.people(id),
  constraint fund_reservations_reserved_by_fkey FOREIGN KEY (reserved_by) REFERENCES public.people(id),
  constraint fund_reservations_cents_check CHECK (cents > 0),
  constraint fund_reservations_check CHECK ((released_at IS NULL) = (released_by IS NULL))
);
alter table public.fund_reservations enable row level security;
alter table public.fund_reservations force row level security;
CREATE INDEX fund_reservations_department_id_idx ON public.fund_reservations USING btree (department_id) WHERE (released_at IS NULL);
create policy scope on public.fund_reservations as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.fund_reservations to opportune_web;
grant delete, insert, select, update on public.fund_reservations to opportune_worker;

create table public.history_checkpoints (
  size bigint not null,
  root bytea not null,
  frontier bytea not null,
  note text not null,
  at timestamp with time zone not null,
  constraint history_checkpoints_pkey PRIMARY KEY (size),
  constraint history_checkpoints_frontier_check CHECK ((length(frontier) % 32) = 0),
  constraint history_checkpoints_root_check CHECK (length(root) = 32),
  constraint history_checkpoints_size_check CHECK (size > 0)
);
alter table public.history_checkpoints owner to opportune_record;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.history_checkpoints FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
grant select on public.history_checkpoints to opportune_web;
grant insert, select on public.history_checkpoints to opportune_worker;

create table public.history_events (
  id uuid not null,
  department_id uuid,
  kind text not null,
  subject_type text not null,
  subject_id uuid not null,
  file_id uuid,
  actor_kind text not null,
  actor_id uuid,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone default clock_timestamp() not null,
  body text not null,
  digest bytea not null,
  constraint history_events_pkey PRIMARY KEY (id),
  constraint history_events_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint history_events_actor_kind_check CHECK (actor_kind = ANY (ARRAY['person'::text, 'system'::text, 'visitor'::text])),
  constraint history_events_digest_check CHECK (length(digest) = 32),
  constraint history_events_kind_check CHECK (kind ~ '^[a-z_0-9]+\.[a-z_]+$'::text)
);
alter table public.history_events owner to opportune_record;
alter table public.history_events enable row level security;
alter table public.history_events force row level security;
CREATE INDEX history_events_department_id_kind_at_idx ON public.history_events USING btree (department_id, kind, at);
CREATE INDEX history_events_file_id_at_idx ON public.history_events USING btree (file_id, at);
CREATE INDEX history_events_recorded_at_idx ON public.history_events USING btree (recorded_at);
CREATE INDEX history_events_subject_id_idx ON public.history_events USING btree (subject_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.history_events FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
create policy scope on public.history_events as permissive for all to public using (((department_id IS NULL) OR public.in_scope(department_id))) with check (((department_id IS NULL) OR public.in_scope(department_id)));
grant insert, select on public.history_events to opportune_web;
grant insert, select on public.history_events to opportune_worker;

create table public.history_sequence (
  number bigint not null,
  event_id uuid not null,
  digest bytea not null,
  chain bytea not null,
  constraint history_sequence_pkey PRIMARY KEY (number),
  constraint history_sequence_event_id_key UNIQUE (event_id),
  constraint history_sequence_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.history_events(id),
  constraint history_sequence_chain_check CHECK (length(chain) = 32),
  constraint history_sequence_number_check CHECK (number > 0)
);
alter table public.history_sequence owner to opportune_record;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.history_sequence FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
grant select on public.history_sequence to opportune_web;
grant insert, select on public.history_sequence to opportune_worker;

create table public.invoices (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  contract_id uuid not null,
  supplier_id uuid not null,
  state text not null,
  invoice_number text default ''::text not null,
  price_cents integer not null,
  tax_lines text default '[]'::text not null,
  total_cents integer not null,
  tax_number text default ''::text not null,
  postal_code text default ''::text not null,
  reservation_number text not null,
  drafted_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  returned_because text,
  certified_by uuid,
  certified_at timestamp with time zone,
  entered_by uuid,
  entered_at timestamp with time zone,
  card_document text,
  card_document_at timestamp with time zone,
  paid_by uuid,
  paid_at timestamp with time zone,
  payment_method text,
  payment_reference text,
  supplier_confirmed_at timestamp with time zone,
  constraint invoices_pkey PRIMARY KEY (id),
  constraint invoices_contract_id_key UNIQUE (contract_id),
  constraint invoices_department_id_id_key UNIQUE (department_id, id),
  constraint invoices_certified_by_fkey FOREIGN KEY (certified_by) REFERENCES public.people(id),
  constraint invoices_department_id_contract_id_fkey FOREIGN KEY (department_id, contract_id) REFERENCES public.contracts(department_id, id),
  constraint invoices_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint invoices_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint invoices_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES public.people(id),
  constraint invoices_paid_by_fkey FOREIGN KEY (paid_by) REFERENCES public.people(id),
  constraint invoices_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES public.people(id),
  constraint invoices_check CHECK (total_cents >= price_cents),
  constraint invoices_check1 CHECK ((state = ANY (ARRAY['sent'::text, 'certified'::text, 'entered'::text, 'paid'::text])) <= (sent_at IS NOT NULL)),
  constraint invoices_check2 CHECK ((state = ANY (ARRAY['certified'::text, 'entered'::text, 'paid'::text])) <= (certified_at IS NOT NULL AND certified_by IS NOT NULL)),
  constraint invoices_check3 CHECK ((state = ANY (ARRAY['entered'::text, 'paid'::text])) <= (entered_at IS NOT NULL)),
  constraint invoices_check4 CHECK ((state = 'paid'::text) = (paid_at IS NOT NULL AND paid_by IS NOT NULL AND payment_reference IS NOT NULL)),
  constraint invoices_check5 CHECK (paid_by <> certified_by),
  constraint invoices_check6 CHECK (certified_by <> supplier_id AND entered_by <> supplier_id AND paid_by <> supplier_id),
  constraint invoices_payment_method_check CHECK (payment_method = ANY (ARRAY['card'::text, 'paypal'::text, 'direct_deposit'::text])),
  constraint invoices_price_cents_check CHECK (price_cents > 0),
  constraint invoices_state_check CHECK (state = ANY (ARRAY['drafted'::text, 'sent'::text, 'returned'::text, 'certified'::text, 'entered'::text, 'paid'::text]))
);
alter table public.invoices enable row level security;
alter table public.invoices force row level security;
create policy scope on public.invoices as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.invoices to opportune_web;
grant delete, insert, select, update on public.invoices to opportune_worker;

create table public.later_reviews (
  opportunity_id uuid not null,
  department_id uuid not null,
  outcome text not null,
  note text default ''::text not null,
  reviewed_by uuid not null,
  reviewed_at timestamp with time zone not null,
  constraint later_reviews_pkey PRIMARY KEY (opportunity_id),
  constraint later_reviews_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint later_reviews_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint later_reviews_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES public.people(id),
  constraint later_reviews_check CHECK (outcome = 'approved'::text OR note <> ''::text),
  constraint later_reviews_outcome_check CHECK (outcome = ANY (ARRAY['approved'::text, 'concern'::text]))
);
alter table public.later_reviews enable row level security;
alter table public.later_reviews force row level security;
create policy scope on public.later_reviews as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.later_reviews to opportune_web;
grant delete, insert, select, update on public.later_reviews to opportune_worker;

create table public.lessons (
  id uuid not null,
  department_id uuid not null,
  text_en text not null,
  text_fr text not null,
  enquiry_id uuid,
  written_by uuid,
  written_at timestamp with time zone not null,
  constraint lessons_pkey PRIMARY KEY (id),
  constraint lessons_enquiry_id_key UNIQUE (enquiry_id),
  constraint lessons_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint lessons_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES public.enquiries(id) ON DELETE SET NULL,
  constraint lessons_written_by_fkey FOREIGN KEY (written_by) REFERENCES public.people(id),
  constraint lessons_text_en_check CHECK (text_en <> ''::text),
  constraint lessons_text_fr_check CHECK (text_fr <> ''::text)
);
alter table public.lessons enable row level security;
alter table public.lessons force row level security;
CREATE INDEX lessons_department_id_written_at_idx ON public.lessons USING btree (department_id, written_at);
create policy scope on public.lessons as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.lessons to opportune_web;
grant delete, insert, select, update on public.lessons to opportune_worker;

create table public.limits (
  key text not null,
  window_start timestamp with time zone not null,
  count integer default 1 not null,
  constraint limits_pkey PRIMARY KEY (key, window_start)
);
CREATE INDEX limits_window_start_idx ON public.limits USING btree (window_start);
grant delete, insert, select, update on public.limits to opportune_web;
grant delete, insert, select, update on public.limits to opportune_worker;

create table public.link_checks (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  url text not null,
  state text not null,
  checked_at timestamp with time zone not null,
  constraint link_checks_pkey PRIMARY KEY (id),
  constraint link_checks_opportunity_id_url_key UNIQUE (opportunity_id, url),
  constraint link_checks_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint link_checks_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint link_checks_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'alive'::text, 'dead'::text, 'unchecked'::text]))
);
alter table public.link_checks enable row level security;
alter table public.link_checks force row level security;
create policy scope on public.link_checks as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.link_checks to opportune_web;
grant delete, insert, select, update on public.link_checks to opportune_worker;

create table public.local_mailbox (
  id uuid not null,
  to_address text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  headers text not null,
  at timestamp with time zone default clock_timestamp() not null,
  constraint local_mailbox_pkey PRIMARY KEY (id)
);
CREATE INDEX local_mailbox_at_idx ON public.local_mailbox USING btree (at);
grant delete, insert, select on public.local_mailbox to opportune_web;
grant delete, insert, select on public.local_mailbox to opportune_worker;

create table public.mail_pace (
  single boolean default true not null,
  next_at timestamp with time zone default '-infinity'::timestamp with time zone not null,
  refused integer default 0 not null,
  constraint mail_pace_pkey PRIMARY KEY (single),
  constraint mail_pace_refused_check CHECK (refused >= 0),
  constraint mail_pace_single_check CHECK (single)
);
grant select, update on public.mail_pace to opportune_worker;

create table public.mailings (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid,
  kind text not null,
  name text not null,
  state text default 'going'::text not null,
  facts_en text not null,
  facts_fr text not null,
  until timestamp with time zone,
  started_at timestamp with time zone not null,
  last_reader uuid,
  readers integer default 0 not null,
  written_at timestamp with time zone,
  held_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint mailings_pkey PRIMARY KEY (id),
  constraint mailings_name_key UNIQUE (name),
  constraint mailings_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint mailings_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint mailings_check CHECK ((state = 'paused'::text) = (held_at IS NOT NULL)),
  constraint mailings_check1 CHECK ((state = ANY (ARRAY['stopped'::text, 'done'::text])) = (ended_at IS NOT NULL)),
  constraint mailings_check2 CHECK ((state = 'done'::text) <= (written_at IS NOT NULL)),
  constraint mailings_readers_check CHECK (readers >= 0),
  constraint mailings_state_check CHECK (state = ANY (ARRAY['going'::text, 'paused'::text, 'stopped'::text, 'done'::text]))
);
alter table public.mailings enable row level security;
alter table public.mailings force row level security;
CREATE INDEX mailings_department_id_started_at_idx ON public.mailings USING btree (department_id, started_at);
CREATE INDEX mailings_opportunity_id_idx ON public.mailings USING btree (opportunity_id);
CREATE INDEX mailings_started_at_idx ON public.mailings USING btree (started_at) WHERE (state = ANY (ARRAY['going'::text, 'paused'::text]));
create policy scope on public.mailings as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.mailings to opportune_web;
grant delete, insert, select, update on public.mailings to opportune_worker;

create table public.measure_entries (
  id uuid not null,
  department_id uuid not null,
  metric text not null,
  label text not null,
  value numeric not null,
  entered_by uuid,
  at timestamp with time zone not null,
  constraint measure_entries_pkey PRIMARY KEY (id),
  constraint measure_entries_department_id_metric_label_at_key UNIQUE (department_id, metric, label, at),
  constraint measure_entries_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint measure_entries_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES public.people(id)
);
alter table public.measure_entries enable row level security;
alter table public.measure_entries force row level security;
create policy scope on public.measure_entries as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.measure_entries to opportune_web;
grant delete, insert, select, update on public.measure_entries to opportune_worker;

create table public.migrations (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migrations_pkey PRIMARY KEY (name)
);
grant select on public.migrations to public;

create table public.offers (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  application_id uuid not null,
  rank integer not null,
  state text not null,
  price_cents integer not null,
  delivery_day date not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  respond_by timestamp with time zone not null,
  answered_at timestamp with time zone,
  payment_method text,
  payment_detail text default ''::text not null,
  tax_number text default ''::text not null,
  declined_because text,
  terms_version text,
  terms_sha256 text,
  supplier_signed_at timestamp with time zone,
  supplier_signatory text,
  canada_signed_at timestamp with time zone,
  canada_signatory_id uuid,
  sign_off_by uuid,
  sign_off_at timestamp with time zone,
  sign_off_reference text default ''::text not null,
  ended_at timestamp with time zone,
  constraint offers_pkey PRIMARY KEY (id),
  constraint offers_department_id_id_key UNIQUE (department_id, id),
  constraint offers_opportunity_id_application_id_key UNIQUE (opportunity_id, application_id),
  constraint offers_canada_signatory_id_fkey FOREIGN KEY (canada_signatory_id) REFERENCES public.people(id),
  constraint offers_department_id_application_id_fkey FOREIGN KEY (department_id, application_id) REFERENCES public.applications(department_id, id),
  constraint offers_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint offers_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint offers_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.people(id),
  constraint offers_sign_off_by_fkey FOREIGN KEY (sign_off_by) REFERENCES public.people(id),
  constraint offers_check CHECK ((state = 'declined'::text) = (declined_because IS NOT NULL)),
  constraint offers_check1 CHECK ((state = ANY (ARRAY['accepted'::text, 'terms_signed'::text])) <= (answered_at IS NOT NULL AND payment_method IS NOT NULL)),
  constraint offers_check2 CHECK ((state = ANY (ARRAY['accepted'::text, 'terms_signed'::text])) <= (terms_version IS NOT NULL AND terms_sha256 IS NOT NULL AND supplier_signed_at IS NOT NULL AND supplier_signatory IS NOT NULL)),
  constraint offers_check3 CHECK ((sign_off_by IS NULL) = (sign_off_at IS NULL)),
  constraint offers_check4 CHECK (ended_at IS NULL OR state = 'terms_signed'::text),
  constraint offers_check5 CHECK ((state = 'terms_signed'::text) = (supplier_signed_at IS NOT NULL AND canada_signed_at IS NOT NULL)),
  constraint offers_payment_method_check CHECK (payment_method = ANY (ARRAY['card'::text, 'paypal'::text, 'direct_deposit'::text])),
  constraint offers_price_cents_check CHECK (price_cents > 0),
  constraint offers_rank_check CHECK (rank > 0),
  constraint offers_state_check CHECK (state = ANY (ARRAY['made'::text, 'accepted'::text, 'terms_signed'::text, 'declined'::text, 'lapsed'::text]))
);
alter table public.offers enable row level security;
alter table public.offers force row level security;
CREATE INDEX offers_application_id_idx ON public.offers USING btree (application_id);
CREATE UNIQUE INDEX one_standing_offer ON public.offers USING btree (opportunity_id) WHERE ((state = ANY (ARRAY['made'::text, 'accepted'::text, 'terms_signed'::text])) AND (ended_at IS NULL));
create policy scope on public.offers as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.offers to opportune_web;
grant delete, insert, select, update on public.offers to opportune_worker;

create table public.opportunities (
  id uuid not null,
  department_id uuid not null,
  request_id uuid not null,
  posting integer default 1 not null,
  number text not null,
  slug text not null,
  state text not null,
  version integer default 1 not null,
  client_id uuid not null,
  source_language text not null,
  title_en text default ''::text not null,
  title_fr text default ''::text not null,
  teaser_en text default ''::text not null,
  teaser_fr text default ''::text not null,
  team_en text default ''::text not null,
  team_fr text default ''::text not null,
  background_en text default ''::text not null,
  background_fr text default ''::text not null,
  work_en text default ''::text not null,
  work_fr text default ''::text not null,
  licence text default ''::text not null,
  repository_kind text,
  repository_url text default ''::text not null,
  has_interface boolean default false not null,
  hours integer,
  price_cents integer,
  closes_at timestamp with time zone,
  selection_day date,
  delivery_day date,
  standalone_declared boolean default false not null,
  no_capacity_declared boolean default false not null,
  unclassified_declared boolean default false not null,
  returned_because text default ''::text not null,
  submitted_at timestamp with time zone,
  statement_digest bytea,
  statement_approved_by uuid,
  statement_approved_at timestamp with time zone,
  pif_completed_by uuid,
  pif_completed_at timestamp with time zone,
  pif text,
  s32_signed_by uuid,
  s32_signed_at timestamp with time zone,
  sent_to_finance_at timestamp with time zone,
  reservation_number text,
  reservation_fiscal_year integer,
  reservation_cents integer,
  reserved_by uuid,
  reserved_at timestamp with time zone,
  translated_by uuid,
  translated_at timestamp with time zone,
  published_by uuid,
  published_at timestamp with time zone,
  closed_at timestamp with time zone,
  evaluation_started_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_because text,
  public_reason_en text default ''::text not null,
  public_reason_fr text default ''::text not null,
  reposted_from uuid,
  outcome text,
  outside_home_branch boolean default false not null,
  budget_kind text,
  budget_reference text,
  budget_by uuid,
  budget_at timestamp with time zone,
  payable_at_year_end boolean default false not null,
  s32_acting_for uuid,
  approval_mode text,
  scheduled_at timestamp with time zone,
  scheduled_by uuid,
  standalone_because_en text default ''::text not null,
  standalone_because_fr text default ''::text not null,
  no_capacity_because_en text default ''::text not null,
  no_capacity_because_fr text default ''::text not null,
  sample_drawn double precision,
  sample_key text,
  work_criteria_given integer default 0 not null,
  application_criteria_given integer default 0 not null,
  constraint opportunities_pkey PRIMARY KEY (id),
  constraint opportunities_department_id_id_key UNIQUE (department_id, id),
  constraint opportunities_department_id_number_key UNIQUE (department_id, number),
  constraint opportunities_request_id_posting_key UNIQUE (request_id, posting),
  constraint opportunities_slug_key UNIQUE (slug),
  constraint opportunities_budget_by_fkey FOREIGN KEY (budget_by) REFERENCES public.people(id),
  constraint opportunities_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.people(id),
  constraint opportunities_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint opportunities_department_id_request_id_fkey FOREIGN KEY (department_id, request_id) REFERENCES public.requests(department_id, id),
  constraint opportunities_pif_completed_by_fkey FOREIGN KEY (pif_completed_by) REFERENCES public.people(id),
  constraint opportunities_published_by_fkey FOREIGN KEY (published_by) REFERENCES public.people(id),
  constraint opportunities_reposted_from_fkey FOREIGN KEY (reposted_from) REFERENCES public.opportunities(id),
  constraint opportunities_reserved_by_fkey FOREIGN KEY (reserved_by) REFERENCES public.people(id),
  constraint opportunities_s32_acting_for_fkey FOREIGN KEY (s32_acting_for) REFERENCES public.people(id),
  constraint opportunities_s32_signed_by_fkey FOREIGN KEY (s32_signed_by) REFERENCES public.people(id),
  constraint opportunities_scheduled_by_fkey FOREIGN KEY (scheduled_by) REFERENCES public.people(id),
  constraint opportunities_statement_approved_by_fkey FOREIGN KEY (statement_approved_by) REFERENCES public.people(id),
  constraint opportunities_translated_by_fkey FOREIGN KEY (translated_by) REFERENCES public.people(id),
  constraint budget_is_whole CHECK ((budget_kind IS NOT NULL) = (budget_reference IS NOT NULL AND budget_by IS NOT NULL AND budget_at IS NOT NULL)),
  constraint opportunities_application_criteria_given_check CHECK (application_criteria_given >= 0),
  constraint opportunities_approval_mode_check CHECK (approval_mode = ANY (ARRAY['before'::text, 'after'::text])),
  constraint opportunities_budget_kind_check CHECK (budget_kind = ANY (ARRAY['transfer'::text, 'risk_agreement'::text])),
  constraint opportunities_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text, 'evaluating'::text, 'locked'::text, 'drawn'::text, 'offering'::text, 'awarded'::text, 'completed'::text])) <= (published_at IS NOT NULL AND closes_at IS NOT NULL AND price_cents IS NOT NULL AND selection_day IS NOT NULL AND delivery_day IS NOT NULL)),
  constraint opportunities_check1 CHECK ((state = ANY (ARRAY['in_review'::text, 'in_approval'::text, 'ready'::text])) <= (submitted_at IS NOT NULL AND statement_digest IS NOT NULL)),
  constraint opportunities_check2 CHECK ((state = ANY (ARRAY['cancelled'::text, 'withdrawn'::text, 'unsuccessful'::text])) <= (ended_at IS NOT NULL)),
  constraint opportunities_check3 CHECK ((state = ANY (ARRAY['closed'::text, 'evaluating'::text, 'locked'::text, 'drawn'::text, 'offering'::text, 'awarded'::text, 'completed'::text])) <= (closed_at IS NOT NULL)),
  constraint opportunities_check4 CHECK ((state = ANY (ARRAY['cancelled'::text, 'withdrawn'::text, 'unsuccessful'::text])) = (ended_because IS NOT NULL)),
  constraint opportunities_check5 CHECK ((reserved_at IS NOT NULL) = (reservation_number IS NOT NULL AND reservation_cents IS NOT NULL AND reserved_by IS NOT NULL)),
  constraint opportunities_check6 CHECK ((scheduled_at IS NULL) = (scheduled_by IS NULL)),
  constraint opportunities_check7 CHECK ((sample_drawn IS NULL) = (sample_key IS NULL)),
  constraint opportunities_held CHECK ((state = 'held'::text) <= (published_at IS NOT NULL AND closes_at IS NOT NULL AND price_cents IS NOT NULL AND selection_day IS NOT NULL AND delivery_day IS NOT NULL)),
  constraint opportunities_hours_check CHECK (hours > 0),
  constraint opportunities_outcome_check CHECK (outcome = ANY (ARRAY['delivered'::text, 'ended_without_delivery'::text, 'none_applied'::text, 'none_passed'::text, 'none_accepted'::text])),
  constraint opportunities_posting_check CHECK (posting > 0),
  constraint opportunities_price_cents_check CHECK (price_cents > 0),
  constraint opportunities_repository_kind_check CHECK (repository_kind = ANY (ARRAY['department'::text, 'supplier'::text])),
  constraint opportunities_sample_drawn_check CHECK (sample_drawn >= 0::double precision AND sample_drawn < 1::double precision),
  constraint opportunities_slug_check CHECK (slug ~ '^[a-z0-9-]{1,64}$'::text),
  constraint opportunities_source_language_check CHECK (source_language = ANY (ARRAY['en'::text, 'fr'::text])),
  constraint opportunities_state_check CHECK (state = ANY (ARRAY['draft'::text, 'in_review'::text, 'in_approval'::text, 'ready'::text, 'open'::text, 'held'::text, 'closed'::text, 'evaluating'::text, 'locked'::text, 'drawn'::text, 'offering'::text, 'awarded'::text, 'completed'::text, 'unsuccessful'::text, 'cancelled'::text, 'withdrawn'::text])),
  constraint opportunities_work_criteria_given_check CHECK (work_criteria_given >= 0)
);
alter table public.opportunities enable row level security;
alter table public.opportunities force row level security;
CREATE INDEX opportunities_closes_at_idx ON public.opportunities USING btree (closes_at) WHERE (state = 'open'::text);
CREATE INDEX opportunities_department_id_state_idx ON public.opportunities USING btree (department_id, state);
CREATE TRIGGER translations AFTER INSERT OR UPDATE OF title_en, title_fr, teaser_en, teaser_fr, team_en, team_fr, background_en, background_fr, work_en, work_fr ON public.opportunities FOR EACH ROW EXECUTE FUNCTION public.remember_translated_fields();
create policy scope on public.opportunities as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant select on public.opportunities to opportune_evaluator;
grant delete, insert, select, update on public.opportunities to opportune_web;
grant delete, insert, select, update on public.opportunities to opportune_worker;

create table public.opportunity_criteria (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  kind text not null,
  "position" integer not null,
  text_en text not null,
  text_fr text not null,
  added_at timestamp with time zone,
  constraint opportunity_criteria_pkey PRIMARY KEY (id),
  constraint opportunity_criteria_department_id_id_key UNIQUE (department_id, id),
  constraint opportunity_criteria_opportunity_id_kind_position_key UNIQUE (opportunity_id, kind, "position"),
  constraint opportunity_criteria_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint opportunity_criteria_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint opportunity_criteria_kind_check CHECK (kind = ANY (ARRAY['work'::text, 'application'::text])),
  constraint opportunity_criteria_position_check CHECK ("position" > 0)
);
alter table public.opportunity_criteria enable row level security;
alter table public.opportunity_criteria force row level security;
CREATE TRIGGER translations AFTER INSERT OR UPDATE ON public.opportunity_criteria FOR EACH ROW EXECUTE FUNCTION public.remember_translated_row('text_');
create policy scope on public.opportunity_criteria as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant select on public.opportunity_criteria to opportune_evaluator;
grant delete, insert, select, update on public.opportunity_criteria to opportune_web;
grant delete, insert, select, update on public.opportunity_criteria to opportune_worker;

create table public.opportunity_keys (
  opportunity_id uuid not null,
  department_id uuid not null,
  recipient text not null,
  escrow_recipient text not null,
  wrapped_identity bytea not null,
  created_at timestamp with time zone not null,
  constraint opportunity_keys_pkey PRIMARY KEY (opportunity_id),
  constraint opportunity_keys_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint opportunity_keys_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id)
);
alter table public.opportunity_keys enable row level security;
alter table public.opportunity_keys force row level security;
create policy scope on public.opportunity_keys as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.opportunity_keys to opportune_web;
grant delete, insert, select, update on public.opportunity_keys to opportune_worker;

create table public.opportunity_provisions (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  "position" integer not null,
  text_en text not null,
  text_fr text not null,
  due_day date,
  done_at timestamp with time zone,
  constraint opportunity_provisions_pkey PRIMARY KEY (id),
  constraint opportunity_provisions_opportunity_id_position_key UNIQUE (opportunity_id, "position"),
  constraint opportunity_provisions_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint opportunity_provisions_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint opportunity_provisions_position_check CHECK ("position" > 0)
);
alter table public.opportunity_provisions enable row level security;
alter table public.opportunity_provisions force row level security;
CREATE TRIGGER translations AFTER INSERT OR UPDATE ON public.opportunity_provisions FOR EACH ROW EXECUTE FUNCTION public.remember_translated_row('text_');
create policy scope on public.opportunity_provisions as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.opportunity_provisions to opportune_web;
grant delete, insert, select, update on public.opportunity_provisions to opportune_worker;

create table public.opportunity_skills (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  "position" integer not null,
  name_en text not null,
  name_fr text not null,
  constraint opportunity_skills_pkey PRIMARY KEY (id),
  constraint opportunity_skills_opportunity_id_position_key UNIQUE (opportunity_id, "position"),
  constraint opportunity_skills_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint opportunity_skills_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint opportunity_skills_position_check CHECK ("position" > 0)
);
alter table public.opportunity_skills enable row level security;
alter table public.opportunity_skills force row level security;
CREATE TRIGGER translations AFTER INSERT OR UPDATE ON public.opportunity_skills FOR EACH ROW EXECUTE FUNCTION public.remember_translated_row('name_');
create policy scope on public.opportunity_skills as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant select on public.opportunity_skills to opportune_evaluator;
grant delete, insert, select, update on public.opportunity_skills to opportune_web;
grant delete, insert, select, update on public.opportunity_skills to opportune_worker;

create table public.outages (
  opportunity_id uuid not null,
  department_id uuid not null,
  closes_at timestamp with time zone not null,
  window_from timestamp with time zone not null,
  seconds integer not null,
  gaps text not null,
  flagged_at timestamp with time zone not null,
  measured_at timestamp with time zone not null,
  decision text,
  reason text default ''::text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  at_closing boolean default false not null,
  decide_by timestamp with time zone,
  constraint outages_pkey PRIMARY KEY (opportunity_id, closes_at, at_closing),
  constraint outages_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.people(id),
  constraint outages_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint outages_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint outages_check1 CHECK ((decision = 'kept'::text) <= (reason <> ''::text)),
  constraint outages_decided CHECK ((decision IS NULL) = (decided_at IS NULL) AND (COALESCE(decision, 'lapsed'::text) = 'lapsed'::text) = (decided_by IS NULL)),
  constraint outages_decision_check CHECK (decision = ANY (ARRAY['extended'::text, 'kept'::text, 'lapsed'::text])),
  constraint outages_held CHECK (at_closing = (decide_by IS NOT NULL)),
  constraint outages_lapsed CHECK ((decision = 'lapsed'::text) <= at_closing),
  constraint outages_seconds_check CHECK (seconds > 0)
);
alter table public.outages enable row level security;
alter table public.outages force row level security;
create policy scope on public.outages as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.outages to opportune_web;
grant delete, insert, select, update on public.outages to opportune_worker;

create table public.outbox_messages (
  id uuid not null,
  department_id uuid,
  kind text not null,
  language text not null,
  to_address text not null,
  facts text not null,
  dedupe_key text not null,
  created_at timestamp with time zone not null,
  next_attempt_at timestamp with time zone default clock_timestamp() not null,
  attempts integer default 0 not null,
  last_error text,
  sent_at timestamp with time zone,
  mailing_id uuid,
  constraint outbox_messages_pkey PRIMARY KEY (id),
  constraint outbox_messages_dedupe_key_key UNIQUE (dedupe_key),
  constraint outbox_messages_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint outbox_messages_mailing_id_fkey FOREIGN KEY (mailing_id) REFERENCES public.mailings(id),
  constraint outbox_messages_language_check CHECK (language = ANY (ARRAY['en'::text, 'fr'::text])),
  constraint outbox_messages_to_address_check CHECK (to_address !~ '[\r\n]'::text)
);
CREATE INDEX outbox_messages_created_at_idx ON public.outbox_messages USING btree (created_at);
CREATE INDEX outbox_messages_id_idx ON public.outbox_messages USING btree (id) WHERE ((sent_at IS NULL) AND (next_attempt_at = 'infinity'::timestamp with time zone));
CREATE INDEX outbox_messages_mailing_id_idx ON public.outbox_messages USING btree (mailing_id) WHERE (mailing_id IS NOT NULL);
CREATE INDEX outbox_messages_mailing_id_next_attempt_at_id_idx ON public.outbox_messages USING btree (mailing_id, next_attempt_at, id) WHERE ((mailing_id IS NOT NULL) AND (sent_at IS NULL));
CREATE INDEX outbox_messages_next_attempt_at_id_idx ON public.outbox_messages USING btree (next_attempt_at, id) WHERE ((mailing_id IS NULL) AND (sent_at IS NULL));
grant insert, select, update on public.outbox_messages to opportune_web;
grant delete, insert, select, update on public.outbox_messages to opportune_worker;

create table public.outreach_activities (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  channel text not null,
  own_name text default ''::text not null,
  language text not null,
  planned_day date not null,
  planned_by uuid not null,
  planned_at timestamp with time zone not null,
  done_day date,
  done_by uuid,
  done_at timestamp with time zone,
  result text default ''::text not null,
  result_language text,
  reached integer,
  constraint outreach_activities_pkey PRIMARY KEY (id),
  constraint outreach_activities_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint outreach_activities_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint outreach_activities_done_by_fkey FOREIGN KEY (done_by) REFERENCES public.people(id),
  constraint outreach_activities_planned_by_fkey FOREIGN KEY (planned_by) REFERENCES public.people(id),
  constraint outreach_activities_channel_check CHECK (channel ~ '^[a-z-]{2,40}$'::text),
  constraint outreach_activities_check CHECK ((channel = 'own'::text) = (own_name <> ''::text)),
  constraint outreach_activities_check1 CHECK ((done_day IS NOT NULL) = (done_by IS NOT NULL AND done_at IS NOT NULL)),
  constraint outreach_activities_check2 CHECK (done_day IS NOT NULL OR result = ''::text AND reached IS NULL),
  constraint outreach_activities_check3 CHECK ((result <> ''::text) = (result_language IS NOT NULL)),
  constraint outreach_activities_language_check CHECK (language = ANY (ARRAY['en'::text, 'fr'::text])),
  constraint outreach_activities_reached_check CHECK (reached >= 0),
  constraint outreach_activities_result_language_check CHECK (result_language = ANY (ARRAY['en'::text, 'fr'::text]))
);
alter table public.outreach_activities enable row level security;
alter table public.outreach_activities force row level security;
CREATE INDEX outreach_activities_department_id_planned_day_idx ON public.outreach_activities USING btree (department_id, planned_day) WHERE (done_day IS NULL);
CREATE INDEX outreach_activities_opportunity_id_idx ON public.outreach_activities USING btree (opportunity_id);
create policy scope on public.outreach_activities as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.outreach_activities to opportune_web;
grant delete, insert, select, update on public.outreach_activities to opportune_worker;

create table public.outreach_messages (
  opportunity_id uuid not null,
  department_id uuid not null,
  kind text not null,
  text_en text not null,
  text_fr text not null,
  edited_by uuid not null,
  edited_at timestamp with time zone not null,
  constraint outreach_messages_pkey PRIMARY KEY (opportunity_id, kind),
  constraint outreach_messages_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint outreach_messages_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint outreach_messages_edited_by_fkey FOREIGN KEY (edited_by) REFERENCES public.people(id),
  constraint outreach_messages_kind_check CHECK (kind = ANY (ARRAY['social'::text, 'list'::text, 'newsletter'::text, 'groups'::text])),
  constraint outreach_messages_text_en_check CHECK (text_en <> ''::text),
  constraint outreach_messages_text_fr_check CHECK (text_fr <> ''::text)
);
alter table public.outreach_messages enable row level security;
alter table public.outreach_messages force row level security;
create policy scope on public.outreach_messages as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.outreach_messages to opportune_web;
grant delete, insert, select, update on public.outreach_messages to opportune_worker;

create table public.people (
  id uuid not null,
  email text not null,
  name text not null,
  language text not null,
  demo boolean default false not null,
  created_at timestamp with time zone default clock_timestamp() not null,
  constraint people_pkey PRIMARY KEY (id),
  constraint people_email_key UNIQUE (email),
  constraint people_email_check CHECK (email = lower(email) AND email ~~ '%_@_%'::text),
  constraint people_language_check CHECK (language = ANY (ARRAY['en'::text, 'fr'::text]))
);
grant delete, insert, select, update on public.people to opportune_web;
grant delete, insert, select, update on public.people to opportune_worker;

create table public.policy_settings (
  id uuid not null,
  department_id uuid not null,
  setting text not null,
  from_day date not null,
  value text not null,
  source text not null,
  constraint policy_settings_pkey PRIMARY KEY (id),
  constraint policy_settings_department_id_setting_from_day_key UNIQUE (department_id, setting, from_day),
  constraint policy_settings_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id)
);
alter table public.policy_settings enable row level security;
alter table public.policy_settings force row level security;
CREATE TRIGGER tells_of_changes AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.policy_settings FOR EACH STATEMENT EXECUTE FUNCTION publication.tell_of_change();
create policy scope on public.policy_settings as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.policy_settings to opportune_web;
grant delete, insert, select, update on public.policy_settings to opportune_worker;

create table public.purchase_issues (
  department_id uuid not null,
  opportunity_id uuid not null,
  issue text not null,
  constraint purchase_issues_pkey PRIMARY KEY (opportunity_id, issue),
  constraint purchase_issues_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint purchase_issues_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.purchases(department_id, opportunity_id)
);
alter table public.purchase_issues enable row level security;
alter table public.purchase_issues force row level security;
CREATE INDEX purchase_issues_department_id_issue_idx ON public.purchase_issues USING btree (department_id, issue);
create policy scope on public.purchase_issues as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.purchase_issues to opportune_web;
grant delete, insert, select, update on public.purchase_issues to opportune_worker;

create table public.purchases (
  opportunity_id uuid not null,
  department_id uuid not null,
  owner_id uuid not null,
  team text not null,
  repository text default ''::text not null,
  skills text[] default '{}'::text[] not null,
  trigrams_en integer[] default '{}'::integer[] not null,
  trigrams_fr integer[] default '{}'::integer[] not null,
  supplier text,
  original_cents integer not null,
  amended_cents integer default 0 not null,
  committed_on date not null,
  cancelled boolean not null,
  posted boolean not null,
  constraint purchases_pkey PRIMARY KEY (opportunity_id),
  constraint purchases_department_id_opportunity_id_key UNIQUE (department_id, opportunity_id),
  constraint purchases_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint purchases_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint purchases_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.people(id),
  constraint purchases_original_cents_check CHECK (original_cents >= 0)
);
alter table public.purchases set (toast_tuple_target=8160);
alter table public.purchases enable row level security;
alter table public.purchases force row level security;
CREATE INDEX purchases_by_owner ON public.purchases USING btree (department_id, owner_id, committed_on) WHERE (NOT cancelled);
CREATE INDEX purchases_by_repository ON public.purchases USING btree (department_id, team, repository, committed_on) WHERE ((NOT cancelled) AND (repository <> ''::text));
CREATE INDEX purchases_by_supplier ON public.purchases USING btree (department_id, supplier, committed_on) WHERE ((NOT cancelled) AND (supplier IS NOT NULL));
CREATE INDEX purchases_by_team ON public.purchases USING btree (department_id, team, committed_on) WHERE (NOT cancelled);
create policy scope on public.purchases as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.purchases to opportune_web;
grant delete, insert, select, update on public.purchases to opportune_worker;

create table public.question_askers (
  question_id uuid not null,
  department_id uuid not null,
  email text not null,
  person_id uuid,
  constraint question_askers_pkey PRIMARY KEY (question_id),
  constraint question_askers_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint question_askers_department_id_question_id_fkey FOREIGN KEY (department_id, question_id) REFERENCES public.questions(department_id, id) ON DELETE CASCADE,
  constraint question_askers_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id),
  constraint question_askers_email_check CHECK (email = lower(email))
);
alter table public.question_askers enable row level security;
alter table public.question_askers force row level security;
CREATE INDEX question_askers_email_idx ON public.question_askers USING btree (email);
create policy scope on public.question_askers as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.question_askers to opportune_web;
grant delete, insert, select, update on public.question_askers to opportune_worker;

create table public.question_originals (
  question_id uuid not null,
  department_id uuid not null,
  words text not null,
  constraint question_originals_pkey PRIMARY KEY (question_id),
  constraint question_originals_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint question_originals_department_id_question_id_fkey FOREIGN KEY (department_id, question_id) REFERENCES public.questions(department_id, id) ON DELETE CASCADE
);
alter table public.question_originals enable row level security;
alter table public.question_originals force row level security;
create policy scope on public.question_originals as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.question_originals to opportune_web;
grant delete, insert, select, update on public.question_originals to opportune_worker;

create table public.question_reopenings (
  id uuid not null,
  question_id uuid not null,
  department_id uuid not null,
  was_declined_because text not null,
  was_explained text not null,
  reason text not null,
  reopened_by uuid not null,
  reopened_at timestamp with time zone not null,
  constraint question_reopenings_pkey PRIMARY KEY (id),
  constraint question_reopenings_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint question_reopenings_department_id_question_id_fkey FOREIGN KEY (department_id, question_id) REFERENCES public.questions(department_id, id) ON DELETE CASCADE,
  constraint question_reopenings_reopened_by_fkey FOREIGN KEY (reopened_by) REFERENCES public.people(id),
  constraint question_reopenings_reason_check CHECK (reason <> ''::text),
  constraint question_reopenings_was_declined_because_check CHECK (was_declined_because = ANY (ARRAY['in_notice'::text, 'not_about_work'::text, 'confidential'::text, 'other'::text]))
);
alter table public.question_reopenings enable row level security;
alter table public.question_reopenings force row level security;
CREATE INDEX question_reopenings_question_id_idx ON public.question_reopenings USING btree (question_id);
create policy scope on public.question_reopenings as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select on public.question_reopenings to opportune_web;
grant delete, insert, select on public.question_reopenings to opportune_worker;

create table public.questions (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  state text not null,
  language text not null,
  words text not null,
  masked integer default 0 not null,
  asked_at timestamp with time zone not null,
  confirm_by timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  version integer default 1 not null,
  question_en text default ''::text not null,
  question_fr text default ''::text not null,
  answer_en text default ''::text not null,
  answer_fr text default ''::text not null,
  drafted_by uuid,
  drafted_at timestamp with time zone,
  handed_at timestamp with time zone,
  number integer,
  published_by uuid,
  published_at timestamp with time zone,
  amendment integer,
  declined_because text,
  explanation text default ''::text not null,
  duplicate_of uuid,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint questions_pkey PRIMARY KEY (id),
  constraint questions_department_id_id_key UNIQUE (department_id, id),
  constraint questions_opportunity_id_id_key UNIQUE (opportunity_id, id),
  constraint questions_opportunity_id_number_key UNIQUE (opportunity_id, number),
  constraint questions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.people(id),
  constraint questions_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint questions_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint questions_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES public.people(id),
  constraint questions_opportunity_id_duplicate_of_fkey FOREIGN KEY (opportunity_id, duplicate_of) REFERENCES public.questions(opportunity_id, id),
  constraint questions_published_by_fkey FOREIGN KEY (published_by) REFERENCES public.people(id),
  constraint questions_amendment_check CHECK (amendment > 0),
  constraint questions_check CHECK ((state = 'unverified'::text) = (confirmed_at IS NULL)),
  constraint questions_check1 CHECK ((state = 'answered'::text) = (number IS NOT NULL AND published_by IS NOT NULL AND published_at IS NOT NULL)),
  constraint questions_check2 CHECK (state <> 'answered'::text OR question_en <> ''::text AND question_fr <> ''::text AND answer_en <> ''::text AND answer_fr <> ''::text),
  constraint questions_check3 CHECK (amendment IS NULL OR state = 'answered'::text),
  constraint questions_check4 CHECK ((state = 'declined'::text) = (declined_because IS NOT NULL)),
  constraint questions_check5 CHECK ((state = 'duplicate'::text) = (duplicate_of IS NOT NULL)),
  constraint questions_check6 CHECK (duplicate_of IS NULL OR duplicate_of <> id),
  constraint questions_check7 CHECK ((state = ANY (ARRAY['declined'::text, 'duplicate'::text, 'lapsed'::text])) = (decided_at IS NOT NULL)),
  constraint questions_check8 CHECK ((drafted_by IS NOT NULL) = (drafted_at IS NOT NULL)),
  constraint questions_declined_because_check CHECK (declined_because = ANY (ARRAY['in_notice'::text, 'not_about_work'::text, 'confidential'::text, 'other'::text])),
  constraint questions_language_check CHECK (language = ANY (ARRAY['en'::text, 'fr'::text])),
  constraint questions_masked_check CHECK (masked >= 0),
  constraint questions_number_check CHECK (number > 0),
  constraint questions_state_check CHECK (state = ANY (ARRAY['unverified'::text, 'asked'::text, 'answered'::text, 'declined'::text, 'duplicate'::text, 'lapsed'::text])),
  constraint questions_version_check CHECK (version > 0),
  constraint questions_words_check CHECK (words <> ''::text)
);
alter table public.questions enable row level security;
alter table public.questions force row level security;
CREATE INDEX questions_confirm_by_idx ON public.questions USING btree (confirm_by) WHERE (state = 'unverified'::text);
CREATE INDEX questions_department_id_asked_at_idx ON public.questions USING btree (department_id, asked_at) WHERE (state = 'asked'::text);
CREATE INDEX questions_duplicate_of_idx ON public.questions USING btree (duplicate_of) WHERE (duplicate_of IS NOT NULL);
CREATE INDEX questions_opportunity_id_state_idx ON public.questions USING btree (opportunity_id, state);
create policy scope on public.questions as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.questions to opportune_web;
grant delete, insert, select, update on public.questions to opportune_worker;

create table public.redaction_checks (
  opportunity_id uuid not null,
  department_id uuid not null,
  checked_by uuid not null,
  checked_at timestamp with time zone not null,
  constraint redaction_checks_pkey PRIMARY KEY (opportunity_id),
  constraint redaction_checks_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES public.people(id),
  constraint redaction_checks_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint redaction_checks_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id)
);
alter table public.redaction_checks enable row level security;
alter table public.redaction_checks force row level security;
create policy scope on public.redaction_checks as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.redaction_checks to opportune_web;
grant delete, insert, select, update on public.redaction_checks to opportune_worker;

create table public.redactions (
  id uuid not null,
  department_id uuid not null,
  application_id uuid not null,
  criterion_id uuid not null,
  redacted_answer text not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  constraint redactions_pkey PRIMARY KEY (id),
  constraint redactions_application_id_criterion_id_key UNIQUE (application_id, criterion_id),
  constraint redactions_department_id_application_id_fkey FOREIGN KEY (department_id, application_id) REFERENCES public.applications(department_id, id),
  constraint redactions_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint redactions_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.people(id)
);
alter table public.redactions enable row level security;
alter table public.redactions force row level security;
create policy scope on public.redactions as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant select on public.redactions to opportune_evaluator;
grant delete, insert, select, update on public.redactions to opportune_web;
grant delete, insert, select, update on public.redactions to opportune_worker;

create table public.referrals (
  id uuid not null,
  department_id uuid not null,
  from_department_id uuid not null,
  from_request_id uuid not null,
  number text not null,
  subject text not null,
  need text not null,
  language text not null,
  team text not null,
  client_name text not null,
  client_email text not null,
  reply text default ''::text not null,
  received_at timestamp with time zone not null,
  decision text,
  note text default ''::text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint referrals_pkey PRIMARY KEY (id),
  constraint referrals_department_id_id_key UNIQUE (department_id, id),
  constraint referrals_from_request_id_key UNIQUE (from_request_id),
  constraint referrals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.people(id),
  constraint referrals_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint referrals_from_department_id_fkey FOREIGN KEY (from_department_id) REFERENCES public.departments(id),
  constraint referrals_check CHECK (department_id <> from_department_id),
  constraint referrals_check1 CHECK (num_nulls(decision, decided_by, decided_at) = ANY (ARRAY[0, 3])),
  constraint referrals_decision_check CHECK (decision = ANY (ARRAY['taken'::text, 'not_taken'::text])),
  constraint referrals_language_check CHECK (language = ANY (ARRAY['en'::text, 'fr'::text]))
);
alter table public.referrals enable row level security;
alter table public.referrals force row level security;
CREATE INDEX referrals_department_id_received_at_idx ON public.referrals USING btree (department_id, received_at);
create policy scope on public.referrals as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.referrals to opportune_web;
grant delete, insert, select, update on public.referrals to opportune_worker;

create table public.reminder_delegates (
  id uuid not null,
  department_id uuid not null,
  person_id uuid not null,
  delegate_id uuid not null,
  from_day date not null,
  until_day date not null,
  named_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint reminder_delegates_pkey PRIMARY KEY (id),
  constraint reminder_delegates_department_id_id_key UNIQUE (department_id, id),
  constraint reminder_delegates_delegate_id_fkey FOREIGN KEY (delegate_id) REFERENCES public.people(id),
  constraint reminder_delegates_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint reminder_delegates_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id),
  constraint reminder_delegates_check CHECK (delegate_id <> person_id),
  constraint reminder_delegates_check1 CHECK (until_day >= from_day)
);
alter table public.reminder_delegates enable row level security;
alter table public.reminder_delegates force row level security;
CREATE INDEX reminder_delegates_department_id_person_id_idx ON public.reminder_delegates USING btree (department_id, person_id) WHERE (ended_at IS NULL);
create policy scope on public.reminder_delegates as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.reminder_delegates to opportune_web;
grant delete, insert, select, update on public.reminder_delegates to opportune_worker;

create table public.repository_licences (
  id uuid not null,
  department_id uuid not null,
  url text not null,
  licence text not null,
  said_by uuid,
  said_at timestamp with time zone not null,
  constraint repository_licences_pkey PRIMARY KEY (id),
  constraint repository_licences_department_id_url_key UNIQUE (department_id, url),
  constraint repository_licences_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint repository_licences_said_by_fkey FOREIGN KEY (said_by) REFERENCES public.people(id),
  constraint repository_licences_licence_check CHECK (licence <> ''::text),
  constraint repository_licences_url_check CHECK (url <> ''::text)
);
alter table public.repository_licences enable row level security;
alter table public.repository_licences force row level security;
create policy scope on public.repository_licences as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.repository_licences to opportune_web;
grant delete, insert, select, update on public.repository_licences to opportune_worker;

create table public.request_questions (
  id uuid not null,
  department_id uuid not null,
  request_id uuid not null,
  question text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  remind_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  answer text default ''::text not null,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint request_questions_pkey PRIMARY KEY (id),
  constraint request_questions_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES public.people(id),
  constraint request_questions_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint request_questions_department_id_request_id_fkey FOREIGN KEY (department_id, request_id) REFERENCES public.requests(department_id, id),
  constraint request_questions_check CHECK (asked_at < remind_at AND remind_at < closes_at),
  constraint request_questions_check1 CHECK ((answered_at IS NOT NULL) = (answer <> ''::text)),
  constraint request_questions_check2 CHECK (answered_at IS NULL OR ended_at IS NOT NULL)
);
alter table public.request_questions enable row level security;
alter table public.request_questions force row level security;
CREATE UNIQUE INDEX one_question_waits ON public.request_questions USING btree (request_id) WHERE (ended_at IS NULL);
CREATE INDEX request_questions_department_id_request_id_asked_at_idx ON public.request_questions USING btree (department_id, request_id, asked_at);
create policy scope on public.request_questions as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.request_questions to opportune_web;
grant delete, insert, select, update on public.request_questions to opportune_worker;

create table public.requests (
  id uuid not null,
  department_id uuid not null,
  number text not null,
  state text not null,
  client_id uuid not null,
  team text not null,
  home_branch boolean default true not null,
  language text not null,
  subject text not null,
  need text not null,
  is_code boolean,
  is_open_source boolean,
  is_unclassified boolean,
  is_virtual boolean,
  is_within_limit boolean,
  is_own_department boolean,
  maintainer text default ''::text not null,
  estimate_cents integer,
  received_at timestamp with time zone not null,
  screened_at timestamp with time zone,
  screened_by uuid,
  meets_criteria boolean,
  reason text,
  referred_to text,
  reply text default ''::text not null,
  ended_at timestamp with time zone,
  go text,
  go_by uuid,
  go_at timestamp with time zone,
  go_reason text default ''::text not null,
  import_id uuid,
  is_maintained boolean,
  asked_what text,
  asked_in_open text,
  asked_cost text,
  asked_supplier text,
  referred_department_id uuid,
  constraint requests_pkey PRIMARY KEY (id),
  constraint requests_department_id_id_key UNIQUE (department_id, id),
  constraint requests_department_id_number_key UNIQUE (department_id, number),
  constraint requests_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.people(id),
  constraint requests_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint requests_department_id_import_id_fkey FOREIGN KEY (department_id, import_id) REFERENCES public.backlog_imports(department_id, id),
  constraint requests_go_by_fkey FOREIGN KEY (go_by) REFERENCES public.people(id),
  constraint requests_referred_department_id_fkey FOREIGN KEY (referred_department_id) REFERENCES public.departments(id),
  constraint requests_screened_by_fkey FOREIGN KEY (screened_by) REFERENCES public.people(id),
  constraint asked_together CHECK (num_nulls(asked_what, asked_in_open, asked_cost, asked_supplier) = ANY (ARRAY[0, 4])),
  constraint referral_named CHECK (referred_department_id IS NULL OR referred_to IS NOT NULL),
  constraint requests_asked_cost_check CHECK (asked_cost = ANY (ARRAY['within'::text, 'above'::text, 'unknown'::text])),
  constraint requests_asked_in_open_check CHECK (asked_in_open = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text])),
  constraint requests_asked_supplier_check CHECK (asked_supplier = ANY (ARRAY['anyone'::text, 'only_one'::text, 'unknown'::text])),
  constraint requests_asked_what_check CHECK (asked_what = ANY (ARRAY['code'::text, 'person'::text, 'product'::text, 'other'::text])),
  constraint requests_check CHECK ((state = ANY (ARRAY['accepted'::text, 'declined'::text])) <= (screened_at IS NOT NULL AND screened_by IS NOT NULL AND meets_criteria IS NOT NULL)),
  constraint requests_check1 CHECK ((state = ANY (ARRAY['declined'::text, 'withdrawn'::text])) = (reason IS NOT NULL)),
  constraint requests_check2 CHECK ((go IS NOT NULL) = (go_by IS NOT NULL AND go_at IS NOT NULL)),
  constraint requests_estimate_cents_check CHECK (estimate_cents >= 0),
  constraint requests_go_check CHECK (go = ANY (ARRAY['go'::text, 'no_go'::text])),
  constraint requests_language_check CHECK (language = ANY (ARRAY['en'::text, 'fr'::text])),
  constraint requests_state_check CHECK (state = ANY (ARRAY['received'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text]))
);
alter table public.requests enable row level security;
alter table public.requests force row level security;
CREATE INDEX requests_department_id_state_idx ON public.requests USING btree (department_id, state);
CREATE INDEX requests_subject_idx ON public.requests USING gin (subject public.gin_trgm_ops);
create policy scope on public.requests as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.requests to opportune_web;
grant delete, insert, select, update on public.requests to opportune_worker;

create table public.resemblances (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  first_id uuid not null,
  second_id uuid not null,
  same text not null,
  likeness double precision not null,
  criterion_id uuid,
  found_at timestamp with time zone not null,
  state text not null,
  excluded_id uuid,
  because text,
  note text default ''::text not null,
  judged_by uuid,
  judged_at timestamp with time zone,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  taken_back_because text default ''::text not null,
  taken_back_by uuid,
  taken_back_at timestamp with time zone,
  constraint resemblances_pkey PRIMARY KEY (id),
  constraint resemblances_first_id_second_id_key UNIQUE (first_id, second_id),
  constraint resemblances_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES public.people(id),
  constraint resemblances_department_id_first_id_fkey FOREIGN KEY (department_id, first_id) REFERENCES public.applications(department_id, id),
  constraint resemblances_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint resemblances_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint resemblances_department_id_second_id_fkey FOREIGN KEY (department_id, second_id) REFERENCES public.applications(department_id, id),
  constraint resemblances_judged_by_fkey FOREIGN KEY (judged_by) REFERENCES public.people(id),
  constraint resemblances_taken_back_by_fkey FOREIGN KEY (taken_back_by) REFERENCES public.people(id),
  constraint resemblances_because_check CHECK (because = ANY (ARRAY['same_supplier'::text, 'affiliated'::text, 'same_answers'::text])),
  constraint resemblances_check CHECK (first_id < second_id),
  constraint resemblances_check1 CHECK (excluded_id = first_id OR excluded_id = second_id),
  constraint resemblances_check2 CHECK (confirmed_by <> judged_by),
  constraint resemblances_check3 CHECK ((state = ANY (ARRAY['proposed'::text, 'distinct'::text, 'excluded'::text])) = (judged_by IS NOT NULL)),
  constraint resemblances_check4 CHECK ((judged_by IS NULL) = (judged_at IS NULL)),
  constraint resemblances_check5 CHECK ((state = ANY (ARRAY['proposed'::text, 'excluded'::text])) = (excluded_id IS NOT NULL AND because IS NOT NULL)),
  constraint resemblances_check6 CHECK ((state = 'excluded'::text) = (confirmed_by IS NOT NULL) AND (confirmed_by IS NULL) = (confirmed_at IS NULL)),
  constraint resemblances_check7 CHECK ((state <> ALL (ARRAY['proposed'::text, 'distinct'::text, 'excluded'::text])) OR note <> ''::text),
  constraint resemblances_likeness_check CHECK (likeness >= 0::double precision AND likeness <= 1::double precision),
  constraint resemblances_state_check CHECK (state = ANY (ARRAY['found'::text, 'proposed'::text, 'distinct'::text, 'excluded'::text])),
  constraint resemblances_taken_back CHECK ((taken_back_by IS NULL) = (taken_back_at IS NULL) AND (taken_back_by IS NULL) = (taken_back_because = ''::text))
);
alter table public.resemblances enable row level security;
alter table public.resemblances force row level security;
CREATE INDEX resemblances_opportunity_id_idx ON public.resemblances USING btree (opportunity_id);
create policy scope on public.resemblances as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.resemblances to opportune_web;
grant delete, insert, select, update on public.resemblances to opportune_worker;

create table public.retention_runs (
  day date not null,
  begun_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  erased text default '{}'::text not null,
  constraint retention_runs_pkey PRIMARY KEY (day)
);
grant insert, select, update on public.retention_runs to opportune_web;
grant insert, select, update on public.retention_runs to opportune_worker;

create table public.role_grants (
  id uuid not null,
  department_id uuid not null,
  person_id uuid not null,
  role text not null,
  from_day date not null,
  until_day date,
  limit_cents integer,
  team text,
  acting_for uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint role_grants_pkey PRIMARY KEY (id),
  constraint role_grants_department_id_id_key UNIQUE (department_id, id),
  constraint role_grants_acting_for_fkey FOREIGN KEY (acting_for) REFERENCES public.people(id),
  constraint role_grants_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint role_grants_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.people(id),
  constraint role_grants_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id),
  constraint acting_has_an_end CHECK (acting_for IS NULL OR until_day IS NOT NULL),
  constraint acting_is_for_another CHECK (acting_for <> person_id),
  constraint ended_by_somebody CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
  constraint role_grants_check CHECK (until_day >= from_day),
  constraint role_grants_limit_cents_check CHECK (limit_cents > 0),
  constraint role_grants_role_check CHECK (role = ANY (ARRAY['client'::text, 'program_team'::text, 'procurement'::text, 'section_32'::text, 'section_34'::text, 'finance'::text, 'cardholder'::text, 'signatory'::text, 'observer'::text, 'administrator'::text]))
);
alter table public.role_grants enable row level security;
alter table public.role_grants force row level security;
CREATE UNIQUE INDEX role_grants_once ON public.role_grants USING btree (department_id, person_id, role, from_day, COALESCE(acting_for, person_id)) WHERE (ended_at IS NULL);
create policy scope on public.role_grants as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.role_grants to opportune_web;
grant delete, insert, select, update on public.role_grants to opportune_worker;

create table public.scan_resolutions (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  kind text not null,
  field text not null,
  digest text not null,
  reason text not null,
  resolved_by uuid not null,
  resolved_at timestamp with time zone not null,
  constraint scan_resolutions_pkey PRIMARY KEY (id),
  constraint scan_resolutions_opportunity_id_kind_field_digest_key UNIQUE (opportunity_id, kind, field, digest),
  constraint scan_resolutions_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint scan_resolutions_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint scan_resolutions_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES public.people(id),
  constraint scan_resolutions_digest_check CHECK (digest ~ '^[0-9a-f]{64}$'::text),
  constraint scan_resolutions_reason_check CHECK (reason <> ''::text)
);
alter table public.scan_resolutions enable row level security;
alter table public.scan_resolutions force row level security;
create policy scope on public.scan_resolutions as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.scan_resolutions to opportune_web;
grant delete, insert, select, update on public.scan_resolutions to opportune_worker;

create table public.service_failures (
  minute timestamp with time zone not null,
  answers integer not null,
  constraint service_failures_pkey PRIMARY KEY (minute),
  constraint service_failures_answers_check CHECK (answers > 0)
);
grant delete, insert, select, update on public.service_failures to opportune_web;
grant delete, insert, select, update on public.service_failures to opportune_worker;

create table public.service_spans (
  id uuid not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  constraint service_spans_pkey PRIMARY KEY (id),
  constraint service_spans_check CHECK (to_at >= from_at)
);
CREATE INDEX service_spans_to_at_idx ON public.service_spans USING btree (to_at);
grant delete, insert, select, update on public.service_spans to opportune_web;
grant delete, insert, select, update on public.service_spans to opportune_worker;

create table public.sessions (
  token_hash bytea not null,
  person_id uuid not null,
  department_id uuid,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sessions_pkey PRIMARY KEY (token_hash),
  constraint sessions_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id),
  constraint sessions_check CHECK (expires_at > created_at)
);
CREATE INDEX sessions_expires_at_idx ON public.sessions USING btree (expires_at);
CREATE INDEX sessions_person_id_idx ON public.sessions USING btree (person_id);
grant delete, insert, select, update on public.sessions to opportune_web;
grant delete, insert, select, update on public.sessions to opportune_worker;

create table public.sign_in_codes (
  id uuid not null,
  email text not null,
  language text not null,
  browser_hash bytea not null,
  return_to text default ''::text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  tries integer default 0 not null,
  used_at timestamp with time zone,
  constraint sign_in_codes_pkey PRIMARY KEY (id),
  constraint sign_in_codes_email_check CHECK (email = lower(email)),
  constraint sign_in_codes_language_check CHECK (language = ANY (ARRAY['en'::text, 'fr'::text]))
);
CREATE INDEX sign_in_codes_browser_hash_created_at_idx ON public.sign_in_codes USING btree (browser_hash, created_at);
CREATE INDEX sign_in_codes_expires_at_idx ON public.sign_in_codes USING btree (expires_at);
grant delete, insert, select, update on public.sign_in_codes to opportune_web;
grant delete, insert, select, update on public.sign_in_codes to opportune_worker;

create table public.splitting_decisions (
  id uuid not null,
  department_id uuid not null,
  flag_id uuid not null,
  decision text not null,
  rationale text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  sum_cents bigint not null,
  members uuid[] not null,
  constraint splitting_decisions_pkey PRIMARY KEY (id),
  constraint splitting_decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.people(id),
  constraint splitting_decisions_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint splitting_decisions_department_id_flag_id_fkey FOREIGN KEY (department_id, flag_id) REFERENCES public.splitting_flags(department_id, id),
  constraint splitting_decisions_decision_check CHECK (decision = ANY (ARRAY['explain'::text, 'merge'::text, 'stop'::text])),
  constraint splitting_decisions_rationale_check CHECK (rationale <> ''::text)
);
alter table public.splitting_decisions enable row level security;
alter table public.splitting_decisions force row level security;
CREATE INDEX splitting_decisions_flag_id_decided_at_idx ON public.splitting_decisions USING btree (flag_id, decided_at);
create policy scope on public.splitting_decisions as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.splitting_decisions to opportune_web;
grant delete, insert, select, update on public.splitting_decisions to opportune_worker;

create table public.splitting_flags (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid,
  rule text not null,
  state text not null,
  version integer default 1 not null,
  occasion text not null,
  raised_at timestamp with time zone not null,
  told_at timestamp with time zone,
  sum_cents bigint not null,
  limit_cents integer not null,
  window_from date,
  window_until date,
  members uuid[] not null,
  found text not null,
  constraint splitting_flags_pkey PRIMARY KEY (id),
  constraint splitting_flags_department_id_id_key UNIQUE (department_id, id),
  constraint splitting_flags_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint splitting_flags_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint splitting_flags_check CHECK ((rule = 'S6'::text) = (opportunity_id IS NULL)),
  constraint splitting_flags_check1 CHECK ((window_from IS NULL) = (window_until IS NULL)),
  constraint splitting_flags_occasion_check CHECK (occasion = ANY (ARRAY['save'::text, 'submission'::text, 'publication'::text, 'award'::text, 'amendment'::text, 'night'::text])),
  constraint splitting_flags_rule_check CHECK (rule = ANY (ARRAY['S1'::text, 'S2'::text, 'S3'::text, 'S4'::text, 'S5'::text, 'S6'::text])),
  constraint splitting_flags_state_check CHECK (state = ANY (ARRAY['raised'::text, 'explained'::text, 'merged'::text, 'stopped'::text, 'lapsed'::text])),
  constraint splitting_flags_sum_cents_check CHECK (sum_cents >= 0)
);
alter table public.splitting_flags enable row level security;
alter table public.splitting_flags force row level security;
CREATE UNIQUE INDEX one_flag_of_a_rule ON public.splitting_flags USING btree (department_id, rule, COALESCE(opportunity_id, department_id));
CREATE INDEX splitting_flags_department_id_state_idx ON public.splitting_flags USING btree (department_id, state);
CREATE INDEX splitting_flags_opportunity_id_idx ON public.splitting_flags USING btree (opportunity_id);
create policy scope on public.splitting_flags as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.splitting_flags to opportune_web;
grant delete, insert, select, update on public.splitting_flags to opportune_worker;

create table public.splitting_members (
  department_id uuid not null,
  flag_id uuid not null,
  opportunity_id uuid not null,
  constraint splitting_members_pkey PRIMARY KEY (flag_id, opportunity_id),
  constraint splitting_members_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint splitting_members_department_id_flag_id_fkey FOREIGN KEY (department_id, flag_id) REFERENCES public.splitting_flags(department_id, id)
);
alter table public.splitting_members enable row level security;
alter table public.splitting_members force row level security;
CREATE INDEX splitting_members_opportunity_id_idx ON public.splitting_members USING btree (opportunity_id);
create policy scope on public.splitting_members as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.splitting_members to opportune_web;
grant delete, insert, select, update on public.splitting_members to opportune_worker;

create table public.splitting_nights (
  department_id uuid not null,
  night date not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  files integer,
  constraint splitting_nights_pkey PRIMARY KEY (department_id, night),
  constraint splitting_nights_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id)
);
alter table public.splitting_nights enable row level security;
alter table public.splitting_nights force row level security;
create policy scope on public.splitting_nights as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.splitting_nights to opportune_web;
grant delete, insert, select, update on public.splitting_nights to opportune_worker;

create table public.splitting_salts (
  department_id uuid not null,
  salt bytea not null,
  constraint splitting_salts_pkey PRIMARY KEY (department_id),
  constraint splitting_salts_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint splitting_salts_salt_check CHECK (length(salt) = 32)
);
alter table public.splitting_salts enable row level security;
alter table public.splitting_salts force row level security;
create policy scope on public.splitting_salts as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.splitting_salts to opportune_web;
grant delete, insert, select, update on public.splitting_salts to opportune_worker;

create table public.statement_comments (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  field text not null,
  answers uuid,
  body text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  resolved_by uuid,
  constraint statement_comments_pkey PRIMARY KEY (id),
  constraint statement_comments_department_id_id_key UNIQUE (department_id, id),
  constraint statement_comments_department_id_answers_fkey FOREIGN KEY (department_id, answers) REFERENCES public.statement_comments(department_id, id),
  constraint statement_comments_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint statement_comments_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint statement_comments_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.people(id),
  constraint statement_comments_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES public.people(id),
  constraint statement_comments_body_check CHECK (body <> ''::text),
  constraint statement_comments_check CHECK ((resolved_at IS NOT NULL) = (resolved_by IS NOT NULL)),
  constraint statement_comments_check1 CHECK (answers IS NULL OR resolved_at IS NULL)
);
alter table public.statement_comments enable row level security;
alter table public.statement_comments force row level security;
CREATE INDEX statement_comments_opportunity_id_made_at_idx ON public.statement_comments USING btree (opportunity_id, made_at);
create policy scope on public.statement_comments as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.statement_comments to opportune_web;
grant delete, insert, select, update on public.statement_comments to opportune_worker;

create table public.statement_conflicts (
  edit_id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  settled_at timestamp with time zone,
  settled_by uuid,
  outcome text,
  constraint statement_conflicts_pkey PRIMARY KEY (edit_id),
  constraint statement_conflicts_department_id_edit_id_fkey FOREIGN KEY (department_id, edit_id) REFERENCES public.statement_edits(department_id, id),
  constraint statement_conflicts_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint statement_conflicts_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint statement_conflicts_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES public.people(id),
  constraint statement_conflicts_check CHECK ((settled_at IS NOT NULL) = (settled_by IS NOT NULL AND outcome IS NOT NULL)),
  constraint statement_conflicts_outcome_check CHECK (outcome = ANY (ARRAY['kept'::text, 'taken'::text, 'merged'::text, 'continued'::text]))
);
alter table public.statement_conflicts enable row level security;
alter table public.statement_conflicts force row level security;
CREATE INDEX statement_conflicts_opportunity_id_idx ON public.statement_conflicts USING btree (opportunity_id) WHERE (settled_at IS NULL);
create policy scope on public.statement_conflicts as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.statement_conflicts to opportune_web;
grant delete, insert, select, update on public.statement_conflicts to opportune_worker;

create table public.statement_edits (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  sequence integer not null,
  key text not null,
  field text not null,
  half text default ''::text not null,
  what text not null,
  base text not null,
  value text not null,
  applied boolean not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint statement_edits_pkey PRIMARY KEY (id),
  constraint statement_edits_department_id_id_key UNIQUE (department_id, id),
  constraint statement_edits_opportunity_id_key_key UNIQUE (opportunity_id, key),
  constraint statement_edits_opportunity_id_sequence_key UNIQUE (opportunity_id, sequence),
  constraint statement_edits_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint statement_edits_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint statement_edits_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.people(id),
  constraint statement_edits_half_check CHECK (half = ANY (ARRAY[''::text, 'en'::text, 'fr'::text, 'day'::text])),
  constraint statement_edits_key_check CHECK (key <> ''::text),
  constraint statement_edits_sequence_check CHECK (sequence > 0),
  constraint statement_edits_what_check CHECK (what = ANY (ARRAY['text'::text, 'row_added'::text, 'row_removed'::text]))
);
alter table public.statement_edits enable row level security;
alter table public.statement_edits force row level security;
CREATE INDEX statement_edits_opportunity_id_field_half_sequence_idx ON public.statement_edits USING btree (opportunity_id, field, half, sequence);
create policy scope on public.statement_edits as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant insert, select on public.statement_edits to opportune_web;
grant insert, select on public.statement_edits to opportune_worker;

create table public.statement_held (
  department_id uuid not null,
  opportunity_id uuid not null,
  field text not null,
  typed text not null,
  constraint statement_held_pkey PRIMARY KEY (opportunity_id, field),
  constraint statement_held_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint statement_held_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id)
);
alter table public.statement_held enable row level security;
alter table public.statement_held force row level security;
create policy scope on public.statement_held as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.statement_held to opportune_web;
grant delete, insert, select, update on public.statement_held to opportune_worker;

create table public.statement_presence (
  department_id uuid not null,
  opportunity_id uuid not null,
  person_id uuid not null,
  field text not null,
  seen_at timestamp with time zone not null,
  constraint statement_presence_pkey PRIMARY KEY (opportunity_id, person_id),
  constraint statement_presence_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint statement_presence_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint statement_presence_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id)
);
alter table public.statement_presence enable row level security;
alter table public.statement_presence force row level security;
create policy scope on public.statement_presence as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.statement_presence to opportune_web;
grant delete, insert, select, update on public.statement_presence to opportune_worker;

create table public.statement_versions (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  number integer not null,
  moment text not null,
  statement text not null,
  frozen text not null,
  digest bytea not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint statement_versions_pkey PRIMARY KEY (id),
  constraint statement_versions_opportunity_id_number_key UNIQUE (opportunity_id, number),
  constraint statement_versions_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint statement_versions_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint statement_versions_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.people(id),
  constraint statement_versions_moment_check CHECK (moment = ANY (ARRAY['submitted'::text, 'returned'::text, 'approved'::text, 'published'::text])),
  constraint statement_versions_number_check CHECK (number > 0)
);
alter table public.statement_versions enable row level security;
alter table public.statement_versions force row level security;
create policy scope on public.statement_versions as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant insert, select on public.statement_versions to opportune_web;
grant insert, select on public.statement_versions to opportune_worker;

create table public.subscriber_consents (
  id uuid not null,
  subscriber_id uuid not null,
  about text not null,
  opportunity_id uuid,
  act text not null,
  way text not null,
  text_digest bytea not null,
  at timestamp with time zone not null,
  constraint subscriber_consents_pkey PRIMARY KEY (id),
  constraint subscriber_consents_subscriber_id_fkey FOREIGN KEY (subscriber_id) REFERENCES public.subscribers(id) ON DELETE CASCADE,
  constraint subscriber_consents_text_digest_fkey FOREIGN KEY (text_digest) REFERENCES public.consent_texts(digest),
  constraint subscriber_consents_about_check CHECK (about = ANY (ARRAY['list'::text, 'watch'::text])),
  constraint subscriber_consents_act_check CHECK (act = ANY (ARRAY['asked'::text, 'confirmed'::text])),
  constraint subscriber_consents_check CHECK ((about = 'watch'::text) = (opportunity_id IS NOT NULL)),
  constraint subscriber_consents_way_check CHECK (way = ANY (ARRAY['form'::text, 'letter'::text, 'program'::text]))
);
CREATE INDEX subscriber_consents_subscriber_id_at_idx ON public.subscriber_consents USING btree (subscriber_id, at);
CREATE TRIGGER append_only BEFORE UPDATE ON public.subscriber_consents FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
grant delete, insert, select on public.subscriber_consents to opportune_web;
grant delete, insert, select on public.subscriber_consents to opportune_worker;

create table public.subscriber_sources (
  month date not null,
  source text not null,
  count integer not null,
  constraint subscriber_sources_pkey PRIMARY KEY (month, source),
  constraint subscriber_sources_count_check CHECK (count > 0),
  constraint subscriber_sources_month_check CHECK (month = date_trunc('month'::text, month::timestamp with time zone))
);
grant delete, insert, select, update on public.subscriber_sources to opportune_web;
grant delete, insert, select, update on public.subscriber_sources to opportune_worker;

create table public.subscribers (
  id uuid not null,
  department_id uuid,
  email text not null,
  language text not null,
  state text not null,
  asked_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  unsubscribed_at timestamp with time zone,
  cadence text default 'at_once'::text not null,
  skills text[] default '{}'::text[] not null,
  departments uuid[] default '{}'::uuid[] not null,
  digested_at timestamp with time zone,
  source_asked_at timestamp with time zone,
  ended_because text,
  constraint subscribers_pkey PRIMARY KEY (id),
  constraint subscribers_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint subscribers_cadence_check CHECK (cadence = ANY (ARRAY['at_once'::text, 'daily'::text, 'weekly'::text, 'watched_only'::text])),
  constraint subscribers_check CHECK ((state = 'confirmed'::text) <= (confirmed_at IS NOT NULL)),
  constraint subscribers_check1 CHECK ((state = 'unsubscribed'::text) = (unsubscribed_at IS NOT NULL)),
  constraint subscribers_check2 CHECK ((state = 'unsubscribed'::text) = (ended_because IS NOT NULL)),
  constraint subscribers_email_check CHECK (email = lower(email)),
  constraint subscribers_ended_because_check CHECK (ended_because = ANY (ARRAY['left'::text, 'bounced'::text, 'complained'::text])),
  constraint subscribers_language_check CHECK (language = ANY (ARRAY['en'::text, 'fr'::text])),
  constraint subscribers_state_check CHECK (state = ANY (ARRAY['pending'::text, 'confirmed'::text, 'unsubscribed'::text]))
);
CREATE INDEX subscribers_cadence_id_idx ON public.subscribers USING btree (cadence, id) WHERE ((state = 'confirmed'::text) AND (cadence = ANY (ARRAY['daily'::text, 'weekly'::text])));
CREATE UNIQUE INDEX subscribers_email_department_id_idx ON public.subscribers USING btree (email, department_id) NULLS NOT DISTINCT;
CREATE INDEX subscribers_id_idx ON public.subscribers USING btree (id) WHERE (state = 'confirmed'::text);
CREATE INDEX subscribers_state_idx ON public.subscribers USING btree (state);
grant delete, insert, select, update on public.subscribers to opportune_web;
grant delete, insert, select, update on public.subscribers to opportune_worker;

create table public.suppressions (
  address_hash text not null,
  because text not null,
  at timestamp with time zone not null,
  constraint suppressions_pkey PRIMARY KEY (address_hash),
  constraint suppressions_address_hash_check CHECK (address_hash ~~ 'left:%'::text),
  constraint suppressions_because_check CHECK (because = ANY (ARRAY['left'::text, 'bounced'::text, 'complained'::text]))
);
grant delete, insert, select, update on public.suppressions to opportune_web;
grant delete, insert, select, update on public.suppressions to opportune_worker;

create table public.translated_texts (
  opportunity_id uuid not null,
  department_id uuid not null,
  field text not null,
  source_text text not null,
  target_text text not null,
  parts text,
  at timestamp with time zone not null,
  constraint translated_texts_pkey PRIMARY KEY (opportunity_id, field),
  constraint translated_texts_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint translated_texts_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint translated_texts_field_check CHECK (field ~ '^[a-zA-Z]{2,40}(\.[0-9a-f-]{36})?$'::text)
);
alter table public.translated_texts enable row level security;
alter table public.translated_texts force row level security;
create policy scope on public.translated_texts as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.translated_texts to opportune_web;
grant delete, insert, select, update on public.translated_texts to opportune_worker;

create table public.translation_imports (
  id uuid not null,
  department_id uuid not null,
  opportunity_id uuid not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  file_name text not null,
  format text not null,
  passages text not null,
  taken_at timestamp with time zone,
  constraint translation_imports_pkey PRIMARY KEY (id),
  constraint translation_imports_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint translation_imports_department_id_opportunity_id_fkey FOREIGN KEY (department_id, opportunity_id) REFERENCES public.opportunities(department_id, id),
  constraint translation_imports_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id),
  constraint translation_imports_format_check CHECK (format = ANY (ARRAY['xliff'::text, 'csv'::text]))
);
alter table public.translation_imports enable row level security;
alter table public.translation_imports force row level security;
CREATE INDEX translation_imports_opportunity_id_idx ON public.translation_imports USING btree (opportunity_id);
create policy scope on public.translation_imports as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.translation_imports to opportune_web;
grant delete, insert, select, update on public.translation_imports to opportune_worker;

create table public.variance_notes (
  id uuid not null,
  department_id uuid not null,
  metric text not null,
  note_en text not null,
  note_fr text not null,
  written_by uuid,
  at timestamp with time zone not null,
  constraint variance_notes_pkey PRIMARY KEY (id),
  constraint variance_notes_department_id_metric_key UNIQUE (department_id, metric),
  constraint variance_notes_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.departments(id),
  constraint variance_notes_written_by_fkey FOREIGN KEY (written_by) REFERENCES public.people(id)
);
alter table public.variance_notes enable row level security;
alter table public.variance_notes force row level security;
create policy scope on public.variance_notes as permissive for all to public using (public.in_scope(department_id)) with check (public.in_scope(department_id));
grant delete, insert, select, update on public.variance_notes to opportune_web;
grant delete, insert, select, update on public.variance_notes to opportune_worker;

create table public.watches (
  id uuid not null,
  subscriber_id uuid not null,
  opportunity_id uuid not null,
  asked_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  constraint watches_pkey PRIMARY KEY (id),
  constraint watches_subscriber_id_opportunity_id_key UNIQUE (subscriber_id, opportunity_id),
  constraint watches_opportunity_id_fkey FOREIGN KEY (opportunity_id) REFERENCES publication.opportunities(opportunity_id),
  constraint watches_subscriber_id_fkey FOREIGN KEY (subscriber_id) REFERENCES public.subscribers(id) ON DELETE CASCADE
);
CREATE INDEX watches_opportunity_id_id_idx ON public.watches USING btree (opportunity_id, id) WHERE (confirmed_at IS NOT NULL);
grant delete, insert, select, update on public.watches to opportune_web;
grant delete, insert, select, update on public.watches to opportune_worker;

create table publication.answers (
  opportunity_id uuid not null,
  number integer not null,
  question_en text not null,
  question_fr text not null,
  answer_en text not null,
  answer_fr text not null,
  amendment integer,
  published_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint answers_pkey PRIMARY KEY (opportunity_id, number),
  constraint answers_amendment_check CHECK (amendment > 0),
  constraint answers_answer_en_check CHECK (answer_en <> ''::text),
  constraint answers_answer_fr_check CHECK (answer_fr <> ''::text),
  constraint answers_number_check CHECK (number > 0),
  constraint answers_question_en_check CHECK (question_en <> ''::text),
  constraint answers_question_fr_check CHECK (question_fr <> ''::text)
);
CREATE TRIGGER tells_of_changes AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON publication.answers FOR EACH STATEMENT EXECUTE FUNCTION publication.tell_of_change();
grant insert, select, update on publication.answers to opportune_web;
grant insert, select, update on publication.answers to opportune_worker;

create table publication.downtimes (
  slug text not null,
  closes_at timestamp with time zone not null,
  window_from timestamp with time zone not null,
  seconds integer not null,
  gaps text not null,
  moved_to timestamp with time zone not null,
  certified_at timestamp with time zone not null,
  constraint downtimes_pkey PRIMARY KEY (slug, closes_at),
  constraint downtimes_slug_fkey FOREIGN KEY (slug) REFERENCES publication.opportunities(slug),
  constraint downtimes_seconds_check CHECK (seconds > 0)
);
CREATE TRIGGER tells_of_changes AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON publication.downtimes FOR EACH STATEMENT EXECUTE FUNCTION publication.tell_of_change();
grant insert, select, update on publication.downtimes to opportune_web;
grant insert, select, update on publication.downtimes to opportune_worker;

create table publication.draws (
  slug text not null,
  commitment text not null,
  beacon_source text not null,
  roster text,
  roster_hash text,
  manifest text,
  manifest_hash text,
  seed text,
  beacon_ref text,
  draws_at timestamp with time zone,
  beacon_value text,
  key text,
  ranking text,
  needed boolean,
  locked_at timestamp with time zone,
  drawn_at timestamp with time zone,
  updated_at timestamp with time zone not null,
  constraint draws_pkey PRIMARY KEY (slug),
  constraint draws_slug_fkey FOREIGN KEY (slug) REFERENCES publication.opportunities(slug)
);
CREATE TRIGGER tells_of_changes AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON publication.draws FOR EACH STATEMENT EXECUTE FUNCTION publication.tell_of_change();
grant insert, select, update on publication.draws to opportune_web;
grant insert, select, update on publication.draws to opportune_worker;

create table publication.opportunities (
  opportunity_id uuid not null,
  slug text not null,
  department_code text not null,
  department_en text not null,
  department_fr text not null,
  number text not null,
  status text not null,
  title_en text not null,
  title_fr text not null,
  teaser_en text not null,
  teaser_fr text not null,
  price_cents integer not null,
  published_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  time_zone text not null,
  notice text not null,
  simulated boolean default false not null,
  winner_name text,
  repository_url text,
  paid_days integer,
  updated_at timestamp with time zone not null,
  words tsvector generated always as (publication.search_words(notice)) stored,
  skills text[] generated always as (publication.skill_keys(notice)) stored,
  awarded_at timestamp with time zone,
  delivered_at timestamp with time zone,
  held_until timestamp with time zone,
  constraint opportunities_pkey PRIMARY KEY (opportunity_id),
  constraint opportunities_slug_key UNIQUE (slug),
  constraint opportunities_held CHECK ((status = 'held'::text) = (held_until IS NOT NULL)),
  constraint opportunities_status_check CHECK (status = ANY (ARRAY['open'::text, 'held'::text, 'closed'::text, 'awarded'::text, 'delivered'::text, 'ended_without_delivery'::text, 'unsuccessful'::text, 'cancelled'::text, 'withdrawn'::text]))
);
CREATE INDEX opportunities_by_closing ON publication.opportunities USING btree (closes_at, slug);
CREATE INDEX opportunities_by_department ON publication.opportunities USING btree (department_code);
CREATE INDEX opportunities_by_skill ON publication.opportunities USING gin (skills);
CREATE INDEX opportunities_by_words ON publication.opportunities USING gin (words);
CREATE INDEX opportunities_status_closes_at_idx ON publication.opportunities USING btree (status, closes_at);
CREATE INDEX opportunities_to_count ON publication.opportunities USING btree (status, closes_at, department_code, price_cents);
CREATE TRIGGER keep_vocabulary AFTER INSERT OR UPDATE OF notice ON publication.opportunities FOR EACH ROW EXECUTE FUNCTION publication.keep_vocabulary();
CREATE TRIGGER tells_of_changes AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON publication.opportunities FOR EACH STATEMENT EXECUTE FUNCTION publication.tell_of_change();
grant insert, select, update on publication.opportunities to opportune_web;
grant insert, select, update on publication.opportunities to opportune_worker;

create table publication.skills (
  key text not null,
  en text not null,
  fr text not null,
  constraint skills_pkey PRIMARY KEY (key)
);
CREATE TRIGGER tells_of_changes AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON publication.skills FOR EACH STATEMENT EXECUTE FUNCTION publication.tell_of_change();
grant insert, select, update on publication.skills to opportune_web;
grant insert, select, update on publication.skills to opportune_worker;

create table publication.words (
  word text not null,
  en text,
  fr text,
  constraint words_pkey PRIMARY KEY (word),
  constraint words_check CHECK (en IS NOT NULL OR fr IS NOT NULL)
);
CREATE INDEX words_by_spelling ON publication.words USING gin (word public.gin_trgm_ops);
CREATE TRIGGER tells_of_changes AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON publication.words FOR EACH STATEMENT EXECUTE FUNCTION publication.tell_of_change();
grant insert, select, update on publication.words to opportune_web;
grant insert, select, update on publication.words to opportune_worker;

create table surveys.answers (
  id uuid default gen_random_uuid() not null,
  department_code text not null,
  audience text not null,
  month date not null,
  would_again boolean,
  first_contract boolean,
  small_firm boolean,
  under_represented boolean,
  story text default ''::text not null,
  constraint answers_pkey PRIMARY KEY (id),
  constraint answers_audience_check CHECK (audience = ANY (ARRAY['supplier'::text, 'winner'::text, 'client'::text])),
  constraint answers_month_check CHECK (month = date_trunc('month'::text, month::timestamp with time zone))
);
grant insert, select on surveys.answers to opportune_survey;

create sequence publication.version as bigint;
grant select, usage on sequence publication.version to opportune_web;
grant select, usage on sequence publication.version to opportune_worker;

CREATE OR REPLACE FUNCTION public.application_place(p_now text, p_slug text, p_supplier uuid, p_browser text)
 RETURNS TABLE(posted jsonb, criteria jsonb, own jsonb, works_here boolean, draft_version integer, draft_ciphertext bytea, draft_key bytea, draft_saved_at timestamp with time zone, sent_commitment text, sent_sha256 text, sent_at timestamp with time zone, known_device boolean, now timestamp with time zone)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  o opportunities; d departments; k opportunity_keys; a applications; r application_drafts;
begin
  perform set_config('opportune.scope', '*', true), set_config('opportune.now', p_now, true);
  select * into o from opportunities x where x.slug = p_slug and x.published_at is not null;
  if not found then return; end if;
  select * into d from departments x where x.id = o.department_id;
  select * into k from opportunity_keys x where x.opportunity_id = o.id;
  select * into a from applications x where x.opportunity_id = o.id and x.supplier_id = p_supplier;
  if found then select * into r from application_drafts x where x.application_id = a.id; end if;
  now := opportune_now();
  posted := jsonb_build_object(
    'id', o.id, 'departmentId', o.department_id, 'requestId', o.request_id, 'number', o.number, 'slug', o.slug,
    'state', o.state, 'titleEn', o.title_en, 'titleFr', o.title_fr, 'publishedAt', o.published_at,
    'closesAt', o.closes_at, 'deliveryDay', o.delivery_day, 'priceCents', o.price_cents, 'licence', o.licence,
    'nameEn', d.name_en, 'nameFr', d.name_fr, 'mailbox', d.mailbox, 'timeZone', d.time_zone,
    'recipient', k.recipient, 'escrowRecipient', k.escrow_recipient,
    'commitment', (select c.commitment from draw_commitments c where c.opportunity_id = o.id),
    'draftsAfterSending', (
      select p.value from policy_settings p
      where p.department_id = o.department_id and p.setting = 'draftsAfterSending'
        and p.from_day <= (now at time zone d.time_zone)::date
      order by p.from_day desc limit 1));
  criteria := coalesce((
    select jsonb_agg(jsonb_build_object('id', c.id, 'position', c.position, 'en', c.text_en, 'fr', c.text_fr)
      order by c.position)
    from opportunity_criteria c where c.opportunity_id = o.id and c.kind = 'application'), '[]');
  own := case when a.id is not null then to_jsonb(a) end;
  works_here := exists (
    select from role_grants g
    where g.person_id = p_supplier and g.department_id = o.department_id
      and g.from_day <= (now at time zone d.time_zone)::date
      and (g.until_day is null or g.until_day >= (now at time zone d.time_zone)::date));
  draft_version := r.version; draft_ciphertext := r.ciphertext; draft_key := r.wrapped_key; draft_saved_at := r.saved_at;
  select s.content_commitment, s.sealed_sha256, s.submitted_at into sent_commitment, sent_sha256, sent_at
    from application_seals s where s.application_id = a.id and s.current;
  /* As src/applications/commands.devices.ts knows a browser. */
  known_device := exists (
    select from application_devices x
    where x.application_id = a.id
      and x.browser_hash = sha256(convert_to('device ' || a.id || ' ' || p_browser, 'UTF8')));
  return next;
end $function$;

CREATE OR REPLACE FUNCTION public.enqueue(job text, payload json, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, key text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ begin perform graphile_worker.add_job(job, payload, run_at => run_at, job_key => key, max_attempts => 25); end $function$;
grant execute on routine public.enqueue(text,json,timestamp with time zone,text) to opportune_web;
grant execute on routine public.enqueue(text,json,timestamp with time zone,text) to opportune_worker;

CREATE OR REPLACE FUNCTION public.hand_in_application(p_now text, p_application uuid, p_opportunity uuid, p_department uuid, p_supplier uuid, p_token text, p_language text, p_draft_version integer, p_draft bytea, p_draft_key bytea, p_seal uuid, p_sealed bytea, p_sealed_sha256 text, p_commitment text, p_started uuid, p_started_body text, p_submitted uuid, p_submitted_body text, p_letter uuid, p_to_address text, p_facts jsonb)
 RETURNS TABLE(outcome text, at timestamp with time zone, sealed_sha256 text, content_commitment text)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  o record; a record; s record; t timestamptz;
begin
  perform set_config('opportune.scope', '*', true), set_config('opportune.now', p_now, true);
  perform pg_advisory_xact_lock_shared(hashtextextended(p_opportunity::text, 1));
  select state, closes_at into o from opportunities where id = p_opportunity;
  t := date_trunc('milliseconds', opportune_now());
  if o.state <> 'open' then return query select 'not_open', t, null::text, null::text; return; end if;
  if t >= o.closes_at then return query select 'too_late', t, null::text, null::text; return; end if;

  select id, state into a from applications
    where opportunity_id = p_opportunity and supplier_id = p_supplier for update;
  if not found then
    insert into applications (id, department_id, opportunity_id, supplier_id, token, state, language, created_at)
      values (p_application, p_department, p_opportunity, p_supplier, p_token, 'draft', p_language, t)
      on conflict (opportunity_id, supplier_id) do nothing
      returning id, state into a;
    if found then
      perform record_event(p_started, p_department, 'application.started', 'application', p_application, p_supplier, t, p_started_body);
    end if;
  end if;
  if a.id is distinct from p_application then
    return query select 'changed_meanwhile', t, null::text, null::text; return;
  end if;
  if a.state = 'withdrawn' then return query select 'withdrawn', t, null::text, null::text; return; end if;

  /* Without a new draft, the one that was read must still be the one that is kept. */
  if p_draft is null then
    perform from application_drafts where application_id = p_application and version = p_draft_version;
  else
    insert into application_drafts as x (application_id, department_id, version, ciphertext, wrapped_key, saved_at)
      values (p_application, p_department, p_draft_version, p_draft, p_draft_key, t)
      on conflict (application_id) do update
        set version = excluded.version, ciphertext = excluded.ciphertext, wrapped_key = excluded.wrapped_key, saved_at = t
        where x.version = p_draft_version - 1;
  end if;
  if not found then return query select 'changed_meanwhile', t, null::text, null::text; return; end if;

  select x.submitted_at, x.sealed_sha256, x.content_commitment into s
    from application_seals x where x.application_id = p_application and x.current;
  if found then
    if s.content_commitment = p_commitment then
      return query select 'already_received', s.submitted_at, s.sealed_sha256, s.content_commitment; return;
    end if;
    update application_seals x set current = false where x.application_id = p_application and x.current;
  end if;
  insert into application_seals (id, department_id, application_id, sealed, sealed_sha256, content_commitment, submitted_at)
    values (p_seal, p_department, p_application, p_sealed, p_sealed_sha256, p_commitment, t);
  update applications x set state = 'submitted', submitted_at = t, language = p_language where x.id = p_application;
  perform record_event(p_submitted, p_department, 'application.submitted', 'application', p_application, p_supplier, t, p_submitted_body);
  insert into outbox_messages (id, department_id, kind, language, to_address, facts, dedupe_key, created_at)
    values (p_letter, p_department, 'application.received', p_language, p_to_address,
      p_facts || jsonb_build_object('at', to_char(t at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
      'receipt ' || p_seal, t);
  return query select 'received', t, p_sealed_sha256, p_commitment;
end $function$;

CREATE OR REPLACE FUNCTION public.in_scope(department uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('opportune.scope', true), '') = '*'
       or department::text = any (string_to_array(coalesce(current_setting('opportune.scope', true), ''), ',')) $function$;

CREATE OR REPLACE FUNCTION public.length_prefixed(field text)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select coalesce(int4send(octet_length(convert_to(field, 'UTF8'))) || convert_to(field, 'UTF8'), '\xffffffff'::bytea) $function$;

CREATE OR REPLACE FUNCTION public.mark_asked_later()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.asked_later := coalesce(
    (select c.added_at > s.submitted_at
     from opportunity_criteria c, application_seals s
     where c.id = new.criterion_id and s.application_id = new.application_id and s.current), false);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.opportune_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
AS $function$ select coalesce(nullif(current_setting('opportune.now', true), '')::timestamptz, clock_timestamp()) $function$;

CREATE OR REPLACE PROCEDURE public.owned_by_department(IN owned regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', owned);
  execute format('alter table %s force row level security', owned);
  execute format('create policy scope on %s using (in_scope(department_id)) with check (in_scope(department_id))', owned);
  execute format('grant select, insert, update, delete on %s to opportune_web, opportune_worker', owned);
end $procedure$;

CREATE OR REPLACE FUNCTION public.place_of_applicant(p_now text, p_slug text, p_supplier uuid, p_browser text)
 RETURNS TABLE(id uuid, department_id uuid, request_id uuid, number text, slug text, state text, title_en text, title_fr text, published_at timestamp with time zone, closes_at timestamp with time zone, delivery_day date, price_cents integer, licence text, name_en text, name_fr text, mailbox text, time_zone text, recipient text, escrow_recipient text, commitment text, drafts_after_sending text, criteria jsonb, own_id uuid, own_token text, own_state text, own_language text, own_created_at timestamp with time zone, own_submitted_at timestamp with time zone, own_withdrawn_at timestamp with time zone, own_opened_at timestamp with time zone, own_anonymous_number integer, works_here boolean, draft_version integer, draft_ciphertext bytea, draft_key bytea, draft_saved_at timestamp with time zone, sent_commitment text, sent_sha256 text, sent_at timestamp with time zone, known_device boolean, now timestamp with time zone)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  t timestamptz;
begin
  perform set_config('opportune.scope', '*', true), set_config('opportune.now', p_now, true);
  t := opportune_now();
  return query
    select o.id, o.department_id, o.request_id, o.number, o.slug, o.state, o.title_en, o.title_fr,
      o.published_at, o.closes_at, o.delivery_day, o.price_cents, o.licence,
      d.name_en, d.name_fr, d.mailbox, d.time_zone, k.recipient, k.escrow_recipient,
      (select c.commitment from draw_commitments c where c.opportunity_id = o.id),
      (select p.value from policy_settings p
        where p.department_id = o.department_id and p.setting = 'draftsAfterSending' and p.from_day <= (t at time zone d.time_zone)::date
        order by p.from_day desc limit 1),
      coalesce((
        select jsonb_agg(jsonb_build_object('id', c.id, 'position', c.position, 'en', c.text_en, 'fr', c.text_fr)
          order by c.position)
        from opportunity_criteria c where c.opportunity_id = o.id and c.kind = 'application'), '[]'),
      a.id, a.token, a.state, a.language, a.created_at, a.submitted_at, a.withdrawn_at, a.opened_at, a.anonymous_number,
      exists (
        select from role_grants g
        where g.person_id = p_supplier and g.department_id = o.department_id
          and g.from_day <= (t at time zone d.time_zone)::date
          and (g.until_day is null or g.until_day >= (t at time zone d.time_zone)::date)),
      r.version, r.ciphertext, r.wrapped_key, r.saved_at,
      s.content_commitment, s.sealed_sha256, s.submitted_at,
      /* As src/applications/commands.devices.ts knows a browser. */
      exists (
        select from application_devices x
        where x.application_id = a.id
          and x.browser_hash = sha256(convert_to('device ' || a.id || ' ' || p_browser, 'UTF8'))),
      t
    from opportunities o
      join departments d on d.id = o.department_id
      left join opportunity_keys k on k.opportunity_id = o.id
      left join applications a on a.opportunity_id = o.id and a.supplier_id = p_supplier
      left join application_drafts r on r.application_id = a.id
      left join application_seals s on s.application_id = a.id and s.current
    where o.slug = p_slug and o.published_at is not null;
end $function$;

CREATE OR REPLACE FUNCTION public.record_event(p_id uuid, p_department uuid, p_kind text, p_subject_type text, p_subject uuid, p_actor uuid, p_at timestamp with time zone, p_body text)
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  written text := to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
begin
  insert into history_events (id, department_id, kind, subject_type, subject_id, actor_kind, actor_id, at, body, digest)
    values (p_id, p_department, p_kind, p_subject_type, p_subject, 'person', p_actor, p_at, p_body,
      sha256('\x00'::bytea
        || int4send(36) || convert_to(p_id::text, 'UTF8')
        || case when p_department is null then '\xffffffff' else int4send(36) || convert_to(p_department::text, 'UTF8') end
        || int4send(octet_length(p_kind)) || convert_to(p_kind, 'UTF8')
        || int4send(octet_length(p_subject_type)) || convert_to(p_subject_type, 'UTF8')
        || int4send(36) || convert_to(p_subject::text, 'UTF8')
        || '\xffffffff' || '\x00000006'::bytea || 'person'
        || int4send(36) || convert_to(p_actor::text, 'UTF8')
        || int4send(octet_length(written)) || convert_to(written, 'UTF8')
        || int4send(octet_length(p_body)) || convert_to(p_body, 'UTF8')));
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin raise exception 'the record is append-only' using errcode = 'P0001'; end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change_of_lock()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.confirmed_at is not null then raise exception 'results are locked' using errcode = 'P0003'; end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change_of_results()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  application uuid := case when tg_op = 'DELETE' then old.application_id else new.application_id end;
begin
  if tg_op = 'DELETE' and exists (select from applications a where a.id = application and a.state = 'purged') then
    return old;
  end if;
  if tg_op = 'UPDATE' and row(new.id, new.application_id, new.criterion_id, new.passed, new.rationale, new.language, new.marked_by, new.marked_at)
    is not distinct from row(old.id, old.application_id, old.criterion_id, old.passed, old.rationale, old.language, old.marked_by, old.marked_at) then
    return new;
  end if;
  if exists (select from evaluation_locks l join applications a on a.opportunity_id = l.opportunity_id where a.id = application) then
    raise exception 'results are locked' using errcode = 'P0003';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change_of_value()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or old.confirmed_at is not null or old.rejected_at is not null
    or row(new.id, new.manifest_id, new.value, new.entered_by, new.entered_at)
      is distinct from row(old.id, old.manifest_id, old.value, old.entered_by, old.entered_at) then
    raise exception 'a public number is entered once and decided once' using errcode = 'P0001';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_conflicting_duty()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_duty_of_applicant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
    select from applications a join opportunities o on o.id = a.opportunity_id
    where o.request_id = new.request_id and a.supplier_id = new.person_id
      and (new.opportunity_id is null or a.opportunity_id = new.opportunity_id)
      and a.state not in ('draft', 'withdrawn')
  ) then
    raise exception 'duty % of somebody who applied', new.duty using errcode = 'P0002';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.remember_translated_fields()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  pair record;
begin
  for pair in
    select * from (values
      ('title', new.title_en, new.title_fr, old.title_en, old.title_fr),
      ('teaser', new.teaser_en, new.teaser_fr, old.teaser_en, old.teaser_fr),
      ('team', new.team_en, new.team_fr, old.team_en, old.team_fr),
      ('background', new.background_en, new.background_fr, old.background_en, old.background_fr),
      ('work', new.work_en, new.work_fr, old.work_en, old.work_fr)
    ) as fields (named, en, fr, old_en, old_fr)
  loop
    if new.source_language = 'en' and pair.fr <> '' and pair.fr is distinct from pair.old_fr then
      perform remember_translation(new.id, new.department_id, pair.named, pair.en, pair.fr);
    elsif new.source_language = 'fr' and pair.en <> '' and pair.en is distinct from pair.old_en then
      perform remember_translation(new.id, new.department_id, pair.named, pair.fr, pair.en);
    end if;
  end loop;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.remember_translated_row()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  source_language text := (select o.source_language from opportunities o where o.id = new.opportunity_id);
  row_now jsonb := to_jsonb(new);
  row_before jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}'::jsonb end;
  list text := case tg_table_name
    when 'opportunity_skills' then 'skills'
    when 'opportunity_provisions' then 'provisions'
    else row_now ->> 'kind' || 'Criteria' end;
  source text := row_now ->> (tg_argv[0] || source_language);
  target text := row_now ->> (tg_argv[0] || case source_language when 'en' then 'fr' else 'en' end);
  before text := row_before ->> (tg_argv[0] || case source_language when 'en' then 'fr' else 'en' end);
begin
  if target <> '' and target is distinct from before then
    perform remember_translation(new.opportunity_id, new.department_id, list || '.' || new.id, source, target);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.remember_translation(opportunity uuid, department uuid, named text, source text, target text)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into translated_texts (opportunity_id, department_id, field, source_text, target_text, at)
  values (opportunity, department, named, source, target, opportune_now())
  on conflict (opportunity_id, field) do update
    set source_text = excluded.source_text, target_text = excluded.target_text, at = excluded.at
    where translated_texts.parts is null
$function$;

CREATE OR REPLACE FUNCTION public.send_application(p_application uuid, p_opportunity uuid, p_department uuid, p_supplier uuid, p_token text, p_language text, p_started uuid, p_started_body text, p_draft_version integer, p_draft bytea, p_draft_key bytea, p_seal uuid, p_sealed bytea, p_sealed_sha256 text, p_commitment text, p_submitted uuid, p_submitted_body text)
 RETURNS TABLE(outcome text, at timestamp with time zone, sealed_sha256 text, content_commitment text)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  o record; t timestamptz; existing record; s record;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(p_opportunity::text, 1));
  select state, closes_at into o from opportunities where id = p_opportunity;
  t := date_trunc('milliseconds', opportune_now());
  if o.state <> 'open' then return query select 'not_open', t, null::text, null::text; return; end if;
  if t >= o.closes_at then return query select 'too_late', t, null::text, null::text; return; end if;

  insert into applications (id, department_id, opportunity_id, supplier_id, token, state, language, created_at)
    values (p_application, p_department, p_opportunity, p_supplier, p_token, 'draft', p_language, t)
    on conflict (opportunity_id, supplier_id) do nothing;
  if found then
    perform record_event(p_started, p_department, 'application.started', 'application', p_application, p_supplier, t, p_started_body);
  else
    select id, state into existing from applications
      where opportunity_id = p_opportunity and supplier_id = p_supplier for update;
    if existing.id is distinct from p_application then
      return query select 'changed_meanwhile', t, null::text, null::text; return;
    end if;
    if existing.state = 'withdrawn' then return query select 'withdrawn', t, null::text, null::text; return; end if;
  end if;
  /* Without a new draft, the one that was read must still be the one that is kept. */
  if p_draft is null then
    perform from application_drafts where application_id = p_application and version = p_draft_version;
  else
    insert into application_drafts as x (application_id, department_id, version, ciphertext, wrapped_key, saved_at)
      values (p_application, p_department, p_draft_version, p_draft, p_draft_key, t)
      on conflict (application_id) do update
        set version = excluded.version, ciphertext = excluded.ciphertext, wrapped_key = excluded.wrapped_key, saved_at = t
        where x.version = p_draft_version - 1;
  end if;
  if not found then return query select 'changed_meanwhile', t, null::text, null::text; return; end if;
  update applications set language = p_language where id = p_application and language <> p_language;

  select * into s from submit_application(p_application, p_seal, p_sealed, p_sealed_sha256, p_commitment);
  if s.outcome = 'received' then
    perform record_event(p_submitted, p_department, 'application.submitted', 'application', p_application, p_supplier, s.at, p_submitted_body);
  end if;
  return query select s.outcome, s.at, s.sealed_sha256, s.content_commitment;
end $function$;

CREATE OR REPLACE FUNCTION public.session_holder(p_now text, p_token_hash bytea)
 RETURNS TABLE(id uuid, email text, name text, language text, demo boolean, department_id uuid, code text, time_zone text, last_seen_at timestamp with time zone, expires_at timestamp with time zone, now timestamp with time zone)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return query
    select p.id, p.email, p.name, p.language, p.demo, d.id, d.code, d.time_zone, s.last_seen_at, s.expires_at,
      coalesce(nullif(p_now, '')::timestamptz, clock_timestamp())
    from sessions s join people p on p.id = s.person_id left join departments d on d.id = s.department_id
    where s.token_hash = p_token_hash;
end $function$;

CREATE OR REPLACE FUNCTION public.submit_application(p_application uuid, p_seal uuid, p_sealed bytea, p_sealed_sha256 text, p_commitment text)
 RETURNS TABLE(outcome text, at timestamp with time zone, sealed_sha256 text, content_commitment text)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  a applications; o record; t timestamptz; s application_seals;
begin
  select * into a from applications where id = p_application;
  if not found then return query select 'unknown_application', null::timestamptz, null::text, null::text; return; end if;
  perform pg_advisory_xact_lock_shared(hashtextextended(a.opportunity_id::text, 1));
  select * into a from applications where id = p_application for update;
  select state, closes_at into o from opportunities where id = a.opportunity_id;
  t := date_trunc('milliseconds', opportune_now());
  if o.state <> 'open' then return query select 'not_open', t, null::text, null::text; return; end if;
  if t >= o.closes_at then return query select 'too_late', t, null::text, null::text; return; end if;
  if a.state = 'withdrawn' then return query select 'withdrawn', t, null::text, null::text; return; end if;
  select * into s from application_seals x where x.application_id = a.id and x.current;
  if found and s.content_commitment = p_commitment then
    return query select 'already_received', s.submitted_at, s.sealed_sha256, s.content_commitment; return;
  end if;
  update application_seals x set current = false where x.application_id = a.id and x.current;
  insert into application_seals (id, department_id, application_id, sealed, sealed_sha256, content_commitment, submitted_at)
    values (p_seal, a.department_id, a.id, p_sealed, p_sealed_sha256, p_commitment, t);
  update applications set state = 'submitted', submitted_at = t where id = a.id;
  return query select 'received', t, p_sealed_sha256, p_commitment;
end $function$;

CREATE OR REPLACE FUNCTION public.take_slug(opportunity uuid, wanted text, fallback text)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
begin
  update opportunities set slug = wanted where id = opportunity;
  return wanted;
exception when unique_violation then
  update opportunities set slug = fallback where id = opportunity;
  return fallback;
end $function$;

CREATE OR REPLACE FUNCTION public.withdraw_application(p_application uuid)
 RETURNS TABLE(outcome text, at timestamp with time zone)
 LANGUAGE plpgsql
AS $function$
declare
  a applications; o record; t timestamptz;
begin
  select * into a from applications where id = p_application;
  if not found then return query select 'unknown_application', null::timestamptz; return; end if;
  perform pg_advisory_xact_lock_shared(hashtextextended(a.opportunity_id::text, 1));
  select * into a from applications where id = p_application for update;
  select state, closes_at into o from opportunities where id = a.opportunity_id;
  t := date_trunc('milliseconds', opportune_now());
  if o.state <> 'open' or t >= o.closes_at then return query select 'too_late', t; return; end if;
  if a.state not in ('draft', 'submitted') then return query select 'wrong_state', t; return; end if;
  update applications set state = 'withdrawn', withdrawn_at = t where id = a.id;
  return query select 'withdrawn', t;
end $function$;

CREATE OR REPLACE FUNCTION publication.asked(typed text)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select websearch_to_tsquery('publication.english', publication.plain(typed))
    || websearch_to_tsquery('publication.french', publication.plain(typed))
$function$;

CREATE OR REPLACE FUNCTION publication.folded(said text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select lower(public.unaccent('public.unaccent', publication.plain(said)))
$function$;

CREATE OR REPLACE FUNCTION publication.keep_vocabulary()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into publication.skills (key, en, fr)
    select distinct on (key) key, skill ->> 'en', skill ->> 'fr'
    from jsonb_array_elements(new.notice::jsonb -> 'skills') as skill,
      lateral publication.skill_key(skill ->> 'en') as key
    where key <> ''
    order by key
  on conflict (key) do update set en = excluded.en, fr = excluded.fr
    where (skills.en, skills.fr) is distinct from (excluded.en, excluded.fr);
  insert into publication.words (word, en, fr)
    select word, min(written) filter (where language = 'en'), min(written) filter (where language = 'fr')
    from (
        select distinct language, lower(each) as written
        from unnest(array['en', 'fr']) as language,
          lateral regexp_split_to_table(publication.plain(publication.said(new.notice, language)), '[ "0-9]+') as each
      ) as used,
      lateral publication.folded(written) as word
    where length(word) between 4 and 30 and word ~ '^[a-z]+$'
      and ts_lexize('english_stem', word) <> '{}' and ts_lexize('french_stem', word) <> '{}'
    group by word
    order by word
  on conflict (word) do update set en = coalesce(words.en, excluded.en), fr = coalesce(words.fr, excluded.fr)
    where (words.en is null and excluded.en is not null) or (words.fr is null and excluded.fr is not null);
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION publication.plain(said text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select regexp_replace(
    regexp_replace(
      regexp_replace(translate(said, '“”„«»', '"""""'), '([A-Za-z])\+\+', '\1plusplus', 'g'),
      '([A-Za-z])#(?![A-Za-z0-9])', '\1sharp', 'g'),
    '[][\s!#$%&''()*+,./:;<=>?@\\^_`{|}~’‘–—…·\u00a0\u202f-]+', ' ', 'g')
$function$;

CREATE OR REPLACE FUNCTION publication.said(notice text, language text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select concat_ws(' ', n -> 'title' ->> language, n -> 'teaser' ->> language, n -> 'team' ->> language,
    n -> 'department' -> 'name' ->> language, n ->> 'number', n ->> 'licence',
    (select string_agg(each.said ->> language, ' ')
     from jsonb_array_elements((n -> 'skills') || (n -> 'workCriteria') || (n -> 'applicationCriteria')) as each (said)),
    n -> 'background' ->> language, n -> 'work' ->> language)
  from (select notice::jsonb as n) as read
$function$;

CREATE OR REPLACE FUNCTION publication.search_words(notice text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select to_tsvector('publication.english', publication.plain(publication.said(notice, 'en')))
    || to_tsvector('publication.french', publication.plain(publication.said(notice, 'fr')))
$function$;

CREATE OR REPLACE FUNCTION publication.skill_key(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select trim(both '-' from regexp_replace(publication.folded(name), '[^a-z0-9]+', '-', 'g'))
$function$;

CREATE OR REPLACE FUNCTION publication.skill_keys(notice text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select coalesce(array_agg(distinct key), '{}')
  from jsonb_array_elements(notice::jsonb -> 'skills') as skill,
    lateral publication.skill_key(skill ->> 'en') as key
  where key <> ''
$function$;

CREATE OR REPLACE FUNCTION publication.tell_of_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if coalesce(current_setting('opportune.told', true), '') = '' then
    perform set_config('opportune.told', 'yes', true);
    perform pg_notify('opportune_public', nextval('publication.version')::text);
  end if;
  return null;
end $function$;

CREATE OR REPLACE PROCEDURE publication.tells_of_changes(IN shown regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format(
    'create trigger tells_of_changes after insert or update or delete or truncate on %s
       for each statement execute function publication.tell_of_change()', shown);
end $procedure$;
