import type { Staff } from '../accounts/rules.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import { addDays, dayOf, instantAt } from '../platform/time.ts'
import { measuringOf } from './pages.home.ts'
import { type BoardRow, boardRows, type EndedRow, endedRow } from './pages.rows.ts'
import { type Stage, stages } from './rules.board.ts'
import { type BoardFilter, daysOf, fiscalYears, type Place, pageOf, type Sort } from './rules.filter.ts'
import { boardChoices, boardFiles } from './store.board.ts'
import { waitingFor } from './waiting.ts'

const PAGE = 50

export type StageCount = { readonly stage: Stage; readonly count: number; readonly late: number }

export type BoardPage = {
  readonly filter: BoardFilter
  readonly choices: {
    readonly clients: readonly { readonly id: string; readonly name: string }[]
    readonly teams: readonly string[]
    readonly years: readonly { readonly year: number; readonly name: string }[]
  }
  /** Of what the filter lets through, whatever its stage. */
  readonly counts: readonly StageCount[]
  readonly found: number
  readonly rows: readonly BoardRow[]
  readonly next: Place | null
  readonly ended: readonly EndedRow[]
  readonly nextEnded: Place | null
  /** How many things wait for this reader. */
  readonly waiting: number
}

/** All files of the department that the filter lets through, a page of them, with what there is to choose from. */
export async function boardPage(tx: Tx, actor: Staff, language: Language, filter: BoardFilter): Promise<BoardPage> {
  const measuring = await measuringOf(tx, actor)
  const { zone, now } = measuring
  const waits = await waitingFor(tx, actor, language)
  const onlyEnded = filter.stage === 'ended'
  const { open, ended, moreEnded } = await boardFiles(tx, actor, 'department', {
    clientId: filter.client,
    team: filter.team,
    received: filter.year === null ? null : yearIn(filter.year, zone),
    words: filter.words,
    endedAfter: onlyEnded ? filter.after : null,
  })
  const { received, ...choices } = await boardChoices(tx, actor.departmentId)
  const rows = (await boardRows(tx, open, { actor, language, measuring, waits })).filter(
    ({ who, late }) => (filter.who === null || who === filter.who) && (!filter.late || late),
  )
  const inStage = onlyEnded ? [] : rows.filter(({ stage }) => filter.stage === null || stage === filter.stage)
  const { rows: shown, next } = pageOf(inStage, (row) => placeOf(row, filter.sort, language), {
    after: onlyEnded ? null : filter.after,
    most: PAGE,
  })
  // Whose turn it is, and whether it is late, are questions about open files only.
  const showsEnded = filter.who === null && !filter.late && (onlyEnded || (filter.stage === null && !filter.after))
  return {
    filter,
    choices: {
      ...choices,
      years: received ? fiscalYears(dayOf(received.first, zone), dayOf(now, zone)) : [],
    },
    counts: stages.map((stage) => {
      const own = rows.filter((row) => row.stage === stage)
      return { stage, count: own.length, late: own.filter(({ late }) => late).length }
    }),
    found: inStage.length,
    rows: shown,
    next,
    ended: showsEnded ? ended.map((file) => endedRow(file, actor, language, zone)) : [],
    nextEnded: showsEnded ? moreEnded : null,
    waiting: waits.length,
  }
}

/** Where a file stands in the order that somebody asked for. */
function placeOf({ file, stage, due, over }: BoardRow, sort: Sort, language: Language): Place {
  const received = file.receivedAt.toISOString()
  const keys: Record<Sort, string> = {
    stage: `${stages.indexOf(stage)} ${received}`,
    oldest: received,
    due: due?.toISOString() ?? '9999',
    late: String(1_000_000 - Math.round(over * 100)).padStart(7, '0'),
    title: file.title[language].toLowerCase().slice(0, 120),
  }
  return { key: keys[sort], id: file.requestId }
}

function yearIn(year: number, zone: string): { from: Date; to: Date } {
  const { first, last } = daysOf(year)
  return { from: instantAt(first, '00:00', zone), to: instantAt(addDays(last, 1), '00:00', zone) }
}
