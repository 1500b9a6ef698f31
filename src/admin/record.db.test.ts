import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import { mayAsk } from '../accounts/routing.ts'
import type { Actor } from '../accounts/rules.ts'
import { features } from '../features.ts'
import type { EventKind } from '../history/kinds.ts'
import { type Facts, record } from '../history/record.ts'
import { startStep } from '../history/steps.ts'
import { newId } from '../platform/ids.ts'
import { mailRoutes } from './routes.mail.tsx'

let world: World
let requestId: string
let opportunityId: string

beforeAll(async () => {
  world = await openWorld()
  const { departmentId, staff, now } = world
  requestId = world.newId()
  opportunityId = world.newId()
  const supplier = await world.supplier('Hidden Person')
  await world.app.transaction('everything', async (tx) => {
    const common = { departmentId, clientId: staff.client.id }
    await tx
      .insertInto('requests')
      .values({
        ...common,
        id: requestId,
        number: '2026-014',
        state: 'received',
        team: 'Charts',
        language: 'en',
        subject: 'Tides',
        need: 'A chart',
        receivedAt: now,
      })
      .execute()
    await tx
      .insertInto('opportunities')
      .values({
        ...common,
        id: opportunityId,
        requestId,
        number: '2026-014',
        slug: 'tides',
        state: 'draft',
        sourceLanguage: 'en',
        titleEn: 'Tide charts',
        titleFr: 'Cartes des marées',
      })
      .execute()
    const step = { departmentId, fileId: requestId, step: 'statement-written', actor: staff.client, at: now } as const
    await startStep(tx, randomBytes, step)
  })
  await write('request.received', staff.client)
  await write('application.submitted', supplier)
  await write('opportunity.closed', { kind: 'system' })
  await write('offer.accepted', supplier)
})
afterAll(async () => {
  await world?.close()
})

describe('the record', () => {
  it('says in both languages what happened and who did it, naming staff and no supplier', async () => {
    const en = await world.as(world.staff.observer).get('/en/record')
    for (const words of [
      'Request received',
      'Claire Arsenault',
      'Step started: Statement written',
      'A supplier',
      'The system',
    ])
      expect(en.body).toContain(words)
    expect(en.body).not.toContain('Hidden Person')
    const fr = await world.as(world.staff.observer).get('/fr/registre')
    for (const words of ['Demande reçue', 'Étape commencée\u00a0: Énoncé rédigé', 'Un fournisseur'])
      expect(fr.body).toContain(words)
  })

  it('keeps what applicants do until closing: nobody can count them', async () => {
    const shows = async () =>
      (await world.as(world.staff.observer).get('/en/record')).body.includes('Application received')
    expect(await shows()).toBe(true)
    await become('open')
    expect(await shows()).toBe(false)
    const file = await world.as(world.staff.program).get(`/en/files/${opportunityId}/history`)
    expect(file.status).toBe(200)
    expect(file.body).not.toContain('Application received')
    expect(file.body).toContain('Request received')
    await become('draft')
  })

  it('shows one file, or says that there is none of that number', async () => {
    const observer = world.as(world.staff.observer)
    expect((await observer.get('/en/record?file=2026-014')).body).toContain('Request received')
    const none = await observer.get('/en/record?file=2026-999%22%3E')
    expect(none.status).toBe(200)
    expect(none.body).toContain('Your department has no file 2026-999')
    expect((await observer.get(`/en/files/${world.newId()}/history`)).status).toBe(404)
    expect((await observer.get('/en/files/tides/history')).status).toBe(404)
  })

  it('of a long file goes on over pages, each event once', async () => {
    for (let i = 0; i < 60; i += 1) {
      world.now = new Date(world.now.getTime() + 1_000)
      await write('opportunity.edited', world.staff.client)
    }
    const first = await world.as(world.staff.observer).get('/en/record')
    const older = /href="(\/en\/record\?[^"]*before=[^"]+)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&')
    const second = await world.as(world.staff.observer).get(older ?? '')
    const edits = [first, second].map(({ body }) => body.split('Statement edited').length - 1)
    expect(edits).toEqual([50, 10])
    expect(second.body).toContain('Request received')
  })

  it('is the department’s own', async () => {
    const other = world.newId()
    await world.app.transaction('everything', async (tx) => {
      const department = {
        id: other,
        code: 'ELSE',
        nameEn: 'E',
        nameFr: 'E',
        mailbox: 'e@example.ca',
        postalAddress: '2',
      }
      await tx.insertInto('departments').values(department).execute()
      const grant = {
        id: world.newId(),
        departmentId: other,
        personId: world.staff.observer.id,
        role: 'observer',
      } as const
      await tx
        .insertInto('roleGrants')
        .values({ ...grant, fromDay: '2020-01-01' })
        .execute()
    })
    const elsewhere = { ...world.staff.observer, departmentId: other, departmentCode: 'ELSE' }
    expect((await world.as(elsewhere).get('/en/record')).body).toContain('Nothing is recorded yet')
    expect((await world.as(elsewhere).get(`/en/files/${opportunityId}/history`)).status).toBe(404)
  })
})

