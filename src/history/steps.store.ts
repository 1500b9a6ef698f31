import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { StepEvent } from './durations.ts'
import { type Step, steps } from './steps.ts'

/** The step events of these files, oldest first, by file; in one statement. A file without any is not in the answer. */
export async function stepEventsOf(
  tx: Tx,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StepEvent[]>> {
  const events = new Map<string, StepEvent[]>()
  if (fileIds.length === 0) return events
  const rows = await tx
    .selectFrom('historyEvents')
    .where('fileId', '=', sql<string>`any(${fileIds}::uuid[])`)
    .where('subjectType', '=', 'step')
    .select(['fileId', 'kind', 'at', 'body'])
    .orderBy('at')
    .orderBy('id')
    .execute()
  for (const { fileId, kind, at, body } of rows) {
    if (fileId === null || !isStepKind(kind)) continue
    const { step, working } = read(body)
    events.set(fileId, [...(events.get(fileId) ?? []), { kind, step, at, working }])
  }
  return events
}

function read(body: string): { step: Step; working: number | null } {
  const facts: Record<string, unknown> = JSON.parse(body)
  const step = steps.find((known) => known === facts.step)
  if (!step) throw new Error(`an unknown step is in the record: ${String(facts.step)}`)
  return { step, working: typeof facts.working === 'number' ? facts.working : null }
}

const stepKinds = ['step.started', 'step.ended', 'step.skipped'] as const
const isStepKind = (kind: string): kind is (typeof stepKinds)[number] => stepKinds.some((known) => known === kind)
