import { holds, type Staff } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import type { Tx } from '../platform/db.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { policyOf } from '../policy/store.ts'
import { dueAt } from './due.ts'
import { can, type Evaluated, evaluatorOf } from './rules.ts'
import { countMissing, evaluatorsOf, filesUnderEvaluation } from './store.ts'
import { waitingTexts } from './texts.pages.ts'

/** Evaluations that wait for this person: to start, to declare for, to mark, to lock or to confirm. */
export async function waitingForEvaluation(tx: Tx, actor: Staff, language: Language): Promise<Waiting[]> {
  if (!holds(actor, 'client', 'program_team', 'procurement')) return []
  const files = await filesUnderEvaluation(tx, actor.departmentId)
  if (files.length === 0) return []
  const policy = await policyOf(tx, actor.departmentId, await tx.now())
  const waiting: Waiting[] = []
  for (const row of files) {
    const lock = row.lockedBy && row.lockedAt ? { by: row.lockedBy, at: row.lockedAt, confirmedAt: null } : undefined
    const { state, clientId } = row
    const evaluators = await evaluatorsOf(tx, row.id)
    const file: Evaluated = { departmentId: actor.departmentId, clientId, state, evaluators, lock }
    const marked = file.state === 'evaluating' && !lock ? (await countMissing(tx, row.id)) === 0 : false
    const task = taskOf(actor, file, { opened: row.opened, marked, hidden: row.hidingCheckedAt !== null })
    if (!task) continue
    waiting.push({
      text: waitingTexts[task],
      about: { en: `${row.number} – ${row.titleEn}`, fr: `${row.number} – ${row.titleFr}` } satisfies Text,
      href: path('/files/:id/evaluation', language, { id: row.id }),
      since: lock?.at ?? row.evaluationStartedAt ?? row.closedAt ?? (await tx.now()),
      due: dueAt(policy, row) ?? null,
    })
  }
  return waiting
}

function taskOf(
  actor: Staff,
  file: Evaluated,
  { opened, marked, hidden }: { opened: boolean; marked: boolean; hidden: boolean },
): keyof typeof waitingTexts | undefined {
  if (file.state === 'closed') return opened && can.start(actor, file) ? 'start' : undefined
  if (file.lock) return can.confirm(actor, file) ? 'confirm' : undefined
  const evaluator = evaluatorOf(actor, file)
  if (!evaluator) return file.state === 'evaluating' && !hidden && can.redact(actor, file) ? 'hide' : undefined
  if (!evaluator.declaredAt) return 'declare'
  return marked ? 'lock' : 'mark'
}
