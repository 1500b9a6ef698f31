import { z } from 'zod'
import { evaluatedFile } from '../evaluation/store.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { BeaconSource } from './beacon.ts'
import type { Received, Ticket } from './grammar.ts'
import type { Drawn, Manifest, TypedValue } from './rules.ts'

type Commitment = {
  readonly opportunityId: string
  readonly departmentId: string
  readonly commitment: string
  readonly sealedSeed: Buffer
  readonly beaconSource: BeaconSource
  readonly committedAt: Date
}

export const findCommitment = (tx: Tx, opportunityId: string) =>
  tx.selectFrom('drawCommitments').selectAll().where('opportunityId', '=', opportunityId).executeTakeFirst()

export async function insertCommitment(tx: Tx, commitment: Commitment): Promise<void> {
  await tx.insertInto('drawCommitments').values(commitment).execute()
}

/** The request that opened the file of a posting. */
export async function requestOf(tx: Tx, opportunityId: string): Promise<string> {
  const { requestId } = await tx
    .selectFrom('opportunities')
    .select('requestId')
    .where('id', '=', opportunityId)
    .executeTakeFirstOrThrow()
  return requestId
}

export type Roster = { readonly text: string; readonly hash: string; readonly received: readonly Received[] }

/** The roster as it was fixed at closing, read back line by line. */
export async function findRoster(tx: Tx, opportunityId: string): Promise<Roster | undefined> {
  const row = await tx
    .selectFrom('drawRosters')
    .select(['roster', 'rosterHash'])
    .where('opportunityId', '=', opportunityId)
    .executeTakeFirst()
  return row && { text: row.roster, hash: row.rosterHash, received: receivedIn(row.roster) }
}

/** `TOKEN hash` on each line after the head of three. */
export const receivedIn = (roster: string): Received[] =>
  roster
    .split('\n')
    .slice(3)
    .filter((line) => line !== '')
    .map((line) => ({ token: line.slice(0, 10), sealedHash: line.slice(11) }))

/** Eligible tokens of a manifest text: its lines after the head of eight. */
export const eligibleIn = (manifest: string): string[] =>
  manifest
    .split('\n')
    .slice(8)
    .filter((line) => line !== '')

/** Applications that passed, by token. */
export const passedApplications = (tx: Tx, opportunityId: string) =>
  tx
    .selectFrom('applications')
    .select(['id', 'token'])
    .where('opportunityId', '=', opportunityId)
    .where('state', '=', 'passed')
    .orderBy('token')
    .execute()

/** The newest manifest. */
export const findManifest = (tx: Tx, opportunityId: string) =>
  tx
    .selectFrom('drawManifests')
    .selectAll()
    .where('opportunityId', '=', opportunityId)
    .orderBy('n', 'desc')
    .executeTakeFirst()

export type NewManifest = Omit<Manifest, 'id'> & {
  readonly departmentId: string
  readonly opportunityId: string
  readonly previous: string
  readonly manifest: string
  readonly manifestHash: string
  readonly eligible: number
  readonly seed: string
  readonly publishedAt: Date
}

/** Answers its id. */
export async function insertManifest(tx: Tx, app: Pick<App, 'random'>, manifest: NewManifest): Promise<string> {
  const id = newId(manifest.publishedAt, app.random)
  await tx
    .insertInto('drawManifests')
    .values({ id, ...manifest })
    .execute()
  return id
}

/** The file with its manifest and the number that waits for a second person. */
export async function drawnFile(tx: Tx, opportunity: Opportunity): Promise<Drawn> {
  const file = await evaluatedFile(tx, opportunity)
  const row = await findManifest(tx, opportunity.id)
  const manifest = row && { id: row.id, n: row.n, beaconRef: row.beaconRef, drawsAt: row.drawsAt }
  return { ...file, manifest, waiting: manifest && (await waitingValue(tx, manifest.id)) }
}

async function waitingValue(tx: Tx, manifestId: string): Promise<TypedValue | undefined> {
  const row = await tx
    .selectFrom('drawValues')
    .select(['id', 'value', 'enteredBy', 'enteredAt'])
    .where('manifestId', '=', manifestId)
    .where('confirmedAt', 'is', null)
    .where('rejectedAt', 'is', null)
    .executeTakeFirst()
  return row && { ...row, enteredBy: row.enteredBy ?? '' }
}

