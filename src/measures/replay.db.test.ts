import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cellsOf, differing, publishedCells } from '../../test/pilot.ts'
import { openProgram } from '../../test/program.ts'
import type { Composed } from '../compose.ts'
import { checkpointKey, checkpointOrigin, sequenceRecord } from '../history/sequencer.ts'
import { verifyHistory } from '../history/verify.ts'
import { rootFolder } from '../platform/root.ts'
import { type Programme, type ProgrammeFiles, programmeFrom, readProgrammeFiles } from './programme.ts'
import { replay } from './replay.ts'
import { reportJson } from './report.formats.ts'
import { closeoutReport } from './report.ts'

let program: Composed
let pilot: Programme
let departmentId: string

beforeAll(async () => {
  program = await openProgram()
  pilot = programmeOf(await pilotFiles())
  departmentId = (await replay(program, pilot, () => {})).departmentId
}, 60_000)
afterAll(() => program.close())

const report = async () => reportJson(await closeoutReport(program.worker, departmentId), 'en')

describe('the pilot, replayed', () => {
  test('gives every cell of the published report', async () => {
    const published = publishedCells()
    expect(published.size).toBe(212)
    expect(differing(published, cellsOf(await report()))).toEqual([])
  })

  test('counts the mailing list apart', async () => {
    expect((await report()).more).toEqual({ subscribers: 226 })
  })

  test('ends without delivery, and is not posted again', async () => {
    const rows = await program.worker.read({ department: departmentId }, (tx) =>
      tx.selectFrom('opportunities').select(['state', 'outcome', 'posting']).execute(),
    )
    expect(rows).toEqual([{ state: 'unsuccessful', outcome: 'ended_without_delivery', posting: 1 }])
  })

  test('explains in both languages what the published report could not have right', async () => {
    const { notes } = await closeoutReport(program.worker, departmentId)
    expect(notes.size).toBe(pilot.notes.length)
    for (const subject of [
      'followers',
      'toReceiveWork',
      'on-website',
      'total-value',
      'winners-outside-ncr-share',
    ] as const)
      expect(notes.get(subject)?.fr).toBeTruthy()
  })

  test('writes to nobody and leaves no job to be done', async () => {
    const unsent = await program.worker.read('everything', (tx) =>
      tx.selectFrom('outboxMessages').select('kind').where('sentAt', 'is', null).execute(),
    )
    const { rows } = await program.workerPool.query('select 1 from graphile_worker.jobs')
    expect([unsent, rows]).toEqual([[], []])
  })

  test('is in the record, whole', async () => {
    const { worker } = program
    await sequenceRecord(worker)
    const witness = { origin: checkpointOrigin(worker), publicKey: checkpointKey(worker), checkpoints: undefined }
    const { problems, events } = await worker.read('everything', (tx) => verifyHistory(tx, witness))
    expect(problems).toEqual([])
    expect(events).toBeGreaterThan(300)
  })

  test('says that it is there when it is run again, and changes nothing', async () => {
    const before = await countEvents()
    expect(await replay(program, pilot, () => {})).toEqual({ departmentId, replayed: false })
    expect(await countEvents()).toBe(before)
  })
})

const countEvents = async () => {
  const { rows } = await program.worker.read('everything', (tx) =>
    sql<{ count: number }>`select count(*) as count from history_events`.execute(tx),
  )
  return rows[0]?.count
}

async function pilotFiles(): Promise<ProgrammeFiles> {
  const files = await readProgrammeFiles(join(rootFolder, 'examples', 'pilot'))
  if (!files) throw new Error('the pilot’s facts are not there')
  return files
}

function programmeOf(files: ProgrammeFiles): Programme {
  const programme = programmeFrom(files)
  if (!('department' in programme)) throw new Error(programme.join('\n'))
  return programme
}
