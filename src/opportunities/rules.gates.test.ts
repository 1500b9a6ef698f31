import { expect, test } from 'vitest'
import {
  at,
  because,
  blocking,
  client,
  draft,
  finance,
  inApproval,
  inReview,
  manager,
  open,
  procurement,
  program,
  refuses,
  signed,
} from '../../test/scene.opportunities.ts'
import { day } from '../platform/day.ts'
import { cents, dollars } from '../platform/money.ts'
import * as gates from './rules.gates.ts'
import type { InReview } from './rules.ts'

refuses<gates.PifRefusal>('complete the form', () => gates.completePif(inReview, client), {
  not_allowed: () => gates.completePif(inReview, finance),
  wrong_state: () => gates.completePif(draft, client),
  already_done: () => gates.completePif(inApproval({ pif: signed }), client),
})

const cover = { held: [], limit: dollars(7_475), value: dollars(7_475) }
const withPif = inApproval({ pif: signed })
refuses<gates.SignRefusal>('section 32', () => gates.signCommitment(withPif, manager, cover), {
  not_allowed: () => gates.signCommitment(withPif, program, cover),
  wrong_state: () => gates.signCommitment(inReview, manager, cover),
  already_done: () => gates.signCommitment(inApproval({ pif: signed, s32: signed }), manager, cover),
  pif_first: () => gates.signCommitment(inApproval(), manager, cover),
  separation_of_duties: () =>
    gates.signCommitment(withPif, manager, { ...cover, held: [{ duty: 'requested', personId: 'manager' }] }),
  no_delegation: () => gates.signCommitment(withPif, manager, { ...cover, limit: undefined }),
  delegation_too_low: () => gates.signCommitment(withPif, manager, { ...cover, limit: dollars(7_474.99) }),
  changed_since_read: () => gates.signCommitment(withPif, manager, { ...cover, seen: '08'.repeat(32) }),
})
test('a delegation without a limit covers everything', () => {
  expect(gates.signCommitment(withPif, manager, { ...cover, limit: null }).ok).toBe(true)
})

test('nobody signs in the place of whoever asked, and what was read is what is signed', () => {
  const acting = { ...cover, actingFor: 'client', held: [{ duty: 'requested', personId: 'client' } as const] }
  expect(gates.signCommitment(withPif, manager, acting)).toEqual({ ok: false, because: 'separation_of_duties' })
  expect(gates.signCommitment(withPif, manager, { ...acting, actingFor: 'other', seen: '07'.repeat(32) }).ok).toBe(true)
})

const transfer = { kind: 'transfer', reference: 'JV-88' } as const
const elsewhere = inApproval({ budget: null })
const agreed = { ...signed, kind: 'risk_agreement', reference: 'RA-1' } as const
refuses<gates.BudgetRefusal>('arrange the budget', () => gates.arrangeBudget(elsewhere, finance, transfer), {
  not_allowed: () => gates.arrangeBudget(elsewhere, client, transfer),
  wrong_state: () =>
    gates.arrangeBudget(
      {
        ...draft,
        state: 'cancelled',
        endedAt: at,
        endedBecause: 'x',
        publicReason: { en: '', fr: '' },
        publishedAt: null,
        closedAt: null,
      },
      finance,
      transfer,
    ),
  budget_not_needed: () => gates.arrangeBudget(inApproval(), finance, transfer),
  already_done: () =>
    gates.arrangeBudget(inApproval({ budget: { ...signed, ...transfer } }), finance, {
      ...transfer,
      reference: 'JV-89',
    }),
  reference_missing: () => gates.arrangeBudget(elsewhere, program, { ...transfer, reference: '' }),
})
test('a risk agreement opens the gate and may become a transfer, not another agreement', () => {
  expect(gates.allGatesDone(elsewhere.gates)).toBe(false)
  const withAgreement = inApproval({ budget: agreed })
  expect(gates.gateDone(withAgreement.gates).budget).toBe(true)
  expect(gates.arrangeBudget(withAgreement, finance, transfer).ok).toBe(true)
  expect(gates.arrangeBudget(withAgreement, finance, agreed)).toEqual({ ok: false, because: 'already_done' })
  expect(gates.gatesFor(inApproval().gates)).not.toContain('budget')
  expect(gates.gatesFor(elsewhere.gates)).toContain('budget')
})

const withS32 = inApproval({ pif: signed, s32: signed })
refuses<gates.SendRefusal>('send to finance', () => gates.sendToFinance(withS32, program), {
  not_allowed: () => gates.sendToFinance(withS32, finance),
  wrong_state: () => gates.sendToFinance(draft, program),
  already_done: () => gates.sendToFinance(inApproval({ s32: signed, sentToFinanceAt: at }), program),
  commitment_first: () => gates.sendToFinance(withPif, program),
})

