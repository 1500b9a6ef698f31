import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  arrangeDraft,
  arrangeInApproval,
  arrangeInReview,
  arrangePosted,
  arrangeReady,
  done,
  found,
  reservation,
  statement,
  tick,
} from '../../test/arrange.opportunities.ts'
import { arrangeReceived, arrangeReleased } from '../../test/arrange.requests.ts'
import { openWorld, type World } from '../../test/world.ts'
import { stepEventsOf } from '../history/steps.store.ts'
import { day } from '../platform/day.ts'
import { dollars } from '../platform/money.ts'
import { attestTranslation } from '../translation/commands.attest.ts'
import { cancelOpportunity, extendClosing, repost, withdrawOpportunity } from './commands.amendments.ts'
import {
  completePif,
  reschedule,
  reserveFunds,
  saveTranslation,
  sendToFinance,
  signCommitment,
} from './commands.gates.ts'
import {
  approveStatement,
  returnStatement,
  saveStatement,
  startStatement,
  submitStatement,
} from './commands.writing.ts'
import { readNotice } from './notice.ts'
import { opportunityLifecycle } from './rules.ts'
import { criteriaOf, lockClosing, lockOpportunity, setOpportunityState, shareClosing, statementOf } from './store.ts'
import { waitingForOpportunities } from './waiting.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const rowsOf = (requestId: string) =>
  world.app.read('everything', async (tx) => ({
    kinds: (
      await tx
        .selectFrom('historyEvents')
        .select('kind')
        .where('fileId', '=', requestId)
        .orderBy('at')
        .orderBy('id')
        .execute()
    ).map(({ kind }) => kind),
    steps: (await stepEventsOf(tx, [requestId])).get(requestId) ?? [],
  }))
const lettersAbout = (id: string) =>
  world.app.read('everything', async (tx) =>
    (await tx.selectFrom('outboxMessages').selectAll().orderBy('createdAt').orderBy('id').execute()).filter(
      ({ facts }) => facts.includes(id),
    ),
  )
const publicRow = (id: string) =>
  world.app.read('nothing', (tx) =>
    tx.selectFrom('publication.opportunities').selectAll().where('opportunityId', '=', id).executeTakeFirst(),
  )

