import { sql } from 'kysely'
import { z } from 'zod'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import { cents } from '../platform/money.ts'
import type { Bunching } from './rules.bunching.ts'
import { fileRules, type Hit, reasons } from './rules.compare.ts'
import { bars, type Flag, type FlagDecision, type FlagState, type Found, isUndecided, membersOf } from './rules.ts'
import { dayFrom } from './store.purchases.ts'

/** Every flag of a file, in the order of the rules. */
export const flagsOf = (tx: Tx, opportunityId: string): Promise<Flag[]> =>
  selected(tx, sql`f.opportunity_id = ${opportunityId}`)

/** Findings on a file that somebody has yet to decide. */
export const undecidedFlags = async (tx: Tx, opportunityId: string): Promise<Flag[]> =>
  (await flagsOf(tx, opportunityId)).filter(isUndecided)

/** What keeps a file from being posted: found and not explained, or found and to be merged or stopped. */
export const flagsAgainstPosting = async (tx: Tx, opportunityId: string): Promise<Flag[]> =>
  (await flagsOf(tx, opportunityId)).filter(bars)

export async function findFlag(tx: Tx, id: string): Promise<Flag | undefined> {
  return (await selected(tx, sql`f.id = ${id}`))[0]
}

/** Holds the flags of a department until the transaction ends: whoever writes one sees what others wrote. */
export async function lockFlags(tx: Tx, departmentId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${departmentId}::text, 18))`.execute(tx)
}

/** Flags of a department that concern any of these files, as their own or as one that they are compared with. */
export const flagsAbout = (tx: Tx, departmentId: string, ids: readonly string[]): Promise<Flag[]> =>
  selected(
    tx,
    sql`f.department_id = ${departmentId} and f.id = any(array(
      select m.flag_id from splitting_members m where m.opportunity_id = any(${ids}::uuid[])))`,
  )

/** Flags that wait for a decision, or all of them, oldest first. */
export const flagsIn = (tx: Tx, departmentId: string): Promise<Flag[]> =>
  selected(tx, sql`f.department_id = ${departmentId}`)

/** The finding about the department itself, if there ever was one. */
export async function departmentFlag(tx: Tx, departmentId: string): Promise<Flag | undefined> {
  return (await selected(tx, sql`f.department_id = ${departmentId} and f.rule = 'S6'`))[0]
}

export type Raised = Pick<Flag, 'departmentId' | 'opportunityId' | 'occasion' | 'limit' | 'sum' | 'members' | 'found'>

export async function insertFlag(tx: Tx, app: Pick<App, 'random'>, raised: Raised, at: Date): Promise<Flag> {
  const { found, sum, limit, members, ...rest } = raised
  const row = {
    ...{ ...rest, id: newId(at, app.random), rule: found.rule, state: 'raised' as const, raisedAt: at },
    ...{ sumCents: sum, limitCents: limit, members: [...members], found: JSON.stringify(found), ...windowOf(found) },
  }
  await tx.insertInto('splittingFlags').values(row).execute()
  await keepMembers(tx, { id: row.id, departmentId: raised.departmentId }, members)
  return {
    ...raised,
    id: row.id,
    rule: found.rule,
    state: 'raised',
    version: 1,
    raisedAt: at,
    toldAt: null,
    decided: null,
  }
}

/** Writes what was found anew. The version counts up when it is not the same as before. */
export async function updateFlag(
  tx: Tx,
  flag: Flag,
  next: { state: FlagState; found: Found; sum: number; limit: number; members: readonly string[]; raisedAt?: Date },
): Promise<void> {
  const { state, found, sum, limit, members, raisedAt } = next
  await tx
    .updateTable('splittingFlags')
    .set((row) => ({
      ...{ state, sumCents: sum, limitCents: limit, members: [...members], found: JSON.stringify(found) },
      ...windowOf(found),
      ...(raisedAt ? { raisedAt, toldAt: null } : {}),
      version: row('version', '+', 1),
    }))
    .where('id', '=', flag.id)
    .execute()
  if (JSON.stringify(members) !== JSON.stringify(flag.members)) await keepMembers(tx, flag, members)
}

export async function setFlagState(tx: Tx, flag: Flag, state: FlagState): Promise<void> {
  await tx
    .updateTable('splittingFlags')
    .set((row) => ({ state, version: row('version', '+', 1) }))
    .where('id', '=', flag.id)
    .execute()
}

export async function setTold(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('splittingFlags')
    .set({ toldAt: at })
    .where('id', 'in', [...ids])
    .execute()
}

/** A decision with what it is about; earlier ones stay. */
export async function insertDecision(
  tx: Tx,
  app: Pick<App, 'random'>,
  { id, departmentId, sum, members }: Flag,
  { decision, rationale, by, at }: { decision: FlagDecision; rationale: string; by: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('splittingDecisions')
    .values({
      ...{ id: newId(at, app.random), departmentId, flagId: id, decision, rationale, decidedBy: by, decidedAt: at },
      ...{ sumCents: sum, members: [...members] },
    })
    .execute()
}

/** What a page says of a file that is compared. */
export type Named = {
  readonly id: string
  readonly number: string
  readonly title: Text
  /** The language that the title is written in, for every reader, while there is only one. */
  readonly titleIn: Language | undefined
  readonly team: string
  readonly client: string
  readonly clientId: string
  readonly state: string
  readonly requestId: string
}

/** Numbers, titles, teams and clients of files, by id. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Named>> {
  const { rows } = await sql<Named & { titleEn: string; titleFr: string }>`
    select o.id, o.number, o.title_en, o.title_fr, r.team, p.name as client, o.client_id, o.state, o.request_id
    from opportunities o join requests r on r.id = o.request_id join people p on p.id = o.client_id
    where o.id = any(${ids}::uuid[])`.execute(tx)
  return new Map(
    rows.map(({ titleEn, titleFr, ...row }) => [
      row.id,
      {
        ...row,
        title: { en: titleEn || titleFr, fr: titleFr || titleEn },
        titleIn: titleEn && titleFr ? undefined : titleEn ? 'en' : 'fr',
      },
    ]),
  )
}

export const hitFacts = (hit: Hit) => ({ sum: hit.sum, limit: hit.limit, members: membersOf(hit), found: hit })

async function keepMembers(
  tx: Tx,
  { id: flagId, departmentId }: Pick<Flag, 'id' | 'departmentId'>,
  members: readonly string[],
): Promise<void> {
  await sql`
    delete from splitting_members where flag_id = ${flagId} and opportunity_id <> all(${members}::uuid[])`.execute(tx)
  await sql`
    insert into splitting_members (department_id, flag_id, opportunity_id)
    select ${departmentId}, ${flagId}, m from unnest(${members}::uuid[]) m on conflict do nothing`.execute(tx)
}

const windowOf = (found: Found) => {
  const window = found.rule === 'S6' ? null : found.window
  return { windowFrom: window?.first ?? null, windowUntil: window?.last ?? null }
}

const amount = z.int().transform(cents)
const dayText = z.string().transform(dayFrom)
const foundShape = z.union([
  z.object({
    rule: z.enum(fileRules),
    id: z.string(),
    own: z.object({ value: amount, original: amount, amended: amount, committedOn: dayText }),
    compared: z.array(z.object({ id: z.string(), value: amount, committedOn: dayText, why: z.array(z.enum(reasons)) })),
    sum: amount,
    limit: amount,
    window: z.object({ first: dayText, last: dayText }).nullable(),
  }),
  z.object({
    rule: z.literal('S6'),
    bunching: z.object({
      own: z.object({ all: z.int(), near: z.int() }),
      others: z.object({ all: z.int(), near: z.int() }),
      chance: z.number(),
    }) satisfies z.ZodType<Bunching>,
  }),
])

type FlagRow = {
  readonly id: string
  readonly departmentId: string
  readonly opportunityId: string | null
  readonly rule: Flag['rule']
  readonly state: FlagState
  readonly version: number
  readonly occasion: Flag['occasion']
  readonly raisedAt: Date
  readonly toldAt: Date | null
  readonly sumCents: number
  readonly limitCents: number
  readonly members: readonly string[]
  readonly found: string
  readonly decision: FlagDecision | null
  readonly rationale: string
  readonly decidedBy: string
  readonly decidedAt: Date
  readonly decidedSum: number
  readonly decidedMembers: readonly string[]
}

async function selected(tx: Tx, where: ReturnType<typeof sql>): Promise<Flag[]> {
  const { rows } = await sql<FlagRow>`
    select f.id, f.department_id, f.opportunity_id, f.rule, f.state, f.version, f.occasion, f.raised_at, f.told_at,
      f.sum_cents, f.limit_cents, f.members, f.found,
      d.decision, d.rationale, d.decided_by, d.decided_at, d.sum_cents as decided_sum, d.members as decided_members
    from splitting_flags f
    left join lateral (
      select * from splitting_decisions d where d.flag_id = f.id order by d.decided_at desc, d.id desc limit 1
    ) d on true
    where ${where}
    order by f.raised_at, f.rule, f.id`.execute(tx)
  return rows.map(fromRow)
}

const fromRow = (row: FlagRow): Flag => ({
  ...{ id: row.id, departmentId: row.departmentId, opportunityId: row.opportunityId, rule: row.rule },
  ...{ state: row.state, version: row.version, occasion: row.occasion, raisedAt: row.raisedAt, toldAt: row.toldAt },
  ...{ sum: cents(row.sumCents), limit: cents(row.limitCents), members: row.members },
  found: foundShape.parse(JSON.parse(row.found)),
  decided: row.decision && {
    ...{ decision: row.decision, rationale: row.rationale, by: row.decidedBy, at: row.decidedAt },
    ...{ sum: cents(row.decidedSum), members: row.decidedMembers },
  },
})