const sent = inApproval({ s32: signed, sentToFinanceAt: at })
const funds = {
  fiscalYear: 2026,
  amount: dollars(7_475),
  value: dollars(7_475),
  payableAtYearEnd: false,
  today: day('2026-05-04'),
}
const march: InReview = { ...sent, deliveryDay: day('2027-04-09') }
const reservation = { ...signed, number: 'FR', fiscalYear: 2026, amount: dollars(7_475), payableAtYearEnd: false }
const reserved = inApproval({ s32: signed, sentToFinanceAt: at, reservation })
const afterMarch = { findings: [], deliveryDay: day('2027-04-09') }
refuses<gates.ReserveRefusal>('reserve funds', () => gates.reserveFunds(sent, finance, funds), {
  not_allowed: () => gates.reserveFunds(sent, program, funds),
  wrong_state: () => gates.reserveFunds(open, finance, funds),
  already_done: () => gates.reserveFunds(inApproval({ sentToFinanceAt: at, reservation }), finance, funds),
  sent_first: () => gates.reserveFunds(withS32, finance, funds),
  amount_too_low: () => gates.reserveFunds(sent, finance, { ...funds, amount: cents(747_499) }),
  wrong_fiscal_year: () => gates.reserveFunds(sent, finance, { ...funds, fiscalYear: 2027 }),
  year_end_undecided: () => gates.reserveFunds(march, finance, funds),
})
test('work that crosses 31 March takes next year’s money, or is payable at year end', () => {
  expect(gates.reserveFunds(march, finance, { ...funds, fiscalYear: 2027 }).ok).toBe(true)
  expect(gates.reserveFunds(march, finance, { ...funds, payableAtYearEnd: true }).ok).toBe(true)
})

refuses<gates.ReserveAnewRefusal>('reserve anew', () => gates.reserveAnew(reserved, finance, funds), {
  not_allowed: () => gates.reserveAnew(reserved, program, funds),
  wrong_state: () => gates.reserveAnew(sent, finance, funds),
  amount_too_low: () => gates.reserveAnew(reserved, finance, { ...funds, amount: cents(747_499) }),
  wrong_fiscal_year: () => gates.reserveAnew(reserved, finance, { ...funds, fiscalYear: 2028 }),
  year_end_undecided: () => gates.reserveAnew({ ...reserved, deliveryDay: day('2027-04-09') }, finance, funds),
})
test('once finance reserved the next year’s funds, or a payable at year-end, the delivery may move past 31 March', () => {
  for (const anew of [{ fiscalYear: 2027 }, { payableAtYearEnd: true }]) {
    expect(gates.reserveAnew(reserved, finance, { ...funds, ...anew }).ok).toBe(true)
    const after = inApproval({ s32: signed, sentToFinanceAt: at, reservation: { ...reservation, ...anew } })
    expect(gates.reschedule(after, program, afterMarch).ok).toBe(true)
  }
  expect(gates.reschedule(sent, program, afterMarch).ok).toBe(true)
})

const fresh = { seen: 3, sourceUnchanged: true }
refuses<gates.TranslateRefusal>('translate', () => gates.translate(inReview, program, fresh), {
  not_allowed: () => gates.translate(inReview, client, fresh),
  wrong_state: () => gates.translate(draft, program, fresh),
  already_done: () => gates.translate(inApproval({ translation: signed }), program, fresh),
  stale: () => gates.translate(inReview, program, { ...fresh, seen: 2 }),
  source_changed: () => gates.translate(inReview, program, { ...fresh, sourceUnchanged: false }),
})

const whole = { seen: 3, gaps: [], explained: { standalone: because, noCapacity: because }, stale: 0, differing: 0 }
refuses<gates.AttestRefusal>('attest', () => gates.attest(inApproval(), program, whole), {
  not_allowed: () => gates.attest(inReview, procurement, whole),
  wrong_state: () => gates.attest(draft, program, whole),
  already_done: () => gates.attest(inApproval({ translation: signed }), program, whole),
  stale: () => gates.attest(inReview, program, { ...whole, seen: 2 }),
  halves_missing: () => gates.attest(inReview, program, { ...whole, gaps: [blocking] }),
  translation_stale: () => gates.attest(inReview, program, { ...whole, stale: 1 }),
  facts_differ: () => gates.attest(inReview, program, { ...whole, differing: 1 }),
  explanations_half: () =>
    gates.attest(inReview, program, {
      ...whole,
      explained: { ...whole.explained, standalone: { ...because, fr: '' } },
    }),
})

const moving = { findings: [blocking], deliveryDay: day('2026-08-14') }
refuses<gates.RescheduleRefusal>('reschedule', () => gates.reschedule(inReview, program, moving), {
  not_allowed: () => gates.reschedule(inReview, client, moving),
  wrong_state: () => gates.reschedule(draft, program, moving),
  not_ready: () =>
    gates.reschedule(inReview, program, {
      ...moving,
      findings: [{ level: 'blocking', field: 'closing', code: 'closing_missing' }],
    }),
  year_end_funds: () => gates.reschedule(reserved, program, afterMarch),
})
