import type { Actor } from '../accounts/rules.ts'
import { can as canOnFile, type Opportunity } from '../opportunities/rules.ts'
import { businessDaysBetween } from '../platform/calendar.ts'
import type { Day } from '../platform/day.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { dayOf } from '../platform/time.ts'
import { calendarOf } from '../policy/inForce.ts'
import type { OutreachChannel, Policy } from '../policy/rules.ts'

/** A channel of the policy's list, or one that somebody named. */
export type Channel = OutreachChannel | 'own'

/** One way in which a posting is made known: planned for a day, then done, with what came of it. */
export type Activity = {
  readonly id: string
  readonly channel: Channel
  readonly ownName: string
  /** The language of `ownName`. */
  readonly language: Language
  readonly plannedDay: Day
  readonly plannedAt: Date
  readonly done: {
    readonly day: Day
    readonly by: string
    readonly result: string
    readonly resultLanguage: Language | null
    /** How many people it reached, where somebody knows. */
    readonly reached: number | null
  } | null
}

/** Drafted from the statement, changed by people, sent by people: never by the program. */
export const messageKinds = ['social', 'list', 'newsletter', 'groups'] as const
export type MessageKind = (typeof messageKinds)[number]

export const SOCIAL_MOST = 280
export const MESSAGE_MOST = 3_000
const MOST_ACTIVITIES = 40

export type PlanRefusal =
  | 'not_allowed'
  | 'wrong_state'
  | 'channel_not_offered'
  | 'name_missing'
  | 'day_in_the_past'
  | 'day_in_the_future'
  | 'too_many'
export type FinishRefusal = 'not_allowed' | 'unknown_activity' | 'already_done' | 'day_in_the_future'
export type RemoveRefusal = 'not_allowed' | 'unknown_activity' | 'already_done'
export type WriteRefusal = 'not_allowed' | 'wrong_state' | 'half_missing' | 'social_too_long'
export type OutreachRefusal = PlanRefusal | FinishRefusal | RemoveRefusal | WriteRefusal
export type OutreachGate = 'outreach_missing' | 'outreach_too_late'
export const isOutreachGate = (because: string): because is OutreachGate =>
  because === 'outreach_missing' || because === 'outreach_too_late'

/** The same question shows the button and begins the rule. */
export const can = {
  see: canOnFile.see,
  /** The client whose need it is, or the program team. */
  plan: canOnFile.write,
}

/** Until the posting closes there is something to make known. */
export const mayPlan = ({ state }: Pick<Opportunity, 'state'>): boolean =>
  ['draft', 'in_review', 'in_approval', 'ready', 'open'].includes(state)

export type AskedActivity = {
  readonly channel: Channel
  readonly ownName: string
  readonly day: Day
  /** It was done on that day already, perhaps before the file existed. */
  readonly done: boolean
}

/** Plans an activity for today or later, or writes down one that was done. */
export function plan(
  opportunity: Opportunity,
  actor: Actor,
  asked: AskedActivity,
  { policy, today, count }: { policy: Policy; today: Day; count: number },
): Decision<AskedActivity, PlanRefusal> {
  if (!can.plan(actor, opportunity)) return no('not_allowed')
  if (!mayPlan(opportunity)) return no('wrong_state')
  if (count >= MOST_ACTIVITIES) return no('too_many')
  if (asked.channel !== 'own' && !policy.outreach.channels.includes(asked.channel)) return no('channel_not_offered')
  if (asked.channel === 'own' && asked.ownName === '') return no('name_missing')
  if (asked.done && asked.day > today) return no('day_in_the_future')
  if (!asked.done && asked.day < today) return no('day_in_the_past')

  return yes({ ...asked, ownName: asked.channel === 'own' ? asked.ownName : '' })
}

/** Ticks a planned activity off, with its day and what came of it; nobody can do so twice. */
export function finish(
  opportunity: Opportunity,
  actor: Actor,
  activity: Activity | undefined,
  { day, today }: { day: Day; today: Day },
): Decision<Activity, FinishRefusal> {
  if (!can.plan(actor, opportunity)) return no('not_allowed')
  if (!activity) return no('unknown_activity')
  if (activity.done) return no('already_done')
  if (day > today) return no('day_in_the_future')

  return yes(activity)
}

/** What was planned may be dropped; what was done stays. */
export function remove(
  opportunity: Opportunity,
  actor: Actor,
  activity: Activity | undefined,
): Decision<Activity, RemoveRefusal> {
  if (!can.plan(actor, opportunity)) return no('not_allowed')
  if (!activity) return no('unknown_activity')
  if (activity.done) return no('already_done')

  return yes(activity)
}

/** A message has both languages, and a short one is short. */
export function write(
  opportunity: Opportunity,
  actor: Actor,
  kind: MessageKind,
  text: Text,
): Decision<Text, WriteRefusal> {
  if (!can.plan(actor, opportunity)) return no('not_allowed')
  if (!mayPlan(opportunity)) return no('wrong_state')
  if (text.en === '' || text.fr === '') return no('half_missing')
  if (kind === 'social' && [text.en, text.fr].some((half) => [...half].length > SOCIAL_MOST))
    return no('social_too_long')

  return yes(text)
}

/** The draft of the statement comes back in place of what somebody wrote. */
export function redraft(opportunity: Opportunity, actor: Actor): Decision<true, 'not_allowed' | 'wrong_state'> {
  if (!can.plan(actor, opportunity)) return no('not_allowed')
  if (!mayPlan(opportunity)) return no('wrong_state')

  return yes(true)
}

export type Runway = {
  readonly activities: readonly Pick<Activity, 'plannedDay' | 'done'>[]
  readonly policy: Policy
  readonly closesAt: Date | null
  readonly today: Day
}

/** The first day on which anybody was told, or will be; a planned day that passed without anything done counts for nothing. */
export function firstDay({ activities, today }: Pick<Runway, 'activities' | 'today'>): Day | undefined {
  return activities
    .flatMap(({ plannedDay, done }) => (done ? [done.day] : plannedDay >= today ? [plannedDay] : []))
    .toSorted()[0]
}

/** What is wrong with the plan, whatever the policy asks: advice on later postings, a gate on the first. */
export function outreachGap(runway: Runway): OutreachGate | null {
  const first = firstDay(runway)
  if (first === undefined) return 'outreach_missing'
  const { policy, closesAt } = runway
  if (closesAt === null) return null
  const days = businessDaysBetween(calendarOf(policy), first, dayOf(closesAt, policy.zone))
  return days < policy.outreach.runwayBusinessDays ? 'outreach_too_late' : null
}

/**
 * A department's first posting is made known early enough, or it does not go out: the pilot opened its site a week
 * before its first posting, and four people applied. Source: closeout report, section 5; mission M9.
 */
export function mayPost(runway: Runway, postedBefore: number): Decision<true, OutreachGate> {
  if (!runway.policy.outreach.required || postedBefore > 0) return yes(true)
  const gap = outreachGap(runway)
  return gap ? no(gap) : yes(true)
}
