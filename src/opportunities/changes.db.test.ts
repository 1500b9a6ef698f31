import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { arrangePosted, done, found, statement } from '../../test/arrange.opportunities.ts'
import { openWorld, type World } from '../../test/world.ts'
import { newToken } from '../platform/ids.ts'
import { announceAmendment } from '../publication/announcing.ts'
import { amend, decideAmendment, discardAmendment } from './commands.changes.ts'
import { readNotice } from './notice.ts'
import { criteriaOf } from './store.ts'
import { waitingForAmendments } from './waiting.amendments.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())
beforeEach(() => {
  world.now = new Date('2026-05-11T14:00:00Z')
})

const reason = { en: 'A second form has the same trap.', fr: 'Un deuxième formulaire a le même piège.' }
const notice = async (id: string) => {
  const row = await world.app.read('nothing', (tx) =>
    tx
      .selectFrom('publication.opportunities')
      .select('notice')
      .where('opportunityId', '=', id)
      .executeTakeFirstOrThrow(),
  )
  return readNotice(row.notice)
}
const seenOf = async (id: string) => (await found(world, id)).version
const work = { en: 'Start from issue 412, then 413.', fr: 'Partez du ticket 412, puis du 413.' }
const letters = (kind: string) =>
  world.app.read('everything', (tx) => tx.selectFrom('outboxMessages').selectAll().where('kind', '=', kind).execute())

test('words are posted at once, numbered, with old beside new', async () => {
  const { id, version } = await arrangePosted(world)
  const teaser = { en: 'New.', fr: 'Nouveau.' }
  const posted = done(
    await amend(world.app, world.staff.program, { id, seen: version, reason, wanted: { teaser }, step: 'post' }),
  )
  expect(posted).toEqual({ state: 'posted', number: 1, material: false })
  const shown = await notice(id)
  expect(shown.teaser).toEqual(teaser)
  expect(shown.amendments).toMatchObject([
    { number: 1, material: false, reason, changes: [{ field: 'teaser', before: statement().teaser, after: teaser }] },
  ])
  expect(
    await amend(world.app, world.staff.program, { id, seen: version, reason, wanted: { teaser }, step: 'post' }),
  ).toEqual({
    ok: false,
    because: 'stale',
  })
})

test('a material one waits for procurement, is told to them, and moves the closing when too little time is left', async () => {
  const { id, closesAt, number } = await arrangePosted(world)
  const asked = { id, seen: await seenOf(id), reason, wanted: { work } }
  expect(await amend(world.app, world.staff.program, { ...asked, step: 'post' })).toEqual({
    ok: false,
    because: 'procurement_decides',
  })
  done(await amend(world.app, world.staff.program, { ...asked, step: 'keep' }))
  done(await amend(world.app, world.staff.program, { ...asked, step: 'submit' }))
  expect((await notice(id)).work).toEqual(statement().work)
  expect((await letters('opportunity.amendment_to_decide')).length).toBeGreaterThan(0)
  const waits = (who: 'procurement' | 'program') =>
    world.app.read('everything', (tx) => waitingForAmendments(tx, world.staff[who], 'en'))
  expect((await waits('procurement')).filter(({ about }) => about.en.startsWith(number))).toHaveLength(1)
  expect((await waits('program')).filter(({ about }) => about.en.startsWith(number))).toHaveLength(0)

  const back = await decideAmendment(world.app, world.staff.procurement, { id, says: 'no', reason: 'Say which.' })
  expect(done(back).number).toBeNull()
  expect((await waits('program')).filter(({ about }) => about.en.startsWith(number))).toHaveLength(1)
  done(await amend(world.app, world.staff.program, { ...asked, step: 'submit' }))

  world.now = new Date('2026-05-22T14:00:00Z')
  const criteria = await world.app.read('everything', (tx) => criteriaOf(tx, id))
  expect(done(await decideAmendment(world.app, world.staff.procurement, { id, says: 'yes', reason: '' })).number).toBe(
    1,
  )
  const shown = await notice(id)
  expect(shown.work).toEqual(work)
  expect(shown.closesAt > (closesAt ?? world.now)).toBe(true)
  expect(shown.amendments[0]?.changes.map(({ field }) => field)).toEqual([
    'work',
    'closesAt',
    'selectionDay',
    'deliveryDay',
  ])
  expect(await world.app.read('everything', (tx) => criteriaOf(tx, id))).toEqual(criteria)
  expect(await decideAmendment(world.app, world.staff.procurement, { id, says: 'yes', reason: '' })).toEqual({
    ok: false,
    because: 'wrong_state',
  })
})

