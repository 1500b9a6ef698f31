import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangeAccepted, arrangeReceived, arrangeReleased } from '../../test/arrange.requests.ts'
import { openWorld, type World } from '../../test/world.ts'
import { scopeOf } from '../accounts/rules.ts'
import { insertImport } from '../backlog/store.ts'
import { optionTimes } from './pages.options.ts'
import { criteria } from './rules.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const answers = 'what=code&inOpen=yes&cost=unknown&supplier=anyone'
const answered = (answer: string) => Object.fromEntries(criteria.map((criterion) => [criterion, answer]))

describe('which option fits', () => {
  test('a visitor reads it, in both languages, with the days of Annex A', async () => {
    const visitor = world.as(null)
    const shown = await visitor.get('/en/options')
    expect(shown.status).toBe(200)
    expect(shown.body).toContain('26 + 31 = 57 days')
    expect(shown.body).toContain('23 + 7 = 30 days')
    expect((await visitor.get('/fr/options')).body).toContain('26 + 31 = 57\u00a0jours')
  })

  test('the answers lead to a request that keeps them', async () => {
    const shown = await world.as(null).get(`/en/options?${answers}`)
    expect(shown.body).toContain('Micro-acquisition fits')
    expect(shown.body).toContain('To check with you: the price.')
    expect(shown.body).toContain(`/en/requests/new?${answers.replaceAll('&', '&amp;')}`)
    const form = await world.as(world.staff.client2).get(`/en/requests/new?${answers}`)
    expect(form.body).toMatch(/name="isVirtual" value="yes" checked/)
    expect(form.body).not.toMatch(/name="isWithinLimit" value="[a-z]+" checked/)
    expect(form.body).toContain('Criteria: from your answers on the options.')

    const typed = {
      subject: 'A resumable download',
      team: 'Charts',
      homeBranch: 'yes',
      need: 'It stops.',
      language: 'en',
    }
    const begun = { what: 'code', inOpen: 'yes', cost: 'unknown', supplier: 'anyone' }
    const said = { ...answered('unknown'), isMaintained: 'yes', maintainer: '' }
    const back = await world.as(world.staff.client2).post('/en/requests', { ...typed, ...begun, ...said })
    expect(back.status).toBe(409)
    expect(back.body).toContain('href="#f-maintainer"')
    expect(back.body).toContain('name="inOpen" value="yes"')
    const sent = await world
      .as(world.staff.client2)
      .post('/en/requests', { ...typed, ...begun, ...said, maintainer: 'We' })
    expect((await world.as(world.staff.client2).get(sent.location ?? '')).body).toContain('In the open')
    // The next form knows the team.
    expect((await world.as(world.staff.client2).get('/fr/demandes/nouveau')).body).toMatch(/name="team" value="Charts"/)
  })

  test('a missing or odd answer says so at its question', async () => {
    const shown = await world.as(null).get('/en/options?what=code&inOpen=__proto__&supplier=anyone')
    expect(shown.status).toBe(422)
    expect(shown.body.match(/<a href="#f-/g)).toHaveLength(2)
  })

  test.each([
    ['what=person&inOpen=yes&cost=within&supplier=anyone', 'Capacity on demand fits better'],
    ['what=code&inOpen=yes&cost=within&supplier=only_one', 'Sole source fits, with a justification'],
    ['what=product&inOpen=yes&cost=within&supplier=anyone', 'another way of buying fits'],
  ])('%s leads elsewhere', async (query, head) => {
    expect((await world.as(world.staff.client).get(`/en/options?${query}`)).body).toContain(head)
  })
})

test('the days of a department are computed once for a while, with the same figures', async () => {
  const app = { ...world.app }
  const [one, two] = await Promise.all([optionTimes(app, world.staff.client), optionTimes(app, world.staff.program)])
  expect(two.times).toBe(one.times)
  await arrangeReleased(world)
  const files = one.times.actual?.files ?? 0
  expect((await optionTimes(app, world.staff.client)).times).toBe(one.times)
  world.now = new Date(world.now.getTime() + 10 * 60_000)
  const later = await optionTimes(app, world.staff.client)
  expect(later.times.actual?.files).toBe(files + 1)
  expect(later).toEqual(await optionTimes({ ...world.app }, world.staff.client))
})

test('an import fills in the request, and says so; a stranger’s does not', async () => {
  const { client } = world.staff
  const outline = {
    ...{ title: 'Keyboard trap', teaser: '', need: 'Tab stays in the calendar.', background: '', work: '' },
    ...{ skills: [], workCriteria: [], licence: 'MIT', repositoryUrl: null, unmapped: [] },
  }
  const address = 'https://github.com/waterways/forms/issues/412'
  const made = { id: world.newId(), departmentId: client.departmentId, personId: client.id, address, at: world.now }
  const kind = { kind: 'github', language: 'en', outline, other: null } as const
  await world.app.transaction(scopeOf(client), (tx) => insertImport(tx, { ...made, ...kind }))
  const shown = await world.as(client).get(`/en/requests/new?from=${made.id}`)
  expect(shown.body).toContain('value="Keyboard trap"')
  expect(shown.body).toContain(`name="from" value="${made.id}"`)
  expect(shown.body).toMatch(/name="isOpenSource" value="yes" checked/)
  expect(shown.body).toContain(address)
  expect((await world.as(world.staff.client2).get(`/en/requests/new?from=${made.id}`)).body).not.toContain('Keyboard')
})

describe('screening', () => {
  const at = (id: string) => `/en/requests/${id}/screening`
  const decline = { ...answered('unknown'), meets: 'no', outcome: 'decline', reason: 'not_code' }

  test('shows the drafted reply, and the right one when another outcome is chosen', async () => {
    const { id } = await arrangeReceived(world)
    const program = world.as(world.staff.program)
    const shown = await program.get(at(id))
    expect(shown.body).toContain('You can start the statement now')
    const reply = shown.body.match(/<textarea[^>]*name="reply"[^>]*>([^<]*)</)?.[1] ?? ''
    const back = await program.post(at(id), { ...decline, reply: reply.replaceAll('\n', '\r\n') })
    expect(back.status).toBe(422)
    expect(back.body).toContain('We drafted the reply for this outcome.')
    expect(back.body).toMatch(/name="reply"[^>]*>Procurement knows the standing offers/)
    expect((await program.post(at(id), { ...decline, reply: 'Ask the learning centre.' })).status).toBe(303)
  })

  test('an answer of its own says who maintains the code', async () => {
    const { id } = await arrangeReceived(world, { maintainer: '', answers: { ...allUnknown() } })
    const accept = { ...answered('yes'), meets: 'yes', outcome: 'accept', reply: '' }
    const back = await world.as(world.staff.program).post(at(id), { ...accept, maintainer: '' })
    expect(back.status).toBe(409)
    expect(back.body).toContain('href="#f-maintainer"')
    expect((await world.as(world.staff.program).post(at(id), { ...accept, maintainer: 'The web team' })).status).toBe(
      303,
    )
    expect((await world.as(world.staff.client).get(`/en/requests/${id}`)).body).toContain('The web team')
  })
})

describe('a question', () => {
  test('is asked, read and answered on pages of their own', async () => {
    const { id } = await arrangeReceived(world)
    const [program, client] = [world.as(world.staff.program), world.as(world.staff.client)]
    expect((await program.post(`/en/requests/${id}/question`, { question: ' ' })).status).toBe(409)
    expect((await program.post(`/en/requests/${id}/question`, { question: 'Which counters?' })).status).toBe(303)
    expect((await program.get(`/en/requests/${id}`)).body).toContain('A question waits for the client')
    expect((await program.get(`/en/requests/${id}/question`)).status).toBe(303)
    const shown = await client.get(`/fr/demandes/${id}/reponse`)
    expect(shown.body).toContain('Which counters?')
    expect((await client.post(`/fr/demandes/${id}/reponse`, { answer: '' })).status).toBe(409)
    expect((await client.post(`/fr/demandes/${id}/reponse`, { answer: 'All **three**.' })).status).toBe(303)
    expect((await program.get(`/en/requests/${id}/screening`)).body).toContain('All <strong>three</strong>.')
    expect((await client.get(`/en/requests/${id}/answer`)).status).toBe(303)
    expect((await client.get(`/en/requests/${id}/question`)).status).toBe(404)
  })
})

test('a letter’s link leads on, and says whose decision it is to whom it does not concern', async () => {
  const { id } = await arrangeAccepted(world)
  const { client, program, finance } = world.staff
  expect((await world.as(client).get(`/en/requests/${id}/statement`)).location).toBe(`/en/requests/${id}`)
  expect((await world.as(client).get(`/en/requests/${id}/go`)).location).toBe(`/en/requests/${id}`)
  expect((await world.as(program).get(`/en/requests/${id}/go`)).location).toBe(`/en/requests/${id}`)
  expect((await world.as(finance).get(`/en/requests/${id}/go`)).status).toBe(404)
  expect((await world.as(client).post(`/en/requests/${id}/statement`, {})).status).toBe(303)
  const to = (await world.as(client).get(`/fr/demandes/${id}/enonce`)).location
  expect(to).toMatch(/^\/fr\/dossiers\/[0-9a-f-]{36}\/enonce$/)
  expect((await world.as(world.staff.observer).get(`/en/requests/${id}/statement`)).location).toMatch(
    /files\/[0-9a-f-]{36}$/,
  )
})

test('the funnel is drawn for those who watch over requests, a year at a time', async () => {
  for (const who of ['program', 'procurement', 'observer', 'administrator'] as const) {
    const shown = await world.as(world.staff[who]).get('/en/requests/funnel?year=2026-2027')
    expect([who, shown.status]).toEqual([who, 200])
    expect(shown.body).toContain('From the request to the acceptance')
  }
  expect((await world.as(world.staff.client).get('/en/requests/funnel')).status).toBe(404)
  expect((await world.as(world.staff.observer).get('/fr/demandes/cheminement?year=nonsense')).status).toBe(200)
})

const allUnknown = () => ({
  ...{ isCode: null, isOpenSource: null, isUnclassified: null, isVirtual: null, isWithinLimit: null },
  ...{ isOwnDepartment: null, isMaintained: null },
})
