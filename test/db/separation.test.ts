import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Staff, StaffRole, Supplier } from '../../src/accounts/rules.ts'
import { saveDraft } from '../../src/applications/commands.ts'
import { formOf } from '../../src/applications/forms.ts'
import { declareNoConflict, startEvaluation } from '../../src/evaluation/commands.ts'
import { newId } from '../../src/platform/ids.ts'
import { takeDuty } from '../../src/requests/duties.store.ts'
import { arrangeOpen, contentFrom, sceneOf } from '../arrange.applications.ts'
import { arrangeOpened } from '../arrange.evaluation.ts'
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
