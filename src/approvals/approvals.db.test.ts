import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  arrangeInApproval,
  arrangeInReview,
  arrangePosted,
  arrangeReady,
  done,
  found,
  reservation,
} from '../../test/arrange.opportunities.ts'
import { openWorld, type World } from '../../test/world.ts'
import { endGrant, grantRole } from '../accounts/commands.ts'
import { type StaffRole, system } from '../accounts/rules.ts'
import { grantsOf } from '../accounts/store.ts'
import { arrangeBudget, reserveFunds, sendToFinance, signCommitment } from '../opportunities/commands.gates.ts'
import { approveStatement, returnStatement } from '../opportunities/commands.writing.ts'
import { day } from '../platform/day.ts'
import { publish } from '../publication/commands.ts'
import { addPaper, type NewPaper, recordReply, removePaper } from './commands.papers.ts'
import { endDelegate, nameDelegate, releaseFunds, reviewLater } from './commands.ts'
import { approvalJobs } from './jobs.ts'
import { papersOf } from './store.papers.ts'
import { delegatesNamedBy, postedWithout, reservationsOf } from './store.ts'

let world: World
beforeAll(async () => {
  world = await openWorld(new Date('2026-05-04T14:00:00Z'))
})
afterAll(() => world.close())

const letters = (kind: string, about = '') =>
  world.worker.read('everything', async (tx) => {
    const rows = await tx
      .selectFrom('outboxMessages')
      .select(['toAddress', 'facts'])
      .where('kind', '=', kind)
      .orderBy('createdAt')
      .execute()
    return rows.filter(({ facts }) => facts.includes(about))
  })

async function setting(name: string, value: unknown): Promise<void> {
  await world.app.transaction('everything', async (tx) => {
    await tx.deleteFrom('policySettings').where('setting', '=', name).execute()
    await tx
      .insertInto('policySettings')
      .values({
        ...{ id: world.newId(), departmentId: world.departmentId, setting: name, fromDay: '2026-01-01' },
        ...{ value: JSON.stringify(value), source: 'A test' },
      })
      .execute()
  })
}

async function newcomer(name: string, role: StaffRole | null, limitCents: number | null = null) {
  const id = world.newId()
  await world.app.transaction('everything', (tx) =>
    tx
      .insertInto('people')
      .values({ id, email: `${id}@waterways.example`, name, language: 'fr' })
      .execute(),
  )
  if (role)
    done(
      await grantRole(world.app, system, {
        ...{ departmentId: world.departmentId, personId: id, role, fromDay: day('2020-01-01'), limitCents },
      }),
    )
  return { ...world.staff.section32, id, name, roles: role ? [role] : [] }
}

