import { type Calendar, elapsedDays } from '../platform/calendar.ts'
import { dayOf, fiscalYearOf, type Zone } from '../platform/time.ts'
import type { DeclineReason, RequestState, WithdrawReason } from './rules.ts'

/** A request and the instants at which it went on. */
export type FunnelRequest = {
  readonly id: string
  readonly state: RequestState
  readonly declined: DeclineReason | null
  readonly withdrawn: WithdrawReason | null
  readonly meets: boolean | null
  readonly receivedAt: Date
  readonly endedAt: Date | null
  readonly acceptedAt: Date | null
  readonly draftedAt: Date | null
  readonly postedAt: Date | null
  /** When its file was cancelled. */
  readonly stoppedAt: Date | null
}

/** From a need to a posted opportunity. */
export const funnelStages = ['received', 'accepted', 'drafted', 'posted'] as const
export type FunnelStage = (typeof funnelStages)[number]

export type StageFigures = {
  readonly stage: FunnelStage
  /** How many came this far. */
  readonly reached: number
  /** Of those, how many stand here now, neither gone on nor ended. */
  readonly here: number
  /** Business days from this stage to the next, over those that went on; null when none did. */
  readonly median: number | null
  readonly longest: number | null
  /** Business days that the one that stands here longest has stood. */
  readonly waiting: number | null
}
export type FunnelFigures = {
  readonly stages: readonly StageFigures[]
  readonly declined: ReadonlyMap<DeclineReason, number>
  readonly withdrawn: ReadonlyMap<WithdrawReason, number>
  readonly meeting: number
}

/** All requests, whatever became of them, are counted; time is counted in business days, as in Annex A. */
export function funnelOf(
  requests: readonly FunnelRequest[],
  { calendar, zone, now }: { calendar: Calendar; zone: Zone; now: Date },
): FunnelFigures {
  const days = (from: Date, to: Date) => elapsedDays(calendar, from, to, zone)
  const stages = funnelStages.map((stage, place): StageFigures => {
    const next = funnelStages[place + 1]
    const reached = requests.filter((request) => reachedAt(request, stage) !== null)
    const went = reached.flatMap((request) => {
      const [from, to] = [reachedAt(request, stage), next ? reachedAt(request, next) : null]
      return from && to ? [days(from, to)] : []
    })
    const standing = reached.filter((request) => next && reachedAt(request, next) === null && !isEnded(request))
    const waits = standing.flatMap((request) => {
      const since = reachedAt(request, stage)
      return since ? [days(since, now)] : []
    })
    return {
      ...{ stage, reached: reached.length, here: standing.length },
      ...{ median: medianOf(went), longest: most(went), waiting: most(waits) },
    }
  })
  return {
    stages,
    declined: counted(requests.map(({ declined }) => declined)),
    withdrawn: counted(requests.map(({ withdrawn }) => withdrawn)),
    meeting: requests.filter(({ meets }) => meets === true).length,
  }
}

/** The fiscal years in which requests came, newest first: `2026-2027`. */
export const yearsOf = (requests: readonly FunnelRequest[], zone: Zone): string[] =>
  [...new Set(requests.map((request) => yearOf(request, zone)))].toSorted().toReversed()

export const yearOf = ({ receivedAt }: FunnelRequest, zone: Zone): string => fiscalYearOf(dayOf(receivedAt, zone)).name

export function medianOf(numbers: readonly number[]): number | null {
  const ordered = numbers.toSorted((one, other) => one - other)
  const [low, high] = [ordered[Math.floor((ordered.length - 1) / 2)], ordered[Math.floor(ordered.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

function reachedAt(request: FunnelRequest, stage: FunnelStage): Date | null {
  switch (stage) {
    case 'received':
      return request.receivedAt
    case 'accepted':
      return request.acceptedAt
    case 'drafted':
      return request.draftedAt
    case 'posted':
      return request.postedAt
  }
}

const isEnded = ({ state, stoppedAt }: FunnelRequest): boolean =>
  state === 'declined' || state === 'withdrawn' || stoppedAt !== null
const most = (numbers: readonly number[]): number | null => (numbers.length === 0 ? null : Math.max(...numbers))

function counted<Code>(codes: readonly (Code | null)[]): Map<Code, number> {
  const counts = new Map<Code, number>()
  for (const code of codes) if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}