export async function insertValue(
  tx: Tx,
  app: Pick<App, 'random'>,
  value: { departmentId: string; manifestId: string; value: string; enteredBy: string; enteredAt: Date },
): Promise<string> {
  const id = newId(value.enteredAt, app.random)
  await tx
    .insertInto('drawValues')
    .values({ id, ...value })
    .execute()
  return id
}

export async function saveValueConfirmed(tx: Tx, id: string, confirmedBy: string, confirmedAt: Date): Promise<void> {
  await tx.updateTable('drawValues').set({ confirmedBy, confirmedAt }).where('id', '=', id).execute()
}

export async function saveValueRejected(tx: Tx, id: string, rejectedBy: string, rejectedAt: Date): Promise<void> {
  await tx.updateTable('drawValues').set({ rejectedBy, rejectedAt }).where('id', '=', id).execute()
}

export async function insertRanking(
  tx: Tx,
  app: Pick<App, 'random'>,
  draw: {
    departmentId: string
    opportunityId: string
    manifestId: string
    key: string
    ranking: readonly Ticket[]
    applicationOf: ReadonlyMap<string, string>
    drawnAt: Date
  },
): Promise<void> {
  const { ranking, applicationOf, ...common } = draw
  const rows = ranking.map(({ token, ticket }, place) => {
    const applicationId = applicationOf.get(token)
    if (!applicationId) throw new Error(`token ${token} is nobody's`)
    return { id: newId(draw.drawnAt, app.random), ...common, applicationId, token, ticket, rank: place + 1 }
  })
  await tx.insertInto('drawRankings').values(rows).execute()
}

/** The order of the draw, first to last. */
export const rankingOf = (tx: Tx, opportunityId: string) =>
  tx
    .selectFrom('drawRankings')
    .select(['rank', 'applicationId', 'token', 'ticket', 'key', 'drawnAt'])
    .where('opportunityId', '=', opportunityId)
    .orderBy('rank')
    .execute()

export type PublicDrawFields = {
  slug: string
  commitment: string
  beaconSource: string
  updatedAt: Date
}

export async function insertPublicDraw(tx: Tx, fields: PublicDrawFields): Promise<void> {
  await tx.insertInto('publication.draws').values(fields).execute()
}

export type PublicDrawChange = Partial<{
  manifest: string
  manifestHash: string
  seed: string
  beaconRef: string
  drawsAt: Date
  beaconValue: string
  key: string
  ranking: string
  needed: boolean
  lockedAt: Date
  drawnAt: Date
}>

export async function updatePublicDraw(tx: Tx, slug: string, change: PublicDrawChange, updatedAt: Date): Promise<void> {
  await tx
    .updateTable('publication.draws')
    .set({ ...change, updatedAt })
    .where('slug', '=', slug)
    .execute()
}

const rankingShape = z.array(z.strictObject({ token: z.string(), ticket: z.string() }))

/** All that the public may know of a draw, and of the posting that it is about. No row of it has a name. */
export async function findPublicDraw(tx: Tx, slug: string) {
  const row = await tx
    .selectFrom('publication.draws as d')
    .innerJoin('publication.opportunities as o', 'o.slug', 'd.slug')
    .selectAll('d')
    .select(['o.number', 'o.titleEn', 'o.titleFr', 'o.departmentEn', 'o.departmentFr', 'o.publishedAt', 'o.closesAt'])
    .select(['o.timeZone', 'o.status', 'o.simulated'])
    .where('d.slug', '=', slug)
    .executeTakeFirst()
  if (!row) return undefined
  const ranking: Ticket[] = row.ranking === null ? [] : rankingShape.parse(JSON.parse(row.ranking))
  return { ...row, ranking }
}
export type PublicDraw = NonNullable<Awaited<ReturnType<typeof findPublicDraw>>>

/** Files whose draw may wait for somebody of the department. */
export const filesToDraw = (tx: Tx, departmentId: string) =>
  tx
    .selectFrom('opportunities')
    .select(['id', 'number', 'titleEn', 'titleFr'])
    .where('departmentId', '=', departmentId)
    .where('state', '=', 'locked')
    .execute()
