import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptance, arrangeAccepted, arrangeReceived, arrangeReleased, need } from '../../test/arrange.requests.ts'
import { openWorld, type World } from '../../test/world.ts'
import { decideGo, receiveRequest, screenRequest, withdrawRequest } from './commands.ts'
import { heldDuties, takeDuty } from './duties.store.ts'
import { answersOf, requestLifecycle, type Verdict } from './rules.ts'
import { findRequest, LISTED_IN_A_STATE, requestsVisibleTo } from './store.ts'
import { waitingForRequests } from './waiting.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const rowsOf = (requestId: string) =>
  world.app.read('everything', async (tx) => ({
    events: await tx
      .selectFrom('historyEvents')
      .selectAll()
      .where('fileId', '=', requestId)
      .orderBy('at')
      .orderBy('id')
      .execute(),
    emails: (await tx.selectFrom('outboxMessages').selectAll().orderBy('createdAt').orderBy('id').execute()).filter(
      ({ facts }) => facts.includes(requestId),
    ),
    request: await findRequest(tx, requestId),
    held: await heldDuties(tx, requestId),
  }))

describe('numbers of files', () => {
  test('thirty requests at once are numbered one after the other, none twice', async () => {
    const before = Number((await arrangeReceived(world)).number.slice(5))
    const received = await Promise.all(
      Array.from({ length: 30 }, () => receiveRequest(world.app, world.staff.client, need())),
    )
    const numbers = received.map((decision) => (decision.ok ? decision.value.number : 'refused')).toSorted()
    expect(numbers).toEqual(
      Array.from({ length: 30 }, (_, place) => `2026-${String(before + place + 1).padStart(3, '0')}`),
    )
  })

  test('each fiscal year counts from one, where the department is', async () => {
    const now = world.now
    world.now = new Date('2031-04-01T03:59:59Z')
    expect((await arrangeReceived(world)).number).toBe('2030-001')
    world.now = new Date('2031-04-01T04:00:00Z')
    expect((await arrangeReceived(world)).number).toBe('2031-001')
    world.now = now
  })
})

describe('a request', () => {
  test('is recorded with its step, its duty and a letter in the client’s language', async () => {
    const { id } = await arrangeReceived(world, {
      language: 'fr',
      answers: answersOf((of) => (of === 'isCode' ? null : true)),
    })
    const { events, emails, held } = await rowsOf(id)
    expect(events.map(({ kind }) => kind).toSorted()).toEqual(['request.received', 'step.started'])
    expect(JSON.parse(events.find(({ kind }) => kind === 'request.received')?.body ?? '')).toMatchObject({
      isCode: null,
      isVirtual: true,
    })
    const { client, program, program2 } = world.staff
    expect(emails.map(({ kind, language, toAddress }) => [kind, language, toAddress]).toSorted()).toEqual([
      ['request.received', 'fr', client.email],
      ['request.to_screen', 'en', program.email],
      ['request.to_screen', 'fr', program2.email],
    ])
    expect(emails.every(({ facts }) => facts.includes(`/${id}`))).toBe(true)
    expect(held).toEqual([{ duty: 'requested', personId: world.staff.client.id }])
  })

  test('of two who screen at once, one decides and one is told, whichever it is', async () => {
    const verdict: Verdict = {
      ...acceptance,
      outcome: 'decline',
      reason: 'staffing',
      referredTo: '',
      meetsCriteria: false,
    }
    for (let round = 0; round < 12; round += 1) {
      const { id } = await arrangeReceived(world)
      const both = await Promise.all([
        screenRequest(world.app, world.staff.program, { id, verdict: acceptance }),
        screenRequest(world.app, world.staff.program2, { id, verdict }),
      ])
      expect(both.filter(({ ok }) => ok)).toHaveLength(1)
      expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'wrong_state' })
      const told = (await rowsOf(id)).emails.filter(({ toAddress }) => toAddress === world.staff.client.email)
      expect(told).toHaveLength(2)
    }
  })

  test('with the Go ends its first step, leaves out those of a sole source and starts the second', async () => {
    const { id } = await arrangeAccepted(world)
    world.now = new Date('2026-05-05T14:00:00Z')
    const decision = await decideGo(world.app, world.staff.procurement, {
      id,
      said: 'go',
      reason: '',
      workingDays: 0.25,
    })
    world.now = new Date('2026-05-04T14:00:00Z')
    expect(decision).toMatchObject({ ok: true })
    const { events, held } = await rowsOf(id)
    const steps = events
      .filter(({ kind }) => kind.startsWith('step.'))
      .map(({ kind, body }) => [kind, JSON.parse(body)])
    expect(steps).toEqual(
      expect.arrayContaining([
        ['step.started', { step: 'need-identified' }],
        ['step.ended', { step: 'need-identified', working: 0.25 }],
        ['step.skipped', { step: 'supplier-chosen-by-client', working: 0 }],
        ['step.skipped', { step: 'sole-source-justification', working: 0 }],
        ['step.skipped', { step: 'sent-to-procurement', working: null }],
        ['step.started', { step: 'statement-written' }],
      ]),
    )
    expect(steps).toHaveLength(6)
    expect(held).toContainEqual({ duty: 'gave_go', personId: world.staff.procurement.id })
  })

  test('refused a Go changes nothing but its decision, and can have one later', async () => {
    const { id } = await arrangeAccepted(world, { language: 'fr' })
    const { procurement } = world.staff
    expect((await decideGo(world.app, procurement, { id, said: 'no_go', reason: 'Offre à commandes.' })).ok).toBe(true)
    expect((await decideGo(world.app, procurement, { id, said: 'go', reason: '' })).ok).toBe(true)
    expect(await decideGo(world.app, procurement, { id, said: 'no_go', reason: 'x' })).toEqual({
      ok: false,
      because: 'already_go',
    })
    const { emails } = await rowsOf(id)
    expect(emails.map(({ kind, language }) => `${kind} ${language}`)).toEqual(
      expect.arrayContaining(['request.go_refused fr', 'request.go_given fr']),
    )
  })

  test('that is not there, or another department’s, is nobody’s to act on', async () => {
    const id = world.newId()
    expect(await withdrawRequest(world.app, world.staff.program, { id, reason: 'no_reply' })).toEqual({
      ok: false,
      because: 'not_allowed',
    })
    const mine = await arrangeReceived(world)
    const elsewhere = { ...world.staff.program2, departmentId: world.newId() }
    expect(await screenRequest(world.app, elsewhere, { id: mine.id, verdict: acceptance })).toEqual({
      ok: false,
      because: 'not_allowed',
    })
  })
})

