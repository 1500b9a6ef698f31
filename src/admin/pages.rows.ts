import { holds, type Staff } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import type { Progress } from '../history/durations.ts'
import { stepDurations } from '../history/durations.ts'
import { stepEventsOf } from '../history/steps.store.ts'
import { businessDaysBetween } from '../platform/calendar.ts'
import type { Tx } from '../platform/db.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { dayOf, partsOf } from '../platform/time.ts'
import {
  type Clock,
  clockOf,
  type Measuring,
  nextOf,
  type Stage,
  sinceOf,
  stageOf,
  standingOf,
  type Waiter,
} from './rules.board.ts'
import type { BoardFile } from './store.board.ts'
import { boardTexts, endNames, nextNames, requestEndNames, shortDay, waiterNames } from './texts.board.ts'

/** One open file as the board and a home page say it. */
export type BoardRow = {
  readonly file: BoardFile
  readonly stage: Stage
  /** Where this person can look at it; nothing when they may not. */
  readonly href: string | null
  readonly clock: (Clock & { readonly text: Text }) | null
  readonly who: Waiter
  readonly waitingFor: Text
  readonly yours: boolean
  /** Since when it waits for what is next, and for how many business days. */
  readonly since: { readonly at: Date; readonly days: number } | null
  readonly next: { readonly label: Text; readonly href: string | null }
  readonly due: Date | null
  readonly by: Text | null
  readonly late: boolean
  /** Days past the estimate of the present step; nothing while there is time. */
  readonly over: number
  readonly progress: Progress
}

export type EndedRow = {
  readonly file: BoardFile
  readonly href: string | null
  readonly how: Text
  readonly on: Text | null
}

/** Open files with their stage, their clock and their next step. One question more, whatever their number. */
export async function boardRows(
  tx: Tx,
  open: readonly BoardFile[],
  given: {
    readonly actor: Staff
    readonly language: Language
    readonly measuring: Measuring
    readonly waits: readonly Waiting[]
  },
): Promise<BoardRow[]> {
  const { calendar, zone } = given.measuring
  const events = await stepEventsOf(
    tx,
    open.map(({ requestId }) => requestId),
  )
  return open.flatMap((file) => {
    const stage = stageOf(file)
    if (!stage) return []
    const durations = stepDurations(events.get(file.requestId) ?? [], calendar, zone)
    return [rowOf(file, { ...given, stage, durations })]
  })
}

/** `Day 2 of 5` while there is time, `1 day over` after it. */
export function clockText({ used, estimate }: Pick<Clock, 'used' | 'estimate'>): Text {
  if (used > estimate) return boardTexts.over(Math.ceil(used - estimate))
  return boardTexts.dayOf(
    Math.min(Math.floor(used) + 1, Math.max(1, Math.ceil(estimate))),
    Math.max(1, Math.ceil(estimate)),
  )
}

export function endedRow(file: BoardFile, actor: Staff, language: Language, zone: string): EndedRow {
  return {
    file,
    href: hrefOf(file, actor, language),
    how: howEnded(file),
    on: file.endedAt && shortDayOf(file.endedAt, zone, true),
  }
}

export function shortDayOf(at: Date, zone: string, withYear = false): Text {
  const [year, month, date] = partsOf(dayOf(at, zone))
  const { en, fr } = shortDay(month, date)
  return withYear ? { en: `${en}, ${year}`, fr: `${fr} ${year}` } : { en, fr }
}

/** Business days from the day after an instant to today, both included; 0 on the same day. */
export const daysSince = (since: Date, { now, calendar, zone }: Measuring): number =>
  Math.max(0, businessDaysBetween(calendar, dayOf(since, zone), dayOf(now, zone)))

function rowOf(
  file: BoardFile,
  {
    stage,
    durations,
    waits,
    actor,
    language,
    measuring,
  }: {
    stage: Stage
    durations: ReturnType<typeof stepDurations>
    waits: readonly Waiting[]
    actor: Staff
    language: Language
    measuring: Measuring
  },
): BoardRow {
  const { now, zone } = measuring
  const mine = waitingOn(file, waits)
  const clock = clockOf(file, durations, measuring)
  const { who, what } = nextOf(file)
  const due = mine?.due ?? (what === 'answer_offer' ? file.respondBy : null) ?? clock?.due ?? null
  const over = clock ? Math.max(0, clock.used - clock.estimate) : 0
  const since = mine?.since ?? sinceOf(file, durations)
  return {
    ...{ file, stage, who, due, over },
    href: hrefOf(file, actor, language),
    clock: clock && { ...clock, text: clockText(clock) },
    waitingFor: mine ? boardTexts.you : waiterNames[who],
    yours: mine !== undefined,
    since: since && { at: since, days: daysSince(since, measuring) },
    next: mine ? { label: mine.text, href: mine.href } : { label: nextNames[what], href: null },
    by: due && (dayOf(due, zone) === dayOf(now, zone) ? boardTexts.today : shortDayOf(due, zone)),
    late: (due !== null && now > due) || over > 0,
    progress: standingOf(durations, measuring),
  }
}

/** What waits for this person on this file: its address names the posting or the request. */
const waitingOn = ({ requestId, opportunityId }: BoardFile, waits: readonly Waiting[]): Waiting | undefined =>
  waits.find(({ href }) => href.includes(requestId) || (opportunityId !== null && href.includes(opportunityId)))

function hrefOf(file: BoardFile, actor: Staff, language: Language): string | null {
  const own = file.clientId === actor.id
  if (file.opportunityId) {
    const sees = own || actor.roles.some((role) => role !== 'client')
    return sees ? path('/files/:id', language, { id: file.opportunityId }) : null
  }
  const reads = own || holds(actor, 'program_team', 'procurement', 'observer')
  return reads ? path('/requests/:id', language, { id: file.requestId }) : null
}

function howEnded({ opportunityState, requestState }: BoardFile): Text {
  switch (opportunityState) {
    case 'completed':
    case 'unsuccessful':
    case 'cancelled':
    case 'withdrawn':
      return endNames[opportunityState]
    default:
      return requestEndNames[requestState === 'declined' ? 'declined' : 'withdrawn']
  }
}
