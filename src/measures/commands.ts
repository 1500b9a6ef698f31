import { type Actor, scopeOf } from '../accounts/rules.ts'
import { record } from '../history/record.ts'
import type { App } from '../platform/app.ts'
import type { Decision } from '../platform/decision.ts'
import type { Text } from '../platform/i18n.ts'
import * as rules from './rules.ts'
import { insertFigure, saveNote } from './store.ts'

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

const personOf = (actor: Actor): string | null => ('id' in actor ? actor.id : null)