describe('mail', () => {
  it('is shown with its samples, every kind in both languages', async () => {
    const shown = await world.as(world.staff.administrator).get('/en/admin/messages')
    expect(shown.status).toBe(200)
    for (const { kind } of features.emails) expect(shown.body).toContain(`id="${kind.replace(/[^a-z]/g, '-')}"`)
    expect(shown.body).toContain('Your sign-in code: 482 913')
    expect(shown.body).toContain('Votre code de connexion\u00a0: 482 913')
  })

  it('in the development mailbox is source, never a page', async () => {
    const id = world.newId()
    await world.worker.transaction('everything', (tx) =>
      tx
        .insertInto('localMailbox')
        .values({
          id,
          toAddress: 'reader@example.ca',
          subject: '<script>alert(1)</script>',
          bodyText: 'Look\nhttps://example.ca/a\njavascript:alert(1)',
          bodyHtml: '<img src=x onerror=alert(1)>',
          headers: '{}',
        })
        .execute(),
    )
    const list = await world.as(null).get('/en/mailbox')
    const letter = await world.as(null).get(`/en/mailbox/${id}`)
    expect([list.status, letter.status]).toEqual([200, 200])
    for (const { body } of [list, letter]) expect(body).not.toMatch(/<script>alert|<img src=x/)
    expect(letter.body).toContain('href="https://example.ca/a"')
    expect(letter.body).not.toContain('href="javascript:')
    expect((await world.as(null).get(`/en/mailbox/${world.newId()}`)).status).toBe(404)
  })

  it('has no such mailbox in production', async () => {
    const production = { ...world.app, config: { ...world.app.config, environment: 'production' as const } }
    for (const route of [mailRoutes['GET /mailbox'], mailRoutes['GET /mailbox/:id']]) {
      expect(mayAsk(route.who, { kind: 'visitor' })).toBe(true)
      const request = {
        actor: { kind: 'visitor' },
        language: 'en',
        params: { id: world.newId() },
        query: {},
        form: {},
        files: [],
        address: { en: '', fr: '' },
        browser: '',
        origin: '',
      } as const
      expect(await route.does(production, request)).toEqual({ kind: 'unknown' })
    }
  })
})

async function write(kind: EventKind, actor: Actor, facts: Facts = {}): Promise<void> {
  const { departmentId } = world
  await world.app.transaction('everything', (tx) =>
    record(tx, randomBytes, {
      departmentId,
      kind,
      subject: { type: 'request', id: newId(world.now, randomBytes) },
      fileId: requestId,
      actor,
      at: world.now,
      facts,
    }),
  )
}

async function become(state: 'open' | 'draft'): Promise<void> {
  await world.app.transaction('everything', (tx) =>
    tx
      .updateTable('opportunities')
      .set(
        state === 'open'
          ? {
              state,
              publishedAt: world.now,
              closesAt: new Date(world.now.getTime() + 1e9),
              priceCents: 100,
              selectionDay: '2026-06-01',
              deliveryDay: '2026-07-01',
            }
          : { state, publishedAt: null, closesAt: null, priceCents: null },
      )
      .where('id', '=', opportunityId)
      .execute(),
  )
}
