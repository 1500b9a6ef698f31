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
  readonly departmentId: string
  readonly skills: readonly string[]
  readonly publishedAt: Date
  readonly closesAt: Date
}

/**
 * What a reader is told at `dueAt`: what was posted since their last digest, and what else closes before `soon`. Without
 * anything new there is no letter.
 */
export function digestFor<P extends Posted>(
  open: readonly P[],
  reader: { readonly wants: Wants; readonly departmentId: string | null; readonly digestedAt: Date },
  { dueAt, soon }: { dueAt: Date; soon: Date },
): { readonly fresh: readonly P[]; readonly closing: readonly P[] } | undefined {
  const wanted = open.filter((posting) => posting.publishedAt <= dueAt && isWanted(posting, reader))
  const fresh = wanted.filter(({ publishedAt }) => publishedAt > reader.digestedAt)
  if (fresh.length === 0) return undefined
  return { fresh, closing: wanted.filter((posting) => !fresh.includes(posting) && posting.closesAt <= soon) }
}
