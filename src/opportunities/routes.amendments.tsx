import type { VNode } from 'preact'
import { forStaff, type Routes } from '../accounts/routing.ts'
import { scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { formatMoney } from '../platform/format.ts'
import { cleaned, formTexts, type Problem, type Problems, parseForm } from '../platform/forms.ts'
import { type Form, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import { type Language, languages, type Text } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { pendingOf } from './amendments.store.ts'
import { amend, decideAmendment, discardAmendment, type Wanted } from './commands.changes.ts'
import { parseStatement, seenVersion, statementTyped, type Typed, typedStatement } from './forms.statement.ts'
import { amendmentReasons, decisionForm } from './forms.ts'
import type { FilePageFacts } from './pages.ts'
import { reasonProblems } from './publicReason.ts'
import { fileAddress, fileAsked, refused, type StaffRequest, toFile, underFile } from './routes.file.tsx'
import { amended, type Change, type CriteriaList, criteriaLists, numberOf, onCriterion } from './rules.amended.ts'
import { type Dates, datesAfter, type Pending } from './rules.changes.ts'
import { limits, mostRows } from './rules.limits.ts'
import { can, type Statement } from './rules.ts'
import { amendmentTexts as texts } from './texts.amendments.ts'
import { decisionTexts } from './texts.decisions.ts'
import { refusals } from './texts.ts'
import { AmendmentDecisionPage, AmendmentPage, addedField, removedField } from './views.amendments.tsx'

const amenders = ['program_team', 'procurement'] as const

export const amendmentRoutes = {
  'GET /files/:id/amendments': forStaff(amenders, show),
  'POST /files/:id/amendments': forStaff(amenders, write),
  'GET /files/:id/amendments/decision': forStaff(['procurement'], showDecision),
  'POST /files/:id/amendments/decision': forStaff(['procurement'], decide),
} satisfies Routes

type Facts = { readonly file: FilePageFacts; readonly pending: Pending | undefined; readonly dates: Dates | undefined }

async function factsFor(app: App, request: StaffRequest): Promise<Facts | undefined> {
  const { id } = request.params
  const file = await fileAsked(app, request)
  if (!file || !isId(id)) return undefined
  const pending = await app.read(scopeOf(request.actor), (tx) => pendingOf(tx, id))
  const { opportunity, now, policy } = file
  const dates =
    pending && opportunity.state === 'open' ? datesAfter(opportunity, pending.changes, { now, policy }) : undefined
  return { file, pending, dates }
}

async function show(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  if (facts.file.opportunity.state !== 'open' || !can.amend(request.actor, facts.file.opportunity))
    return toFile(request)
  return writing(200, request, facts, begun(facts, request.language), [])
}

/** Keeps, sends to procurement, posts or drops the amendment: which, the button says. */
async function write(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const { actor, form } = request
  const id = request.params.id ?? ''
  if (typed(form, 'do') === 'discard') {
    const dropped = await discardAmendment(app, actor, { id })
    return dropped.ok
      ? toFile(request)
      : writing(409, request, facts, begun(facts, request.language), refused(dropped.because))
  }
  const { statement, policy } = facts.file
  const fields = { ...typedOf(statement, facts, request.language), ...typedStatement(form) }
  const asked = parseStatement(fields, policy.zone)
  const said = parseForm(amendmentReasons, form)
  const problems: Problem[] = [
    ...(asked.ok ? [] : asked.problems),
    ...criteriaProblems(statement, fields),
    ...(said.ok ? [] : said.problems),
  ]
  if (!asked.ok || !said.ok || problems.length > 0) return writing(422, request, facts, form, problems)

  const reason = { en: said.value.reason_en, fr: said.value.reason_fr }
  const decision = await amend(app, actor, {
    ...{ id, seen: seenVersion(form), wanted: wantedOf(statement, asked.value, fields) },
    reason,
    step: stepOf(typed(form, 'do')),
  })
  if (!decision.ok)
    return writing(409, request, facts, form, amendProblems(decision.because, reasonProblems(id, reason, 'reason')))
  return decision.value.state === 'posted' ? toFile(request) : seeOther(fileAddress(request, '/files/:id/amendments'))
}

async function showDecision(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  return deciding(200, request, facts, {}, [])
}

async function decide(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const asked = parseForm(decisionForm, request.form)
  if (!asked.ok) return deciding(422, request, facts, request.form, asked.problems)

  const seen = typed(request.form, 'seen')
  const { decision: says, reason } = asked.value
  const input = { id: request.params.id ?? '', says, reason, ...(seen === '' ? {} : { seen }) }
  const decision = await decideAmendment(app, request.actor, input)
  if (!decision.ok) return deciding(409, request, facts, request.form, refused(decision.because))
  return toFile(request)
}

function writing(status: 200 | 409 | 422, request: StaffRequest, facts: Facts, form: Form, problems: Problems): Reply {
  const { actor, language } = request
  const { file, pending, dates } = facts
  const view = <AmendmentPage {...{ facts: file, pending, dates, actor, language, form, problems }} />
  return titled(status, request, file, decisionTexts.amendTitle, view)
}

/** Nothing to decide on any more: whoever comes is led to where it stands. */
function deciding(status: 200 | 409 | 422, request: StaffRequest, facts: Facts, form: Form, problems: Problems): Reply {
  const { actor, language } = request
  const { file, pending, dates } = facts
  if (pending?.state !== 'in_review') return seeOther(fileAddress(request, '/files/:id/amendments'))
  const view = <AmendmentDecisionPage {...{ facts: file, pending, dates, actor, language, form, problems }} />
  return titled(status, request, file, texts.decideTitle, view)
}

const titled = (status: 200 | 409 | 422, request: StaffRequest, file: FilePageFacts, title: Text, view: VNode): Reply =>
  underFile(status, request, file, title[request.language], view)

/** The fields as the notice and the amendment on its way say them. */
function begun(facts: Facts, language: Language): Form {
  const { pending, file } = facts
  if (!pending) return typedOf(file.statement, facts, language)
  const { changes, reason } = pending
  const reworded = changes.filter((change) => (onCriterion(change)?.does ?? 'reword') === 'reword')
  return {
    ...typedOf(amended(file.statement, reworded), facts, language),
    ...Object.fromEntries(criteriaLists.flatMap((list) => begunIn(list, file.statement, changes))),
    ...{ reason_en: reason.en, reason_fr: reason.fr },
  }
}

/** The boxes of the criteria that go, and the fields of those that come. */
function begunIn(list: CriteriaList, statement: Statement, changes: readonly Change[]): [string, string][] {
  const own = changes.flatMap((change) => {
    const on = onCriterion(change)
    return on?.list === list ? [{ ...on, after: change.after }] : []
  })
  const gone = own.filter(({ does }) => does === 'take_away').map(({ number }) => number)
  const goes = statement[list].flatMap((row, place): [string, string][] =>
    gone.includes(numberOf(row, place)) ? [[removedField(list, place), 'yes']] : [],
  )
  const comes = own
    .filter(({ does }) => does === 'add')
    .flatMap(({ after }, place): [string, string][] => [
      [`${addedField(list, place)}_en`, after.en],
      [`${addedField(list, place)}_fr`, after.fr],
    ])
  return [...goes, ...comes]
}

const typedOf = (statement: Statement, { file }: Facts, language: Language): Typed =>
  statementTyped(statement, file.policy.zone, (amount) => formatMoney(amount, language))

/** A criterion goes by its box, not by losing its words; a new one is as long as any. */
const criteriaProblems = (statement: Statement, fields: Typed): Problem[] =>
  criteriaLists.flatMap((list) => {
    const of = (name: string) => cleaned(fields[name] ?? '')
    const emptied = statement[list].flatMap((_, place) => {
      const name = `${list}.${place}`
      const stays = fields[removedField(list, place)] !== 'yes' && of(`${name}_en`) === '' && of(`${name}_fr`) === ''
      return stays ? [{ field: `${name}_en`, text: texts.emptied }] : []
    })
    const tooLong = addedIn(list, fields).flatMap((words, place) =>
      languages
        .filter((language) => words[language].length > limits[list])
        .map((language) => ({
          field: `${addedField(list, place)}_${language}`,
          text: formTexts.tooLong(limits[list]),
        })),
    )
    return [...emptied, ...tooLong]
  })

/** New criteria, those with words in either language. */
const addedIn = (list: CriteriaList, fields: Typed): Text[] =>
  Array.from({ length: mostRows[list] }, (_, place) => ({
    en: cleaned(fields[`${addedField(list, place)}_en`] ?? ''),
    fr: cleaned(fields[`${addedField(list, place)}_fr`] ?? ''),
  })).filter(({ en, fr }) => en !== '' || fr !== '')

/** Other rows stay where they are, even those whose words were taken away: that is refused by its own sentence. */
function wantedOf(before: Statement, asked: Statement, fields: Typed): Wanted {
  const words = (list: string, place: number): Text => ({
    en: cleaned(fields[`${list}.${place}_en`] ?? ''),
    fr: cleaned(fields[`${list}.${place}_fr`] ?? ''),
  })
  const criteria = (list: CriteriaList) => [
    ...before[list].flatMap((row, place) =>
      fields[removedField(list, place)] === 'yes' ? [] : [{ ...row, ...words(list, place) }],
    ),
    ...addedIn(list, fields),
  ]
  const { title, teaser, team, background, work, licence, price, hours, selectionDay, deliveryDay } = asked
  return {
    ...{ title, teaser, team, background, work, licence, hours, price },
    ...{ selectionDay: selectionDay ?? before.selectionDay, deliveryDay: deliveryDay ?? before.deliveryDay },
    repository: { ...before.repository, url: asked.repository.url },
    skills: before.skills.map((row, place) => ({ ...row, ...words('skills', place) })),
    workCriteria: criteria('workCriteria'),
    applicationCriteria: criteria('applicationCriteria'),
    provisions: before.provisions.map((row, place) => ({ ...row, text: words('provisions', place) })),
  }
}

const stepOf = (button: string): 'keep' | 'submit' | 'post' =>
  button === 'keep' || button === 'submit' ? button : 'post'

/** A refusal at the field it is about; marks of the scan that stand in the reason, at the reason. */
function amendProblems(because: keyof typeof refusals, inReason: Problems): Problems {
  if (because === 'unresolved_marks' && inReason.length > 0) return inReason
  const fields: Partial<Record<keyof typeof refusals, string>> = {
    reason_missing: 'reason_en',
    earlier_date: 'delivery_day',
    dates_out_of_order: 'delivery_day',
    above_limit: 'price',
    above_commitment: 'price',
    year_end_funds: 'delivery_day',
  }
  return [{ field: fields[because] ?? '', text: refusals[because] }]
}
