import { type Actor, holds } from '../accounts/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'

/** A need that another department's program handed on, with whom to write to. */
export type Referral = {
  readonly id: string
  /** The department that received it. */
  readonly departmentId: string
  readonly fromDepartmentId: string
  readonly fromRequestId: string
  /** Of the request there. */
  readonly number: string
  readonly subject: string
  readonly need: string
  readonly language: Language
  readonly team: string
  readonly clientName: string
  readonly clientEmail: string
  readonly reply: string
  readonly receivedAt: Date
  readonly decided: {
    readonly decision: ReferralDecision
    readonly note: string
    readonly by: string
    readonly at: Date
  } | null
}
export const referralDecisions = ['taken', 'not_taken'] as const
export type ReferralDecision = (typeof referralDecisions)[number]
export type ReferralRefusal = 'not_allowed' | 'already_decided' | 'note_missing'

export const can = {
  read: (actor: Actor, referral: Pick<Referral, 'departmentId'>) =>
    holds(actor, 'program_team', 'observer') && actor.departmentId === referral.departmentId,
  decide: (actor: Actor, referral: Referral) =>
    holds(actor, 'program_team') && actor.departmentId === referral.departmentId && !referral.decided,
}

/** The program that received it takes it on or not, and says so to the client; a no has its reason. */
export function decide(
  referral: Referral,
  actor: Actor,
  { decision, note }: { decision: ReferralDecision; note: string },
): Decision<{ decision: ReferralDecision }, ReferralRefusal> {
  if (!holds(actor, 'program_team') || actor.departmentId !== referral.departmentId) return no('not_allowed')
  if (referral.decided) return no('already_decided')
  if (decision === 'not_taken' && !note) return no('note_missing')

  return yes({ decision })
}
