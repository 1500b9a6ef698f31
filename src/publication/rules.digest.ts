import type { ClockTime, Zone } from '../platform/time.ts'
import { addDays, dayOf, instantAt, weekday } from '../platform/time.ts'
import type { Wants } from '../subscribers/rules.ts'

/** When digests go out, as the policy says. */
export type DigestTimes = { readonly clock: ClockTime; readonly weekday: number; readonly zone: Zone }

/** The last instant, up to now, at which a digest was due. */
export function digestDue(cadence: 'daily' | 'weekly', { clock, weekday: on, zone }: DigestTimes, now: Date): Date {
  let day = dayOf(now, zone)
  while (instantAt(day, clock, zone) > now || (cadence === 'weekly' && weekday(day) !== on)) day = addDays(day, -1)
  return instantAt(day, clock, zone)
}

/** Is the posting one that this reader wants? */
export function isWanted(
  { departmentId, skills }: { readonly departmentId: string; readonly skills: readonly string[] },
  { wants, departmentId: within }: { readonly wants: Wants; readonly departmentId: string | null },
): boolean {
  if (within !== null && within !== departmentId) return false
  if (wants.departments.length > 0 && !wants.departments.includes(departmentId)) return false
  return wants.skills.length === 0 || wants.skills.some((skill) => skills.includes(skill))
}

type Posted = {
  readonly opportunityId: string
  readonly departmentId: string
  readonly skills: readonly string[]
  readonly publishedAt: Date
  readonly closesAt: Date
  /** When it was amended, the first time first. */
  readonly amendedAt: readonly Date[]
}

type Reader = {
  readonly wants: Wants
  readonly departmentId: string | null
  readonly confirmedAt: Date
  readonly digestedAt: Date
  /** What they watch: of that they have letters of its own. */
  readonly watched: ReadonlySet<string>
}

/**
 * What a reader is told at `dueAt`: what was posted since their last digest; of what they were told before, what changed
 * since then; and what else closes before `soon`. Without anything new or changed there is no letter.
 */
export function digestFor<P extends Posted>(
  open: readonly P[],
  reader: Reader,
  { dueAt, soon }: { dueAt: Date; soon: Date },
): Digest<P> | undefined {
  const wanted = open.filter((posting) => posting.publishedAt <= dueAt && isWanted(posting, reader))
  const fresh = wanted.filter(({ publishedAt }) => publishedAt > reader.digestedAt)
  const changed = wanted.filter(
    ({ opportunityId, publishedAt, amendedAt }) =>
      publishedAt > reader.confirmedAt &&
      publishedAt <= reader.digestedAt &&
      !reader.watched.has(opportunityId) &&
      amendedAt.some((at) => isNews(at, reader, dueAt)),
  )
  if (fresh.length + changed.length === 0) return undefined
  const told = new Set([...fresh, ...changed])
  return { fresh, changed, closing: wanted.filter((posting) => !told.has(posting) && posting.closesAt <= soon) }
}

/** Postings that are new to a reader, that changed since they were told of them, and that close soon: each once. */
export type Digest<P> = { readonly fresh: readonly P[]; readonly changed: readonly P[]; readonly closing: readonly P[] }

/** Did it happen since their last digest, and by the instant of this one? */
export const isNews = (at: Date, { digestedAt }: Pick<Reader, 'digestedAt'>, dueAt: Date): boolean =>
  at > digestedAt && at <= dueAt
