import { forStaff, type Routes } from '../accounts/routing.ts'
import { scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { formatInstant, formatMoney, formatNumber } from '../platform/format.ts'
import type { Problems } from '../platform/forms.ts'
import { type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { zoneName } from '../platform/zones.ts'
import { suggestedClosing } from '../policy/posting.ts'
import { estimatePrice } from '../policy/taxes.ts'
import { opportunityOf } from '../requests/store.ts'
import { amendmentsOf } from './amendments.store.ts'
import { saveStatement, startStatement } from './commands.writing.ts'
import {
  differences,
  parseStatement,
  rowButton,
  seenVersion,
  statementTyped,
  type Typed,
  typedStatement,
  withoutRow,
  withRow,
} from './forms.statement.ts'
import { rateOf } from './forms.ts'
import { buildNotice, departmentOf } from './notice.ts'
import type { FilePageFacts } from './pages.ts'
import { changeRoutes } from './routes.changes.tsx'
import { declarationRoutes } from './routes.declarations.tsx'
import { everyRole, fileAddress, fileAsked, refused, type StaffRequest, toFile, underFile } from './routes.file.tsx'
import { readinessRoutes } from './routes.readiness.tsx'
import { splittingFileRoutes } from './routes.splitting.tsx'
import { timelineRoutes } from './routes.timeline.tsx'
import { ceilingOf } from './rules.readiness.ts'
import { can } from './rules.ts'
import { decisionTexts } from './texts.decisions.ts'
import { builderTexts } from './texts.statement.ts'
import { BuilderPage, type BuilderProps } from './views.builder.tsx'
import { titleOf } from './views.file.tsx'
import { PreviewPage } from './views.readiness.tsx'

const writers = ['client', 'program_team'] as const

export const opportunityRoutes = {
  'POST /requests/:id/statement': forStaff(writers, start),
  'GET /files/:id/statement': forStaff(writers, showBuilder),
  'POST /files/:id/statement': forStaff(writers, build),
  'GET /files/:id/preview': forStaff(everyRole, showPreview),
  ...readinessRoutes,
  ...changeRoutes,
  ...declarationRoutes,
  ...splittingFileRoutes,
  ...timelineRoutes,
} satisfies Routes

async function start(app: App, request: StaffRequest): Promise<Reply> {
  const { actor, params, language } = request
  const requestId = params.id
  if (!isId(requestId)) return unknown
  const decision = await startStatement(app, actor, { requestId })
  if (decision.ok) return seeOther(path('/files/:id/statement', language, { id: decision.value.id }))
  if (decision.because !== 'already_started') return seeOther(path('/requests/:id', language, { id: requestId }))
  const id = await app.read(scopeOf(actor), (tx) => opportunityOf(tx, requestId))
  return id ? seeOther(path('/files/:id', language, { id })) : unknown
}

async function showBuilder(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts) return unknown
  if (facts.opportunity.state !== 'draft' || !can.write(request.actor, facts.opportunity)) return toFile(request)
  return builderPage(200, request, facts, fieldsOf(facts, request.language), { saved: request.query.saved === '1' })
}

/** Every button of the builder: a row more or less, the price worked out, saved, or saved and checked. */
async function build(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts) return unknown
  const { actor, form, language } = request
  if (!can.write(actor, facts.opportunity)) return unknown
  const seen = seenVersion(form)
  const fields = typedStatement(form)
  const button = rowButton(fields)
  if (button) {
    const { list, remove } = button
    const changed = remove === null ? withRow(fields, list) : withoutRow(fields, list, remove)
    return builderPage(200, request, facts, changed, { seen })
  }
  if (typed(form, 'do') === 'estimate')
    return builderPage(200, request, facts, estimated(facts, fields, language), { seen })

  const asked = parseStatement(fields, facts.policy.zone)
  if (!asked.ok) return builderPage(422, request, facts, fields, { seen, problems: asked.problems })

  const decision = await saveStatement(app, actor, { id: facts.opportunity.id, seen, statement: asked.value })
  if (decision.ok)
    return seeOther(
      typed(form, 'do') === 'check'
        ? fileAddress(request, '/files/:id/readiness')
        : `${fileAddress(request, '/files/:id/statement')}?saved=1`,
    )
  // Asked again: somebody may have saved between the reading above and the command.
  const current = (await fileAsked(app, request)) ?? facts
  const problems = refused(decision.because)
  if (decision.because !== 'stale') return builderPage(409, request, current, fields, { seen, problems })
  const saved = fieldsOf(current, language)
  return builderPage(409, request, current, fields, { problems, stale: differences(saved, fields) })
}

