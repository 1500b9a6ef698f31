import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import type { App } from '../platform/app.ts'
import { type Database, type DatabaseRole, openDatabase, type Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { chainAfter, splitNotes } from './chain.ts'
import { digestOf, record } from './record.ts'
import { checkpointKey, checkpointOrigin, checkpointsFile, sequenceRecord } from './sequencer.ts'
import { type HistoryProblem, verifyHistory, type Witness } from './verify.ts'

/** A superuser: the one who could rewrite everything, and whom the record must betray. */
const SUPERUSER = 'opportune_owner' as DatabaseRole
const EVENTS = 60
const TAMPERINGS = 1_000

let world: World
let app: App
let folder: string
let superuser: Database
let witness: Witness

beforeAll(async () => {
  world = await openWorld()
  folder = await mkdtemp(join(tmpdir(), 'opportune-record-'))
  app = { ...world.worker, config: { ...world.worker.config, dataDir: folder } }
  superuser = openDatabase({ url: world.database.ownerUrl, role: SUPERUSER, poolSize: 2 })
  for (let i = 0; i < EVENTS; i += 1) await recordOne(i === 30 ? 'opportunity.published' : 'policy.changed')
  // The events are two hours old, each a second after the one before it.
  await asSuperuser(async (tx) => {
    await sql`alter table history_events disable trigger append_only`.execute(tx)
    await sql`update history_events e set recorded_at = clock_timestamp() - interval '2 hours' + n * interval '1 second'
      from (select id, row_number() over (order by recorded_at, id) as n from history_events) o where o.id = e.id`.execute(
      tx,
    )
    await sql`alter table history_events enable trigger append_only`.execute(tx)
  })
  await sequenceRecord(app)
  await recordOne('draw.ranked')
  await sequenceRecord(app)
  witness = {
    origin: checkpointOrigin(app),
    publicKey: checkpointKey(app),
    checkpoints: await readFile(checkpointsFile(app), 'utf8'),
  }
})
afterAll(async () => {
  await superuser?.close()
  await world?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the sequencer', () => {
  it('numbers each event once, signs at milestones, and keeps the notes in a file', async () => {
    expect(await app.read('everything', (tx) => verifyHistory(tx, witness))).toEqual({
      problems: [],
      events: EVENTS + 1,
      checkpoints: 2,
    })
    expect(splitNotes(witness.checkpoints ?? '')).toHaveLength(2)
    expect(await sequenceRecord(app)).toEqual({ numbered: 0, checkpoint: false })
  })

  it('writes the notes that a killed process left out of the file', async () => {
    await rm(checkpointsFile(app))
    await sequenceRecord({ ...app })
    expect(await readFile(checkpointsFile(app), 'utf8')).toBe(witness.checkpoints)
  })

  it('is one at a time: of six at once, each event still has one number', async () => {
    await inUndone(async (tx) => {
      await sql`select pg_advisory_xact_lock(7350116)`.execute(tx)
      expect(await sequenceRecord(app)).toEqual({ numbered: 0, checkpoint: false })
    })
    await Promise.all(Array.from({ length: 5 }, () => recordOne('policy.changed')))
    const done = await Promise.all(Array.from({ length: 6 }, () => sequenceRecord(app)))
    await sequenceRecord(app)
    expect(done.reduce((sum, { numbered }) => sum + numbered, 0)).toBe(5)
    const { problems, events } = await app.read('everything', (tx) => verifyHistory(tx, witness))
    expect({ problems, events }).toEqual({ problems: [], events: EVENTS + 6 })
  })
})

describe('the program', () => {
  it.each(['opportune_web', 'opportune_worker'] as const)(
    '%s can add to the record and change nothing',
    async (role) => {
      const acts = [
        `update history_events set body = '{}'`,
        'delete from history_events',
        'truncate history_events cascade',
        'delete from history_sequence',
        `update history_checkpoints set note = ''`,
      ]
      for (const act of acts)
        await expect(app.transaction('everything', (tx) => sql.raw(act).execute(tx), role)).rejects.toThrow(
          /permission denied|append-only/,
        )
    },
  )

  it('not even the owner changes a line without turning the guard off', async () => {
    for (const table of ['history_events', 'history_sequence', 'history_checkpoints']) {
      await expect(asSuperuser((tx) => sql.raw(`delete from ${table}`).execute(tx))).rejects.toThrow(/append-only/)
      await expect(asSuperuser((tx) => sql.raw(`truncate ${table} cascade`).execute(tx))).rejects.toThrow(/append-only/)
    }
  })
})

describe('a superuser who tampers', () => {
  it(`is located ${TAMPERINGS} times out of ${TAMPERINGS}`, async () => {
    const missed: string[] = []
    for (let i = 0; i < TAMPERINGS; i += 1) {
      const kind = tamperings[i % tamperings.length]
      if (!kind) throw new Error('no tampering')
      const number = 1 + (randomBytes(4).readUInt32BE() % EVENTS)
      await inUndone(async (tx) => {
        await sql`set local session_replication_role = replica`.execute(tx)
        const expected = await kind.act(tx, number)
        const { problems } = await verifyHistory(tx, witness)
        if (!problems.some(expected)) missed.push(`${kind.name} at ${number}: ${JSON.stringify(problems)}`)
      })
    }
    expect(missed).toEqual([])
  })

  it('who writes the whole chain anew after an edit is betrayed by the signed checkpoints', async () => {
    await inUndone(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await editAndRewriteAll(tx, 10)
      const { problems } = await verifyHistory(tx, witness)
      expect(problems.map(({ kind, size }) => `${kind} ${size}`)).toContain(`checkpoint_differs ${EVENTS}`)
      expect(problems.filter(({ kind }) => !kind.startsWith('checkpoint'))).toEqual([])
    })
  })
})

