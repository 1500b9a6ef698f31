import { type Actor, scopeOf } from '../accounts/rules.ts'
import { record } from '../history/record.ts'
import { recordWork as recordWorkOn } from '../history/steps.ts'
import type { App } from '../platform/app.ts'
import { type Decision, no } from '../platform/decision.ts'
import type { Text } from '../platform/i18n.ts'
import * as rules from './rules.ts'
import { begunSteps, insertFigure, saveNote } from './store.ts'

/** Enters a figure that only a person can know. The newest of a label counts; the record keeps them all. */
export function enterFigure(
  app: App,
  actor: Actor,
  input: rules.Figure,
): Promise<Decision<{ metric: rules.EnteredMetric }, rules.EnterRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const decision = rules.enterFigure(actor, input)
    if (!decision.ok) return decision

    const { metric, departmentId } = decision.value
    const { label, value } = input
    const at = await tx.now()
    await insertFigure(tx, app, { departmentId, metric, label, value, enteredBy: personOf(actor), at })
    await record(tx, app.random, {
      ...{ departmentId, kind: 'measure.entered', fileId: null, actor, at },
      subject: { type: 'department', id: departmentId },
      facts: { metric, value },
    })
    return decision
  })
}

/** Explains a figure in both languages. A new note takes the place of the one before. */
export function writeVarianceNote(
  app: App,
  actor: Actor,
  input: { subject: string; note: Text },
): Promise<Decision<{ subject: rules.Noted }, rules.NoteRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const decision = rules.writeNote(actor, input)
    if (!decision.ok) return decision

    const { subject, departmentId } = decision.value
    const at = await tx.now()
    await saveNote(tx, app, { departmentId, metric: subject, text: input.note, writtenBy: personOf(actor), at })
    await record(tx, app.random, {
      ...{ departmentId, kind: 'measure.note_written', fileId: null, actor, at },
      subject: { type: 'department', id: departmentId },
      facts: { about: subject },
    })
    return decision
  })
}

/** Records working time on a step of the file with this number. */
export function recordWork(
  app: App,
  actor: Actor,
  input: { number: string; step: string; days: number },
): Promise<Decision<{ step: string }, rules.WorkRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const { number, step, days } = input
    const file = actor.kind === 'staff' ? await begunSteps(tx, actor.departmentId, number) : undefined
    const decision = rules.recordWork(actor, { step, days, begun: file?.steps ?? [] })
    if (!decision.ok) return decision
    if (!file) return no('not_begun')

    const { departmentId } = decision.value
    const on = { departmentId, fileId: file.id, step: decision.value.step, actor, at: await tx.now() }
    await recordWorkOn(tx, app.random, { ...on, workingDays: days })
    return decision
  })
}

const personOf = (actor: Actor): string | null => ('id' in actor ? actor.id : null)
