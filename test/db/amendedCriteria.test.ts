import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Supplier, system } from '../../src/accounts/rules.ts'
import { answerField } from '../../src/applications/forms.ts'
import { createOpportunityKey } from '../../src/applications/keys.ts'
import { openApplications } from '../../src/applications/opening.ts'
import { submitApplication } from '../../src/applications/submission.ts'
import { closeOpportunity } from '../../src/draws/closing.ts'
import { commitSeed } from '../../src/draws/seed.ts'
import { declareNoConflict, startEvaluation } from '../../src/evaluation/commands.ts'
import { readNotice } from '../../src/opportunities/notice.ts'
import { criteriaOf } from '../../src/opportunities/store.ts'
import { contentFrom } from '../arrange.applications.ts'
import { arrangePosted, done, found, tick } from '../arrange.opportunities.ts'
import { htmlErrors } from '../html.ts'
import { openWorld, type World } from '../world.ts'

/* Criteria of a posted notice are added and taken away; what was answered stays with its criterion. */
let world: World
let id: string
let slug: string
let early: Supplier
let late: Supplier
beforeAll(async () => {
  world = await openWorld()
  const posted = await arrangePosted(world)
  id = posted.id
  slug = posted.slug
  const { departmentId } = posted
  await world.worker.transaction('everything', async (tx) => {
    done(await createOpportunityKey(tx, world.worker, { opportunityId: id, departmentId }, world.now))
    done(await commitSeed(tx, world.app, { opportunityId: id, departmentId, slug }, world.now))
  })
  early = await world.supplier('Early Bird')
  late = await world.supplier('Late Riser')
})
afterAll(() => world?.close())

const criteria = () => world.app.read('everything', (tx) => criteriaOf(tx, id))
const numbers = async () => (await criteria()).map(({ kind, position }) => `${kind} ${position}`)
const apply = async (supplier: Supplier, ...answers: [number, string][]) =>
  done(
    await submitApplication(world.app, supplier, {
      slug,
      content: contentFrom(supplier, { answers: answers.map(([position, answer]) => ({ position, answer })) }),
    }),
  )
const page = () => `/en/files/${id}/amendments`
const words = async (more: Record<string, string>) => ({
  ...{
    seen: String((await found(world, id)).version),
    reason_en: 'The need is clearer.',
    reason_fr: 'Le besoin est plus clair.',
  },
  ...{ do: 'submit', ...more },
})
const posted = async (more: Record<string, string>) => {
  tick(world)
  const sent = await world.as(world.staff.program).post(page(), await words(more))
  expect(sent.status).toBe(303)
  tick(world)
  const decided = await world.as(world.staff.procurement).post(`${page()}/decision`, { decision: 'yes', reason: '' })
  expect(decided.status).toBe(303)
}
const added = (list: string, en: string, fr: string) => ({ [`added.${list}.0_en`]: en, [`added.${list}.0_fr`]: fr })

it('a criterion goes by its box, and a new one comes, both said in public in both languages', async () => {
  await apply(early, [1, 'I removed a listener that stopped every key event.'])
  const before = await criteria()
  const program = world.as(world.staff.program)
  const form = await program.get(page())
  expect(form.body).toContain('Take W2 away')
  expect(await htmlErrors(form.body)).toEqual([])

  const emptied = await program.post(page(), await words({ 'workCriteria.1_en': '', 'workCriteria.1_fr': '' }))
  expect([emptied.status, emptied.body.includes('tick the box to take it away')]).toEqual([422, true])
  const half = await program.post(page(), await words(added('applicationCriteria', 'You know the domain', '')))
  expect([half.status, half.body.includes('You know the domain')]).toEqual([409, true])
  const none = await program.post(page(), await words({ 'remove.applicationCriteria.0': 'yes' }))
  expect([none.status, none.body.includes('Keep at least one criterion')]).toEqual([409, true])

  const changes = {
    'remove.workCriteria.1': 'yes',
    ...added('applicationCriteria', 'You tested with a screen reader', 'Vous avez mis à l’essai un lecteur d’écran'),
  }
  expect((await program.post(page(), await words({ ...changes, do: 'keep' }))).status).toBe(303)
  const kept = await program.get(page())
  expect(kept.body).toMatch(/name="remove\.workCriteria\.1"[^>]*checked/)
  expect(kept.body).toContain('You tested with a screen reader')
  expect(await numbers()).toEqual(before.map(({ kind, position }) => `${kind} ${position}`))

  await posted(changes)
  expect(await numbers()).toEqual(['work 1', 'work 3', 'application 1', 'application 2'])
  const after = await criteria()
  expect(after.filter(({ id: own }) => before.some((one) => one.id === own))).toHaveLength(3)
  const shown = await world.as(null).get(`/en/opportunities/${slug}`)
  expect(shown.body).toContain('W2: taken away.')
  expect(shown.body).toContain('E2: added.')
  const french = await world.as(null).get(`/fr/occasions/${slug}`)
  expect(french.body).toContain('T2\u00a0: retrait.')
  expect(french.body).toContain('C2\u00a0: ajout.')
  expect(french.body).toMatch(/class="key"[^>]*>T3</)
})

