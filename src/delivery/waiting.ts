import type { Staff } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import type { WaitingFile } from '../awards/store.waiting.ts'
import type { Tx } from '../platform/db.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { addDays, dayOf, instantAt } from '../platform/time.ts'
import { can } from './rules.ts'
import { termsToSign, type WorkInHand, workInHand } from './store.waiting.ts'
import { deliveryWaiting } from './texts.pages.ts'

/** What waits for this person because of terms to sign or of work in hand. */
export async function waitingForDelivery(tx: Tx, actor: Staff, language: Language): Promise<Waiting[]> {
  const today = dayOf(await tx.now(), actor.timeZone)
  const toSign = actor.roles.includes('signatory') ? await termsToSign(tx, actor.departmentId) : []
  const work = await workInHand(tx, actor.departmentId)
  return [
    ...toSign
      .filter(({ clientId }) => clientId !== actor.id)
      .map((file) => waits(file, deliveryWaiting.sign, '/files/:id/terms', language)),
    ...work.flatMap((file) => ofWork(file, actor, today, language)),
  ]
}

function ofWork(file: WorkInHand, actor: Staff, today: string, language: Language): Waiting[] {
  const on = { departmentId: actor.departmentId, clientId: file.clientId }
  const signs = actor.roles.includes('signatory') && actor.id !== file.clientId
  const found: Waiting[] = []
  const add = (text: Text, pattern: string, since: Date | null, due: Date | null = null) => {
    if (since) found.push({ ...waits({ ...file, since }, text, pattern, language), due })
  }
  if (file.state === 'terminated') {
    if (can.decideNext(actor, on) && !file.toPay) add(deliveryWaiting.next, '/files/:id/work/next', file.terminatedAt)
    return found
  }
  if (file.state === 'delivered') {
    if (can.decideWork(actor, on)) add(deliveryWaiting.check, '/files/:id/work', file.deliveredAt)
    return found
  }
  if (can.decideExtension(actor, on)) add(deliveryWaiting.extension, '/files/:id/work/extension', file.extensionAskedAt)
  if (signs) add(deliveryWaiting.terminate, '/files/:id/work/termination', file.unableAt)
  const overAt = instantAt(addDays(file.deliveryDay, 1), '00:00', actor.timeZone)
  const asked = file.lateAskedAt !== null && file.lateAskedAt >= overAt
  if (today > file.deliveryDay && !asked && !file.unableAt && can.decideWork(actor, on))
    add(deliveryWaiting.late, '/files/:id/work', overAt)
  return found
}

const waits = (
  { id, number, title, since }: WaitingFile,
  text: Text,
  pattern: string,
  language: Language,
): Waiting => ({
  text,
  about: { en: `${number} – ${title.en}`, fr: `${number} – ${title.fr}` },
  href: path(pattern, language, { id }),
  since,
  due: null,
})
