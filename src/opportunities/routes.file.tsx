import type { VNode } from 'preact'
import { type Staff, type StaffRole, scopeOf, staffRoles } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import type { Problems } from '../platform/forms.ts'
import { type Asked, type Crumb, type Form, page, type Reply, seeOther, unknown } from '../platform/http.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { type FilePageFacts, filePage } from './pages.ts'
import { fileTexts } from './texts.file.ts'
import { type OpportunityRefusal, refusals } from './texts.ts'
import type { DecisionProps } from './views.decisions.tsx'
import { titleOf } from './views.file.tsx'

export type StaffRequest = Asked<Staff>
/** Every role of the department sees files; `can.see` narrows it to one’s own where it must. */
export const everyRole: readonly StaffRole[] = staffRoles

/** The file of this address for this person; nothing when there is none, or none for them. */
export async function fileAsked(app: App, { actor, params }: StaffRequest): Promise<FilePageFacts | undefined> {
  const { id } = params
  return isId(id) ? app.read(scopeOf(actor), (tx) => filePage(tx, actor, id)) : undefined
}

export const fileAddress = (request: StaffRequest, pattern = '/files/:id'): string =>
  path(pattern, request.language, { id: request.params.id ?? '' })

export const toFile = (request: StaffRequest): Reply => seeOther(fileAddress(request))

/** A page under its file: the crumbs lead back to it. */
export function underFile(
  status: 200 | 409 | 422,
  request: StaffRequest,
  facts: FilePageFacts,
  title: string,
  body: VNode,
): Reply {
  return page(status, title, body, { crumbs: crumbsOf(facts, request.language, fileAddress(request)) })
}

export function crumbsOf(facts: FilePageFacts, language: Language, href: string): Crumb[] {
  return [{ label: fileTexts.file(facts.opportunity.number)[language], href }]
}

/** A page with one form: what it is called, what it shows, what stands in its fields at first. */
export type FormPage = {
  readonly title: Text
  readonly view: (props: DecisionProps) => VNode
  readonly begun?: (facts: FilePageFacts, language: Language) => Form
}

/** Shows the form to whom it concerns now; anybody else who may see the file is led to it. */
export const shows =
  (pattern: string, form: FormPage) =>
  async (app: App, request: StaffRequest): Promise<Reply> => {
    const facts = await fileAsked(app, request)
    if (!facts) return unknown
    if (!facts.acts.some((act) => act.pattern === pattern)) return toFile(request)
    return formPage(200, request, facts, form, form.begun?.(facts, request.language) ?? {}, [])
  }

export function formPage(
  status: 200 | 409 | 422,
  request: StaffRequest,
  facts: FilePageFacts,
  { title, view: View }: FormPage,
  form: Form,
  problems: Problems,
): Reply {
  const { actor, language } = request
  const body = <View facts={facts} actor={actor} language={language} form={form} problems={problems} />
  return underFile(status, request, facts, `${title[language]} – ${titleOf(facts, language)}`, body)
}

/** The same form again with what was typed, after a problem with the text (422) or with the wish (409). */
export async function again(
  status: 409 | 422,
  app: App,
  request: StaffRequest,
  form: FormPage,
  problems: Problems,
): Promise<Reply> {
  const facts = await fileAsked(app, request)
  return facts ? formPage(status, request, facts, form, request.form, problems) : unknown
}

/** A refusal as a problem at the field it is about. */
export function refused(because: OpportunityRefusal): Problems {
  return [{ field: fieldsOfRefusals[because] ?? '', text: refusals[because] }]
}

const fieldsOfRefusals: Partial<Record<OpportunityRefusal, string>> = {
  reason_missing: 'reason',
  public_reason_missing: 'public',
  in_the_past: 'closing_day',
  not_later: 'closing_day',
  selection_before_closing: 'selection_day',
  delivery_before_selection: 'delivery_day',
  year_end_funds: 'delivery_day',
  amount_too_low: 'amount',
  wrong_fiscal_year: 'fiscalYear',
  year_end_undecided: 'payable',
  halves_missing: '',
}