describe('duties', () => {
  test('the database refuses a conflicting duty even when no rule was asked', async () => {
    const { id, departmentId } = await arrangeReceived(world)
    const taken = {
      departmentId,
      requestId: id,
      duty: 'gave_go',
      personId: world.staff.client.id,
      at: world.now,
    } as const
    await expect(world.app.transaction('everything', (tx) => takeDuty(tx, world.app, taken))).rejects.toThrow(
      /conflicting duty/,
    )
  })

  test('of one posting leave out those of another', async () => {
    const { id, departmentId } = await arrangeReceived(world)
    const [first, second] = [world.newId(), world.newId()]
    const personId = world.staff.finance.id
    await world.app.transaction('everything', (tx) =>
      takeDuty(tx, world.app, {
        departmentId,
        requestId: id,
        opportunityId: first,
        duty: 'reserved_funds',
        personId,
        at: world.now,
      }),
    )
    const dutiesOf = (opportunityId?: string) =>
      world.app.read('everything', async (tx) =>
        (await heldDuties(tx, id, opportunityId)).map(({ duty }) => duty).toSorted(),
      )
    expect(await dutiesOf(first)).toEqual(['requested', 'reserved_funds'])
    expect(await dutiesOf(second)).toEqual(['requested'])
    expect(await dutiesOf()).toEqual(['requested', 'reserved_funds'])
  })
})

