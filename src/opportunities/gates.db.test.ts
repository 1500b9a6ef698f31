import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  arrangeInApproval,
  arrangeInReview,
  arrangePosted,
  arrangeReady,
  done,
  found,
  lettersAbout,
  recordedOn,
  reservation,
  statement,
  tick,
} from '../../test/arrange.opportunities.ts'
import { openWorld, type World } from '../../test/world.ts'
import { day } from '../platform/day.ts'
import { dollars } from '../platform/money.ts'
import { attestTranslation } from '../translation/commands.attest.ts'
import { extendClosing } from './commands.amendments.ts'
import {
  completePif,
  reschedule,
  reserveAnew,
  reserveFunds,
  saveTranslation,
  sendToFinance,
  signCommitment,
} from './commands.gates.ts'
import { approveStatement, returnStatement } from './commands.writing.ts'
import { waitingForOpportunities } from './waiting.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('approvals', () => {
  test('lead from the submission to ready, each step on the clock and each next person written to', async () => {
    const { id, requestId, state } = await arrangeReady(world)
    expect(state).toBe('ready')
    const { kinds, steps } = await recordedOn(world, requestId)
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
    const letters = (await lettersAbout(world, id)).map(({ kind, toAddress }) => `${kind} ${toAddress.split('@')[0]}`)
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
    const written = (await recordedOn(world, requestId)).steps.filter(({ step }) => step === 'statement-written')
    expect(written.map(({ kind }) => kind)).toEqual(['step.started', 'step.ended', 'step.started'])
    const letters = await lettersAbout(world, id)
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
    const { steps } = await recordedOn(world, requestId)
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

describe('funds and the year of the delivery', () => {
  const afterMarch = {
    closesAt: new Date('2026-06-02T18:00:00Z'),
    selectionDay: day('2026-06-04'),
    deliveryDay: day('2027-04-09'),
  }
  const nextYear = { ...reservation, number: 'FR-2001', fiscalYear: 2027 }

  test('are asked about again when the delivery moves past 31 March, before the posting and after', async () => {
    const { program, finance } = world.staff
    const ready = await arrangeReady(world)
    const refused = { ok: false, because: 'year_end_funds' }
    expect(await reschedule(world.app, program, { id: ready.id, ...afterMarch })).toEqual(refused)
    const { id } = await arrangePosted(world)
    const reason = { en: 'The repository was down.', fr: 'Le dépôt était hors service.' }
    expect(await extendClosing(world.app, program, { id, reason, ...afterMarch })).toEqual(refused)

    done(await reserveAnew(world.app, finance, { id: ready.id, reservation, payableAtYearEnd: true }))
    done(await reschedule(world.app, program, { id: ready.id, ...afterMarch }))
    done(await reserveAnew(world.app, finance, { id, reservation: nextYear, payableAtYearEnd: false }))
    done(await extendClosing(world.app, program, { id, reason, ...afterMarch }))
    expect((await found(world, id)).gates.reservation).toMatchObject({ number: 'FR-2001', fiscalYear: 2027 })
    const kept = await world.app.read('everything', (tx) =>
      tx.selectFrom('fundReservations').select(['number', 'fiscalYear']).where('opportunityId', '=', id).execute(),
    )
    expect(kept).toHaveLength(2)
  })

  test('finance finds the form on the page of the reservation, with what was typed kept', async () => {
    const { id } = await arrangePosted(world)
    const finance = world.as(world.staff.finance)
    const page = `/fr/dossiers/${id}/reservation`
    expect((await finance.get(page)).body).toContain('Réserver pour un autre exercice')
    expect((await finance.get(`/fr/dossiers/${id}`)).body).toContain(`href="${page}"`)
    const form = { decision: 'anew', number: 'FR-9', fiscalYear: '2027', amount: '10,00 $' }
    const low = await finance.post(page, form)
    expect([low.status, low.body.includes('value="FR-9"')]).toEqual([409, true])
    expect((await finance.post(page, { ...form, amount: '7 475,00 $' })).status).toBe(303)
    expect((await world.as(world.staff.program).get(page)).body).not.toContain('Réserver pour un autre exercice')
  })
})
