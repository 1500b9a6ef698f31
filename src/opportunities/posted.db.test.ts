import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  arrangeDraft,
  arrangePosted,
  done,
  found,
  lettersAbout,
  recordedOn,
  statement,
  tick,
} from '../../test/arrange.opportunities.ts'
import { openWorld, type World } from '../../test/world.ts'
import { day } from '../platform/day.ts'
import { cancelOpportunity, extendClosing, repost, withdrawOpportunity } from './commands.amendments.ts'
import { readNotice } from './notice.ts'
import { opportunityLifecycle } from './rules.ts'
import { lockClosing, lockOpportunity, setOpportunityState, shareClosing, statementOf } from './store.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const publicRow = (id: string) =>
  world.app.read('nothing', (tx) =>
    tx.selectFrom('publication.opportunities').selectAll().where('opportunityId', '=', id).executeTakeFirst(),
  )

describe('a posted notice', () => {
  const later = {
    closesAt: new Date('2026-06-02T18:00:00Z'),
    selectionDay: day('2026-06-04'),
    deliveryDay: day('2026-08-14'),
  }
  const reason = { en: 'The repository was down for two days.', fr: 'Le dépôt a été hors service pendant deux jours.' }

  test('is extended by a numbered amendment; the notice and the job that closes follow', async () => {
    const { id, closesAt } = await arrangePosted(world)
    const extended = done(await extendClosing(world.app, world.staff.program, { id, reason, ...later }))
    expect(extended.number).toBe(1)
    const row = await publicRow(id)
    expect(row?.closesAt).toEqual(later.closesAt)
    const notice = readNotice(row?.notice ?? '')
    expect(notice.amendments).toHaveLength(1)
    expect(notice.amendments[0]).toMatchObject({
      kind: 'extension',
      reason,
      changes: [{ field: 'closesAt', before: { en: closesAt?.toISOString() } }, {}, {}],
    })
    const jobs = await jobsOf(`close:${id}`)
    expect(jobs).toEqual([later.closesAt])
    const again = { ...later, closesAt: new Date('2026-06-03T18:00:00Z'), id, reason }
    expect(done(await extendClosing(world.app, world.staff.program, again)).number).toBe(2)
    expect(await jobsOf(`close:${id}`)).toHaveLength(1)
  })

  test('is not extended after its instant, nor to an earlier one', async () => {
    const { id } = await arrangePosted(world)
    const back = world.now
    const earlier = { id, reason, ...later, closesAt: new Date('2026-05-26T17:59:59Z') }
    expect(await extendClosing(world.app, world.staff.program, earlier)).toEqual({ ok: false, because: 'not_later' })
    world.now = new Date('2026-05-26T18:00:00Z')
    expect(await extendClosing(world.app, world.staff.program, { id, reason, ...later })).toEqual({
      ok: false,
      because: 'already_closed',
    })
    world.now = back
  })

  test('extending and closing at once never both happen', async () => {
    const back = world.now
    for (let round = 0; round < 4; round += 1) {
      const { id } = await arrangePosted(world)
      world.now = new Date('2026-05-26T17:59:59.999Z')
      const closing = world.app.transaction('everything', async (tx) => {
        await lockClosing(tx, id)
        const opportunity = await lockOpportunity(tx, id)
        // Just at the instant as it was read before the race.
        if (opportunity.state !== 'open' || opportunity.closesAt.getTime() !== Date.parse('2026-05-26T18:00:00Z'))
          return false
        await setOpportunityState(tx, opportunity, 'close', { closedAt: opportunity.closesAt })
        return true
      })
      const [closed, extended] = await Promise.all([
        closing,
        extendClosing(world.app, world.staff.program, { id, reason, ...later }),
      ])
      expect([closed, extended.ok].filter(Boolean)).toHaveLength(1)
      expect((await found(world, id)).state).toBe(closed ? 'closed' : 'open')
      world.now = back
    }
  })

  test('waits while a submission is being acknowledged', async () => {
    const { id } = await arrangePosted(world)
    const order: string[] = []
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let entered = () => {}
    const inside = new Promise<void>((resolve) => {
      entered = resolve
    })
    const submission = world.app.transaction('everything', async (tx) => {
      await shareClosing(tx, id)
      entered()
      await held
      order.push('submitted')
    })
    await inside
    const extension = extendClosing(world.app, world.staff.program, { id, reason, ...later }).then((decision) => {
      order.push('extended')
      return decision
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    release()
    await submission
    expect((await extension).ok).toBe(true)
    expect(order).toEqual(['submitted', 'extended'])
  })

  test('is withdrawn with a reason for the public, and the funds are to release', async () => {
    const { id, requestId } = await arrangePosted(world)
    const { program } = world.staff
    const asked = { id, reason: 'The component is gone.', publicReason: { en: '', fr: '' } }
    expect(await withdrawOpportunity(world.app, program, asked)).toEqual({
      ok: false,
      because: 'public_reason_missing',
    })
    tick(world)
    done(await withdrawOpportunity(world.app, program, { ...asked, publicReason: reason }))
    const row = await publicRow(id)
    expect(row?.status).toBe('withdrawn')
    expect(readNotice(row?.notice ?? '').ended?.reason).toEqual(reason)
    const { kinds, steps } = await recordedOn(world, requestId)
    expect(kinds).toContain('funds.to_release')
    expect(steps.at(-1)).toMatchObject({ kind: 'step.ended', step: 'on-website' })
    expect((await lettersAbout(world, id)).at(-1)?.kind).toBe('opportunity.ended_early')
  })

  test('is posted again once, as a new draft with the same words and the next number', async () => {
    const { id, number } = await arrangePosted(world)
    done(await withdrawOpportunity(world.app, world.staff.program, { id, reason: 'Late.', publicReason: reason }))
    const both = await Promise.all([1, 2].map(() => repost(world.app, world.staff.client, { id })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'already_reposted' })
    const draft = both.flatMap((each) => (each.ok ? [each.value] : []))[0]
    expect(draft).toMatchObject({ number: `${number}-2`, posting: 2, state: 'draft', repostedFrom: id })
    const copied = await world.app.read('everything', async (tx) =>
      statementOf(tx, await found(world, draft?.id ?? '')),
    )
    expect(copied).toMatchObject(statement({ closesAt: null, selectionDay: null, deliveryDay: null }))
  })

  test('a draft is cancelled with a reason, and nothing is said in public', async () => {
    const { id } = await arrangeDraft(world)
    const asked = { id, reason: '', publicReason: { en: '', fr: '' } }
    expect(await cancelOpportunity(world.app, world.staff.program, asked)).toEqual({
      ok: false,
      because: 'reason_missing',
    })
    done(await cancelOpportunity(world.app, world.staff.program, { ...asked, reason: 'No longer needed.' }))
    expect(await found(world, id)).toMatchObject({ state: 'cancelled', endedBecause: 'No longer needed.' })
    expect(await publicRow(id)).toBeUndefined()
  })
})

describe('a reason for the public', () => {
  const marked = { en: 'Ask Jane at 613-555-0142.', fr: 'Plus tard.' }

  test('is scanned at its field, and what was typed stays', async () => {
    const { id } = await arrangePosted(world)
    const program = world.as(world.staff.program)
    const ending = { reason: 'Gone.', public_en: marked.en, public_fr: marked.fr }
    for (const [page, form] of [
      [`/fr/dossiers/${id}/report`, { ...typedDates, reason_en: marked.en, reason_fr: marked.fr }],
      [`/fr/dossiers/${id}/retrait`, ending],
      [`/fr/dossiers/${id}/annulation`, ending],
    ] as const) {
      const answer = await program.post(page, form)
      expect([page, answer.status]).toEqual([page, 409])
      expect(answer.body).toContain('Ce passage semble contenir un numéro de téléphone')
      expect(answer.body).toContain(marked.en)
    }
    expect((await found(world, id)).state).toBe('open')
    done(await withdrawOpportunity(world.app, world.staff.program, { id, reason: 'Gone.', publicReason: said }))
  })
})
const typedDates = {
  ...{ closing_day: '2026-06-02', closing_time: '14:00', selection_day: '2026-06-04', delivery_day: '2026-08-14' },
}
const said = { en: 'The component is gone.', fr: 'Le composant n’existe plus.' }

test('the database knows the same states as the lifecycle', async () => {
  const { rows } = await ask(`select pg_get_constraintdef(oid) as text from pg_constraint
    where conrelid = 'opportunities'::regclass and pg_get_constraintdef(oid) like '%state = ANY (ARRAY[%draft%withdrawn%'`)
  const states = [...String(rows[0]?.text).matchAll(/'([a-z_]+)'::text/g)].map(([, state]) => state)
  expect(new Set(states)).toEqual(new Set(opportunityLifecycle.states))
})

async function jobsOf(key: string): Promise<Date[]> {
  const { rows } = await ask(`select run_at from graphile_worker.jobs where key = '${key}'`)
  return rows.map(({ run_at: runAt }) => runAt as Date)
}

async function ask(question: string): Promise<{ rows: Record<string, unknown>[] }> {
  const { Client } = await import('pg')
  const client = new Client({ connectionString: world.database.ownerUrl })
  await client.connect()
  try {
    return await client.query(question)
  } finally {
    await client.end()
  }
}
