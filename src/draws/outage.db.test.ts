import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { arrangeOpen, arrangeSuppliers, contentFrom, sceneOf } from '../../test/arrange.applications.ts'
import { arrangePosted, done, found } from '../../test/arrange.opportunities.ts'
import { openWorld, type World } from '../../test/world.ts'
import { type Supplier, system, visitor } from '../accounts/rules.ts'
import { startApplication } from '../applications/commands.ts'
import { exportSealed } from '../applications/sealed.command-line.ts'
import { dropEndedDraftKeys, receivedApplications } from '../applications/store.ts'
import { submitApplication } from '../applications/submission.ts'
import { writeNotice } from '../opportunities/notice.ts'
import type { OpenOpportunity, Opportunity } from '../opportunities/rules.ts'
import type { App } from '../platform/app.ts'
import { beat, clockOffset } from '../platform/service.ts'
import { lapseQuestions } from '../questions/commands.time.ts'
import { confirmWatch, watch, watchToken } from '../subscribers/commands.watching.ts'
import { closeDueOpportunities, closeOpportunity } from './closing.ts'
import { findOutage } from './outage.store.ts'
import { tellOfReview } from './outage.telling.ts'
import { keepRefusals } from './outage.texts.ts'
import { extendForOutage, flagOutages, type KeepRefusal, keep, keepClosing } from './outage.ts'
import { rosterText } from './protocol.ts'
import { remind } from './reminders.ts'

const START = new Date('2026-05-04T14:00:00Z')
let world: World
beforeAll(async () => {
  world = await openWorld(START)
})
beforeEach(async () => {
  world.now = START
  await world.app.transaction('everything', (tx) => tx.deleteFrom('serviceSpans').execute())
})
afterAll(() => world.close())

const opened = (opportunity: Opportunity): OpenOpportunity => {
  if (opportunity.state !== 'open') throw new Error('not open')
  return opportunity
}
const mails = (kind: string) =>
  world.app.read('everything', (tx) =>
    tx.selectFrom('outboxMessages').select(['toAddress', 'facts']).where('kind', '=', kind).execute(),
  )
const HOUR = 3_600_000

/** Beats every five seconds cost too much here: a span is written as a process would have left it. */
const served = (from: Date, to: Date) =>
  world.app.transaction('everything', (tx) =>
    tx.insertInto('serviceSpans').values({ id: world.newId(), fromAt: from, toAt: to }).execute(),
  )

