import { type Actor, holds } from '../accounts/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { lifecycle, type StatesOf } from '../platform/states.ts'

/** A letter to many goes out until every copy has left; somebody may hold it for a while. */
export const mailingLifecycle = lifecycle({
  going: { hold: 'paused', stop: 'stopped', end: 'done' },
  paused: { go_on: 'going', stop: 'stopped' },
  stopped: {},
  done: {},
})
export type MailingState = StatesOf<typeof mailingLifecycle>

export type HeldMailing = { readonly id: string; readonly departmentId: string; readonly state: MailingState }
export type MailingRefusal = 'unknown_mailing' | 'not_allowed' | 'wrong_state'
export type MailingAct = 'hold' | 'go_on'

export const can = {
  seeMailings: (actor: Actor): boolean => holds(actor, 'program_team') || holds(actor, 'administrator'),
  steerMailings: (actor: Actor): boolean => holds(actor, 'program_team') || holds(actor, 'administrator'),
}

/** Whoever runs the program holds a mailing, say because the mail server complains, and lets it go on. Twice is once. */
export function steer(
  mailing: HeldMailing | undefined,
  actor: Actor,
  act: MailingAct,
): Decision<{ state: MailingState; changed: boolean }, MailingRefusal> {
  if (!can.steerMailings(actor)) return no('not_allowed')
  if (!mailing) return no('unknown_mailing')
  const asked = act === 'hold' ? 'paused' : 'going'
  if (mailing.state === asked) return yes({ state: asked, changed: false })
  if (!mailingLifecycle.allows(mailing, act)) return no('wrong_state')
  return yes({ state: asked, changed: true })
}

export type Progress = {
  /** Everybody it is for, so far as they are written; `written` says whether that is all. */
  readonly readers: number
  readonly written: boolean
  readonly waiting: number
  readonly refused: number
}

/** How many letters have left: those written, less those that wait and those that no mailbox took. */
export const gone = ({ readers, waiting, refused }: Progress): number => Math.max(0, readers - waiting - refused)

/** How long the rest takes at the pace of the mail server, in minutes, rounded up; nothing while nothing waits. */
export const minutesLeft = ({ waiting }: Progress, perSecond: number): number => Math.ceil(waiting / perSecond / 60)
