import type { Staff } from '../accounts/rules.ts'
import { holds } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import { businessHours } from '../platform/calendar.ts'
import type { Tx } from '../platform/db.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { dayOf, instantAt } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { firstWithoutPlan, outreachDue, type WaitingOutreach } from './store.ts'
import { outreachWaiting } from './texts.ts'

/** Outreach that is due, for the program team; and the first posting of a department, while nobody is to be told of it. */
export async function waitingForOutreach(tx: Tx, actor: Staff, language: Language): Promise<Waiting[]> {
  if (!holds(actor, 'program_team')) return []
  const now = await tx.now()
  const policy = await policyOf(tx, actor.departmentId, now)
  const today = dayOf(now, policy.zone)
  const line = (file: WaitingOutreach, text: Text, due: Date | null): Waiting => ({
    text,
    about: { en: `${file.number} – ${file.title.en}`, fr: `${file.number} – ${file.title.fr}` },
    href: path('/files/:id/outreach', language, { id: file.id }),
    since: file.since,
    due,
  })
  const due = await outreachDue(tx, actor.departmentId, today)
  const unplanned = policy.outreach.required ? await firstWithoutPlan(tx, actor.departmentId, today) : []
  return [
    ...due.map((file) => ({
      ...line(file, outreachWaiting.due, instantAt(file.dueDay, businessHours.closes, policy.zone)),
      since: instantAt(file.dueDay, businessHours.opens, policy.zone),
    })),
    ...unplanned
      .filter(({ id }) => !due.some((file) => file.id === id))
      .map((file) => line(file, outreachWaiting.plan, null)),
  ]
}
