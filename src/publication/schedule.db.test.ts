import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangeReady, done, found, tick } from '../../test/arrange.opportunities.ts'
import { openWorld, type World } from '../../test/world.ts'
import { prepareOpportunityKeys } from '../applications/keys.ts'
import { returnStatement } from '../opportunities/commands.writing.ts'
import { postScheduled, schedulePosting, unschedulePosting } from './commands.schedule.ts'
import { publish } from './commands.ts'
import { publicationJobs } from './jobs.ts'
import type { ScheduleRefusal, UnscheduleRefusal } from './rules.schedule.ts'
import { schedule, unschedule } from './rules.schedule.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const at = new Date('2026-05-12T13:00:00Z')
const start = new Date('2026-05-04T14:00:00Z')
const publicRow = (id: string) =>
  world.app.read('nothing', (tx) =>
    tx.selectFrom('publication.opportunities').selectAll().where('opportunityId', '=', id).executeTakeFirst(),
  )
const letters = () =>
  world.app.read('everything', (tx) =>
    tx.selectFrom('outboxMessages').selectAll().where('kind', '=', 'publication.not_posted').execute(),
  )
const jobs = async (key: string): Promise<Date[]> => {
  const client = new Client({ connectionString: world.database.ownerUrl })
  await client.connect()
  const { rows } = await client.query('select run_at from graphile_worker.jobs where key = $1', [key])
  await client.end()
  return rows.map((row: { run_at: Date }) => row.run_at)
}

async function ready() {
  world.now = start
  const opportunity = await arrangeReady(world)
  await prepareOpportunityKeys(world.worker)
  tick(world)
  return opportunity
}

test('a posting that is planned happens at its instant, in both languages, once', async () => {
  const { id } = await ready()
  done(await schedulePosting(world.app, world.staff.program, { id, at: new Date('2026-05-11T13:00:00Z') }))
  done(await schedulePosting(world.app, world.staff.program, { id, at }))
  expect(await jobs(`post:${id}`)).toEqual([at])
  expect((await found(world, id)).state).toBe('ready')
  expect(await publicRow(id)).toBeUndefined()

  world.now = at
  const job = () =>
    publicationJobs['opportunity.post_scheduled'](world.worker, { opportunityId: id, at: at.toISOString() })
  await Promise.all([job(), job(), publish(world.app, world.staff.program2, { id })])
  const row = await publicRow(id)
  expect([row?.publishedAt, row?.titleEn !== '', row?.titleFr !== '']).toEqual([at, true, true])
  const posted = await world.app.read('everything', (tx) =>
    tx.selectFrom('historyEvents').select('id').where('kind', '=', 'opportunity.published').execute(),
  )
  expect(posted).toHaveLength(1)
  expect(await letters()).toEqual([])
})

test('every gate is asked again: what is refused then is told to the program team, and nothing is public', async () => {
  const { id } = await ready()
  done(await schedulePosting(world.app, world.staff.program, { id, at }))
  // The worker comes late: too few business days are left.
  world.now = new Date('2026-05-22T13:00:00Z')
  await postScheduled(world.worker, { id, at: at.toISOString() })
  await postScheduled(world.worker, { id, at: at.toISOString() })
  expect((await found(world, id)).state).toBe('ready')
  expect(await publicRow(id)).toBeUndefined()
  const told = await letters()
  expect(new Set(told.map(({ toAddress }) => toAddress)).size).toBe(told.length)
  expect(told.length).toBeGreaterThanOrEqual(2)
})

test('whoever planned it and is no longer on the team posts nothing', async () => {
  const { id } = await ready()
  done(await schedulePosting(world.app, world.staff.program2, { id, at }))
  await world.app.transaction('everything', (tx) =>
    tx
      .updateTable('roleGrants')
      .set({ untilDay: '2026-05-12' })
      .where('personId', '=', world.staff.program2.id)
      .execute(),
  )
  // The worker comes a day late: what counts is who is on the team when it posts.
  world.now = new Date('2026-05-13T13:00:00Z')
  await postScheduled(world.worker, { id, at: at.toISOString() })
  expect(await publicRow(id)).toBeUndefined()
  await world.app.transaction('everything', (tx) =>
    tx.updateTable('roleGrants').set({ untilDay: null }).where('personId', '=', world.staff.program2.id).execute(),
  )
})

