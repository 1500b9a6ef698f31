import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangeAccepted, arrangeReceived, arrangeReleased } from '../../test/arrange.requests.ts'
import { type Cast, openWorld, type World } from '../../test/world.ts'
import { withdrawRequest } from '../requests/commands.ts'
import { countWaiting } from './waiting.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('home shows what waits, oldest first, and the files one has a part in', async () => {
  const { staff } = world
  world.now = new Date('2026-04-27T14:00:00Z')
  const old = await arrangeReceived(world, { subject: 'The older need' })
  world.now = new Date('2026-05-04T14:00:00Z')
  await arrangeReceived(world, { subject: 'The newer need' })
  const mine = await arrangeReleased(world, { subject: 'A need with a Go' })

  const program = await world.as(staff.program).get('/en/home')
  expect(program.status).toBe(200)
  expect(program.body.indexOf('The older need')).toBeLessThan(program.body.indexOf('The newer need'))
  expect(program.body).toContain('4 days over')
  expect(program.body).toContain(`/en/requests/${old.id}/screening`)
  expect(await countWaiting(world.app, staff.program)).toBe(2)
  expect(program.body).toContain('<span class="count">2</span>')

  const client = await world.as(staff.client).get('/fr/accueil')
  expect(client.body).toContain('Commencer l’énoncé')
  expect(client.body).toContain(`/fr/demandes/${mine.id}`)

  expect(program.body.indexOf('id="q-late"')).toBeLessThan(program.body.indexOf('The older need'))
  expect(program.body).toMatch(/Since Apr\u00a027: \d business days\. Due /)
  const waits = await world.as(staff.client).get('/en/home')
  expect(waits.body).toContain('You have done your part')
  expect(waits.body).toContain('With the program team since Apr\u00a027, 5 business days')

  const finance = await world.as(staff.finance).get('/en/home')
  expect(finance.body).toContain('Nothing waits for you')
  expect(finance.body).not.toContain('The older need')
})

test('the board shows every file of the department by stage, with whom it waits for', async () => {
  const { staff, departmentId, app } = world
  const accepted = await arrangeAccepted(world, { subject: 'Waits for the Go' })
  const posted = await arrangeReleased(world, { subject: 'Posted need' })
  const opportunityId = world.newId()
  await app.transaction('everything', (tx) =>
    tx
      .insertInto('opportunities')
      .values({
        id: opportunityId,
        departmentId,
        requestId: posted.id,
        number: posted.number,
        slug: 'posted-need',
        state: 'open',
        clientId: posted.clientId,
        sourceLanguage: 'en',
        titleEn: 'A posted title',
        titleFr: 'Un titre affiché',
        publishedAt: world.now,
        closesAt: new Date('2026-05-19T18:00:00Z'),
        selectionDay: '2026-05-22',
        deliveryDay: '2026-06-12',
        priceCents: 650_000,
      })
      .execute(),
  )
  const ended = await arrangeReceived(world, { subject: 'Given up' })
  await withdrawRequest(app, staff.client, { id: ended.id, reason: 'by_client' })

  const board = await world.as(staff.procurement).get('/fr/tableau')
  expect(board.status).toBe(200)
  expect(board.body).toContain('Un titre affiché')
  expect(board.body).toContain(`/fr/dossiers/${opportunityId}`)
  expect(board.body).toContain(`/fr/demandes/${accepted.id}/feu-vert`)
  expect(board.body).toMatch(/<strong>Vous<\/strong>/)
  expect(board.body).toContain('Demande retirée')
  expect(board.body).toContain('Dossiers terminés (1)')

  const administrator = await world.as(staff.administrator).get('/en/board')
  expect(administrator.body).toContain('A posted title')
  expect(administrator.body).not.toContain(`href="/en/requests/${accepted.id}"`)
})

