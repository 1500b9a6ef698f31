import { z } from 'zod'
import { forStaff, type Routes } from '../accounts/routing.ts'
import { type Staff, scopeOf } from '../accounts/rules.ts'
import { findOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import type { Decision } from '../platform/decision.ts'
import { choice, formTexts, optional, type Problems, parseForm, saying } from '../platform/forms.ts'
import { type Asked, type Form, page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { policyOf } from '../policy/store.ts'
import { askForReturn, confirmExclusion, judgePair, takeExclusionBack } from './commands.duplicates.ts'
import { comparedApplications, resemblancesOf } from './duplicates.store.ts'
import { type DuplicateRefusal, exclusionReasons, type Judgement, may } from './duplicates.ts'
import { evaluatedFile } from './store.ts'
import { duplicateRefusals, duplicateTexts as texts } from './texts.duplicates.ts'
import { type DuplicateFacts, DuplicatesPage, fieldOf } from './views.duplicates.tsx'

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
  const pairId = typed(request.form, 'pair')
  const asked = parseForm(judgementForm, ofPair(request.form, pairId))
  if (!asked.ok) return reply(app, request, 422, request.form, atPair(asked.problems, pairId))
  const { says, because, note } = asked.value
  if (says !== 'distinct' && because === '')
    return reply(app, request, 422, request.form, atPair([{ field: 'because', text: formTexts.chooseOne }], pairId))
  const judgement: Judgement =
    says === 'distinct' || because === ''
      ? { says: 'distinct', note }
      : { says: 'exclude', note, because, excludedId: says }
  return acted(app, request, 'note', (opportunityId) =>
    judgePair(app, request.actor, { opportunityId, pairId, judgement }),
  )
}

async function askBack(app: App, request: Request): Promise<Reply> {
  const pairId = typed(request.form, 'pair')
  const asked = parseForm(backForm, ofPair(request.form, pairId))
  if (!asked.ok) return reply(app, request, 422, request.form, atPair(asked.problems, pairId))
  return acted(app, request, 'back', (opportunityId) =>
    askForReturn(app, request.actor, { opportunityId, pairId, because: asked.value.back }),
  )
}

const takeBack =
  (says: 'yes' | 'no') =>
  (app: App, request: Request): Promise<Reply> =>
    acted(app, request, '', (opportunityId) =>
      takeExclusionBack(app, request.actor, { opportunityId, pairId: typed(request.form, 'pair'), says }),
    )

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
  'POST /files/:id/duplicates/readmission': forStaff(['program_team'], askBack),
  'POST /files/:id/duplicates/readmission/confirmation': forStaff(['procurement'], takeBack('yes')),
  'POST /files/:id/duplicates/readmission/return': forStaff(['procurement'], takeBack('no')),
} satisfies Routes

const judgementForm = z.object({
  says: z
    .string({ error: saying(formTexts.required) })
    .refine((said) => said === 'distinct' || isId(said), saying(formTexts.chooseOne)),
  because: z.union([z.literal(''), choice(exclusionReasons)]).default(''),
  note: optional(2_000),
})
const backForm = z.object({ back: optional(2_000) })

/** What was typed in the forms of one pair, each field of which is named after it: a page holds several pairs. */
const ofPair = (form: Form, pairId: string): Form =>
  Object.fromEntries(['says', 'because', 'note', 'back'].map((name) => [name, typed(form, fieldOf(name, pairId))]))
const atPair = (problems: Problems, pairId: string): Problems =>
  problems.map(({ field, text }) => ({ field: fieldOf(field, pairId), text }))

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
  const problems = atPair([{ field, text: duplicateRefusals[decision.because] }], typed(request.form, 'pair'))
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