type Expected = (problem: HistoryProblem) => boolean
type Tampering = { name: string; act(tx: Tx, number: number): Promise<Expected> }

const at =
  (number: number, eventId?: string): Expected =>
  (problem) =>
    problem.number === number && (eventId === undefined || problem.eventId === eventId)

const fieldEdits: [string, string][] = [
  ['kind', `'invoice.paid'`],
  ['subject_type', `subject_type || 'x'`],
  ['subject_id', 'gen_random_uuid()'],
  ['file_id', 'gen_random_uuid()'],
  ['department_id', 'null'],
  ['actor_kind', `'visitor'`],
  ['actor_id', 'gen_random_uuid()'],
  ['at', `at + interval '1 millisecond'`],
  ['at', `at + interval '1 microsecond'`],
  ['recorded_at', `recorded_at + interval '1 microsecond'`],
  ['recorded_at', `recorded_at - interval '1 day'`],
  ['body', `'{"amount":1}'`],
  ['digest', 'sha256(digest)'],
]

const tamperings: Tampering[] = [
  ...fieldEdits.map(([field, value]) => ({
    name: `edits ${field}`,
    async act(tx: Tx, number: number) {
      const id = await eventAt(tx, number)
      await sql`update history_events set ${sql.raw(field)} = ${sql.raw(value)} where id = ${id}`.execute(tx)
      return at(number, id)
    },
  })),
  {
    name: 'edits an event and its digest everywhere',
    async act(tx, number) {
      const id = await eventAt(tx, number)
      const event = await tx.selectFrom('historyEvents').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      const body = '{"price":1}'
      const digest = digestOf({ ...event, body })
      await tx.updateTable('historyEvents').set({ body, digest }).where('id', '=', id).execute()
      await tx.updateTable('historySequence').set({ digest }).where('number', '=', number).execute()
      return at(number, id)
    },
  },
  {
    name: 'removes an event',
    async act(tx, number) {
      const id = await eventAt(tx, number)
      await tx.deleteFrom('historyEvents').where('id', '=', id).execute()
      return (problem) => problem.kind === 'event_removed' && at(number, id)(problem)
    },
  },
  {
    name: 'removes an event and its number',
    async act(tx, number) {
      const id = await eventAt(tx, number)
      await tx.deleteFrom('historySequence').where('number', '=', number).execute()
      await tx.deleteFrom('historyEvents').where('id', '=', id).execute()
      return (problem) => problem.kind === 'number_missing' && problem.number === number
    },
  },
  {
    name: 'removes a number',
    async act(tx, number) {
      const id = await eventAt(tx, number)
      await tx.deleteFrom('historySequence').where('number', '=', number).execute()
      return (problem) => problem.kind === 'event_not_numbered' && problem.eventId === id
    },
  },
  {
    name: 'removes an event and moves the later ones up',
    async act(tx, number) {
      const id = await eventAt(tx, number)
      await tx.deleteFrom('historySequence').where('number', '=', number).execute()
      await tx.deleteFrom('historyEvents').where('id', '=', id).execute()
      await sql`update history_sequence set number = number + 1000 where number > ${number}`.execute(tx)
      await sql`update history_sequence set number = number - 1001 where number > 1000`.execute(tx)
      return (problem) => problem.kind === 'link_edited' && problem.number === number
    },
  },
  {
    name: 'cuts off the end',
    async act(tx, number) {
      const cut = tx.selectFrom('historySequence').where('number', '>=', number)
      const ids = (await cut.select('eventId').execute()).map(({ eventId }) => eventId)
      await tx.deleteFrom('historySequence').where('number', '>=', number).execute()
      await tx.deleteFrom('historyEvents').where('id', 'in', ids).execute()
      await tx.deleteFrom('historyCheckpoints').where('size', '>=', number).execute()
      return (problem) => problem.kind === 'record_shortened' && problem.number === number - 1
    },
  },
  {
    name: 'inserts an old event',
    async act(tx, number) {
      const id = await insertOld(tx, number)
      return (problem) => problem.kind === 'event_not_numbered' && problem.eventId === id
    },
  },
  {
    name: 'inserts an event in the place of another',
    async act(tx, number) {
      const id = await insertOld(tx, number)
      const { digest } = await tx
        .selectFrom('historyEvents')
        .select('digest')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      await tx.updateTable('historySequence').set({ eventId: id, digest }).where('number', '=', number).execute()
      return at(number, id)
    },
  },
  {
    name: 'edits a link',
    async act(tx, number) {
      await tx
        .updateTable('historySequence')
        .set({ chain: randomBytes(32) })
        .where('number', '=', number)
        .execute()
      return at(number)
    },
  },
  {
    name: 'exchanges two events',
    async act(tx, number) {
      const other = number === 1 ? 2 : number - 1
      const [one, two] = [await eventAt(tx, number), await eventAt(tx, other)]
      await sql`update history_sequence set event_id = gen_random_uuid() where number = ${other}`.execute(tx)
      await tx.updateTable('historySequence').set({ eventId: two }).where('number', '=', number).execute()
      await tx.updateTable('historySequence').set({ eventId: one }).where('number', '=', other).execute()
      return at(number, two)
    },
  },
  ...(['root', 'frontier', 'note', 'at'] as const).map((field) => ({
    name: `edits the ${field} of a checkpoint`,
    async act(tx: Tx) {
      const value = {
        root: `sha256(root)`,
        frontier: `sha256(frontier)`,
        note: `replace(note, '${EVENTS}', '${EVENTS - 1}')`,
        at: `at + interval '1 millisecond'`,
      }[field]
      await sql`update history_checkpoints set ${sql.raw(field)} = ${sql.raw(value)} where size = ${EVENTS}`.execute(tx)
      return (problem: HistoryProblem) => problem.size === EVENTS && problem.kind.startsWith('checkpoint')
    },
  })),
  {
    name: 'removes a checkpoint',
    async act(tx) {
      await tx.deleteFrom('historyCheckpoints').where('size', '=', EVENTS).execute()
      return (problem) => problem.kind === 'checkpoint_removed' && problem.size === EVENTS
    },
  },
]

