import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { arrangePosted, found } from '../../test/arrange.opportunities.ts'
import { openWorld, type World } from '../../test/world.ts'
import { system } from '../accounts/rules.ts'
import { startApplication } from '../applications/commands.ts'
import type { OpenOpportunity, Opportunity } from '../opportunities/rules.ts'
import type { App } from '../platform/app.ts'
import { beat, clockOffset } from '../platform/service.ts'
import { closeOpportunity } from './closing.ts'
import { findOutage } from './outage.store.ts'
import { keepRefusals } from './outage.texts.ts'
import { flagOutages, type KeepRefusal, keep, keepClosing } from './outage.ts'
import { remind } from './reminders.ts'

const START = new Date('2026-05-04T14:00:00Z')
let world: World
beforeAll(async () => {
  world = await openWorld(START)
})
beforeEach(() => {
  world.now = START
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
      ...{ windowFrom: now, seconds: 400, gaps: [], flaggedAt: now, decision: null, decidedAt: null },
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

    world.now = now
    await flagOutages(world.worker)
    const kept = await keepClosing(world.app, program, { id: opportunity.id, reason: 'At night.' })
    expect(kept.ok).toBe(true)
    const again = await keepClosing(world.app, program, { id: opportunity.id, reason: 'At night.' })
    expect(again).toEqual({ ok: false, because: 'already_decided' })
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
  expect((await mails('draw.reminder')).map(({ toAddress }) => toAddress)).toEqual([drafting.email, drafting.email])
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