test('all files are for those who oversee them; home is for all staff', async () => {
  const overseers: Cast[] = ['program', 'procurement', 'observer', 'administrator']
  for (const [role, person] of Object.entries(world.staff)) {
    const board = await world.as(person).get('/en/board')
    expect([role, board.status]).toEqual([role, overseers.some((one) => role.startsWith(one)) ? 200 : 404])
    expect((await world.as(person).get('/en/home')).status).toBe(200)
  }
  expect((await world.as(null).get('/en/home')).status).not.toBe(200)
  expect((await world.as(await world.supplier('Sam')).get('/en/home')).status).toBe(404)
})

test('another department’s files are on nobody else’s board', async () => {
  const elsewhere = { ...world.staff.program2, departmentId: world.newId() }
  await world.app.transaction('everything', (tx) =>
    tx
      .insertInto('departments')
      .values({
        id: elsewhere.departmentId,
        code: 'OTHER',
        nameEn: 'Other',
        nameFr: 'Autre',
        mailbox: 'a@example.ca',
        postalAddress: '1',
      })
      .execute(),
  )
  await world.app.transaction('everything', (tx) =>
    tx
      .insertInto('roleGrants')
      .values({
        id: world.newId(),
        departmentId: elsewhere.departmentId,
        personId: elsewhere.id,
        role: 'program_team',
        fromDay: '2020-01-01',
      })
      .execute(),
  )
  const board = await world.as(elsewhere).get('/en/board')
  expect(board.status).toBe(200)
  expect(board.body).not.toContain('A posted title')
  expect(await countWaiting(world.app, elsewhere)).toBe(0)
})

test('the board narrows to what the address says, and keeps it when the language changes', async () => {
  const { staff } = world
  const board = (query: string) => world.as(staff.observer).get(`/en/board?${query}`)
  const named = await board('q=older+NEED')
  expect(named.body).toContain('The older need')
  expect(named.body).not.toContain('The newer need')
  expect(named.body).toContain('1 open file<')
  expect(named.body).toContain('/fr/tableau?q=older+NEED')

  expect((await board('q=100%25')).body).toContain('No file is like that')
  expect((await board('stage=posted')).body).toContain('A posted title')
  expect((await board('stage=posted')).body).not.toContain('The older need')
  const procurement = await board('who=procurement&sort=title')
  expect(procurement.body).toContain('Waits for the Go')
  expect(procurement.body).not.toContain('A posted title')
  const late = await board('late=yes&sort=late')
  expect(late.body).toContain('The older need')
  expect(late.body).not.toContain('The newer need')
  expect((await board(`client=${staff.client2.id}`)).body).toContain('No file is like that')
  expect((await board('year=2026&sort=due')).body).toContain('The older need')
  expect((await board('year=2025')).body).toContain('No file is like that')
  const ended = await board('stage=ended')
  expect(ended.body).toContain('Given up')
  expect(ended.body).not.toContain('A posted title')
  expect((await board('stage=nowhere&after=nothing')).body).toContain('A posted title')
})

test('the board is paged by key: every file once', async () => {
  const { staff, departmentId, app } = world
  await app.transaction('everything', (tx) =>
    tx
      .insertInto('requests')
      .values(
        Array.from({ length: 60 }, (_, place) => ({
          ...{
            id: world.newId(),
            departmentId,
            number: `P-${String(place).padStart(3, '0')}`,
            state: 'received' as const,
          },
          ...{ clientId: staff.client.id, team: 'Paging', language: 'en' as const, subject: 'A', need: 'B' },
          receivedAt: new Date('2026-05-04T15:00:00Z'),
        })),
      )
      .execute(),
  )
  const seen: string[] = []
  let address: string | undefined = '/en/board?team=Paging&sort=title'
  while (address) {
    const { body } = await world.as(staff.program).get(address)
    seen.push(...(body.match(/P-\d{3}/g) ?? []))
    address = /href="([^"]*)">Next files/.exec(body)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen).toHaveLength(60)
  expect(new Set(seen).size).toBe(60)
})
