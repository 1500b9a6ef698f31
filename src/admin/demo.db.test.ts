import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openProgram } from '../../test/program.ts'
import type { Composed } from '../compose.ts'
import { checkpointKey, checkpointOrigin, sequenceRecord } from '../history/sequencer.ts'
import { verifyHistory } from '../history/verify.ts'
import { textProblems } from '../platform/typography.ts'
import { inOrder, plan, written } from './demo.statements.ts'
import { loadDemoWorld } from './demo.ts'

/** An ordinary Wednesday; a Sunday after holidays; and days after the fiscal year began, which files then straddle. */
const days = ['2026-11-25T15:00:00Z', '2027-01-03T03:30:00Z', '2027-04-08T19:45:00Z']

describe.each(days)('the demonstration, loaded on %s', (day) => {
  let program: Composed
  const said: string[] = []
  beforeAll(async () => {
    program = await openProgram(() => new Date(day))
    await loadDemoWorld(program, (line) => said.push(line))
  }, 60_000)
  afterAll(() => program.close())

  test('has files in every state, with nothing promised in the past', async () => {
    const files = await program.worker.read('everything', (tx) =>
      tx
        .selectFrom('opportunities')
        .innerJoin('departments', 'departments.id', 'opportunities.departmentId')
        .where('code', '=', 'DW')
        .select(['state', 'closesAt'])
        .execute(),
    )
    const states = new Set(files.map(({ state }) => state))
    const brief = ['drawn'] // passed through at once: the first offer follows the order
    const all = [
      ...['draft', 'in_review', 'in_approval', 'ready', 'open', 'closed', 'evaluating', 'locked', 'offering'],
      ...['awarded', 'completed', 'unsuccessful', 'cancelled', 'withdrawn', ...brief],
    ]
    expect(all.filter((state) => !states.has(state as never))).toEqual(brief)
    const open = files.filter(({ state }) => state === 'open')
    expect(open).toHaveLength(2)
    expect(open.every(({ closesAt }) => closesAt !== null && closesAt > new Date(day))).toBe(true)
  })

  test('has contracts and invoices at each stage, and requests in each state', async () => {
    const found = await program.worker.read('everything', async (tx) => [
      ...(await tx.selectFrom('contracts').select('state').distinct().execute()),
      ...(await tx.selectFrom('invoices').select('state').distinct().execute()),
      ...(await tx.selectFrom('requests').select('state').distinct().execute()),
      ...(await tx.selectFrom('offers').select('state').distinct().execute()),
    ])
    expect([...new Set(found.map(({ state }) => String(state)))].toSorted()).toEqual([
      ...['accepted', 'certified', 'declined', 'delivered', 'in_progress', 'made', 'paid', 'received'],
      ...['revision_asked', 'sent', 'terminated', 'terms_signed', 'withdrawn'],
    ])
  })

  test('has one finding of contract splitting that waits for procurement, and one that it explained', async () => {
    const flags = await program.worker.read('everything', (tx) =>
      tx
        .selectFrom('splittingFlags')
        .innerJoin('opportunities', 'opportunities.id', 'splittingFlags.opportunityId')
        .innerJoin('departments', 'departments.id', 'opportunities.departmentId')
        .where('code', '=', 'DW')
        .select(['splittingFlags.state', 'rule', 'opportunities.state as at', 'toldAt'])
        .orderBy('opportunities.state')
        .execute(),
    )
    expect(flags.map(({ toldAt, ...flag }) => ({ ...flag, told: toldAt !== null }))).toEqual([
      { rule: 'S1', state: 'raised', at: 'in_review', told: true },
      { rule: 'S1', state: 'explained', at: 'ready', told: true },
    ])
  })

  test('writes to nobody, and jobs wait for instants to come', async () => {
    const unsent = await program.worker.read('everything', (tx) =>
      tx.selectFrom('outboxMessages').select('kind').where('sentAt', 'is', null).execute(),
    )
    expect(unsent).toEqual([])
    const { rows } = await program.workerPool.query<{ run_at: Date }>('select run_at from graphile_worker.jobs')
    expect(rows.length).toBeGreaterThan(2)
    expect(rows.every(({ run_at }) => run_at > new Date(day))).toBe(true)
  })

  test('is in the record, whole', async () => {
    const { worker } = program
    await sequenceRecord(worker)
    const witness = { origin: checkpointOrigin(worker), publicKey: checkpointKey(worker), checkpoints: undefined }
    expect((await worker.read('everything', (tx) => verifyHistory(tx, witness))).problems).toEqual([])
  })

  test('is loaded once', async () => {
    const lines = said.length
    await loadDemoWorld(program, (line) => said.push(line))
    expect(said).toHaveLength(lines)
  })
})

test('what is written is written in both languages, with care', () => {
  const texts = written.flatMap((need) => [
    ...[need.title, need.teaser, need.background, need.work, ...need.criteria, need.asked, ...need.skills],
  ])
  expect([...texts, inOrder, plan].flatMap(textProblems)).toEqual([])
})