describe('an outage before a closing', () => {
  it('is flagged once beyond five minutes, moves the closing by one form, and is certified to the public', async () => {
    const opportunity = opened(await arrangePosted(world))
    const { id, slug, closesAt } = opportunity
    const ago = (ms: number) => new Date(closesAt.getTime() - ms)
    await served(ago(30 * HOUR), ago(3 * HOUR))
    await served(ago(3 * HOUR - 290_000), ago(2 * HOUR))
    world.now = ago(2 * HOUR)
    await flagOutages(world.worker)
    expect(await mails('draw.outage')).toEqual([])

    await served(ago(2 * HOUR - 600_000), ago(HOUR))
    world.now = ago(HOUR)
    await flagOutages(world.worker)
    await flagOutages(world.worker)
    expect((await mails('draw.outage')).map(({ toAddress }) => toAddress).toSorted()).toEqual([
      ...['procurement@waterways.example', 'program2@waterways.example', 'program@waterways.example'],
    ])
    const outage = await world.app.read('everything', (tx) => findOutage(tx, id))
    expect([outage?.seconds, outage?.gaps.length]).toEqual([890, 2])

    const page = `/en/files/${id}/outage`
    const shown = await world.as(world.staff.program).get(page)
    expect(shown.status).toBe(200)
    expect(shown.body).toContain('15 minutes')
    expect((await world.as(world.staff.client).get(page)).status).toBe(404)
    const field = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(shown.body)?.[1] ?? ''
    const area = (name: string) => new RegExp(`name="${name}"[^>]*>([^<]*)<`).exec(shown.body)?.[1] ?? ''
    const missing = await world.as(world.staff.program).post(page, { closing_day: '', closing_time: '' })
    expect(missing.status).toBe(422)
    const moved = await world.as(world.staff.program).post(page, {
      ...{ closing_day: field('closing_day'), closing_time: field('closing_time') },
      ...{ reason_en: area('reason_en').trim(), reason_fr: area('reason_fr').trim() },
    })
    expect([moved.status, moved.location]).toEqual([303, `/en/files/${id}`])
    expect(opened(await found(world, id)).closesAt.getTime()).toBeGreaterThan(closesAt.getTime())

    for (const address of [`/en/opportunities/${slug}`, `/fr/occasions/${slug}`])
      expect((await world.as(null).get(address)).body).toMatch(/Certificate of downtime|Attestation d’indisponibilité/)
    const certificate = await world.as(null).get(`/fr/occasions/${slug}/attestation-indisponibilite`)
    expect(certificate.status).toBe(200)
    expect(certificate.body).toContain('600')
  })

  it('may be left as it is, with a reason, once', async () => {
    const opportunity = opened(await arrangePosted(world))
    const now = new Date(opportunity.closesAt.getTime() - HOUR)
    const outage = {
      ...{ opportunityId: opportunity.id, departmentId: opportunity.departmentId, closesAt: opportunity.closesAt },
      ...{ windowFrom: now, seconds: 400, gaps: [], flaggedAt: now, decision: null, decidedAt: null, reason: '' },
      ...{ atClosing: false, decideBy: null },
    }
    const { program, procurement } = world.staff
    const facts = { outage, reason: 'At night.', now }
    expect(keep(opportunity, program, facts).ok).toBe(true)
    const refused: Record<KeepRefusal, ReturnType<typeof keep>> = {
      not_allowed: keep(opportunity, procurement, facts),
      wrong_state: keep({ ...opportunity, state: 'held' }, program, facts),
      decision_over: keep(opportunity, program, { ...facts, now: opportunity.closesAt }),
      already_decided: keep(opportunity, program, { ...facts, outage: { ...outage, decision: 'kept' } }),
      reason_missing: keep(opportunity, program, { ...facts, reason: ' ' }),
    }
    for (const [because, outcome] of Object.entries(refused)) expect(outcome).toEqual({ ok: false, because })
    expect(Object.keys(keepRefusals).toSorted()).toEqual(Object.keys(refused).toSorted())

    await served(new Date(now.getTime() - 30 * HOUR), new Date(now.getTime() - 600_000))
    world.now = now
    await flagOutages(world.worker)
    const kept = await keepClosing(world.app, program, { id: opportunity.id, reason: 'At night.' })
    expect(kept.ok).toBe(true)
    const again = await keepClosing(world.app, program, { id: opportunity.id, reason: 'At night.' })
    expect(again).toEqual({ ok: false, because: 'already_decided' })
  })
})

