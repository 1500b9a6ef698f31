import { describe, expect, test } from 'vitest'
import { statement } from '../../test/arrange.opportunities.ts'
import type { HeldDuty } from '../accounts/duties.ts'
import type { Staff, StaffRole } from '../accounts/rules.ts'
import { day } from '../platform/day.ts'
import type { Decision } from '../platform/decision.ts'
import type { Text } from '../platform/i18n.ts'
import { cents, dollars } from '../platform/money.ts'
import { policyInForce } from '../policy/inForce.ts'
import { criterionSubjects } from '../policy/rules.ts'
import { marksIn } from '../scanning/rules.ts'
import { isSameLicence } from './licences.ts'
import * as amendments from './rules.amendments.ts'
import { doubtsOf, workedCriteria } from './rules.criteria.ts'
import * as gates from './rules.gates.ts'
import { ceilingOf, expectedValue, type Finding, mayBeSubmitted, parityGaps, readiness } from './rules.readiness.ts'
import {
  type Draft,
  type EndedOpportunity,
  type Gates,
  type InReview,
  numberOfPosting,
  type OpenOpportunity,
  type Opportunity,
  opportunityLifecycle,
  type Statement,
  slugOf,
} from './rules.ts'
import * as writing from './rules.writing.ts'
import { segmentsOf } from './segments.ts'

const DEPARTMENT = '00000000-0000-7000-8000-0000000000d0'
const at = new Date('2026-05-04T14:00:00Z')
const policy = policyInForce([], day('2026-05-04'))

const staff = (id: string, ...roles: StaffRole[]): Staff => ({
  ...{ kind: 'staff', id, name: id, email: `${id}@example.ca`, departmentId: DEPARTMENT, departmentCode: 'DW' },
  timeZone: 'America/Toronto',
  roles,
})
const client = staff('client', 'client')
const other = staff('other', 'client')
const program = staff('program', 'program_team')
const procurement = staff('procurement', 'procurement')
const manager = staff('manager', 'section_32')
const finance = staff('finance', 'finance')
const signed = { by: 'somebody', at }
const noGates: Gates = {
  statement: null,
  pif: null,
  budget: 'not_needed',
  s32: null,
  sentToFinanceAt: null,
  reservation: null,
  translation: null,
}
const digest = Buffer.alloc(32, 7)

const { skills: _s, workCriteria: _w, applicationCriteria: _a, provisions: _p, ...fields } = statement()
const common = {
  ...fields,
  ...{ id: 'o', departmentId: DEPARTMENT, requestId: 'r', posting: 1, number: '2026-014', slug: 'fix', version: 3 },
  ...{
    clientId: 'client',
    sourceLanguage: 'en' as const,
    gates: noGates,
    repostedFrom: null,
    sample: null,
    outcome: null,
  },
} as const
const draft: Draft = { ...common, state: 'draft', returnedBecause: '' }
const inReview: InReview = { ...common, state: 'in_review', submittedAt: at, statementDigest: digest }
const inApproval = (changed: Partial<Gates> = {}): InReview => ({
  ...inReview,
  state: 'in_approval',
  gates: { ...noGates, statement: signed, ...changed },
})
const planned = { price: dollars(6_500), selectionDay: day('2026-05-28'), deliveryDay: day('2026-07-31') }
const open: OpenOpportunity = {
  ...{ ...common, ...planned, state: 'open', closesAt: new Date('2026-05-26T18:00:00Z'), publishedAt: at },
}
const ended: EndedOpportunity = {
  ...{
    ...common,
    state: 'withdrawn',
    endedAt: at,
    endedBecause: 'Late.',
    publicReason: { en: 'Late.', fr: 'Retard.' },
  },
  ...{ publishedAt: at, closedAt: null },
}
const says = { en: 'Because.', fr: 'Parce que.' }
const nothing = { en: '', fr: '' }

