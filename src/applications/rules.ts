import type { Actor } from '../accounts/rules.ts'
import type { Day } from '../platform/day.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { lifecycle, type StatesOf } from '../platform/states.ts'

/**
 * Sending again before closing replaces what was sent; withdrawing is final. A second one of the same supplier is excluded,
 * and comes back when that was a mistake.
 */
export const applicationLifecycle = lifecycle({
  draft: { submit: 'submitted', withdraw: 'withdrawn', purge: 'purged' },
  submitted: { submit: 'submitted', withdraw: 'withdrawn', open: 'opened' },
  opened: { pass: 'passed', fail: 'failed', exclude: 'excluded', purge: 'purged' },
  passed: { purge: 'purged' },
  failed: { purge: 'purged' },
  excluded: { readmit: 'opened', purge: 'purged' },
  withdrawn: { purge: 'purged' },
  purged: {},
})
export type ApplicationState = StatesOf<typeof applicationLifecycle>

type Common = {
  readonly id: string
  readonly departmentId: string
  readonly opportunityId: string
  readonly supplierId: string
  /** What names the application in public; never changes, never a credential. */
  readonly token: string
  readonly language: Language
  readonly createdAt: Date
}
export type Application =
  | (Common & { readonly state: 'draft' })
  | (Common & { readonly state: 'submitted'; readonly submittedAt: Date })
  | (Common & {
      readonly state: 'opened' | 'passed' | 'failed' | 'excluded'
      readonly submittedAt: Date
      readonly openedAt: Date
    })
  | (Common & { readonly state: 'withdrawn'; readonly withdrawnAt: Date })
  | (Common & { readonly state: 'purged' })

export type Criterion = { readonly id: string; readonly position: number; readonly text: Text }

/** The opportunity as somebody who applies to it needs it. */
export type Posted = {
  readonly id: string
  readonly departmentId: string
  readonly department: Text
  readonly mailbox: string
  readonly timeZone: string
  /** The request that opened the file. */
  readonly fileId: string
  readonly number: string
  readonly slug: string
  /** The opportunity's state, by its own lifecycle. */
  readonly state: string
  readonly title: Text
  /** The day it was posted, where the department is: the texts that applicants agree to are those of that day. */
  readonly postedOn: Day
  readonly closesAt: Date
  readonly deliveryDay: string
  readonly priceCents: number
  readonly licence: string
  readonly criteria: readonly Criterion[]
  /** To whom applications are sealed: the opportunity's own key and the escrow of another branch. */
  readonly recipients: readonly [string, string] | undefined
  /** The commitment to the draw's seed, when there is one. */
  readonly drawCommitment: string | undefined
  /** The draft's key is dropped once the application is sent: not even the program reads it before closing. */
  readonly strong: boolean
}

/** Open at this instant: the interval is half open, so the closing instant itself is late. */
export const isOpen = (posted: Pick<Posted, 'state' | 'closesAt'>, now: Date): boolean =>
  posted.state === 'open' && now.getTime() < posted.closesAt.getTime()

export const can = {
  apply: (actor: Actor, posted: Posted, own: Application | undefined, now: Date): boolean =>
    actor.kind === 'supplier' &&
    isOpen(posted, now) &&
    (own === undefined || applicationLifecycle.allows(own, 'submit')),
  withdraw: (actor: Actor, posted: Posted, own: Application, now: Date): boolean =>
    actor.kind === 'supplier' &&
    actor.id === own.supplierId &&
    isOpen(posted, now) &&
    applicationLifecycle.allows(own, 'withdraw'),
}

export type WriteRefusal =
  | 'unknown_opportunity'
  | 'not_a_supplier'
  | 'works_here'
  | 'too_late'
  | 'not_open'
  | 'withdrawn'

/**
 * A supplier writes one application to an opportunity, and only until it closes. A withdrawn one stays withdrawn. Whoever
 * holds a role in the department that posts is on the other side of the table: they may see or decide what others may not.
 */
export function write(
  posted: Posted,
  { actor, own, worksHere, now }: { actor: Actor; own: Application | undefined; worksHere: boolean; now: Date },
): Decision<Posted, WriteRefusal> {
  if (actor.kind === 'supplier' && worksHere) return no('works_here')
  if (can.apply(actor, posted, own, now)) return yes(posted)
  if (actor.kind !== 'supplier') return no('not_a_supplier')
  if (posted.state === 'open' && now.getTime() >= posted.closesAt.getTime()) return no('too_late')
  if (!isOpen(posted, now)) return no(afterClosing.has(posted.state) ? 'too_late' : 'not_open')
  return no('withdrawn')
}

export type SubmitRefusal = WriteRefusal | 'unknown_application' | 'no_key' | 'changed_elsewhere'
export type WithdrawRefusal = 'unknown_application' | 'too_late' | 'wrong_state'

/** What the program does with a sealed file at the opening, or why not. Every refused attempt is recorded. */
export type OpenRefusal = 'unknown_opportunity' | 'not_closed' | 'no_seal_key' | 'no_key' | 'key_damaged'
export type FileRefusal = 'cannot_open' | 'not_this_application' | 'unreadable'

/** Sealed files are opened only for a closed opportunity, before anybody evaluates it. */
export function openSealed(opportunity: { readonly state: string }): Decision<true, 'not_closed'> {
  return opportunity.state === 'closed' ? yes(true) : no('not_closed')
}

/** What a supplier's own application is doing, by its state and the opportunity's. */
export type Standing =
  | 'draft'
  | 'received'
  | 'draft_late'
  | 'under_review'
  | 'being_evaluated'
  | 'told'
  | 'withdrawn'
  | 'excluded'
  | 'ended'
  | 'purged'

export function standingOf(application: Application, posted: Pick<Posted, 'state' | 'closesAt'>, now: Date): Standing {
  if (posted.state === 'held' && (application.state === 'draft' || application.state === 'submitted'))
    return 'under_review'
  switch (application.state) {
    case 'draft':
      return isOpen(posted, now) ? 'draft' : endedEarly.has(posted.state) ? 'ended' : 'draft_late'
    case 'submitted':
      return isOpen(posted, now) ? 'received' : endedEarly.has(posted.state) ? 'ended' : 'being_evaluated'
    case 'opened':
    case 'passed':
    case 'failed':
      return told.has(posted.state) ? 'told' : endedEarly.has(posted.state) ? 'ended' : 'being_evaluated'
    case 'excluded':
      return 'excluded'
    case 'withdrawn':
      return 'withdrawn'
    case 'purged':
      return 'purged'
  }
}

/** Events that would tell how many apply. Until the opportunity closes, no list for staff may hold them. */
export const sealedEvents = [
  'application.started',
  'application.resumed',
  'application.imported',
  'application.submitted',
  'application.withdrawn',
] as const

const afterClosing: ReadonlySet<string> = new Set([
  'held',
  'closed',
  'evaluating',
  'locked',
  'drawn',
  'offering',
  'awarded',
  'completed',
  'unsuccessful',
])
const endedEarly: ReadonlySet<string> = new Set(['cancelled', 'withdrawn'])
const told: ReadonlySet<string> = new Set(['awarded', 'completed', 'unsuccessful'])
