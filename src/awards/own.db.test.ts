import { afterAll, beforeAll, expect, it } from 'vitest'
import { arrangeOffered, arrangeRunning, CLOSES } from '../../test/arrange.awards.ts'
import { aReason } from '../../test/arrange.evaluation.ts'
import { htmlErrors } from '../../test/html.ts'
import { openWorld, type World } from '../../test/world.ts'
import type { Supplier } from '../accounts/rules.ts'

let world: World
beforeAll(async () => {
  world = await openWorld(CLOSES)
})
afterAll(() => world.close())

const named = (...names: string[]) => names.map((name) => ({ name }))
async function addressOf({ id: supplierId }: Supplier, language: 'en' | 'fr'): Promise<string> {
  const { id } = await world.app.read('everything', (tx) =>
    tx.selectFrom('applications').select('id').where('supplierId', '=', supplierId).executeTakeFirstOrThrow(),
  )
  return language === 'en' ? `/en/applications/${id}/result` : `/fr/candidatures/${id}/resultat`
}

it('says nothing before a supplier is found: not to those who passed, nor to those who did not', async () => {
  const { ranked, failed } = await arrangeOffered(world, 2, named('Ana Roy', 'Bo Sol', 'Cy Tran'))
  for (const supplier of [...ranked, ...failed]) {
    expect((await world.as(supplier).get(await addressOf(supplier, 'en'))).status).toBe(404)
    expect((await world.as(supplier).get('/en/applications')).body).not.toContain('/result"')
  }
})

it('tells each applicant their own result, with the reason for each criterion, and nobody else’s', async () => {
  const { ranked, failed, supplier } = await arrangeRunning(world, 2, named('Dee Roy', 'Eve Sol', 'Flo Tran'))
  const [missed] = failed
  const second = ranked.find(({ id }) => id !== supplier.id)
  if (!second || !missed) throw new Error('nobody else applied')
  const told = await world.as(missed).get(await addressOf(missed, 'en'))
  expect(told.status).toBe(200)
  for (const text of ['Your application did not pass.', 'Not met', aReason, 'did not take part in the draw'])
    expect(told.body).toContain(text)
  const passed = await world.as(second).get(await addressOf(second, 'fr'))
  expect(passed.body).toContain('au rang 2 dans l’ordre du tirage')
  expect(passed.body).toContain('Satisfait')
  const offered = await world.as(supplier).get(await addressOf(supplier, 'en'))
  expect(offered.body).toContain('The work was offered to you.')
  for (const { body } of [told, passed, offered]) expect(await htmlErrors(body)).toEqual([])
  expect((await world.as(missed).get('/en/applications')).body).toContain(await addressOf(missed, 'en'))
  expect((await world.as(second).get(await addressOf(missed, 'en'))).status).toBe(404)
  expect((await world.as(second).get('/en/applications/nobody/result')).status).toBe(404)
})

it('shows the department what the chosen supplier declared, and nobody’s links to the evaluators', async () => {
  const { id, supplier } = await arrangeRunning(world, 2, named('Gus Roy', 'Hal Sol', 'Ida Tran'))
  await world.app.transaction('everything', (tx) =>
    tx
      .updateTable('applicationIdentities')
      .set({ repositories: 'https://git.example/gus', formerPublicServant: true, formerPension: true })
      .where('applicationId', 'in', (query) =>
        query.selectFrom('applications').select('id').where('supplierId', '=', supplier.id),
      )
      .execute(),
  )
  const staff = await world.as(world.staff.program).get(`/en/files/${id}/offer`)
  expect(staff.body).toContain('<a href="https://git.example/gus" rel="noreferrer">')
  expect(staff.body).toContain('Yes, with a federal pension or a payment for leaving')
  const evaluation = await world.as(world.staff.client).get(`/en/files/${id}/evaluation/1`)
  expect(evaluation.body).not.toContain('git.example')
})