describe('a statement', () => {
  test('starts with the client’s words, once', async () => {
    const { id: requestId, number } = await arrangeReleased(world)
    const asked = await Promise.all([
      startStatement(world.app, world.staff.client, { requestId }),
      startStatement(world.app, world.staff.program, { requestId }),
    ])
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1)
    expect(asked.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'already_started' })
    const started = asked.flatMap((each) => (each.ok ? [each.value] : []))[0]
    expect(started).toMatchObject({
      number,
      posting: 1,
      state: 'draft',
      title: { en: 'Validate boat-licence numbers offline', fr: '' },
    })
  })

  test('needs an accepted request of one’s own', async () => {
    const { id: requestId } = await arrangeReceived(world)
    expect(await startStatement(world.app, world.staff.client, { requestId })).toEqual({
      ok: false,
      because: 'not_accepted',
    })
    expect(await startStatement(world.app, world.staff.client2, { requestId })).toEqual({
      ok: false,
      because: 'not_allowed',
    })
  })

  test('is saved as it is, lists and all, and read back the same', async () => {
    const { id } = await arrangeDraft(world)
    const saved = await world.app.read('everything', async (tx) => statementOf(tx, await found(world, id)))
    expect(saved).toMatchObject(statement())
    const criteria = await world.app.read('everything', (tx) => criteriaOf(tx, id))
    expect(criteria.map(({ kind, position }) => `${kind} ${position}`)).toEqual([
      'work 1',
      'work 2',
      'work 3',
      'application 1',
    ])
  })

  test('keeps the id of every row over a save, whether the form named it or not', async () => {
    const { id, version } = await arrangeDraft(world)
    const before = await world.app.read('everything', async (tx) => statementOf(tx, await found(world, id)))
    const [first, second, third] = before.workCriteria
    if (!first || !second || !third) throw new Error('three criteria were arranged')
    const edited = { ...third, en: 'The security check is green' }
    const added = { en: 'New', fr: 'Nouveau' }
    const moved = { ...before, workCriteria: [edited, added, first] }
    done(await saveStatement(world.app, world.staff.client, { id, seen: version, statement: moved }))
    const after = await world.app.read('everything', async (tx) => statementOf(tx, await found(world, id)))
    expect(after.workCriteria.map((row) => row.id)).toEqual([third.id, expect.any(String), first.id])
    expect(after.workCriteria.map(({ en }) => en)).toEqual([edited.en, 'New', first.en])
    expect(after.skills).toEqual(before.skills)
    expect(after.provisions).toEqual(before.provisions)

    const unnamed = after.workCriteria.map(({ en, fr }, place) => ({ en, fr: place === 1 ? 'Tout nouveau' : fr }))
    const again = { ...after, workCriteria: unnamed }
    done(await saveStatement(world.app, world.staff.client, { id, seen: version + 1, statement: again }))
    const last = await world.app.read('everything', async (tx) => statementOf(tx, await found(world, id)))
    expect(last.workCriteria.map((row) => row.id)).toEqual(after.workCriteria.map((row) => row.id))
  })

  test('never takes the id of a row of another file', async () => {
    const [mine, theirs] = [await arrangeDraft(world), await arrangeDraft(world)]
    const read = (id: string) => world.app.read('everything', async (tx) => statementOf(tx, await found(world, id)))
    const stolen = { ...(await read(mine.id)), skills: (await read(theirs.id)).skills }
    done(await saveStatement(world.app, world.staff.client, { id: mine.id, seen: mine.version, statement: stolen }))
    expect((await read(mine.id)).skills[0]?.id).not.toBe((await read(theirs.id)).skills[0]?.id)
    expect((await read(theirs.id)).skills).toHaveLength(1)
  })

  test('gets an address from its English title, another one when that is taken', async () => {
    const title = { en: 'Sort names – in French, too!', fr: 'Trier' }
    const [first, second] = [await arrangeDraft(world, { title }), await arrangeDraft(world, { title })]
    expect(first.slug).toBe('sort-names-in-french-too')
    expect(second.slug).toBe(`sort-names-in-french-too-dw-${second.number}`)
  })

  test('of two who save at once over the same version, one is told and nothing is lost', async () => {
    const { id, version } = await arrangeDraft(world)
    const save = (teaser: string, who: 'client' | 'program') =>
      saveStatement(world.app, world.staff[who], {
        id,
        seen: version,
        statement: statement({ teaser: { en: teaser, fr: '' } }),
      })
    const decisions = await Promise.all([save('Mine', 'client'), save('Yours', 'program')])
    expect(decisions.filter(({ ok }) => ok)).toHaveLength(1)
    expect(decisions.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'stale' })
    expect(['Mine', 'Yours']).toContain((await found(world, id)).teaser.en)
  })

  test('is submitted in its source language, and its translation may follow', async () => {
    const { id } = await arrangeInReview(world, { background: { en: 'Only English yet.', fr: '' } })
    expect((await found(world, id)).state).toBe('in_review')
    const { id: other, version } = await arrangeDraft(world, { background: { en: '', fr: 'Seulement en français.' } })
    expect(await submitStatement(world.app, world.staff.client, { id: other, seen: version })).toEqual({
      ok: false,
      because: 'not_ready',
    })
  })
})