describe('an outage over the closing itself', () => {
  const closesAt = new Date('2026-05-20T18:00:00Z')
  const at = (ms: number) => new Date(closesAt.getTime() + ms)
  const MINUTE = 60_000
  let suppliers: Supplier[]
  beforeAll(async () => {
    suppliers = await arrangeSuppliers(world.app, 2)
  })
  const close = (opportunityId: string, app: App = world.worker) => closeOpportunity(app, system, { opportunityId })
  const send = (supplier: Supplier, slug: string) =>
    submitApplication(world.app, supplier, { slug, content: contentFrom(supplier) })

  /** One has applied, another has a draft; the site is away from so many milliseconds before the closing until after it. */
  const open = async (awayMs: number, backMs = 0) => {
    world.now = at(-2 * HOUR)
    const arranged = await arrangeOpen(sceneOf(world), { closesAt })
    await world.worker.transaction('everything', (tx) => writeNotice(tx, arranged.id))
    const [sent, drafting] = suppliers
    if (!sent || !drafting) throw new Error('nobody applies')
    expect((await send(sent, arranged.slug)).ok).toBe(true)
    await startApplication(world.app, drafting, { slug: arranged.slug, language: 'fr' })
    await served(at(-30 * HOUR), at(-awayMs))
    if (backMs > 0) await served(at(-backMs), at(HOUR))
    world.now = at(3 * MINUTE)
    return { ...arranged, sent, drafting, page: `/en/files/${arranged.id}/outage` }
  }
  const row = (id: string) =>
    world.app.read('everything', (tx) =>
      tx.selectFrom('opportunities').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
  const committed = (id: string) =>
    world.app.read('everything', (tx) =>
      tx.selectFrom('drawCommitments').selectAll().where('opportunityId', '=', id).execute(),
    )

  it('is held before anything is opened, told to everybody once, and takes applications again when it moves', async () => {
    const { id, slug, sent, drafting, page } = await open(HOUR)
    const killed: App = {
      ...world.worker,
      random: () => {
        throw new Error('killed')
      },
    }
    await expect(close(id, killed)).rejects.toThrow('killed')
    expect((await row(id)).state).toBe('open')
    expect(await close(id)).toEqual({ ok: false, because: 'held' })
    expect(await close(id)).toEqual({ ok: false, because: 'held' })
    await closeDueOpportunities(world.worker)
    expect([(await row(id)).state, await committed(id).then(({ length }) => length)]).toEqual(['held', 1])
    expect((await mails('draw.held')).length).toBe(3)
    for (let time = 0; time < 2; time++)
      await tellOfReview(world.worker, { opportunityId: id, closesAt: closesAt.toISOString() })
    const told = (await mails('draw.review')).map(({ toAddress }) => toAddress)
    expect(told.toSorted()).toEqual([sent.email, drafting.email].toSorted())

    expect(await send(drafting, slug)).toMatchObject({ ok: false, because: 'too_late' })
    expect(await exportSealed(world.worker, { slug })).toEqual({ ok: false, because: 'not_closed' })
    await world.worker.transaction('everything', dropEndedDraftKeys)
    await lapseQuestions(world.worker, { opportunityId: id })
    const keys = await world.app.read('everything', (tx) =>
      tx
        .selectFrom('applicationDrafts as d')
        .innerJoin('applications as a', 'a.id', 'd.applicationId')
        .select('d.wrappedKey')
        .where('a.opportunityId', '=', id)
        .where('d.wrappedKey', 'is not', null)
        .execute(),
    )
    expect(keys.length).toBe(1)
    expect((await world.as(world.staff.program).get('/en/record')).body).not.toContain('Application received')
    const shown = await world.as(null).get(`/fr/occasions/${slug}`)
    expect(shown.body).toContain('Clôture à l’examen')
    expect((await world.as(null).get('/en/opportunities')).body).toContain('Closing under review')
    expect((await world.as(drafting).get('/en/applications')).body).toContain('Closing under review')

    const seen = await world.as(world.staff.procurement).get(page)
    expect([seen.status, seen.body.includes('The closing is held'), seen.body.includes('closing_day')]).toEqual([
      ...[200, true, false],
    ])
    const deciding = (await world.as(world.staff.program).get(page)).body
    const typedIn = {
      closing_day: /name="closing_day"[^>]*value="([^"]*)"/.exec(deciding)?.[1] ?? '',
      ...{ closing_time: '14:00', reason_en: 'The site was away.', reason_fr: 'Le site était indisponible.' },
    }
    expect(typedIn.closing_day).toBe('2026-05-21')
    expect((await world.as(world.staff.program).post(page, { ...typedIn, closing_day: 'soon' })).status).toBe(422)
    expect((await world.as(world.staff.program).post(page, { ...typedIn, closing_day: '2026-05-20' })).status).toBe(409)
    expect((await world.as(world.staff.program).post(page, typedIn)).status).toBe(303)
    expect((await world.as(world.staff.program).post(page, typedIn)).status).toBe(409)
    const moved = await row(id)
    expect([moved.state, moved.closesAt]).toEqual(['open', new Date('2026-05-21T18:00:00Z')])
    expect((await world.as(null).get(`/en/opportunities/${slug}/downtime`)).body).toContain('May 20, 2026')

    await served(at(3 * MINUTE), at(25 * HOUR))
    expect((await send(drafting, slug)).ok).toBe(true)
    world.now = at(24 * HOUR)
    const closed = await close(id)
    expect(closed.ok && closed.value.received).toBe(2)
  })

  it.each(['kept', 'lapsed'] as const)('that is %s closes as of its own instant, with the same roster', async (how) => {
    const { id, slug, drafting, page } = await open(30 * MINUTE)
    const commitment = await committed(id)
    const tokens = await world.app.read('everything', (tx) => receivedApplications(tx, id))
    expect(await close(id)).toEqual({ ok: false, because: 'held' })
    const due = at(24 * HOUR + 3 * MINUTE)
    const { program } = world.staff
    if (how === 'kept') {
      expect((await world.as(program).post(`${page}/decision`, { why: ' ' })).status).toBe(409)
      expect((await world.as(program).post(`${page}/decision`, { why: 'Few were away.' })).status).toBe(303)
    } else {
      world.now = new Date(due.getTime() - 1)
      expect(await close(id)).toEqual({ ok: false, because: 'held' })
      world.now = due
      const late = { id, closesAt: at(48 * HOUR), reason: { en: 'Late.', fr: 'Tard.' } }
      expect(await extendForOutage(world.app, program, late)).toEqual({ ok: false, because: 'decision_over' })
    }
    expect(await send(drafting, slug)).toMatchObject({ ok: false, because: 'too_late' })
    await closeDueOpportunities(world.worker)
    const [closed, again] = [await row(id), await close(id)]
    expect([closed.state, closed.closedAt]).toEqual(['closed', closesAt])
    const roster = rosterText({
      slug,
      received: tokens.map(({ token, sealedSha256 }) => ({ token, sealedHash: sealedSha256 })),
    })
    expect(again.ok && roster.ok && again.value.text === roster.value.text).toBe(true)
    expect(await committed(id)).toEqual(commitment)
    const outage = await world.app.read('everything', (tx) => findOutage(tx, id))
    expect([outage?.decision, outage?.decideBy]).toEqual([how, due])
    await tellOfReview(world.worker, { opportunityId: id, closesAt: closesAt.toISOString() })
    const facts = (await mails('draw.review'))
      .map((mail) => JSON.parse(mail.facts))
      .filter((mail) => mail.slug === slug)
    expect(facts.map((mail) => mail.due)).toEqual(['', ''])
  })

  it.each([
    ['4 min 59 s closes at once', 299_000, 0, true],
    ['5 min 1 s is held', 301_000, 0, false],
    ['that ended 4 min before is held', 10 * MINUTE, 4 * MINUTE, false],
    ['that ended 6 min before closes at once', 12 * MINUTE, 6 * MINUTE, true],
  ] as const)('of %s', async (_, awayMs, backMs, closes) => {
    const { id } = await open(awayMs, backMs)
    const decision = await close(id)
    expect(decision.ok || decision.because).toBe(closes || 'held')
  })

  it('that somebody has weighed and kept does not hold; what comes after it does', async () => {
    for (const [again, because] of [
      [false, true],
      [true, 'held'],
    ] as const) {
      const { id } = await open(50 * MINUTE, 40 * MINUTE)
      await world.app.transaction('everything', (tx) => tx.deleteFrom('serviceSpans').execute())
      await served(at(-30 * HOUR), at(-50 * MINUTE))
      await served(at(-40 * MINUTE), at(again ? -20 * MINUTE : HOUR))
      world.now = at(-30 * MINUTE)
      await flagOutages(world.worker)
      const kept = await keepClosing(world.app, world.staff.program, { id, reason: 'Few were away.' })
      expect(kept.ok).toBe(true)
      world.now = at(MINUTE)
      const decision = await close(id)
      expect(decision.ok || decision.because).toBe(because)
    }
  })
})

