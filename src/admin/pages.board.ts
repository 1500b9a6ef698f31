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
import { calendarOf } from '../policy/inForce.ts'
import { policyOf } from '../policy/store.ts'
import { type Clock, clockOf, type Measuring, nextOf, type Stage, stageOf, stages, standingOf } from './rules.board.ts'
import { type BoardFile, boardFiles } from './store.board.ts'
import { boardTexts, endNames, nextNames, requestEndNames, shortDay, waiterNames } from './texts.board.ts'
import { waitingFor } from './waiting.ts'

/** One open file as the board says it. */
export type BoardRow = {
  readonly file: BoardFile
  readonly stage: Stage
  /** Where this person can look at it; nothing when they may not. */
  readonly href: string | null
  readonly clock: (Clock & { readonly text: Text }) | null
  readonly waitingFor: Text
  readonly yours: boolean
  readonly next: { readonly label: Text; readonly href: string | null }
  readonly by: Text | null
  readonly late: boolean
  readonly progress: Progress
}

/** One thing that waits, with what its tag says. */
export type QueueItem = {
  readonly waiting: Waiting
  readonly tag: Text
  readonly tone: 'bad' | 'soon' | 'none'
}

export type EndedRow = {
  readonly file: BoardFile
  readonly href: string | null
  readonly how: Text
  readonly on: Text | null
}

export type BoardPage = {
  readonly queue: readonly QueueItem[]
  readonly rows: readonly BoardRow[]
  readonly ended: readonly EndedRow[]
}

/** What waits for this person, and the files that are theirs or the whole department's. */
export async function boardPage(
  tx: Tx,
  actor: Staff,
  language: Language,
  of: 'department' | 'person',
): Promise<BoardPage> {
  const now = await tx.now()
  const policy = await policyOf(tx, actor.departmentId, now)
  const measuring: Measuring = { now, calendar: calendarOf(policy), zone: policy.zone }
  const waits = await waitingFor(tx, actor, language)
  const { open, ended } = await boardFiles(tx, actor, of)
  const events = await stepEventsOf(
    tx,
    open.map(({ requestId }) => requestId),
  )
  const rows = open.flatMap((file) => {
    const durations = stepDurations(events.get(file.requestId) ?? [], measuring.calendar, measuring.zone)
    const stage = stageOf(file)
    if (!stage) return []
    const clock = clockOf(file, durations, measuring)
    const progress = standingOf(durations, measuring)
    return [rowOf(file, { stage, clock, progress, mine: waitingOn(file, waits), actor, language, measuring })]
  })
  return {
    queue: waits.map((waiting) => queueItem(waiting, measuring)),
    rows: rows.toSorted((one, other) => stages.indexOf(one.stage) - stages.indexOf(other.stage)),
    ended: ended.map((file) => endedRow(file, actor, language, measuring.zone)),
  }
}

/** The tag of something that waits: how late it is, or by when, or since when. */
export function queueItem(waiting: Waiting, { now, calendar, zone }: Measuring): QueueItem {
  const { since, due } = waiting
  if (!due) return { waiting, tag: boardTexts.since(shortDayOf(since, zone)), tone: 'none' }
  const [today, last] = [dayOf(now, zone), dayOf(due, zone)]
  if (now > due) {
    const over = businessDaysBetween(calendar, last, today)
    return { waiting, tag: over > 0 ? boardTexts.over(over) : boardTexts.late, tone: 'bad' }
  }
  if (last === today) return { waiting, tag: boardTexts.today, tone: 'soon' }
  return { waiting, tag: shortDayOf(due, zone), tone: 'none' }
}

/** `Day 2 of 5` while there is time, `1 day over` after it. */
export function clockText({ used, estimate }: Pick<Clock, 'used' | 'estimate'>): Text {
  if (used > estimate) return boardTexts.over(Math.ceil(used - estimate))
  return boardTexts.dayOf(
    Math.min(Math.floor(used) + 1, Math.max(1, Math.ceil(estimate))),
    Math.max(1, Math.ceil(estimate)),
  )
}

function rowOf(
  file: BoardFile,
  given: {
    stage: Stage
    clock: Clock | null
    progress: Progress
    mine: Waiting | undefined
    actor: Staff
    language: Language
    measuring: Measuring
  },
): BoardRow {
  const { stage, clock, progress, mine, actor, language, measuring } = given
  const { who, what } = nextOf(file)
  const due = mine?.due ?? (what === 'answer_offer' ? file.respondBy : null) ?? clock?.due ?? null
  const late = (due !== null && measuring.now > due) || (clock !== null && clock.used > clock.estimate)
  return {
    file,
    stage,
    href: hrefOf(file, actor, language),
    clock: clock && { ...clock, text: clockText(clock) },
    waitingFor: mine ? boardTexts.you : waiterNames[who],
    yours: mine !== undefined,
    next: mine ? { label: mine.text, href: mine.href } : { label: nextNames[what], href: null },
    by:
      due &&
      (dayOf(due, measuring.zone) === dayOf(measuring.now, measuring.zone)
        ? boardTexts.today
        : shortDayOf(due, measuring.zone)),
    late,
    progress,
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

function endedRow(file: BoardFile, actor: Staff, language: Language, zone: string): EndedRow {
  return {
    file,
    href: hrefOf(file, actor, language),
    how: howEnded(file),
    on: file.endedAt && shortDayOf(file.endedAt, zone, true),
  }
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

function shortDayOf(at: Date, zone: string, withYear = false): Text {
  const [year, month, date] = partsOf(dayOf(at, zone))
  const { en, fr } = shortDay(month, date)
  return withYear ? { en: `${en}, ${year}`, fr: `${fr} ${year}` } : { en, fr }
}