describe('acting', () => {
  test('signs up to the limit of whoever is replaced, from the first day to the last, and says for whom', async () => {
    const { id } = await arrangeInApproval(world)
    const acting = { ...(await newcomer('Léa Roy', null)), roles: ['section_32'] as StaffRole[] }
    const grant = {
      ...{ departmentId: world.departmentId, personId: acting.id, role: 'section_32' as const, limitCents: 9_000_000 },
      ...{ fromDay: day('2026-05-05'), untilDay: day('2026-05-06'), actingFor: world.staff.section32.id },
    }
    done(await grantRole(world.app, world.staff.administrator, grant))
    const sign = () => signCommitment(world.app, acting, { id })
    expect(await sign()).toEqual({ ok: false, because: 'no_delegation' })
    world.now = new Date('2026-05-07T04:30:00Z') // half past midnight in Ottawa: the day after the last
    expect(await sign()).toEqual({ ok: false, because: 'no_delegation' })
    world.now = new Date('2026-05-06T14:00:00Z')
    const limit = (limitCents: number | null) =>
      world.app.transaction('everything', (tx) =>
        tx.updateTable('roleGrants').set({ limitCents }).where('personId', '=', world.staff.section32.id).execute(),
      )
    await limit(700_000)
    expect(await sign()).toEqual({ ok: false, because: 'delegation_too_low' })
    await limit(2_500_000)
    done(await sign())
    const { gates } = await found(world, id)
    expect(gates.s32).toMatchObject({ by: acting.id, actingFor: world.staff.section32.id })
    world.now = new Date('2026-05-06T15:00:00Z')
  })

  test('ends when the delegation of whoever is replaced ends, and at once when the administrator ends it', async () => {
    const principal = await newcomer('Max Fortin', 'section_32', 5_000_000)
    const acting = { ...(await newcomer('Nadia Cyr', null)), roles: ['section_32'] as StaffRole[] }
    const grant = {
      ...{ departmentId: world.departmentId, personId: acting.id, role: 'section_32' as const },
      ...{ fromDay: day('2026-05-01'), untilDay: day('2026-06-30'), actingFor: principal.id },
    }
    done(await grantRole(world.app, world.staff.administrator, grant))
    expect(await grantRole(world.app, world.staff.administrator, grant)).toEqual({
      ok: false,
      because: 'already_granted',
    })
    const grants = await world.app.read('everything', (tx) => grantsOf(tx, world.departmentId, ['section_32']))
    const idOf = (personId: string) => grants.find((each) => each.personId === personId)?.id ?? ''
    const { id } = await arrangeInApproval(world)
    done(await endGrant(world.app, world.staff.administrator, { id: idOf(principal.id) }))
    expect(await signCommitment(world.app, acting, { id })).toEqual({ ok: false, because: 'no_delegation' })
    expect(await endGrant(world.app, world.staff.finance, { id: idOf(acting.id) })).toEqual({
      ok: false,
      because: 'not_allowed',
    })
    done(await endGrant(world.app, world.staff.administrator, { id: idOf(acting.id) }))
    expect(await endGrant(world.app, world.staff.administrator, { id: idOf(acting.id) })).toEqual({
      ok: false,
      because: 'no_such_grant',
    })
    expect(await signCommitment(world.app, acting, { id })).toEqual({ ok: false, because: 'no_delegation' })
    // Ended today, it may be given again today.
    done(await grantRole(world.app, system, { ...grant, actingFor: null }))
    done(await signCommitment(world.app, acting, { id }))
  })

  test('of an administrator ends while another one is left, even when two end one another’s at once', async () => {
    const { administrator } = world.staff
    const grantOf = async (personId: string) => {
      const grants = await world.app.read('everything', (tx) => grantsOf(tx, world.departmentId, ['administrator']))
      return grants.find((each) => each.personId === personId && each.endedAt === null)?.id ?? ''
    }
    const last = { ok: false, because: 'last_administrator' }
    expect(await endGrant(world.app, administrator, { id: await grantOf(administrator.id) })).toEqual(last)
    const refused = await world.as(administrator).post(`/fr/delegations/${await grantOf(administrator.id)}/fin`, {})
    expect([refused.status, refused.body.includes('Attribuez d’abord ce rôle')]).toEqual([409, true])

    const second = { ...(await newcomer('Odile Roy', 'administrator')), roles: ['administrator'] as StaffRole[] }
    const ended = await Promise.all([
      endGrant(world.app, administrator, { id: await grantOf(second.id) }),
      endGrant(world.app, second, { id: await grantOf(administrator.id) }),
    ])
    expect(ended.filter(({ ok }) => ok)).toHaveLength(1)
    expect(ended.find(({ ok }) => !ok)).toEqual(last)
    const again = { departmentId: world.departmentId, personId: administrator.id, role: 'administrator' as const }
    await grantRole(world.app, system, { ...again, fromDay: day('2020-01-02') })
  })
})

describe('a decision', () => {
  test('is given once, about the words that were read', async () => {
    const { id } = await arrangeInReview(world)
    const first = await found(world, id)
    const seen = 'statementDigest' in first ? first.statementDigest.toString('hex') : ''
    expect(await approveStatement(world.app, world.staff.procurement, { id, seen: '00'.repeat(32) })).toEqual({
      ...{ ok: false, because: 'changed_since_read' },
    })
    const [one, other] = await Promise.all([
      approveStatement(world.app, world.staff.procurement, { id, seen }),
      approveStatement(world.app, world.staff.procurement, { id, seen }),
    ])
    expect([one.ok, other.ok].toSorted()).toEqual([false, true])
  })
})

describe('the budget of a client outside the home branch', () => {
  test('keeps a file from being ready until a transfer or an agreement is recorded', async () => {
    const { id } = await arrangeInApproval(world)
    await world.app.transaction('everything', (tx) =>
      tx.updateTable('opportunities').set({ outsideHomeBranch: true }).where('id', '=', id).execute(),
    )
    done(await signCommitment(world.app, world.staff.section32, { id }))
    done(await sendToFinance(world.app, world.staff.client, { id }))
    done(await reserveFunds(world.app, world.staff.finance, { id, reservation, payableAtYearEnd: true }))
    await world.app.transaction('everything', (tx) =>
      tx
        .updateTable('opportunities')
        .set({ translatedBy: world.staff.program.id, translatedAt: world.now })
        .where('id', '=', id)
        .execute(),
    )
    const arrange = (kind: 'transfer' | 'risk_agreement') =>
      arrangeBudget(world.app, world.staff.finance, { id, kind, reference: 'RA-7' })
    expect((await found(world, id)).state).toBe('in_approval')
    done(await arrange('risk_agreement'))
    const ready = await found(world, id)
    expect(ready.state).toBe('ready')
    expect(ready.gates.reservation).toMatchObject({ payableAtYearEnd: true })
    expect(await arrange('risk_agreement')).toEqual({ ok: false, because: 'already_done' })
    done(await arrange('transfer'))
    done(await returnStatement(world.app, world.staff.finance, { id, reasons: 'The transfer was refused.' }))
    expect((await found(world, id)).gates.budget).toMatchObject({ kind: 'transfer' })
  })
})