it('reminds whoever has a draft, once for each closing, and nobody who has sent', async () => {
  const opportunity = opened(await arrangePosted(world))
  const { id, slug, closesAt } = opportunity
  const [drafting, sent] = [await world.supplier('Alma Draft'), await world.supplier('Boris Sent')]
  world.now = new Date(closesAt.getTime() - 73 * HOUR)
  for (const supplier of [drafting, sent]) await startApplication(world.app, supplier, { slug, language: 'fr' })
  await world.app.transaction('everything', (tx) =>
    tx
      .updateTable('applications')
      .set({ state: 'submitted', submittedAt: world.now })
      .where('supplierId', '=', sent.id)
      .execute(),
  )
  const run = (when: 'three_days' | 'last_day', closing = closesAt) =>
    remind(world.worker, { opportunityId: id, when, closesAt: closing.toISOString() })
  world.now = new Date(closesAt.getTime() - 72 * HOUR)
  await run('three_days')
  await run('three_days')
  await run('three_days', new Date(closesAt.getTime() - HOUR))
  expect((await mails('draw.reminder')).map(({ toAddress }) => toAddress)).toEqual([drafting.email])
  world.now = new Date(closesAt.getTime() - 24 * HOUR)
  await run('three_days')
  await run('last_day')
  const told = async () => (await mails('draw.reminder')).map(({ toAddress }) => toAddress).toSorted()
  expect(await told()).toEqual([drafting.email, drafting.email])

  for (const email of ['watching@example.ca', sent.email]) {
    const watching = done(await watch(world.app, visitor, { opportunityId: id, email, language: 'fr' }))
    if (!watching) throw new Error('nothing is followed')
    done(await confirmWatch(world.app, visitor, { token: watchToken(world.app, watching) }))
  }
  await run('last_day')
  await run('last_day')
  expect(await told()).toEqual([drafting.email, drafting.email, 'watching@example.ca'].toSorted())

  const later = new Date(closesAt.getTime() + 48 * HOUR)
  await world.app.transaction('everything', async (tx) => {
    await tx.updateTable('opportunities').set({ closesAt: later }).where('id', '=', id).execute()
    const { id: applicationId, departmentId } = await tx
      .selectFrom('applications')
      .select(['id', 'departmentId'])
      .where('supplierId', '=', sent.id)
      .where('opportunityId', '=', id)
      .executeTakeFirstOrThrow()
    const draft = {
      applicationId,
      departmentId,
      version: 1,
      ciphertext: Buffer.from('x'),
      wrappedKey: Buffer.from('x'),
    }
    await tx
      .insertInto('applicationDrafts')
      .values({ ...draft, savedAt: world.now })
      .execute()
  })
  await run('three_days', later)
  expect(await told()).toEqual(
    [...[drafting.email, drafting.email, drafting.email], sent.email, 'watching@example.ca'].toSorted(),
  )
})

it('measures itself, and closes nothing while the clocks are a second apart', async () => {
  const opportunity = opened(await arrangePosted(world))
  world.now = new Date(opportunity.closesAt.getTime() + 2_000)
  const slow: App = { ...world.worker, clock: () => new Date(world.now.getTime() - 1_001) }
  const close = (app: App) => closeOpportunity(app, system, { opportunityId: opportunity.id })
  expect(await close(slow)).toEqual({ ok: false, because: 'clock_unsure' })
  expect((await mails('draw.clock_apart')).length).toBe(2)
  await beat(slow)
  expect(clockOffset(slow)).toBe(1_001)
  expect((await close({ ...slow, clock: () => new Date(world.now.getTime() - 999) })).ok).toBe(true)
})