it('the applicant is told that their answers are to the earlier criteria', async () => {
  const own = await world.app.read('everything', (tx) =>
    tx.selectFrom('applications').select('id').where('supplierId', '=', early.id).executeTakeFirstOrThrow(),
  )
  const receipt = await world.as(early).get(`/fr/candidatures/${own.id}/recu`)
  expect(receipt.body).toContain('Les critères ont changé depuis votre candidature')
  const form = await world.as(early).get(`/en/opportunities/${slug}/application`)
  expect(form.body).toContain('I removed a listener')
  expect(form.body).toContain(`name="${answerField({ position: 2 })}"`)
})

it('a number is never given twice', async () => {
  await posted({ 'remove.applicationCriteria.1': 'yes' })
  await posted(added('applicationCriteria', 'You write tests first', 'Vous écrivez d’abord les tests'))
  expect(await numbers()).toEqual(['work 1', 'work 3', 'application 1', 'application 3'])
  const notice = await world.app.read('nothing', (tx) =>
    tx
      .selectFrom('publication.opportunities')
      .select('notice')
      .where('opportunityId', '=', id)
      .executeTakeFirstOrThrow(),
  )
  expect(readNotice(notice.notice).applicationCriteria.map(({ number }) => number)).toEqual([undefined, 3])
})

it('the evaluator sees which criteria an application could not have known', async () => {
  tick(world)
  await apply(late, [1, 'I repaired a date picker.'], [3, 'I write the test, then the code.'])
  const { closesAt } = await found(world, id)
  world.now = new Date((closesAt?.getTime() ?? 0) + 1_000)
  done(await closeOpportunity(world.worker, system, { opportunityId: id }))
  expect(done(await openApplications(world.worker, { opportunityId: id }))).toEqual({ opened: 2, refused: 0 })
  const answers = await world.app.read('everything', (tx) =>
    tx
      .selectFrom('applicationAnswers as a')
      .innerJoin('applications as p', 'p.id', 'a.applicationId')
      .innerJoin('opportunityCriteria as c', 'c.id', 'a.criterionId')
      .select(['p.supplierId', 'p.anonymousNumber', 'c.position', 'a.answer', 'a.askedLater'])
      .orderBy('c.position')
      .execute(),
  )
  const of = (supplier: Supplier) =>
    answers
      .filter(({ supplierId }) => supplierId === supplier.id)
      .map(({ position, answer, askedLater }) => [position, answer !== '', askedLater])
  expect(of(early)).toEqual([
    [1, true, false],
    [3, false, true],
  ])
  expect(of(late)).toEqual([
    [1, true, false],
    [3, true, false],
  ])

  const { program, client } = world.staff
  done(await startEvaluation(world.app, program, { opportunityId: id, evaluators: [client.id] }))
  done(await declareNoConflict(world.app, client, { opportunityId: id, reads: ['en', 'fr'] }))
  for (const supplier of [early, late]) {
    const number = answers.find(({ supplierId }) => supplierId === supplier.id)?.anonymousNumber
    const shown = await world.as(client).get(`/en/files/${id}/evaluation/${number}`)
    expect(shown.status).toBe(200)
    expect(shown.body.includes('added after the application was sent')).toBe(supplier === early)
  }
})
