import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Staff, StaffRole, Supplier } from '../../src/accounts/rules.ts'
import { saveDraft } from '../../src/applications/commands.ts'
import { formOf } from '../../src/applications/forms.ts'
import { declareNoConflict, startEvaluation } from '../../src/evaluation/commands.ts'
import {
  approveStatement,
  returnStatement,
  saveStatement,
  submitStatement,
} from '../../src/opportunities/commands.writing.ts'
import type { Opportunity } from '../../src/opportunities/rules.ts'
import { sampleCommand } from '../../src/opportunities/sample.command-line.ts'
import { drawnAgain } from '../../src/opportunities/sample.ts'
import { drawsOnRecord } from '../../src/opportunities/store.sample.ts'
import { newId } from '../../src/platform/ids.ts'
import { takeDuty } from '../../src/requests/duties.store.ts'
import { arrangeOpen, contentFrom, sceneOf } from '../arrange.applications.ts'
import { arrangeOpened } from '../arrange.evaluation.ts'
import { arrangeDraft, arrangeInReview, done, explained, found, statement } from '../arrange.opportunities.ts'
import { openWorld, type World } from '../world.ts'

/* One address is one person: somebody who works in a department may sign in as a supplier too. */
let world: World
beforeAll(async () => {
  world = await openWorld(new Date('2026-11-17T18:00:00Z'))
})
afterAll(() => world.close())

const asSupplier = ({ id, name, email }: Staff): Supplier => ({ kind: 'supplier', id, name, email })
const closesAt = new Date('2026-11-17T19:00:00Z')

it.each(['client', 'program', 'procurement', 'observer'] as const)(
  'whoever works in a department does not apply to it: %s',
  async (role) => {
    const { slug, id } = await arrangeOpen(sceneOf(world), { closesAt })
    const person = asSupplier(world.staff[role])
    const form = formOf(contentFrom(person))
    const saved = await saveDraft(world.app, person, { slug, language: 'en', form })
    expect(saved).toEqual({ ok: false, because: 'works_here' })
    const rows = await world.app.read('everything', (tx) =>
      tx.selectFrom('applications').select('id').where('opportunityId', '=', id).execute(),
    )
    expect(rows).toEqual([])
    const page = await world.as(person).post(`/en/opportunities/${slug}/application`, { do: 'later' })
    expect(page.status).toBe(409)
    expect(page.body).toContain('You hold a role in the department')
  },
)

it('whoever applied and then got a role does not evaluate', async () => {
  const file = await arrangeOpened(world, [{ name: 'Ana Roy' }, { name: 'Bo Sol' }], { closesAt })
  const [applicant] = file.suppliers
  if (!applicant) throw new Error('nobody applied')
  const named = await hired(applicant, 'client')
  const { program } = world.staff
  const started = await startEvaluation(world.app, program, { opportunityId: file.id, evaluators: [named.id] })
  expect(started.ok).toBe(true)
  const declared = await declareNoConflict(world.app, named, { opportunityId: file.id, reads: ['en', 'fr'] })
  expect(declared).toEqual({ ok: false, because: 'separation_of_duties' })
})

it('the database refuses a duty to whoever applied, on that posting alone', async () => {
  const file = await arrangeOpened(world, [{ name: 'Cy Tran' }], { closesAt })
  const another = await arrangeOpened(world, [{ name: 'Di Ung' }], { closesAt })
  const [applicant] = file.suppliers
  if (!applicant) throw new Error('nobody applied')
  const { departmentId } = world
  const take = (opportunityId: string, requestId: string) =>
    world.app.transaction('everything', (tx) =>
      takeDuty(tx, world.app, {
        ...{ departmentId, requestId, opportunityId, duty: 'confirmed_evaluation', personId: applicant.id },
        at: world.now,
      }),
    )
  await expect(take(file.id, file.fileId)).rejects.toThrow('duty confirmed_evaluation of somebody who applied')
  await take(another.id, another.fileId)
})

async function hired({ id, name, email }: Supplier, role: StaffRole): Promise<Staff> {
  const { departmentId } = world
  await world.app.transaction('everything', (tx) =>
    tx
      .insertInto('roleGrants')
      .values({ id: newId(world.now, randomBytes), departmentId, personId: id, role, fromDay: '2020-01-01' })
      .execute(),
  )
  return { ...world.staff.client, id, name, email, roles: [role] }
}

