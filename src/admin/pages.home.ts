import type { Staff } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import { businessDaysBetween } from '../platform/calendar.ts'
import type { Tx } from '../platform/db.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { dayOf } from '../platform/time.ts'
import { calendarOf } from '../policy/inForce.ts'
import { policyOf } from '../policy/store.ts'
import { type BoardRow, boardRows, daysSince, type EndedRow, endedRow, shortDayOf } from './pages.rows.ts'
import { type Measuring, type Urgency, urgencies } from './rules.board.ts'
import { boardFiles } from './store.board.ts'
import { boardTexts } from './texts.board.ts'
import { homeTexts } from './texts.home.ts'
import { waitingFor } from './waiting.ts'

/** One thing that waits, with what its tag says and its clock in words. */
export type QueueItem = {
  readonly waiting: Waiting
  readonly urgency: Urgency
  readonly tag: Text
  readonly tone: 'bad' | 'soon' | 'none'
  /** Since when it waits, for how many business days, and by when it should be done. */
  readonly clock: Text
}

export type HomePage = {
  /** Groups that have something in them, oldest first in each. */
  readonly groups: readonly { readonly urgency: Urgency; readonly items: readonly QueueItem[] }[]
  /** Open files of theirs that wait for somebody else. */
  readonly others: readonly BoardRow[]
  readonly ended: readonly EndedRow[]
}

/** What waits for this person, and what they wait for from others on the files that they have a part in. */
export async function homePage(tx: Tx, actor: Staff, language: Language): Promise<HomePage> {
  const measuring = await measuringOf(tx, actor)
  const waits = await waitingFor(tx, actor, language)
  const { open, ended } = await boardFiles(tx, actor, 'person')
  const rows = await boardRows(tx, open, { actor, language, measuring, waits })
  const items = waits.map((waiting) => queueItem(waiting, measuring))
  return {
    groups: urgencies
      .map((urgency) => ({ urgency, items: items.filter((item) => item.urgency === urgency) }))
      .filter((group) => group.items.length > 0),
    others: rows
      .filter(({ yours }) => !yours)
      .toSorted((one, other) => (one.since?.at.getTime() ?? 0) - (other.since?.at.getTime() ?? 0)),
    ended: ended.map((file) => endedRow(file, actor, language, measuring.zone)),
  }
}

export async function measuringOf(tx: Tx, { departmentId }: Staff): Promise<Measuring> {
  const now = await tx.now()
  const policy = await policyOf(tx, departmentId, now)
  return { now, calendar: calendarOf(policy), zone: policy.zone }
}

/** The tag of something that waits: how late it is, or by when, or since when; and the same at length. */
export function queueItem(waiting: Waiting, measuring: Measuring): QueueItem {
  const { since, due } = waiting
  const { now, calendar, zone } = measuring
  const waited = homeTexts.since(shortDayOf(since, zone), daysSince(since, measuring))
  if (!due)
    return { waiting, urgency: 'later', tag: boardTexts.since(shortDayOf(since, zone)), tone: 'none', clock: waited }
  const [today, last] = [dayOf(now, zone), dayOf(due, zone)]
  const clock = homeTexts.sinceAndDue(waited, shortDayOf(due, zone))
  if (now > due) {
    const over = businessDaysBetween(calendar, last, today)
    const tag = over > 0 ? boardTexts.over(over) : boardTexts.late
    return { waiting, urgency: 'late', tag, tone: 'bad', clock }
  }
  if (last === today) return { waiting, urgency: 'today', tag: boardTexts.today, tone: 'soon', clock }
  return { waiting, urgency: 'later', tag: shortDayOf(due, zone), tone: 'none', clock }
}