/** Each refusal of a rule with a call that gives it: a refusal that is not here does not compile. */
type Refused<Because extends string> = Record<Because, () => Decision<unknown, Because>>
const refuses = <Because extends string>(
  name: string,
  yes: () => Decision<unknown, Because>,
  table: Refused<Because>,
) =>
  describe(name, () => {
    test('yes', () => expect(yes().ok).toBe(true))
    test.each(Object.entries<() => Decision<unknown, Because>>(table))('%s', (because, call) =>
      expect(call()).toEqual({ ok: false, because }),
    )
  })

const from = { departmentId: DEPARTMENT, clientId: 'client', accepted: true, go: null, postings: 0 } as const
refuses<writing.StartRefusal>('start', () => writing.start(from, client), {
  not_allowed: () => writing.start(from, other),
  not_accepted: () => writing.start({ ...from, accepted: false }, program),
  no_go: () => writing.start({ ...from, go: 'no_go' }, program),
  already_started: () => writing.start({ ...from, postings: 1 }, client),
})

refuses<writing.SaveRefusal>('save', () => writing.save(draft, program, 3), {
  not_allowed: () => writing.save(draft, procurement, 3),
  wrong_state: () => writing.save(inReview, client, 3),
  stale: () => writing.save(draft, client, 2),
})

const blocking: Finding = { level: 'blocking', field: 'price', code: 'price_missing' }
const because = { en: 'It has one result.', fr: 'Il a un seul résultat.' }
const asked = { seen: 3, findings: [], unread: 0, go: true, explained: { standalone: because, noCapacity: because } }
refuses<writing.SubmitRefusal>('submit', () => writing.submit(draft, client, asked), {
  not_allowed: () => writing.submit(draft, other, asked),
  wrong_state: () => writing.submit(open, client, asked),
  go_missing: () => writing.submit(draft, client, { ...asked, go: false }),
  unreadable: () => writing.submit(draft, client, { ...asked, unread: 1 }),
  stale: () => writing.submit(draft, client, { ...asked, seen: 4 }),
  not_ready: () => writing.submit(draft, client, { ...asked, findings: [blocking] }),
  declaration_unexplained: () =>
    writing.submit(draft, client, {
      ...asked,
      explained: { ...asked.explained, noCapacity: { ...because, [draft.sourceLanguage]: ' ' } },
    }),
})

refuses<writing.ReturnRefusal>('send back', () => writing.sendBack(inApproval(), procurement, 'W2.'), {
  not_allowed: () => writing.sendBack(inReview, client, 'W2.'),
  wrong_state: () => writing.sendBack(open, program, 'W2.'),
  reason_missing: () => writing.sendBack(inReview, program, ''),
})

const before = { approval: 'before', held: [], digest } as const
const requested: HeldDuty[] = [{ duty: 'requested', personId: 'procurement' }]
refuses<writing.ApproveRefusal>('approve', () => writing.approve(inReview, procurement, before), {
  not_allowed: () => writing.approve(inReview, program, before),
  wrong_state: () => writing.approve(inApproval(), procurement, before),
  separation_of_duties: () => writing.approve(inReview, procurement, { ...before, held: requested }),
  statement_changed: () => writing.approve(inReview, procurement, { ...before, digest: Buffer.alloc(32, 8) }),
  changed_since_read: () => writing.approve(inReview, procurement, { ...before, seen: '08'.repeat(32) }),
})
test('where the policy looks afterwards, the program team may approve', () => {
  expect(writing.approve(inReview, program, { ...before, approval: 'after' }).ok).toBe(true)
})

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

const fresh = { seen: 3, sourceUnchanged: true }
refuses<gates.TranslateRefusal>('translate', () => gates.translate(inReview, program, fresh), {
  not_allowed: () => gates.translate(inReview, client, fresh),
  wrong_state: () => gates.translate(draft, program, fresh),
  already_done: () => gates.translate(inApproval({ translation: signed }), program, fresh),
  stale: () => gates.translate(inReview, program, { ...fresh, seen: 2 }),
  source_changed: () => gates.translate(inReview, program, { ...fresh, sourceUnchanged: false }),
})