describe('whoever writes a statement', () => {
  beforeEach(() => {
    world.now = new Date('2026-05-04T14:00:00Z')
  })
  const both = () => ({ ...world.staff.program, roles: ['program_team', 'procurement'] as const })
  const refused = { ok: false, because: 'separation_of_duties' }
  const takes = (posting: Opportunity, personId: string) => {
    const { departmentId, requestId, id: opportunityId } = posting
    const duty = { departmentId, requestId, opportunityId, duty: 'approved_statement', personId } as const
    return world.app.transaction('everything', (tx) => takeDuty(tx, world.app, { ...duty, at: world.now }))
  }

  it('does not approve it, and the database says so too', async () => {
    const { id, version } = await arrangeDraft(world)
    done(await saveStatement(world.app, both(), { id, seen: version, statement: statement({ hours: 80 }) }))
    const seen = (await found(world, id)).version
    done(await submitStatement(world.app, world.staff.client, { id, seen, explained }))
    expect(await approveStatement(world.app, both(), { id })).toEqual(refused)
    await expect(takes(await found(world, id), world.staff.program.id)).rejects.toThrow('conflicting duty')
    done(await approveStatement(world.app, world.staff.procurement, { id }))
  })

  it('may have approved what was sent back, and then leaves the approval to somebody else', async () => {
    const { id } = await arrangeInReview(world)
    done(await approveStatement(world.app, both(), { id }))
    done(await returnStatement(world.app, world.staff.procurement, { id, reasons: 'Say which form.' }))
    const { version } = await found(world, id)
    done(await saveStatement(world.app, both(), { id, seen: version, statement: statement({ hours: 70 }) }))
    const seen = (await found(world, id)).version
    done(await submitStatement(world.app, world.staff.client, { id, seen, explained }))
    expect(await approveStatement(world.app, both(), { id })).toEqual(refused)
    done(await approveStatement(world.app, world.staff.procurement, { id }))
  })

  it('a statement is drawn for the sample at its submission, and can be drawn again from the record', async () => {
    const { id } = await arrangeDraft(world)
    expect((await found(world, id)).sample).toBeNull()
    const draws: number[] = []
    for (const hours of [90, 80]) {
      const { version } = await found(world, id)
      done(await saveStatement(world.app, world.staff.client, { id, seen: version, statement: statement({ hours }) }))
      const { version: seen } = await found(world, id)
      done(await submitStatement(world.app, world.staff.client, { id, seen, explained }))
      const events = await world.app.read('everything', (tx) =>
        tx.selectFrom('historyEvents').selectAll().where('subjectId', '=', id).orderBy('id').execute(),
      )
      const event = events.findLast(({ kind }) => kind === 'opportunity.submitted')
      if (!event) throw new Error('the submission is not on record')
      const { drawn, key, statement: digest } = JSON.parse(event.body)
      expect(drawnAgain(world.app.keys.draft, key, { id, at: event.at, digest: Buffer.from(digest, 'hex') })).toBe(
        drawn,
      )
      draws.push(drawn)
      expect((await found(world, id)).sample?.drawn).toBe(Math.min(...draws))
      world.now = new Date(world.now.getTime() + 60_000)
      done(await returnStatement(world.app, world.staff.procurement, { id, reasons: 'Again.' }))
    }
  })

  it('draws are made again by a command, and one that is not as recorded is named', async () => {
    const said: string[] = []
    const say = { out: (text: string) => said.push(text), err: (text: string) => said.push(text) }
    expect(await sampleCommand(world, ['verify'], say)).toBe(0)
    expect(said.join('')).toMatch(/^Drawn as recorded: [1-9]\d*\. Under a key that is no longer here: 0\.\n$/)
    expect(await sampleCommand(world, ['else'], say)).toBe(2)
    const [one] = await world.app.read('everything', drawsOnRecord)
    await asOwner(`alter table history_events disable trigger user;
      update history_events set body = replace(body, '"drawn":${one?.drawn}', '"drawn":0.5')
        where subject_id = '${one?.id}' and kind = 'opportunity.submitted'`)
    said.length = 0
    expect(await sampleCommand(world, ['verify', '--language', 'fr'], say)).toBe(1)
    expect(said.join('')).toContain(`${one?.number}, soumis à`)
  })
})

async function asOwner(statement: string): Promise<void> {
  const client = new Client({ connectionString: world.database.ownerUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
