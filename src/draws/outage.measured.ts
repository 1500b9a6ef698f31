import type { OpenOpportunity } from '../opportunities/rules.ts'
import type { Tx } from '../platform/db.ts'
import { type Gap, gapsBetween } from '../platform/service.ts'

const DAY_IN_MS = 86_400_000

export type Measured = { readonly windowFrom: Date; readonly gaps: readonly Gap[]; readonly ms: number }
type Window = Pick<OpenOpportunity, 'closesAt'> & { readonly publishedAt: Date | null }

/** When the site was away in the day before a closing, up to an instant; since the posting, or `since`, if that is later. */
export async function measured(
  tx: Tx,
  { closesAt, publishedAt }: Window,
  until: Date,
  since?: Date | null,
): Promise<Measured> {
  const begins = [closesAt.getTime() - DAY_IN_MS, publishedAt?.getTime() ?? 0, since?.getTime() ?? 0]
  const windowFrom = new Date(Math.max(...begins))
  const gaps = await gapsBetween(tx, windowFrom, until)
  return { windowFrom, gaps, ms: gaps.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0) }
}

/**
 * Was the site away for longer than the policy says, and still away at the closing or within as many minutes before it?
 * Then whoever wanted to hand in at the last moment could not. Gaps reach at most to the closing.
 */
export const coversClosing = (
  { gaps, ms }: Measured,
  { closesAt, minutes }: { closesAt: Date; minutes: number },
): boolean => ms > minutes * 60_000 && gaps.some(({ to }) => to.getTime() >= closesAt.getTime() - minutes * 60_000)