const whole = { seen: 3, gaps: [], explained: asked.explained, stale: 0, differing: 0 }
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

refuses<gates.RescheduleRefusal>('reschedule', () => gates.reschedule(inReview, program, [blocking]), {
  not_allowed: () => gates.reschedule(inReview, client, []),
  wrong_state: () => gates.reschedule(draft, program, []),
  not_ready: () =>
    gates.reschedule(inReview, program, [{ level: 'blocking', field: 'closing', code: 'closing_missing' }]),
})

const later = {
  ...{ closesAt: new Date('2026-06-02T18:00:00Z'), selectionDay: day('2026-06-04'), deliveryDay: day('2026-08-14') },
  ...{ reason: says, now: at, zone: 'America/Toronto', held: [] },
}
const applied = [{ duty: 'applied', personId: program.id }] as const
refuses<amendments.ExtendRefusal>('extend', () => amendments.extend(open, program, later), {
  not_allowed: () => amendments.extend(open, procurement, later),
  wrong_state: () => amendments.extend(inReview, program, later),
  already_closed: () => amendments.extend(open, program, { ...later, now: open.closesAt }),
  reason_missing: () => amendments.extend(open, program, { ...later, reason: { ...says, fr: '' } }),
  in_the_past: () => amendments.extend(open, program, { ...later, closesAt: at }),
  not_later: () => amendments.extend(open, program, { ...later, closesAt: open.closesAt }),
  selection_before_closing: () => amendments.extend(open, program, { ...later, selectionDay: day('2026-06-02') }),
  delivery_before_selection: () => amendments.extend(open, program, { ...later, deliveryDay: day('2026-06-04') }),
  separation_of_duties: () => amendments.extend(open, program, { ...later, held: applied }),
})

const stop = { reason: 'Gone.', publicReason: says, held: [] }
refuses<amendments.EndRefusal>('end', () => amendments.end(open, program, 'withdraw', stop), {
  not_allowed: () => amendments.end(open, client, 'withdraw', stop),
  wrong_state: () => amendments.end(draft, program, 'withdraw', stop),
  reason_missing: () => amendments.end(draft, program, 'cancel', { ...stop, reason: '' }),
  public_reason_missing: () => amendments.end(open, program, 'cancel', { ...stop, publicReason: nothing }),
  separation_of_duties: () => amendments.end(open, program, 'withdraw', { ...stop, held: applied }),
})

describe('a client who no longer needs it', () => {
  test('cancels their own draft, until it was submitted once', () => {
    expect(amendments.end(draft, client, 'cancel', stop)).toEqual({
      ok: true,
      value: { action: 'cancel', posted: false },
    })
    const returned: Draft = { ...draft, returnedBecause: 'Say more.' }
    for (const file of [returned, inReview, inApproval(), open])
      expect(amendments.end(file, client, 'cancel', stop)).toEqual({ ok: false, because: 'not_allowed' })
    expect(amendments.end(draft, other, 'cancel', stop)).toEqual({ ok: false, because: 'not_allowed' })
    expect(amendments.end(returned, program, 'cancel', stop).ok).toBe(true)
  })
})

refuses<amendments.RepostRefusal>('repost', () => amendments.repost(ended, client, { reposted: false }), {
  not_allowed: () => amendments.repost(ended, other, { reposted: false }),
  not_ended: () => amendments.repost(open, client, { reposted: false }),
  already_reposted: () => amendments.repost(ended, program, { reposted: true }),
})

describe('the lifecycle', () => {
  test('reaches every state from a draft', () => {
    const table: Record<string, Record<string, string>> = opportunityLifecycle.table
    const reached = new Set(['draft'])
    for (const state of reached) for (const next of Object.values(table[state] ?? {})) reached.add(next)
    expect([...reached].toSorted()).toEqual([...opportunityLifecycle.states].toSorted())
  })
  test('never cancels what was awarded, nor returns what was posted', () => {
    const awarded = { state: 'awarded' } as Opportunity
    expect(opportunityLifecycle.allows(awarded, 'cancel')).toBe(false)
    expect(opportunityLifecycle.allows(open as Opportunity, 'return')).toBe(false)
  })
})