test('the six requests of the pilot can be told exactly', async () => {
  const { app, staff } = world
  const unknown = answersOf(() => null)
  const refuse = (verdict: Partial<Extract<Verdict, { outcome: 'decline' }>>): Verdict => ({
    answers: unknown,
    meetsCriteria: false,
    reply: '',
    outcome: 'decline',
    reason: 'other_department',
    referredTo: '',
    ...verdict,
  })
  const r1 = await arrangeReleased(world, { subject: 'Azure marketplace policies' })
  const r2 = await arrangeAccepted(world, { subject: 'Strapi' })
  const r3 = await arrangeAccepted(world, { subject: 'Custom SharePoint web part' })
  const [r4, r5, r6] = [
    await arrangeReceived(world, { answers: unknown }),
    await arrangeReceived(world),
    await arrangeReceived(world),
  ]
  const acts = [
    await withdrawRequest(app, staff.client, { id: r2.id, reason: 'by_client' }),
    await withdrawRequest(app, staff.program, { id: r3.id, reason: 'no_reply' }),
    await screenRequest(app, staff.program, { id: r4.id, verdict: refuse({ referredTo: 'TBS' }) }),
    await screenRequest(app, staff.program, {
      id: r5.id,
      verdict: refuse({ referredTo: 'TBS', answers: answersOf((of) => of !== 'isOwnDepartment') }),
    }),
    await screenRequest(app, staff.program, { id: r6.id, verdict: refuse({ reason: 'not_code' }) }),
  ]
  expect(acts.every(({ ok }) => ok)).toBe(true)

  const told = await app.read('everything', (tx) =>
    tx
      .selectFrom('requests')
      .select(['state', 'meetsCriteria', 'reason', 'referredTo', 'go'])
      .where(
        'id',
        'in',
        [r1, r2, r3, r4, r5, r6].map(({ id }) => id),
      )
      .orderBy('number')
      .execute(),
  )
  expect(told).toEqual([
    { state: 'accepted', meetsCriteria: true, reason: null, referredTo: null, go: 'go' },
    { state: 'withdrawn', meetsCriteria: true, reason: 'by_client', referredTo: null, go: null },
    { state: 'withdrawn', meetsCriteria: true, reason: 'no_reply', referredTo: null, go: null },
    { state: 'declined', meetsCriteria: false, reason: 'other_department', referredTo: 'TBS', go: null },
    { state: 'declined', meetsCriteria: false, reason: 'other_department', referredTo: 'TBS', go: null },
    { state: 'declined', meetsCriteria: false, reason: 'not_code', referredTo: null, go: null },
  ])
})

test('a client sees their own requests, those who work on them see all, in pages', async () => {
  const { staff, app } = world
  const mine = await arrangeReceived(world, {}, staff.client2)
  const visible = (actor: typeof staff.client, before?: string) =>
    app.read({ department: world.departmentId }, (tx) =>
      requestsVisibleTo(tx, actor, before ? { state: 'received', before } : {}),
    )
  expect((await visible(staff.client2)).received.rows.map(({ request }) => request.id)).toEqual([mine.id])
  const all = (await visible(staff.observer)).received
  expect(all.rows).toContainEqual({ request: mine, clientName: 'Colin Baptiste', opportunityId: null, asked: false })
  expect(all.total).toBeGreaterThan(30)
  const older = (await visible(staff.observer, all.rows[9]?.request.id)).received
  expect(older.rows[0]?.request.id).toBe(all.rows[10]?.request.id)
  expect(older.total).toBe(all.total - 10)
  expect(all.rows.length).toBeLessThanOrEqual(LISTED_IN_A_STATE)
})

test('a request waits for whoever can take the next step, with its date', async () => {
  const { staff, app } = world
  const waits = (actor: typeof staff.client) =>
    app.read({ department: world.departmentId }, (tx) => waitingForRequests(tx, actor, 'fr'))
  const released = await arrangeReleased(world)
  const accepted = await arrangeAccepted(world)
  const received = await arrangeReceived(world)
  expect(await waits(staff.program)).toContainEqual(
    expect.objectContaining({ href: `/fr/demandes/${received.id}/examen`, due: new Date('2026-05-05T20:00:00Z') }),
  )
  expect((await waits(staff.procurement)).map(({ href }) => href)).toContain(`/fr/demandes/${accepted.id}/feu-vert`)
  expect((await waits(staff.client)).map(({ href }) => href)).toContain(`/fr/demandes/${released.id}`)
  expect(await waits(staff.finance)).toEqual([])
})

test('the table knows the states of the lifecycle, and no others', async () => {
  const { rows } = await world.app.read('everything', (tx) =>
    sql<{ definition: string }>`select pg_get_constraintdef(oid) as definition from pg_constraint
      where conrelid = 'requests'::regclass and conname = 'requests_state_check'`.execute(tx),
  )
  const known = [...(rows[0]?.definition ?? '').matchAll(/'([a-z_]+)'/g)].map(([, state]) => state)
  expect(known.toSorted()).toEqual(requestLifecycle.states.toSorted())
})