describe('approvals', () => {
  test('lead from the submission to ready, each step on the clock and each next person written to', async () => {
    const { id, requestId, state } = await arrangeReady(world)
    expect(state).toBe('ready')
    const { kinds, steps } = await rowsOf(requestId)
    // Both of one instant, and recorded in either order.
    const explained = 'opportunity.declarations_explained'
    expect(kinds).toContain(explained)
    expect(kinds.filter((kind) => kind.startsWith('opportunity.') && kind !== explained)).toEqual([
      'opportunity.drafted',
      'opportunity.edited',
      'opportunity.submitted',
      'opportunity.statement_approved',
      'opportunity.pif_completed',
      'opportunity.commitment_signed',
      'opportunity.sent_to_finance',
      'opportunity.funds_reserved',
      'opportunity.translated',
    ])
    const ended = steps.filter(({ kind }) => kind === 'step.ended').map(({ step }) => step)
    expect(ended).toEqual([
      ...['need-identified', 'statement-written', 'pif-completed', 's32-signed', 'sent-to-finance', 'funds-reserved'],
      'translated',
    ])
    expect(steps.at(-1)?.at).toEqual(world.now)
    expect(steps).toContainEqual(expect.objectContaining({ kind: 'step.started', step: 'page-prepared' }))
    const letters = (await lettersAbout(id)).map(({ kind, toAddress }) => `${kind} ${toAddress.split('@')[0]}`)
    expect(letters).toContain('opportunity.to_approve procurement')
    expect(letters).toContain('opportunity.commitment_wanted section32')
    expect(letters).toContain('opportunity.reservation_wanted finance')
    expect(letters).toContain('opportunity.translation_wanted program2')
    expect(letters).toContain('opportunity.ready program')
  })

  test('of two approvers at once, one approves and one is told why not', async () => {
    const { id } = await arrangeInReview(world)
    const decisions = await Promise.all(
      [1, 2, 3, 4].map(() => approveStatement(world.app, world.staff.procurement, { id })),
    )
    expect(decisions.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(decisions.flatMap((each) => (each.ok ? [] : [each.because])))).toEqual(new Set(['wrong_state']))
  })

  test('approve and return at once: one of the two happens', async () => {
    const { id } = await arrangeInReview(world)
    const [approved, returned] = await Promise.all([
      approveStatement(world.app, world.staff.procurement, { id }),
      returnStatement(world.app, world.staff.program, { id, reasons: 'W2 cannot be tested.' }),
    ])
    const { state, gates } = await found(world, id)
    expect(approved.ok || returned.ok).toBe(true)
    if (returned.ok) expect([state, gates.statement]).toEqual(['draft', null])
    else expect([state, gates.statement?.by]).toEqual(['in_approval', world.staff.procurement.id])
  })

  test('a return clears every approval, says why, and starts the writing clock again', async () => {
    const { id, requestId } = await arrangeReady(world)
    tick(world)
    done(await returnStatement(world.app, world.staff.program, { id, reasons: 'The price changed.' }))
    const draft = await found(world, id)
    expect(draft).toMatchObject({ state: 'draft', returnedBecause: 'The price changed.' })
    expect(Object.values({ ...draft.gates, budget: null }).every((gate) => gate === null)).toBe(true)
    const written = (await rowsOf(requestId)).steps.filter(({ step }) => step === 'statement-written')
    expect(written.map(({ kind }) => kind)).toEqual(['step.started', 'step.ended', 'step.started'])
    const letters = await lettersAbout(id)
    expect(letters.at(-1)).toMatchObject({ kind: 'opportunity.returned', toAddress: 'client@waterways.example' })
  })

  test('a statement that is not the one submitted is not approved', async () => {
    const { id } = await arrangeInReview(world)
    await world.app.transaction('everything', (tx) =>
      tx.updateTable('opportunities').set({ workEn: 'Something else' }).where('id', '=', id).execute(),
    )
    const decision = await approveStatement(world.app, world.staff.procurement, { id })
    expect(decision).toEqual({ ok: false, because: 'statement_changed' })
  })

  test('a section 32 manager signs within the delegation of that day only', async () => {
    const { id } = await arrangeInApproval(world)
    const limitTo = (limitCents: number, untilDay: string | null = null) =>
      world.app.transaction('everything', (tx) =>
        tx
          .updateTable('roleGrants')
          .set({ limitCents, untilDay })
          .where('personId', '=', world.staff.section32.id)
          .execute(),
      )
    await limitTo(747_499)
    expect(await signCommitment(world.app, world.staff.section32, { id })).toEqual({
      ok: false,
      because: 'delegation_too_low',
    })
    await limitTo(747_500, '2026-05-03')
    expect(await signCommitment(world.app, world.staff.section32, { id })).toEqual({
      ok: false,
      because: 'no_delegation',
    })
    await limitTo(747_500)
    expect((await signCommitment(world.app, world.staff.section32, { id })).ok).toBe(true)
    await limitTo(2_500_000)
  })

  test('the person who asked never signs, whatever roles they hold', async () => {
    const { id } = await arrangeInApproval(world)
    const both = { ...world.staff.client, roles: ['client', 'section_32'] as const }
    expect(await signCommitment(world.app, both, { id })).toEqual({ ok: false, because: 'separation_of_duties' })
  })

  test('a translation is written after the statement is frozen, and the frozen words stay', async () => {
    const { id, version } = await arrangeInReview(world, { work: { en: 'Start from issue 412.', fr: '' } })
    const attempt = await attestTranslation(world.app, world.staff.program, { id, seen: version })
    expect(attempt).toEqual({ ok: false, because: 'halves_missing' })
    const changed = statement({ work: { en: 'Start elsewhere.', fr: 'Partez d’ailleurs.' } })
    expect(await saveTranslation(world.app, world.staff.program, { id, seen: version, statement: changed })).toEqual({
      ok: false,
      because: 'source_changed',
    })
    const saved = done(
      await saveTranslation(world.app, world.staff.program, { id, seen: version, statement: statement() }),
    )
    done(await approveStatement(world.app, world.staff.procurement, { id }))
    done(await attestTranslation(world.app, world.staff.program, { id, seen: saved.version }))
    expect((await found(world, id)).gates.translation?.by).toBe(world.staff.program.id)
  })

  test('a translation attested before the funds are reserved took no negative time', async () => {
    const before = world.now
    const { id, requestId, version } = await arrangeInApproval(world)
    world.now = new Date('2026-05-05T14:00:00Z')
    done(await attestTranslation(world.app, world.staff.program, { id, seen: version, workingDays: 0.5 }))
    done(await signCommitment(world.app, world.staff.section32, { id }))
    done(await sendToFinance(world.app, world.staff.program, { id }))
    world.now = new Date('2026-05-06T14:00:00Z')
    done(await reserveFunds(world.app, world.staff.finance, { id, reservation, payableAtYearEnd: false }))
    world.now = before
    const { steps } = await rowsOf(requestId)
    const translated = steps.filter(({ step }) => step === 'translated')
    expect(translated.map(({ kind, at }) => [kind, at.toISOString().slice(0, 10)])).toEqual([
      ['step.started', '2026-05-04'],
      ['step.ended', '2026-05-05'],
    ])
    expect((await found(world, id)).state).toBe('ready')
  })

  test('dates may move later until the posting, and must still hold', async () => {
    const { id } = await arrangeReady(world)
    const later = {
      closesAt: new Date('2026-06-02T18:00:00Z'),
      selectionDay: day('2026-06-04'),
      deliveryDay: day('2026-08-14'),
    }
    done(await reschedule(world.app, world.staff.program, { id, ...later }))
    expect(await found(world, id)).toMatchObject({ state: 'ready', ...later })
    const soon = { ...later, closesAt: new Date('2026-05-06T18:00:00Z') }
    expect(await reschedule(world.app, world.staff.program, { id, ...soon })).toEqual({
      ok: false,
      because: 'not_ready',
    })
  })

  test('each act before its turn is refused', async () => {
    const { id } = await arrangeInReview(world)
    const pif = { costCentre: '4410', account: '51321', note: '' }
    const { client, section32, finance } = world.staff
    expect(await signCommitment(world.app, section32, { id })).toEqual({ ok: false, because: 'wrong_state' })
    done(await approveStatement(world.app, world.staff.procurement, { id }))
    expect(await signCommitment(world.app, section32, { id })).toEqual({ ok: false, because: 'pif_first' })
    expect(await sendToFinance(world.app, client, { id })).toEqual({ ok: false, because: 'commitment_first' })
    done(await completePif(world.app, client, { id, pif }))
    expect(await completePif(world.app, client, { id, pif })).toEqual({ ok: false, because: 'already_done' })
    done(await signCommitment(world.app, section32, { id }))
    const asked = { id, reservation, payableAtYearEnd: false }
    expect(await reserveFunds(world.app, finance, asked)).toEqual({ ok: false, because: 'sent_first' })
    done(await sendToFinance(world.app, client, { id }))
    const low = { ...asked, reservation: { ...reservation, amount: dollars(7_474.99) } }
    expect(await reserveFunds(world.app, finance, low)).toEqual({ ok: false, because: 'amount_too_low' })
    const year = { ...asked, reservation: { ...reservation, fiscalYear: 2027 } }
    expect(await reserveFunds(world.app, finance, year)).toEqual({ ok: false, because: 'wrong_fiscal_year' })
    done(await reserveFunds(world.app, finance, asked))
  })

  test('what waits is shown to the one whose turn it is', async () => {
    const { number } = await arrangeInApproval(world)
    const waits = (who: 'section32' | 'finance') =>
      world.app.read({ department: world.departmentId }, (tx) => waitingForOpportunities(tx, world.staff[who], 'fr'))
    const signing = (await waits('section32')).find(({ about }) => about.en.startsWith(number))
    expect(signing?.text.fr).toBe('Se prononcer sur la dépense')
    expect(signing?.href).toContain('/fr/dossiers/')
    expect((await waits('finance')).some(({ about }) => about.en.startsWith(number))).toBe(false)
  })
})

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
    const { kinds, steps } = await rowsOf(requestId)
    expect(kinds).toContain('funds.to_release')
    expect(steps.at(-1)).toMatchObject({ kind: 'step.ended', step: 'on-website' })
    expect((await lettersAbout(id)).at(-1)?.kind).toBe('opportunity.ended_early')
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