describe('the readiness check', () => {
  const found = (changes: Partial<Statement>, now = at) =>
    readiness(statement(changes), { policy, sourceLanguage: 'en', now }).map(({ code }) => code)

  test('finds nothing in a good statement', () => expect(found({})).toEqual([]))

  test.each<[string, Partial<Statement>]>([
    ['missing', { background: { en: '', fr: 'Oui.' } }],
    ['row_missing', { skills: [{ en: '', fr: 'Rust' }] }],
    ['no_skills', { skills: [] }],
    ['no_work_criteria', { workCriteria: [] }],
    ['no_application_criteria', { applicationCriteria: [] }],
    ['licence_missing', { licence: '' }],
    ['licence_unknown', { licence: 'Mine-1.0' }],
    ['repository_missing', { repository: { kind: null, url: '' } }],
    ['repository_address_missing', { repository: { kind: 'department', url: '' } }],
    ['price_missing', { price: null }],
    ['price_over_ceiling', { price: dollars(8_695.66), hours: 100 }],
    ['closing_missing', { closesAt: null }],
    ['closing_too_soon', { closesAt: new Date('2026-05-08T18:00:00Z') }],
    ['selection_missing', { selectionDay: null }],
    ['selection_before_closing', { selectionDay: day('2026-05-26') }],
    ['delivery_missing', { deliveryDay: null }],
    ['delivery_before_selection', { deliveryDay: day('2026-05-28') }],
    ['too_many_hours_a_week', { deliveryDay: day('2026-06-11'), hours: 90 }],
    ['standalone_not_declared', { declared: { standalone: false, noCapacity: true, unclassified: true } }],
    ['no_capacity_not_declared', { declared: { standalone: true, noCapacity: false, unclassified: true } }],
    ['unclassified_not_declared', { declared: { standalone: true, noCapacity: true, unclassified: false } }],
    ['marked', { work: { en: 'Test with 046 454 286.', fr: 'Essayez.' } }],
    ['marked', { skills: [{ en: 'PROTECTED B', fr: 'Documents' }] }],
    ['too_long', { title: { en: 'x'.repeat(101), fr: 'y' } }],
    ['too_long', { skills: [{ en: 'Rust', fr: 'x'.repeat(61) }] }],
    ['too_many_rows', { skills: Array.from({ length: 11 }, () => says) }],
    ['provision_without_day', { provisions: [{ text: says, dueDay: null }] }],
    ['provision_after_delivery', { provisions: [{ text: says, dueDay: day('2026-08-01') }] }],
    ['subject_missing', { workCriteria: [says] }],
  ])('%s blocks', (code, changes) => {
    const findings = readiness(statement(changes), { policy, sourceLanguage: 'en', now: at })
    expect(findings.filter(({ level }) => level === 'blocking').map((each) => each.code)).toContain(code)
    expect(mayBeSubmitted(findings)).toBe(false)
  })

  test.each<[string, Partial<Statement>]>([
    ['hours_missing', { hours: null }],
    ['rate_unusual', { hours: 10 }],
    ['monday_or_friday', { closesAt: new Date('2026-05-25T18:00:00Z') }],
    ['delivery_in_next_year', { deliveryDay: day('2027-04-09') }],
    ['no_provisions', { provisions: [] }],
    ['selection_not_a_business_day', { selectionDay: day('2026-05-30') }],
    ['delivery_not_a_business_day', { deliveryDay: day('2026-08-03') }],
    ['criterion_vague', { workCriteria: [...statement().workCriteria, { en: 'It is user-friendly.', fr: 'Oui.' }] }],
    [
      'criterion_vague',
      { workCriteria: [...statement().workCriteria, { en: 'Yes.', fr: 'Il réagit vite, au besoin.' }] },
    ],
    [
      'criterion_without_verb',
      { workCriteria: [...statement().workCriteria, { en: 'Clear labels', fr: 'Étiquettes' }] },
    ],
    ['without_equivalent', { applicationCriteria: [{ en: 'You have used React', fr: 'Vous avez utilisé React' }] }],
    ['hard_to_read', { work: { en: `${'interoperability '.repeat(70)}.`, fr: 'Oui.' } }],
  ])('%s is advice', (code, changes) => {
    const findings = readiness(statement(changes), { policy, sourceLanguage: 'en', now: at })
    expect(findings.filter(({ level }) => level === 'advice').map((each) => each.code)).toContain(code)
    expect(mayBeSubmitted(findings)).toBe(true)
  })

  const asked = { policy, sourceLanguage: 'en', now: at } as const
  test('names the row, the word, the product', () => {
    const workCriteria = statement().workCriteria.map((row, place) => ({ ...row, id: `w${place}` }))
    const vague = [...workCriteria, { id: 'mine', en: 'The page loads fast.', fr: 'La page se charge en une seconde.' }]
    expect(readiness(statement({ workCriteria: vague }), asked)).toEqual([
      {
        level: 'advice',
        field: 'workCriteria',
        code: 'criterion_vague',
        language: 'en',
        word: 'fast',
        place: 4,
        row: 'mine',
      },
    ])
    const applicationCriteria = [
      { en: 'You have used React or similar', fr: 'Vous avez utilisé React ou l’équivalent' },
    ]
    expect(readiness(statement({ applicationCriteria }), asked)).toEqual([])
  })

  test('compares the licence with that of the repository', () => {
    const of = (repositoryLicence: string | null) =>
      readiness(statement(), { ...asked, repositoryLicence }).map(({ level, code }) => [level, code])
    expect(of('MIT')).toEqual([])
    expect(of('none')).toEqual([])
    expect(of(null)).toEqual([['advice', 'repository_licence_unknown']])
    expect(of('GPL-3.0')).toEqual([['advice', 'licence_differs']])
    const theirs = readiness(statement({ licence: 'GPL-3.0-only' }), { ...asked, repositoryLicence: 'GPL-3.0' })
    expect(theirs).toEqual([])
    expect(isSameLicence('GPL-3.0-only', 'GPL-3.0-or-later')).toBe(false)
  })

  test('says which link leads nowhere, and never blocks for it', () => {
    const findings = readiness(statement(), { ...asked, deadLinks: ['https://example.org/gone'] })
    expect(findings).toEqual([{ level: 'advice', field: 'work', code: 'link_dead', url: 'https://example.org/gone' }])
  })

  test('a mark with a reason blocks no more', () => {
    const held = statement({ work: { en: 'Test with 046 454 286.', fr: 'Essayez.' } })
    const [mark] = marksIn(segmentsOf(held), 'o')
    const findings = readiness(held, { ...asked, about: 'o', resolutions: mark ? [mark] : [] })
    expect(findings).toEqual([])
    expect(readiness(held, { ...asked, about: 'another', resolutions: mark ? [mark] : [] })).toHaveLength(1)
  })

  test.each(criterionSubjects)('a worked criterion about %s is there for the taking', (subject) => {
    const workCriteria = criterionSubjects.filter((each) => each !== subject).map((each) => workedCriteria[each])
    const missing = (rows: readonly Text[]) =>
      readiness(statement({ workCriteria: rows }), asked).flatMap((each) => ('subject' in each ? [each.subject] : []))
    expect(missing([])).toEqual([...criterionSubjects])
    expect(missing([...workCriteria, workedCriteria[subject]])).toEqual([])
    expect(doubtsOf(workedCriteria[subject])).toEqual([])
    expect(missing([workedCriteria[subject]])).not.toContain(subject)
  })

  test('without an interface accessibility is not asked for', () => {
    expect(found({ hasInterface: false, workCriteria: [workedCriteria.licence] })).toEqual([
      'subject_missing',
      'subject_missing',
    ])
  })

  test('what the program asks for now was not asked for in 2021', () => {
    const then = policyInForce([], day('2021-06-01'))
    const bare = statement({ workCriteria: [says], provisions: [{ text: says, dueDay: null }] })
    const findings = readiness(bare, { ...asked, policy: then })
    expect(findings.filter(({ level }) => level === 'blocking')).toEqual([])
    expect(findings.map(({ code }) => code)).toContain('provision_without_day')
  })

  test('the ceiling is exact: equal to the limit is allowed, one cent more is not', () => {
    expect(ceilingOf(policy, day('2026-05-04'))).toBe(869_565)
    expect(found({ price: cents(869_565), hours: 100 })).not.toContain('price_over_ceiling')
    expect(expectedValue(policy, day('2026-05-04'), dollars(6_500))).toBe(747_500)
  })

  test('five business days, counted from the day after, are enough', () => {
    expect(found({ closesAt: new Date('2026-05-11T18:00:00Z') })).not.toContain('closing_too_soon')
    expect(found({ closesAt: new Date('2026-05-11T03:59:59Z') })).toContain('closing_too_soon')
  })

  test('the other language blocks the posting, not the submission', () => {
    const half = statement({ title: { en: 'Fix', fr: '' } })
    const findings = readiness(half, { policy, sourceLanguage: 'en', now: at })
    expect(findings.find(({ code }) => code === 'missing')?.level).toBe('before_posting')
    expect(mayBeSubmitted(findings)).toBe(true)
    expect(parityGaps(half)).toHaveLength(1)
    expect(parityGaps(statement())).toEqual([])
  })
})

