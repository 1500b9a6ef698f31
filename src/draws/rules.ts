import { type HeldDuty, mayTake } from '../accounts/duties.ts'
import { type Actor, holds } from '../accounts/rules.ts'
import { type Evaluated, everEvaluator } from '../evaluation/rules.ts'
import { opportunityLifecycle } from '../opportunities/rules.ts'
import { addBusinessDays } from '../platform/calendar.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { dayOf, instantAt, parseDay } from '../platform/time.ts'
import { calendarOf } from '../policy/inForce.ts'
import type { Policy } from '../policy/rules.ts'
import { type BeaconRefusal, type BeaconSource, checkBeaconValue } from './beacon.ts'

/** What the manifest fixed, as far as the public number is concerned. */
export type Manifest = {
  readonly id: string
  readonly n: number
  readonly beaconRef: string
  /** t: the instant of the method; the number is that of the first draw, round or pulse from then on. */
  readonly drawsAt: Date
}

/** The number as one person typed it. */
export type TypedValue = {
  readonly id: string
  readonly value: string
  readonly enteredBy: string
  readonly enteredAt: Date
}

/** The file as the rules of the draw look at it: who evaluated it never touches its number. */
export type Drawn = Evaluated & { readonly manifest: Manifest | undefined; readonly waiting: TypedValue | undefined }

export const can = {
  enter: (actor: Actor, file: Evaluated): boolean =>
    holds(actor, 'program_team') && actor.departmentId === file.departmentId && !everEvaluator(actor, file),
  decide: (actor: Actor, file: Evaluated): boolean =>
    holds(actor, 'program_team', 'procurement') &&
    actor.departmentId === file.departmentId &&
    !everEvaluator(actor, file),
  see: (actor: Actor, file: Evaluated): boolean =>
    actor.kind === 'staff' &&
    actor.departmentId === file.departmentId &&
    (actor.id === file.clientId ||
      actor.roles.some((role) => role === 'program_team' || role === 'procurement' || role === 'observer')),
}

export type EnterRefusal =
  | 'not_allowed'
  | 'is_evaluator'
  | 'wrong_state'
  | 'no_manifest'
  | 'too_early'
  | 'already_waiting'
  | 'separation_of_duties'
  | BeaconRefusal
export type DecideRefusal =
  | 'not_allowed'
  | 'is_evaluator'
  | 'wrong_state'
  | 'nothing_waiting'
  | 'same_person'
  | 'separation_of_duties'
export type CommitRefusal = 'key_not_ready'

/** One person types the public number in, once it exists; whoever evaluated never does. A mistyped number is typed again. */
export function enter(
  file: Drawn,
  { actor, value, duties, now }: { actor: Actor; value: string; duties: readonly HeldDuty[]; now: Date },
): Decision<{ personId: string; manifest: Manifest; value: string }, EnterRefusal> {
  if (everEvaluator(actor, file)) return no('is_evaluator')
  if (actor.kind !== 'staff' || !can.enter(actor, file)) return no('not_allowed')
  if (!opportunityLifecycle.allows(file, 'draw')) return no('wrong_state')
  const { manifest } = file
  if (!manifest) return no('no_manifest')
  if (now.getTime() < valueKnownFrom(manifest).getTime()) return no('too_early')
  if (file.waiting) return no('already_waiting')
  const checked = checkBeaconValue(manifest.beaconRef, value)
  if (!checked.ok) return checked
  const duty = mayTake('entered_beacon', actor.id, duties)
  return duty.ok ? yes({ personId: actor.id, manifest, value }) : duty
}

/** Another person confirms the number against its source: the ranking follows, and nothing can be drawn again. */
export function confirm(
  file: Drawn,
  { actor, duties }: { actor: Actor; duties: readonly HeldDuty[] },
): Decision<{ personId: string; manifest: Manifest; waiting: TypedValue }, DecideRefusal> {
  const decided = decide(file, actor)
  if (!decided.ok) return decided
  const duty = mayTake('confirmed_beacon', decided.value.personId, duties)
  return duty.ok ? decided : duty
}

/** Another person rejects a number that is not the one published by its source; it is typed in again, never redrawn. */
export const reject = (file: Drawn, { actor }: { actor: Actor }) => decide(file, actor)

function decide(
  file: Drawn,
  actor: Actor,
): Decision<{ personId: string; manifest: Manifest; waiting: TypedValue }, DecideRefusal> {
  if (everEvaluator(actor, file)) return no('is_evaluator')
  if (actor.kind !== 'staff' || !can.decide(actor, file)) return no('not_allowed')
  if (!opportunityLifecycle.allows(file, 'draw')) return no('wrong_state')
  const { manifest, waiting } = file
  if (!manifest || !waiting) return no('nothing_waiting')
  if (waiting.enteredBy === actor.id) return no('same_person')
  return yes({ personId: actor.id, manifest, waiting })
}

/** How many passed decides what there is to draw: nothing, nobody, or an order of several. */
export const needOf = (passed: number): 'nobody' | 'only_one' | 'several' =>
  passed === 0 ? 'nobody' : passed === 1 ? 'only_one' : 'several'

/** t of the method: 17:00:00 UTC on the second business day after the lock, in the department's calendar. */
export function drawInstant(policy: Policy, lockedAt: Date): Date {
  const day = addBusinessDays(calendarOf(policy), dayOf(lockedAt, policy.zone), 2)
  return instantAt(day, '17:00', 'UTC')
}

/** From when the number can be known: t, or the evening on which the lottery named is drawn, if that is later. */
export function valueKnownFrom({ beaconRef, drawsAt }: Pick<Manifest, 'beaconRef' | 'drawsAt'>): Date {
  const day = beaconRef.startsWith('lotto-649 ') ? parseDay(beaconRef.slice('lotto-649 '.length)) : undefined
  if (!day) return drawsAt
  const evening = instantAt(day, LOTTERY_CLOCK, LOTTERY_ZONE)
  return evening > drawsAt ? evening : drawsAt
}

/** The policy's name of a source, as the method writes it. */
export const beaconSourceOf = (setting: Policy['beaconSource']): BeaconSource =>
  setting === 'nist' ? 'nist-2' : setting

/** Lotto 6/49 is drawn at about half past ten in the evening, Eastern time. */
const LOTTERY_CLOCK = '22:30'
const LOTTERY_ZONE = 'America/Toronto'
