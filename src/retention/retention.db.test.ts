import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrangeOpen, sceneOf } from '../../test/arrange.applications.ts'
import { htmlErrors } from '../../test/html.ts'
import { openWorld, type World } from '../../test/world.ts'
import { startSession } from '../accounts/sessions.ts'
import { beat } from '../platform/service.ts'
import { retentionCommand } from './command-line.ts'
import { eraseDaily, rehearse } from './commands.ts'
import type { Erased } from './rules.ts'

const closesAt = new Date('2026-05-22T18:00:00.000Z')
const daysAfter = (days: number): Date => new Date(closesAt.getTime() + days * 86_400_000)
let world: World
beforeAll(async () => {
  world = await openWorld(daysAfter(-1))
  await leaveTraces()
})
afterAll(() => world.close())

describe('what was kept long enough', () => {
  it('goes by its own class, in its own time, and the rest stays', async () => {
    const at = async (days: number) => {
      world.now = daysAfter(days)
      return named(await rehearse(world.worker))
    }
    expect(await at(-0.5)).toEqual({})
    expect(await at(1)).toEqual({ codes: 1, counts: 1 })
    expect(await at(6)).toEqual({ codes: 1, counts: 1, unconfirmed: 1 })
    const month = { codes: 1, counts: 1, unconfirmed: 1, drafts: 1, devices: 1, sessions: 1, askers: 1, letters: 1 }
    expect(await at(30)).toEqual(month)
    expect(await at(729)).toEqual(month)
    expect(await at(732)).toEqual({ ...month, originals: 1, forms: 2 })
  })

  it('stays while its posting is open, however late it is', async () => {
    const reopen = (state: 'open' | 'closed') =>
      world.app.transaction('everything', (tx) =>
        tx
          .updateTable('opportunities')
          .set({ state, closedAt: state === 'open' ? null : closesAt })
          .execute(),
      )
    await reopen('open')
    world.now = daysAfter(732)
    expect(named(await rehearse(world.worker))).toEqual({
      ...{ codes: 1, counts: 1, unconfirmed: 1, sessions: 1, letters: 1 },
    })
    await reopen('closed')
  })

  it('is deleted once a night, by one of several processes, and the record says how much', async () => {
    world.now = daysAfter(31)
    await Promise.all([eraseDaily(world.worker), eraseDaily({ ...world.worker }), eraseDaily({ ...world.worker })])
    expect(named(await rehearse(world.worker))).toEqual({})
    const events = await world.app.read('everything', (tx) =>
      tx.selectFrom('historyEvents').select(['departmentId', 'body']).where('kind', '=', 'record.erased').execute(),
    )
    expect(events.map(({ departmentId, body }) => [departmentId !== null, JSON.parse(body)])).toEqual([
      [true, { drafts: 1, devices: 1, askers: 1 }],
      [false, { codes: 1, counts: 1, unconfirmed: 1, sessions: 1, letters: 1 }],
    ])
    const left = await world.app.read('everything', (tx) => tx.selectFrom('questionOriginals').selectAll().execute())
    expect(left).toHaveLength(1)
  })

  it('is deleted by a command too, or only counted', async () => {
    world.now = daysAfter(732)
    const said: string[] = []
    const out = (text: string) => said.push(text)
    const run = (...words: string[]) => retentionCommand({ worker: world.worker }, words, { out, err: out })
    expect(await run('--dry-run')).toBe(0)
    expect(await run()).toBe(0)
    expect(await run('--dry-run')).toBe(0)
    expect(said.map((text) => /(\d+) {2}Questions/.exec(text)?.[1])).toEqual(['1', '1', '0'])
    expect(said[0]).toMatch(/Would be deleted[\s\S]*Importations de Formulaires GC/)
    expect(await run('--everything')).toBe(2)
  })
})