test('a plan that is taken away, or a statement that is sent back, is not posted', async () => {
  const taken = await ready()
  done(await schedulePosting(world.app, world.staff.program, { id: taken.id, at }))
  done(await unschedulePosting(world.app, world.staff.program, { id: taken.id }))
  const returned = await ready()
  done(await schedulePosting(world.app, world.staff.program, { id: returned.id, at }))
  done(await returnStatement(world.app, world.staff.program, { id: returned.id, reasons: 'W2 is not testable.' }))
  const before = (await letters()).length
  world.now = at
  for (const { id } of [taken, returned]) {
    await postScheduled(world.worker, { id, at: at.toISOString() })
    expect(await publicRow(id)).toBeUndefined()
  }
  expect(await letters()).toHaveLength(before)
})

test('each refusal by its name', async () => {
  const opportunity = await ready()
  const policy = await import('../policy/inForce.ts').then(({ policyInForce }) =>
    policyInForce([], '2026-05-04' as never),
  )
  const facts = { held: [], gaps: [], policy, now: world.now, at }
  const { program, client } = world.staff
  const open = { ...opportunity, state: 'open', publishedAt: start, evaluationStartedAt: null } as never
  const refused: Record<
    Exclude<ScheduleRefusal, 'separation_of_duties' | 'incomplete' | 'key_not_ready'>,
    () => unknown
  > = {
    not_allowed: () => schedule(opportunity, client, facts),
    wrong_state: () => schedule({ ...opportunity, state: 'in_approval' } as never, program, facts),
    already_posted: () => schedule(open, program, facts),
    in_the_past: () => schedule(opportunity, program, { ...facts, at: world.now }),
    not_bilingual: () =>
      schedule(opportunity, program, {
        ...facts,
        gaps: [{ level: 'blocking', field: 'title', code: 'missing', language: 'fr' }],
      }),
    closes_too_soon: () => schedule(opportunity, program, { ...facts, at: new Date('2026-05-22T13:00:00Z') }),
    dates_out_of_order: () => schedule({ ...opportunity, selectionDay: '2026-05-20' } as never, program, facts),
  }
  for (const [because, ask] of Object.entries(refused)) expect(ask()).toEqual({ ok: false, because })
  const plan = { at, by: program.id }
  const taking: Record<UnscheduleRefusal, () => unknown> = {
    not_allowed: () => unschedule(opportunity, client, plan),
    already_posted: () => unschedule(open, program, plan),
    not_scheduled: () => unschedule(opportunity, program, undefined),
  }
  for (const [because, ask] of Object.entries(taking)) expect(ask()).toEqual({ ok: false, because })
})

test('the page plans, shows and takes away, in the zone of the department', async () => {
  const { id } = await ready()
  const page = `/en/files/${id}/publication`
  const program = world.as(world.staff.program)
  expect((await program.get(page)).body).toContain('Plan the posting')
  expect((await program.post(page, { do: 'schedule', day: 'tomorrow', time: '9' })).status).toBe(422)
  const past = await program.post(page, { do: 'schedule', day: '2026-05-01', time: '09:00' })
  expect([past.status, past.body.includes('still to come')]).toEqual([409, true])
  expect((await program.post(page, { do: 'schedule', day: '2026-05-12', time: '09:00' })).status).toBe(303)
  const shown = await program.get(page)
  expect(shown.body).toContain('Posting planned')
  expect(shown.body).toContain('2026-05-12T13:00:00.000Z')
  expect((await program.post(page, { do: 'unschedule' })).status).toBe(303)
  expect((await program.get(page)).body).not.toContain('Posting planned')
})