describe('the pilot of 2021', () => {
  const pilot = { ...policyInForce([], day('2021-06-23')), calendar: 'weekdays', deliveryHoursPerWeek: 100 } as const
  const notice = statement({
    closesAt: new Date('2021-07-05T23:59:59-04:00'),
    selectionDay: day('2021-07-09'),
    deliveryDay: day('2021-07-16'),
    provisions: [],
  })

  test('its statement could be submitted on 1 June and posted on 23 June', () => {
    for (const now of ['2021-06-01T14:01:29-04:00', '2021-06-23T10:16:29-04:00']) {
      const findings = readiness(notice, { policy: pilot, sourceLanguage: 'en', now: new Date(now) })
      expect(findings.filter(({ level }) => level === 'blocking')).toEqual([])
    }
  })

  test('its closing could be extended a week, to the second', () => {
    const posted: OpenOpportunity = {
      ...open,
      closesAt: new Date('2021-07-05T23:59:59-04:00'),
      selectionDay: day('2021-07-09'),
      deliveryDay: day('2021-07-16'),
    }
    const asked = {
      ...{
        closesAt: new Date('2021-07-12T23:59:59-04:00'),
        selectionDay: day('2021-07-16'),
        deliveryDay: day('2021-07-23'),
      },
      ...{ reason: says, now: new Date('2021-06-30T10:00:00-04:00'), zone: 'America/Toronto', held: [] },
    }
    expect(amendments.extend(posted, program, asked).ok).toBe(true)
  })
})

test.each([
  ['Fix a keyboard trap', 'fix-a-keyboard-trap'],
  ['Élaboration – d’un « piège »!', 'elaboration-d-un-piege'],
  ['!!!', ''],
  [`${'word '.repeat(20)}`, 'word-word-word-word-word-word-word-word-word-word-word-word'],
])('the address of %j is %j', (title, slug) => expect(slugOf(title)).toBe(slug))

test('a second posting carries its place', () => {
  expect([numberOfPosting('2026-014', 1), numberOfPosting('2026-014', 2)]).toEqual(['2026-014', '2026-014-2'])
})