describe('reminders', () => {
  test('go to the approver, then to whoever they named, each once, and stop when it is decided', async () => {
    world.now = new Date('2026-05-11T14:00:00Z')
    const { id } = await arrangeInApproval(world)
    const asked = (await found(world, id)).gates.pif?.at.toISOString() ?? ''
    const colleague = await newcomer('Rémi Savard', 'section_32', 100)
    const period = { delegateId: colleague.id, fromDay: day('2026-05-11'), untilDay: day('2026-05-31') }
    done(await nameDelegate(world.app, world.staff.section32, period))
    expect(await nameDelegate(world.app, world.staff.section32, period)).toEqual({
      ok: false,
      because: 'already_named',
    })

    const remind = (to: string, since = asked) =>
      approvalJobs['approvals.remind'](world.worker, { opportunityId: id, gate: 's32', since, to })
    world.now = new Date('2026-05-13T14:00:00Z')
    await remind('approver')
    await remind('approver')
    const first = await letters('approvals.reminder', id)
    expect(first.map(({ toAddress }) => toAddress)).toContain('section32@waterways.example')
    expect(new Set(first.map(({ toAddress }) => toAddress)).size).toBe(first.length)
    expect(first[0]?.facts).toContain(`/${id}/`)

    world.now = new Date('2026-05-15T14:00:00Z')
    await remind('delegate')
    await remind('delegate')
    const second = await letters('approvals.delegate_reminder', id)
    expect(second).toHaveLength(1)
    expect(second[0]).toMatchObject({ toAddress: colleague.email.replace('section32', colleague.id) })
    expect(second[0]?.facts).toContain('Sam Okafor')

    await remind('approver', '2026-05-01T00:00:00.000Z')
    done(await signCommitment(world.app, world.staff.section32, { id }))
    await remind('approver')
    expect(await letters('approvals.reminder', id)).toHaveLength(first.length)

    const [named] = await world.app.read('everything', (tx) =>
      delegatesNamedBy(tx, world.departmentId, world.staff.section32.id),
    )
    expect(await endDelegate(world.app, world.staff.finance, { id: named?.id ?? '' })).toEqual({
      ok: false,
      because: 'not_allowed',
    })
    done(await endDelegate(world.app, world.staff.section32, { id: named?.id ?? '' }))
    expect(await endDelegate(world.app, world.staff.section32, { id: named?.id ?? '' })).toEqual({
      ok: false,
      because: 'no_such_delegate',
    })
  })
})

describe('papers', () => {
  const note: NewPaper = {
    kind: 'cfo_note',
    title: 'Use of the card',
    language: 'en',
    dated: day('2026-05-01'),
    validUntil: day('2026-05-20'),
    link: 'https://example.ca/note',
  }

  test('that the policy requires stop a posting until they are there, and again when they end', async () => {
    world.now = new Date('2026-05-15T15:00:00Z')
    const { id } = await arrangeReady(world)
    await setting('requiredPapers', ['cfo_note'])
    await setting('bargainingAgents', [{ name: 'Local 70', email: 'local70@union.example', language: 'fr' }])
    const post = () => publish(world.worker, world.staff.program, { id })
    expect(await post()).toEqual({ ok: false, because: 'papers_missing' })
    done(
      await addPaper(world.app, world.staff.program, {
        ...note,
        validUntil: day('2026-05-14'),
        dated: day('2026-05-01'),
      }),
    )
    expect(await post()).toEqual({ ok: false, because: 'papers_missing' })
    const { id: paper } = done(await addPaper(world.app, world.staff.administrator, note))
    expect(await post()).toEqual({ ok: false, because: 'union_notice_missing' })
    const notice: NewPaper = { ...note, kind: 'union_notice', validUntil: null }
    const { id: noticeId } = done(await addPaper(world.app, world.staff.program, notice))
    const reply = { id: noticeId, text: 'No objection.', day: day('2026-05-12') }
    done(await recordReply(world.app, world.staff.program, reply))
    expect(await recordReply(world.app, world.staff.program, reply)).toEqual({ ok: false, because: 'already_replied' })
    const outcome = await post()
    expect(outcome.ok ? 'posted' : outcome.because).not.toMatch(/papers|union/)

    done(await removePaper(world.app, world.staff.program, { id: paper }))
    expect(await removePaper(world.app, world.staff.program, { id: paper })).toEqual({
      ok: false,
      because: 'no_such_paper',
    })
    const listed = await world.app.read('everything', (tx) => papersOf(tx, world.departmentId))
    expect(listed.map(({ id: each }) => each)).not.toContain(paper)
    await setting('requiredPapers', [])
  })

  test('each posting is told to the bargaining agents once, with the value, the hours and the reason', async () => {
    const { id } = await arrangePosted(world)
    await approvalJobs['approvals.posted'](world.worker, { opportunityId: id })
    await approvalJobs['approvals.posted'](world.worker, { opportunityId: id })
    const sent = await letters('approvals.posting_notice')
    expect(sent.map(({ toAddress }) => toAddress)).toEqual(['local70@union.example'])
    expect(JSON.parse(sent[0]?.facts ?? '{}')).toMatchObject({ priceCents: 650_000, hours: 90 })
    await setting('bargainingAgents', [])
  })
})

