import { type Actor, system } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { dayOf } from '../platform/time.ts'
import { policyInForce } from '../policy/inForce.ts'
import { policyOf } from '../policy/store.ts'
import { end } from './commands.ts'
import { messagesIn, readReport } from './reports.ts'
import { isDead, isHard, isOurFault } from './rules.bounces.ts'
import {
  addressOfLetter,
  type Bounce,
  countHardBounces,
  insertBounce,
  lettersSince,
  refusedLetters,
} from './store.bounces.ts'
import { hostDepartment } from './store.postings.ts'
import { lockByAddress, lockSubscriber } from './store.ts'

const DAY_IN_MS = 86_400_000
const AT_ONCE = 200

/** Writes down the letters that servers refused when they were sent, and ends the subscription of dead mailboxes. */
export async function noteRefusals(app: App): Promise<number> {
  return app.transaction('everything', async (tx) => {
    const refused = await refusedLetters(tx, AT_ONCE)
    if (refused.length === 0) return 0
    const at = await tx.now()
    const ours = isOurFault(await lettersSince(tx, new Date(at.getTime() - DAY_IN_MS)))
    if (ours)
      app.log.error({ letters: refused.length }, 'many mail servers refuse our letters: nobody was taken off the list')
    for (const { messageId, subscriberId, status } of refused) {
      const bounce = { messageId, subscriberId, toldBy: 'server', status, at } as const
      await noteBounce(tx, app, system, { ...bounce, hard: isHard(status) && !ours })
    }
    return refused.length
  })
}

export type ReportsRead = {
  readonly refused: number
  readonly complaints: number
  /** Reports about letters that are not ours, or no longer known, and messages that are no report. */
  readonly passedOver: number
}

/**
 * Reads what arrived in the mailbox that reports come to: one message, or many in a file. A report counts only when it
 * names a letter of ours by its id, which nobody knows but its reader: nobody can make up one about somebody else.
 */
export async function readReports(app: App, actor: Actor, text: string): Promise<ReportsRead> {
  const read = { refused: 0, complaints: 0, passedOver: 0 }
  for (const message of messagesIn(text)) {
    const report = readReport(message)
    const noted = report && (await app.transaction('everything', (tx) => noteReport(tx, app, actor, report)))
    if (!report || !noted) read.passedOver += 1
    else if (report.kind === 'complaint') read.complaints += 1
    else read.refused += 1
  }
  return read
}

async function noteReport(
  tx: Tx,
  app: App,
  actor: Actor,
  report: NonNullable<ReturnType<typeof readReport>>,
): Promise<boolean> {
  const address = await addressOfLetter(tx, report.messageId)
  const subscribers = address === undefined ? [] : await lockByAddress(tx, address)
  for (const subscriber of subscribers) {
    if (subscriber.state === 'unsubscribed') continue
    if (report.kind === 'complaint') await end(tx, app, actor, subscriber, 'complained')
    else {
      const { messageId, status } = report
      const bounce = { messageId, subscriberId: subscriber.id, toldBy: 'report', status, at: await tx.now() } as const
      await noteBounce(tx, app, actor, { ...bounce, hard: isHard(status) })
    }
  }
  return subscribers.length > 0
}

async function noteBounce(tx: Tx, app: App, actor: Actor, bounce: Bounce): Promise<void> {
  const subscriber = await lockSubscriber(tx, bounce.subscriberId)
  if (!subscriber || subscriber.state === 'unsubscribed' || !(await insertBounce(tx, bounce))) return
  const limit = await bouncesAllowed(tx, subscriber.departmentId, bounce.at)
  if (isDead(await countHardBounces(tx, subscriber.id), limit)) await end(tx, app, actor, subscriber, 'bounced')
}

async function bouncesAllowed(tx: Tx, departmentId: string | null, at: Date): Promise<number> {
  const host = departmentId ?? (await hostDepartment(tx))
  const policy = host === null ? policyInForce([], dayOf(at, 'UTC')) : await policyOf(tx, host, at)
  return policy.mailingList.hardBounces
}
