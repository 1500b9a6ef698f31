import { holds, type Staff } from '../accounts/rules.ts'
import { eventNames } from '../history/kinds.ts'
import type { Tx } from '../platform/db.ts'
import { formatInstant } from '../platform/format.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { stepEstimates } from '../policy/steps.ts'
import { type ShownEvent, staffAmong } from './store.record.ts'
import { recordTexts } from './texts.record.ts'

/** One event in words. */
export type RecordLine = {
  readonly id: string
  readonly when: string
  readonly what: string
  readonly who: string
  /** Its number; and its address, for whoever may open it. */
  readonly file: { readonly number: string; readonly href: string | undefined } | undefined
}

/** Events as sentences, with names of staff; suppliers are never named, so that no reader learns who applied. */
export async function recordLines(
  tx: Tx,
  actor: Staff,
  language: Language,
  events: readonly ShownEvent[],
): Promise<RecordLine[]> {
  const ids = events.map(({ actorId }) => actorId).filter((id) => id !== null)
  const names = await staffAmong(tx, actor.departmentId, ids)
  const reads = holds(actor, 'program_team', 'procurement', 'observer')
  return events.map((event) => ({
    id: event.id,
    when: formatInstant(event.at, actor.timeZone, language),
    what: whatOf(event, language),
    who: whoOf(event, names)[language] ?? '',
    file:
      event.fileId === null || event.fileNumber === null
        ? undefined
        : { number: event.fileNumber, href: reads ? path('/requests/:id', language, { id: event.fileId }) : undefined },
  }))
}

const namesByKind: Readonly<Record<string, Text | undefined>> = eventNames

/** What happened; for a step, which one. */
function whatOf({ kind, body }: ShownEvent, language: Language): string {
  const name = namesByKind[kind]?.[language] ?? kind
  if (!kind.startsWith('step.')) return name
  const facts: unknown = JSON.parse(body)
  const step = typeof facts === 'object' && facts !== null && 'step' in facts ? facts.step : undefined
  const known = stepEstimates.find((estimate) => estimate.step === step)
  return known ? `${name}${language === 'fr' ? '\u00a0' : ''}: ${known.name[language]}` : name
}

/** Somebody who works here and applies is a supplier like any other. */
function whoOf({ kind, actorKind, actorId }: ShownEvent, names: ReadonlyMap<string, string>): Text {
  if (actorKind === 'system') return recordTexts.system
  if (actorKind === 'person' && kind.startsWith('application.')) return recordTexts.supplier
  if (actorKind === 'visitor' || actorId === null) return recordTexts.visitor
  const name = names.get(actorId)
  return name === undefined ? recordTexts.supplier : { en: name, fr: name }
}