describe('after the posting', () => {
  test('procurement is asked for a look where the policy says so, and gives it once', async () => {
    const { id } = await arrangePosted(world)
    await world.app.transaction('everything', (tx) =>
      tx.updateTable('opportunities').set({ approvalMode: 'after' }).where('id', '=', id).execute(),
    )
    await approvalJobs['approvals.posted'](world.worker, { opportunityId: id })
    expect(await letters('approvals.to_review', id)).toHaveLength(1)
    const waiting = () => world.app.read('everything', (tx) => postedWithout(tx, world.departmentId, id))
    expect((await waiting())[0]?.review).toBeNull()
    const other = {
      ...world.staff.procurement,
      ...(await newcomer('Pia Roux', 'procurement')),
      roles: ['procurement'] as const,
    }
    const concern = { id, outcome: 'concern', note: 'Two files look like one need.' } as const
    const answers = await Promise.all([
      reviewLater(world.app, other, concern),
      reviewLater(world.app, world.staff.procurement, concern),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await waiting())[0]?.review).toMatchObject({ outcome: 'concern', note: 'Two files look like one need.' })
    expect((await letters('approvals.concern_raised', id)).length).toBeGreaterThanOrEqual(2)
    const { id: before } = await arrangePosted(world)
    await world.app.transaction('everything', (tx) =>
      tx.updateTable('opportunities').set({ approvalMode: 'before' }).where('id', '=', before).execute(),
    )
    expect(await reviewLater(world.app, other, { ...concern, id: before })).toEqual({
      ok: false,
      because: 'approved_before',
    })
  })

  test('a file that ends gives finance its funds to release, once', async () => {
    const { id } = await arrangeReady(world)
    const kept = async () =>
      (await world.app.read('everything', (tx) => reservationsOf(tx, world.departmentId, { opportunityId: id })))[0]
    const needed = await kept()
    expect(needed?.inUse).toBe(true)
    const release = { opportunityId: id, reservationId: needed?.id ?? '', note: 'JV-12' }
    expect(await releaseFunds(world.app, world.staff.finance, release)).toEqual({
      ok: false,
      because: 'nothing_to_release',
    })
    await world.app.transaction('everything', (tx) =>
      tx
        .updateTable('opportunities')
        .set({ state: 'cancelled', endedAt: world.now, endedBecause: 'Not needed.' })
        .where('id', '=', id)
        .execute(),
    )
    await approvalJobs['approvals.ended'](world.worker, { opportunityId: id })
    await approvalJobs['approvals.ended'](world.worker, { opportunityId: id })
    expect(await letters('approvals.funds_to_release', id)).toHaveLength(1)
    expect(await releaseFunds(world.app, world.staff.program, release)).toEqual({ ok: false, because: 'not_allowed' })
    done(await releaseFunds(world.app, world.staff.finance, release))
    expect(await releaseFunds(world.app, world.staff.finance, release)).toEqual({
      ok: false,
      because: 'already_released',
    })
    expect((await kept())?.released).toMatchObject({ by: world.staff.finance.id, note: 'JV-12' })
  })

  test('a number used again after a return is the same reservation', async () => {
    const { id } = await arrangeReady(world)
    done(await returnStatement(world.app, world.staff.finance, { id, reasons: 'Wrong branch.' }))
    const kept = await world.app.read('everything', (tx) =>
      reservationsOf(tx, world.departmentId, { opportunityId: id }),
    )
    expect(kept).toHaveLength(1)
    expect(kept[0]?.inUse).toBe(true)
  })
})
