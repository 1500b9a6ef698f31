import { z } from 'zod'
import { forStaff, type Routes } from '../accounts/routing.ts'
import { type Staff, scopeOf } from '../accounts/rules.ts'
import { findOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import type { Decision } from '../platform/decision.ts'
import { choice, optional, type Problems, parseForm } from '../platform/forms.ts'
import { type Asked, type Form, page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { policyOf } from '../policy/store.ts'
import { confirmExclusion, judgePair } from './commands.duplicates.ts'
import { comparedApplications, resemblancesOf } from './duplicates.store.ts'
import { type DuplicateRefusal, exclusionReasons, type Judgement, may } from './duplicates.ts'
import { evaluatedFile } from './store.ts'
import { duplicateRefusals, duplicateTexts as texts } from './texts.duplicates.ts'
import { type DuplicateFacts, DuplicatesPage } from './views.duplicates.tsx'

type Request = Asked<Staff>

/** Names side by side: asked by nobody who evaluates, and only while the evaluation is under way. */
function factsFor(app: App, { actor, params: { id } }: Request): Promise<DuplicateFacts | undefined> {
  return app.read(scopeOf(actor), async (tx) => {
    const opportunity = isId(id) ? await findOpportunity(tx, id) : undefined
    if (!opportunity) return undefined
    const file = await evaluatedFile(tx, opportunity)
    if (!may.see(actor, file)) return undefined
    const { zone } = await policyOf(tx, opportunity.departmentId, await tx.now())
    const applications = await comparedApplications(tx, opportunity.id)
    return { opportunity, file, zone, applications, pairs: await resemblancesOf(tx, opportunity.id) }
  })
}

async function judge(app: App, request: Request): Promise<Reply> {
  const asked = parseForm(judgementForm, request.form)
  if (!asked.ok) return reply(app, request, 422, request.form, asked.problems)
  const { pair: pairId, says, because, note } = asked.value
  const judgement: Judgement =
    says === 'distinct' ? { says, note } : { says: 'exclude', note, because, excludedId: says }
  return acted(app, request, 'note', (opportunityId) =>
    judgePair(app, request.actor, { opportunityId, pairId, judgement }),
  )
}

const decide =
  (says: 'yes' | 'no') =>
  (app: App, request: Request): Promise<Reply> =>
    acted(app, request, '', (opportunityId) =>
      confirmExclusion(app, request.actor, { opportunityId, pairId: typed(request.form, 'pair'), says }),
    )

export const duplicateRoutes = {
  'GET /files/:id/duplicates': forStaff(['program_team', 'procurement'], (app, request) => reply(app, request, 200)),
  'POST /files/:id/duplicates': forStaff(['program_team'], judge),
  'POST /files/:id/duplicates/confirmation': forStaff(['procurement'], decide('yes')),
  'POST /files/:id/duplicates/return': forStaff(['procurement'], decide('no')),
} satisfies Routes

const judgementForm = z.object({
  pair: z.uuid(),
  says: z.union([z.literal('distinct'), z.uuid()]),
  because: choice(exclusionReasons),
  note: optional(2_000),
})

async function acted(
  app: App,
  request: Request,
  field: string,
  act: (opportunityId: string) => Promise<Decision<unknown, DuplicateRefusal>>,
): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const { id } = facts.opportunity
  const decision = await act(id)
  if (decision.ok) return seeOther(path('/files/:id/duplicates', request.language, { id }))
  const problems = [{ field, text: duplicateRefusals[decision.because] }]
  return reply(app, request, 409, request.form, problems)
}

async function reply(
  app: App,
  request: Request,
  status: 200 | 409 | 422,
  values: Form = {},
  errors: Problems = [],
): Promise<Reply> {
  const { actor, language } = request
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const { id, number } = facts.opportunity
  const crumbs = [{ label: texts.file(number)[language], href: path('/files/:id', language, { id }) }]
  const body = <DuplicatesPage {...{ actor, language, facts, values, errors }} />
  return page(status, texts.title[language], body, { crumbs })
}
