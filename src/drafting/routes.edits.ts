import { forStaff, type Routes } from '../accounts/routing.ts'
import { type Staff, scopeOf } from '../accounts/rules.ts'
import { can } from '../opportunities/rules.ts'
import { findOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import { type Asked, content, type Reply, typed, unknown } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { clockOf } from '../platform/time.ts'
import { saveChanges } from './commands.ts'
import { sentChanges } from './forms.ts'
import { type DraftFacts, draftFacts, shapeOf } from './pages.ts'
import { fieldNamed, markOf, marksOf, typedOf } from './rules.fields.ts'
import { removeHere, saveHere } from './store.presence.ts'
import { refusals } from './texts.ts'
import { hereSentences } from './views.builder.tsx'

const writers = ['client', 'program_team'] as const

/** What the script of the builder asks and sends; the page works without. */
export const editRoutes = {
  'GET /files/:id/edits': forStaff(writers, look),
  'POST /files/:id/edits': forStaff(writers, save),
  'POST /files/:id/presence': forStaff(writers, beHere),
} satisfies Routes

type StaffRequest = Asked<Staff>

const json = (value: unknown): Reply => content('application/json; charset=utf-8', JSON.stringify(value))

/** What is new since the version and the shape that the page shows; with the fields, when anything is. */
async function look(app: App, { actor, params, query, language }: StaffRequest): Promise<Reply> {
  const { id } = params
  const facts = isId(id) ? await app.read(scopeOf(actor), (tx) => draftFacts(tx, actor, id)) : undefined
  if (!facts || !can.write(actor, facts.opportunity)) return unknown
  const { opportunity, written, policy } = facts
  if (opportunity.state !== 'draft') return json({ ended: true, said: refusals.wrong_state[language] })
  const shape = shapeOf(facts)
  const same = query.version === String(opportunity.version) && query.shape === shape
  const fields = typedOf(written, policy.zone, language)
  return json({
    ...{ version: opportunity.version, shape, here: hereSentences(facts, language) },
    ...(same ? {} : { fields, marks: marksOf(fields) }),
  })
}

/** Saves changes of single fields; says what became of each, and the mark of what now stands there. */
async function save(app: App, request: StaffRequest): Promise<Reply> {
  const { actor, params, form, language } = request
  const { id } = params
  const changes = sentChanges(form)
  if (!isId(id) || !(await mayWrite(app, actor, id))) return unknown
  if (!changes) return json({ ok: false, said: refusals.too_long[language] })

  const decision = await saveChanges(app, actor, { id, changes })
  if (!decision.ok) return json({ ok: false, said: refusals[decision.because][language] })
  const { version, outcomes, at } = decision.value
  const facts: DraftFacts | undefined = await app.read(scopeOf(actor), (tx) => draftFacts(tx, actor, id))
  const zone = facts?.policy.zone ?? 'UTC'
  const values = new Map(changes.map(({ name, value }) => [name, value]))
  return json({
    ...{ ok: true, version, at: clockOf(at, zone).padEnd(8, ':00').slice(0, 8) },
    outcomes: outcomes.map(({ name, outcome }) => ({ name, outcome, mark: markOf(name, values.get(name) ?? '') })),
  })
}

/** Says that this person has the page open and in which field they are, or that they leave. */
async function beHere(app: App, { actor, params, form }: StaffRequest): Promise<Reply> {
  const { id } = params
  if (!isId(id)) return unknown
  const field = typed(form, 'field')
  const known = fieldNamed(field) ? field : ''
  const done = await app.transaction(scopeOf(actor), async (tx) => {
    const opportunity = await findOpportunity(tx, id)
    if (!opportunity || !can.write(actor, opportunity)) return false
    if (typed(form, 'leaves') === 'yes') await removeHere(tx, id, actor.id)
    else await saveHere(tx, opportunity, { personId: actor.id, field: known, seenAt: await tx.now() })
    return true
  })
  return done ? json({ ok: true }) : unknown
}

async function mayWrite(app: App, actor: Staff, id: string): Promise<boolean> {
  const opportunity = await app.read(scopeOf(actor), (tx) => findOpportunity(tx, id))
  return opportunity !== undefined && can.write(actor, opportunity)
}