function builderPage(
  status: 200 | 409 | 422,
  request: StaffRequest,
  facts: FilePageFacts,
  fields: Typed,
  more: { seen?: number; problems?: Problems; saved?: boolean; stale?: BuilderProps['stale'] },
): Reply {
  const { language } = request
  const { opportunity } = facts
  const { id, number, version } = opportunity
  const body = (
    <BuilderPage
      language={language}
      id={id}
      number={number}
      fields={fields}
      seen={more.seen ?? version}
      problems={more.problems ?? []}
      said={saidOf(facts, fields, language)}
      returnedBecause={opportunity.state === 'draft' ? opportunity.returnedBecause : ''}
      saved={more.saved ?? false}
      stale={more.stale ?? []}
    />
  )
  return underFile(status, request, facts, `${builderTexts.title[language]} – ${titleOf(facts, language)}`, body)
}

/** The statement as it is saved, in the fields of the builder. */
const fieldsOf = ({ statement, policy }: FilePageFacts, language: Language): Typed =>
  statementTyped(statement, policy.zone, (amount) => formatMoney(amount, language))

/** The price from the rate typed and the hours, put where the price is; both stay changeable. */
function estimated({ policy }: FilePageFacts, fields: Typed, language: Language): Typed {
  const [rate, hours] = [rateOf(fields.rate ?? ''), hoursTyped(fields)]
  if (rate === undefined || hours === undefined) return fields
  return { ...fields, price: formatMoney(estimatePrice(rate, hours, policy.adminHours), language) }
}

const hoursTyped = ({ hours = '' }: Typed): number | undefined =>
  /^[1-9]\d{0,3}$/.test(hours.trim()) ? Number(hours.trim()) : undefined

/** Sentences worked out from the policy: the ceiling, suggested prices and the suggested closing. */
function saidOf({ policy, now }: FilePageFacts, fields: Typed, language: Language): BuilderProps['said'] {
  const money = (amount: Parameters<typeof formatMoney>[0]) => formatMoney(amount, language)
  const today = dayOf(now, policy.zone)
  const { min, max } = policy.hourlyRate
  const [hours, rate] = [hoursTyped(fields), rateOf(fields.rate ?? '')]
  const admin = formatNumber(policy.adminHours, language)
  const whole = hours === undefined ? '' : formatNumber(hours, language)
  const price =
    hours === undefined
      ? null
      : rate === undefined
        ? builderTexts.range(
            whole,
            admin,
            money(estimatePrice(min, hours, policy.adminHours)),
            money(estimatePrice(max, hours, policy.adminHours)),
          )[language]
        : builderTexts.estimated(whole, admin, money(rate), money(estimatePrice(rate, hours, policy.adminHours)))[
            language
          ]
  return {
    price,
    ceiling: builderTexts.ceiling(money(ceilingOf(policy, today)), money(policy.limitIncludingTax))[language],
    rate: builderTexts.rateHint(money(min), money(max))[language],
    closing: builderTexts.closingHint(
      formatInstant(suggestedClosing(policy, today), policy.zone, language),
      zoneName(policy.zone)[language],
    )[language],
    delivery: builderTexts.deliveryHint(formatNumber(policy.deliveryHoursPerWeek, language))[language],
  }
}

async function showPreview(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts) return unknown
  const { language, actor } = request
  const { opportunity, statement, policy, now } = facts
  const notice = await app.read(scopeOf(actor), async (tx) =>
    buildNotice(statement, {
      ...{ opportunityId: opportunity.id, slug: opportunity.slug, number: opportunity.number },
      ...{ posting: opportunity.posting, policy, publishedAt: now, ended: null },
      department: await departmentOf(tx, opportunity.departmentId),
      amendments: await amendmentsOf(tx, opportunity.id),
    }),
  )
  const title = `${decisionTexts.previewTitle[language]} – ${titleOf(facts, language)}`
  return underFile(200, request, facts, title, <PreviewPage facts={facts} language={language} notice={notice} />)
}