describe.each([
  ['en', '/en/admin/state', /Last round: /, 'Two clocks disagree', '1,001 milliseconds ahead'],
  ['fr', '/fr/gestion/etat', /Dernier passage/, 'Deux horloges divergent', 'avance de 1\u00a0001\u00a0millisecondes'],
] as const)('the page of the installation in %s', (_, url, round, head, ahead) => {
  it('says when it was, what goes when, and that two clocks disagree', async () => {
    const fine = await world.as(world.staff.administrator).get(url)
    expect(fine.status).toBe(200)
    expect(fine.body).toMatch(round)
    expect(fine.body).not.toContain(head)
    expect(await htmlErrors(fine.body)).toEqual([])

    const { clock } = world.app
    const slow = () => new Date(clock().getTime() - 1_001)
    Object.assign(world.app, { clock: slow })
    await beat(world.app)
    Object.assign(world.app, { clock })
    const wrong = await world.as(world.staff.administrator).get(url)
    expect(wrong.body).toContain(head)
    expect(wrong.body).toContain(ahead)
    await beat(world.app)
  })
})

const named = (erased: Erased) => Object.fromEntries(Object.entries(erased).filter(([, count]) => count > 0))

/** One of each class, the day before the closing of a posting that is closed by the time we look. */
async function leaveTraces(): Promise<void> {
  const { id } = await arrangeOpen(sceneOf(world), { closesAt })
  const supplier = await world.supplier('Mina Roy')
  const { departmentId, now } = world
  const [applicationId, questionId, subscriberId] = [world.newId(), world.newId(), world.newId()]
  await world.app.transaction('everything', async (tx) => {
    await startSession(tx, world.app, { personId: supplier.id, departmentId: null })
    const on = { departmentId, opportunityId: id }
    await sql`insert into applications (id, department_id, opportunity_id, supplier_id, token, state, language, created_at)
      values (${applicationId}, ${departmentId}, ${id}, ${supplier.id}, '7F3K9Q7F3K', 'draft', 'en', ${now})`.execute(
      tx,
    )
    await sql`insert into application_drafts (application_id, department_id, version, ciphertext, wrapped_key, saved_at)
      values (${applicationId}, ${departmentId}, 1, '\\x00', '\\x00', ${now})`.execute(tx)
    await tx
      .insertInto('applicationDevices')
      .values({ departmentId, applicationId, browserHash: Buffer.alloc(32), firstSeenAt: now })
      .execute()
    await tx
      .insertInto('formMappings')
      .values({ ...on, formId: 'form', mapping: '{}', savedAt: now })
      .execute()
    await tx
      .insertInto('formSubmissions')
      .values({ ...on, name: 'one', outcome: 'refused', because: 'late', readAt: now })
      .execute()
    await tx
      .insertInto('questions')
      .values({
        ...{ ...on, id: questionId, state: 'asked', language: 'en', words: 'Why?' },
        ...{ askedAt: now, confirmBy: now, confirmedAt: now },
      })
      .execute()
    await tx.insertInto('questionOriginals').values({ questionId, departmentId, words: 'I, Ada, ask why.' }).execute()
    await tx.insertInto('questionAskers').values({ questionId, departmentId, email: 'ada@example.ca' }).execute()
    await tx
      .insertInto('signInCodes')
      .values({
        ...{ id: world.newId(), email: 'ada@example.ca', language: 'en', browserHash: Buffer.alloc(32) },
        ...{ createdAt: now, expiresAt: new Date(now.getTime() + 600_000) },
      })
      .execute()
    await tx.insertInto('limits').values({ key: 'origin abc', windowStart: now, count: 3 }).execute()
    await sql`insert into outbox_messages (id, kind, language, to_address, facts, dedupe_key, created_at, sent_at)
      values (${world.newId()}, 'a.kind', 'en', 'ada@example.ca', '{}', 'once', ${now}, ${now})`.execute(tx)
    await sql`insert into subscribers (id, email, language, state, asked_at)
      values (${subscriberId}, 'bea@example.ca', 'en', 'pending', ${now})`.execute(tx)
    await tx.updateTable('opportunities').set({ state: 'closed', closedAt: closesAt }).where('id', '=', id).execute()
  })
}