test('the closing moves the same whether or not anybody has applied', async () => {
  const moved: (Date | null)[] = []
  for (const applicants of [0, 2]) {
    world.now = new Date('2026-05-11T14:00:00Z')
    const { id, departmentId } = await arrangePosted(world)
    for (let each = 0; each < applicants; each += 1) {
      const supplier = await world.supplier(`Applicant ${'ab'[each]}`)
      await world.app.transaction('everything', (tx) =>
        tx
          .insertInto('applications')
          .values({
            ...{ id: world.newId(), departmentId, opportunityId: id, supplierId: supplier.id, state: 'draft' },
            ...{ token: newToken(randomBytes), language: 'en', createdAt: world.now },
          })
          .execute(),
      )
    }
    world.now = new Date('2026-05-22T14:00:00Z')
    const input = { id, seen: await seenOf(id), reason, wanted: { work }, step: 'submit' as const }
    done(await amend(world.app, world.staff.program, input))
    done(await decideAmendment(world.app, world.staff.procurement, { id, says: 'yes', reason: '' }))
    moved.push((await found(world, id)).closesAt)
    const before = (await letters('publication.amended')).length
    await announceAmendment(world.worker, { opportunityId: id, amendment: 1 })
    const told = (await letters('publication.amended')).slice(before)
    expect(told).toHaveLength(applicants)
  }
  expect(moved[0]).toEqual(moved[1])
})

test('two at once: one decision, one number', async () => {
  const { id } = await arrangePosted(world)
  const input = { id, seen: await seenOf(id), reason, wanted: { work }, step: 'submit' as const }
  done(await amend(world.app, world.staff.program, input))
  const decided = await Promise.all([
    decideAmendment(world.app, world.staff.procurement, { id, says: 'yes', reason: '' }),
    decideAmendment(world.app, world.staff.procurement, { id, says: 'no', reason: 'No.' }),
    discardAmendment(world.app, world.staff.program, { id }),
  ])
  expect(decided.filter(({ ok }) => ok)).toHaveLength(1)
})

test('the pages: written, sent, decided on, read by the public in both languages', async () => {
  const { id, slug, version } = await arrangePosted(world)
  const page = `/en/files/${id}/amendments`
  const [program, procurement] = [world.as(world.staff.program), world.as(world.staff.procurement)]
  expect((await program.get(page)).body).toContain('Send to procurement')
  const words = { seen: String(version), reason_en: 'Clearer.', reason_fr: 'Plus clair.' }
  const half = await program.post(page, { ...words, work_en: work.en, do: 'submit', work_fr: '' })
  expect([half.status, half.body.includes(work.en)]).toEqual([409, true])
  const early = await program.post(page, { ...words, delivery_day: '2026-07-01', do: 'keep' })
  expect([early.status, early.body.includes('never moves earlier')]).toEqual([409, true])
  expect(
    (await program.post(page, { ...words, work_en: work.en, work_fr: work.fr, price: '6,400', do: 'submit' })).status,
  ).toBe(303)
  expect((await program.get(page)).body).toContain('With procurement')
  expect((await program.get(`${page}/decision`)).status).toBe(404)

  const decision = await procurement.get(`/fr/dossiers/${id}/modifications/decision`)
  expect(decision.status).toBe(200)
  expect(decision.body).toContain('Prix fixe, avant taxes')
  expect((await procurement.post(`${page}/decision`, { decision: 'no', reason: '' })).status).toBe(409)
  expect((await procurement.post(`${page}/decision`, { decision: 'yes', reason: '' })).status).toBe(303)
  const read = await world.as(null).get(`/fr/occasions/${slug}`)
  expect(read.body).toContain('au lieu de 6\u00a0500,00\u00a0$')
  expect(read.body).toContain('Plus clair.')
  expect((await world.as(null).get(`/en/opportunities/${slug}`)).body).toContain('<ins>')
})

test('a page that grew old decides on nothing else; whoever asked for the work never decides', async () => {
  const { id, version, clientId } = await arrangePosted(world)
  const [page, words] = [`/en/files/${id}/amendments`, { seen: String(version), reason_en: 'a', reason_fr: 'b' }]
  const [program, procurement] = [world.as(world.staff.program), world.as(world.staff.procurement)]
  const sent = { ...words, work_en: work.en, work_fr: work.fr, do: 'submit' }
  expect((await program.post(page, sent)).status).toBe(303)
  const [, seen = ''] = /name="seen" value="([^"]+)"/.exec((await procurement.get(`${page}/decision`)).body) ?? []
  expect(seen).not.toBe('')
  world.now = new Date(world.now.getTime() + 1_000)
  expect((await program.post(page, { do: 'discard' })).status).toBe(303)
  expect((await program.post(page, { ...sent, price: '1,000' })).status).toBe(303)
  const old = await procurement.post(`${page}/decision`, { decision: 'yes', reason: '', seen })
  expect(old.status).toBe(409)
  expect((await notice(id)).price).toBe(statement().price)

  const both = { ...world.staff.procurement, id: clientId }
  const refused = { ok: false, because: 'separation_of_duties' }
  expect(await decideAmendment(world.app, both, { id, says: 'yes', reason: '' })).toEqual(refused)
  done(await discardAmendment(world.app, world.staff.program, { id }))
  const own = { id, seen: version, reason, wanted: { work } }
  expect(await amend(world.app, world.staff.procurement, { ...own, step: 'post' })).toEqual({
    ...{ ok: false, because: 'procurement_decides' },
  })
  done(await amend(world.app, world.staff.procurement, { ...own, step: 'keep' }))
  done(await amend(world.app, world.staff.program, { ...own, step: 'submit' }))
  expect(await decideAmendment(world.app, world.staff.procurement, { id, says: 'yes', reason: '' })).toEqual(refused)
})