async function editAndRewriteAll(tx: Tx, from: number): Promise<void> {
  const id = await eventAt(tx, from)
  const event = await tx.selectFrom('historyEvents').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const digest = digestOf({ ...event, body: '{"price":1}' })
  await tx.updateTable('historyEvents').set({ body: '{"price":1}', digest }).where('id', '=', id).execute()
  await tx.updateTable('historySequence').set({ digest }).where('number', '=', from).execute()
  const { rows } = await sql<{ number: number; digest: Buffer; micros: string }>`
    select s.number, s.digest, (extract(epoch from e.recorded_at) * 1000000)::bigint::text as micros
    from history_sequence s join history_events e on e.id = s.event_id order by s.number`.execute(tx)
  let chain: Buffer = Buffer.alloc(32)
  for (const row of rows) {
    chain = chainAfter(chain, row.digest, BigInt(row.micros))
    await tx.updateTable('historySequence').set({ chain }).where('number', '=', row.number).execute()
  }
}

async function insertOld(tx: Tx, near: number): Promise<string> {
  const like = await tx
    .selectFrom('historyEvents')
    .selectAll()
    .where('id', '=', await eventAt(tx, near))
    .executeTakeFirstOrThrow()
  const forged = { ...like, id: newId(like.recordedAt, randomBytes), body: '{"forged":true}' }
  await tx
    .insertInto('historyEvents')
    .values({ ...forged, digest: digestOf(forged) })
    .execute()
  return forged.id
}

async function eventAt(tx: Tx, number: number): Promise<string> {
  const link = await tx
    .selectFrom('historySequence')
    .select('eventId')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return link.eventId
}

const asSuperuser = <T>(act: (tx: Tx) => Promise<T>): Promise<T> => superuser.transaction('everything', act)

class Undone extends Error {}

/** Acts, looks, and takes everything back. */
async function inUndone(act: (tx: Tx) => Promise<void>): Promise<void> {
  await asSuperuser(async (tx) => {
    await act(tx)
    throw new Undone()
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
}

async function recordOne(kind: 'policy.changed' | 'opportunity.published' | 'draw.ranked'): Promise<void> {
  await app.transaction('everything', async (tx) => {
    const now = await tx.now()
    await record(tx, randomBytes, {
      departmentId: world.departmentId,
      kind,
      subject: { type: 'department', id: world.departmentId },
      fileId: newId(now, randomBytes),
      actor: world.staff.administrator,
      at: now,
      facts: { setting: 'zone', amount: 1_000, nothing: null },
    })
  })
}
