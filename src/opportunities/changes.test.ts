import { describe, expect, test } from 'vitest'
import { statement } from '../../test/arrange.opportunities.ts'
import type { Staff, StaffRole } from '../accounts/rules.ts'
import { day } from '../platform/day.ts'
import { cents, dollars } from '../platform/money.ts'
import { textProblems } from '../platform/typography.ts'
import { policyInForce } from '../policy/inForce.ts'
import { datesAfterAmendment } from '../policy/posting.ts'
import { changeSentence } from './changesSaid.ts'
import * as changed from './rules.amended.ts'
import * as rules from './rules.changes.ts'
import type { OpenOpportunity, Opportunity, Row } from './rules.ts'
import { amendmentStates, amendmentTexts } from './texts.amendments.ts'

const staff = (...roles: StaffRole[]): Staff => ({
  ...{ kind: 'staff', id: 'paul', name: 'Paul', email: 'p@example.ca', departmentId: 'dw', departmentCode: 'DW' },
  ...{ timeZone: 'America/Toronto', roles },
})
const [program, procurement, client] = [staff('program_team'), staff('procurement'), staff('client')]
const now = new Date('2026-05-12T14:00:00Z')
const policy = policyInForce([], day('2026-05-12'))
const signed = { by: 'somebody', at: now }
const before = statement()
const open = {
  ...before,
  ...{ id: 'o', departmentId: 'dw', requestId: 'r', posting: 1, number: '2026-014', slug: 'a', version: 3 },
  ...{
    clientId: 'claire',
    sourceLanguage: 'en',
    repostedFrom: null,
    sample: null,
    outcome: null,
    state: 'open',
    publishedAt: now,
  },
  gates: {
    ...{ statement: signed, pif: signed, s32: signed, sentToFinanceAt: now, translation: signed, budget: 'not_needed' },
    reservation: { ...signed, number: 'FR-1', fiscalYear: 2026, amount: dollars(7_475), payableAtYearEnd: false },
  },
} as unknown as OpenOpportunity
const reason = { en: 'Clearer.', fr: 'Plus clair.' }
const wanting = (wanted: object) => changed.changesBetween(before, { ...before, ...wanted })
const reworded = wanting({ teaser: { en: 'New.', fr: 'Neuf.' } })
const harder = wanting({ work: { en: 'More.', fr: 'Plus.' } })
const afterMarch = wanting({ deliveryDay: day('2027-04-09') })
const facts = (changes: readonly changed.Change[], more: object = {}): rules.AmendFacts => ({
  ...{ pending: undefined, reason, criteria: { work: 3, application: 1 }, seen: 3, now, policy, changes, held: [] },
  ...more,
})
const pending = (state: rules.Pending['state'], changes = harder): rules.Pending => ({
  ...{
    id: 'a',
    state,
    reason,
    changes,
    madeBy: 'priya',
    writers: ['priya'],
    madeAt: now,
    submittedAt: now,
    returnedBecause: '',
  },
})
const asked = [{ duty: 'requested', personId: 'paul' }] as const
const wrote = [{ duty: 'wrote_statement', personId: 'paul' }] as const
const applied = [{ duty: 'applied', personId: 'paul' }] as const
const [first, ...rest] = before.workCriteria

describe('an amendment', () => {
  const refused: Record<rules.AmendRefusal, () => unknown> = {
    not_allowed: () => rules.draft(open, client, facts(reworded)),
    wrong_state: () => rules.draft({ ...open, state: 'closed' } as unknown as Opportunity, program, facts(reworded)),
    already_closed: () => rules.draft(open, program, facts(reworded, { now: open.closesAt })),
    stale: () => rules.draft(open, program, facts(reworded, { seen: 2 })),
    reason_missing: () => rules.draft(open, program, facts(reworded, { reason: { en: 'x', fr: '' } })),
    nothing_changed: () => rules.draft(open, program, facts([])),
    not_bilingual: () => rules.draft(open, program, facts(wanting({ teaser: { en: 'New.', fr: '' } }))),
    no_criteria_left: () => rules.draft(open, program, facts(harder, { criteria: { work: 3, application: 0 } })),
    too_many_criteria: () => rules.draft(open, program, facts(harder, { criteria: { work: 16, application: 1 } })),
    earlier_date: () => rules.draft(open, program, facts(wanting({ deliveryDay: day('2026-07-30') }))),
    dates_out_of_order: () => rules.draft(open, program, facts(wanting({ selectionDay: day('2026-07-31') }))),
    above_limit: () => rules.draft(open, procurement, facts(wanting({ price: dollars(9_000) }))),
    year_end_funds: () => rules.draft(open, procurement, facts(wanting({ deliveryDay: day('2027-04-09') }))),
    above_commitment: () => rules.draft(open, procurement, facts(wanting({ price: dollars(6_500.01) }))),
    in_review_already: () => rules.draft(open, program, facts(reworded, { pending: pending('in_review') })),
    procurement_decides: () => rules.postAtOnce(open, program, facts(harder)),
    separation_of_duties: () => rules.postAtOnce(open, procurement, facts(reworded, { held: applied })),
  }
  test.each(Object.entries(refused))('is refused: %s', (because, ask) => {
    expect(ask()).toEqual({ ok: false, because })
  })

  test('of words alone is posted at once; a material one takes somebody else, in procurement', () => {
    expect(rules.postAtOnce(open, program, facts(reworded)).ok).toBe(true)
    expect(rules.draft(open, program, facts(harder, { pending: pending('returned') })).ok).toBe(true)
    expect(rules.postAtOnce(open, procurement, facts(harder))).toEqual({ ok: false, because: 'procurement_decides' })
    expect(rules.draft(open, procurement, facts(harder)).ok).toBe(true)
  })

  test('is material by one table, and everything unknown is', () => {
    const material = changed.amendedFields.filter((field) => changed.isMaterial[field])
    expect(material).toEqual([
      ...['work', 'skills', 'workCriteria', 'applicationCriteria', 'provisions', 'licence', 'repository', 'price'],
      ...['hours', 'deliveryDay'],
    ])
    expect(changed.hasMaterial([{ field: 'other', before: reason, after: reason }])).toBe(true)
  })

  test('changes what it says and nothing else, row by row', () => {
    const wanted = {
      ...before,
      ...{ licence: 'Apache-2.0', price: cents(640_000), hours: null, deliveryDay: day('2026-08-14') },
      title: { en: 'Another title', fr: 'Un autre titre' },
      workCriteria: [{ ...first, en: 'Other', fr: 'Autre' }, ...rest],
      provisions: before.provisions.map((each) => ({ ...each, text: { en: 'A key.', fr: 'Une clé.' } })),
    }
    const changes = changed.changesBetween(before, wanted as never)
    expect(changes.map(({ field }) => field)).toEqual([
      ...['title', 'workCriteria:1', 'provisions:1', 'licence', 'price', 'hours', 'deliveryDay'],
    ])
    expect(changed.amended(before, changes)).toEqual(wanted)
    expect(changed.changesBetween(wanted as never, changed.amended(before, changes))).toEqual([])
  })

  test('says what changed in both languages', () => {
    for (const change of [
      ...wanting({ price: cents(640_000), licence: 'ISC', hours: 80, deliveryDay: day('2026-08-14') }),
      ...reworded,
      ...harder,
    ]) {
      const said = changeSentence(change, policy.zone)
      expect(textProblems(said)).toEqual([])
    }
    expect(changeSentence(wanting({ price: cents(640_000) })[0] as changed.Change, policy.zone).en).toBe(
      'Fixed price, before tax: $6,400.00, instead of $6,500.00.',
    )
    for (const text of Object.values(amendmentStates)) expect(textProblems(text)).toEqual([])
    for (const text of Object.values(amendmentTexts))
      if (typeof text !== 'function') expect(textProblems(text)).toEqual([])
  })
})

describe('procurement’s decision', () => {
  const on = (more: object = {}) => ({
    pending: pending('in_review'),
    says: 'yes' as const,
    reason: '',
    statement: before,
    now,
    policy,
    held: [],
    ...more,
  })
  const refused: Record<rules.DecideRefusal, () => unknown> = {
    not_allowed: () => rules.decide(open, program, on()),
    wrong_state: () => rules.decide(open, procurement, on({ pending: pending('drafted') })),
    already_closed: () => rules.decide(open, procurement, on({ now: open.closesAt })),
    reason_missing: () => rules.decide(open, procurement, on({ says: 'no' })),
    changed_meanwhile: () => rules.decide(open, procurement, on({ statement: { ...before, work: reason } })),
    year_end_funds: () => rules.decide(open, procurement, on({ pending: pending('in_review', afterMarch) })),
    separation_of_duties: () => rules.decide(open, procurement, on({ held: asked })),
  }
  test.each(Object.entries(refused))('is refused: %s', (because, ask) => {
    expect(ask()).toEqual({ ok: false, because })
  })

  test('is about what was read, and nobody’s who applied', () => {
    const seen = rules.markOf(pending('in_review'))
    expect(rules.decide(open, procurement, on({ seen })).ok).toBe(true)
    const revised = { ...pending('in_review'), madeAt: new Date(now.getTime() + 1) }
    expect(rules.decide(open, procurement, on({ seen, pending: revised }))).toEqual({
      ...{ ok: false, because: 'changed_meanwhile' },
    })
    for (const ask of [rules.draft, rules.postAtOnce])
      expect(ask(open, program, facts(reworded, { held: applied }))).toEqual({
        ok: false,
        because: 'separation_of_duties',
      })
    const refusals = [
      rules.decide(open, procurement, on({ held: applied })),
      rules.decide(open, procurement, on({ held: wrote })),
      rules.decide(open, procurement, on({ pending: { ...pending('in_review'), writers: ['priya', 'paul'] } })),
    ]
    for (const refusal of refusals) expect(refusal).toEqual({ ok: false, because: 'separation_of_duties' })
    expect(rules.postAtOnce(open, program, facts(reworded, { held: asked })).ok).toBe(true)
  })

  test('posts or sends back; whoever may amend may drop', () => {
    expect(rules.decide(open, procurement, on()).ok).toBe(true)
    expect(rules.decide(open, procurement, on({ says: 'no', reason: 'No.' })).ok).toBe(true)
    const dropping: Record<rules.DiscardRefusal, () => unknown> = {
      not_allowed: () => rules.discard(open, client, pending('drafted')),
      wrong_state: () => rules.discard(open, program, undefined),
    }
    for (const [because, ask] of Object.entries(dropping)) expect(ask()).toEqual({ ok: false, because })
    expect(rules.discard(open, program, pending('in_review')).ok).toBe(true)
  })
})

describe('closing after a material amendment', () => {
  const dates = { closesAt: open.closesAt, selectionDay: open.selectionDay, deliveryDay: open.deliveryDay }

  test('stays while enough business days are left, and moves later by policy when they are not', () => {
    expect(datesAfterAmendment(policy, new Date('2026-05-15T14:00:00Z'), dates)).toBe(dates)
    // Thursday the 21st: five business days later is Thursday the 28th, at the same time of day.
    const moved = datesAfterAmendment(policy, new Date('2026-05-21T14:00:00Z'), dates)
    expect(moved.closesAt).toEqual(new Date('2026-05-28T18:00:00Z'))
    expect([moved.selectionDay, moved.deliveryDay]).toEqual(['2026-06-01', '2026-08-05'])
  })

  test('does not move for words alone', () => {
    const late = { now: new Date('2026-05-25T14:00:00Z'), policy }
    expect(rules.datesAfter(open, reworded, late)).toEqual(dates)
    expect(rules.datesAfter(open, harder, late).closesAt > open.closesAt).toBe(true)
  })
})

describe('the criteria of a posted notice', () => {
  const row = (id: string, position: number) => ({ id, position, en: `Criterion ${id}`, fr: `Critère ${id}` })
  const posted = { ...before, applicationCriteria: [row('a', 1), row('c', 3)] }
  const fresh = { en: 'New', fr: 'Nouveau' }
  const asked = (rows: readonly Row[], given = 4) => ({
    ...posted,
    applicationCriteria: changed.numbered(rows, posted.applicationCriteria, given),
  })

  test('keep their numbers; a new one gets the next that was never given', () => {
    const [a, c] = posted.applicationCriteria
    const wanted = asked([...(c ? [c] : []), fresh])
    expect(wanted.applicationCriteria.map(({ position }) => position)).toEqual([3, 5])
    const changes = changed.changesBetween(posted, wanted)
    expect(changes).toEqual([
      { field: 'applicationCriteria:1', before: { en: a?.en, fr: a?.fr }, after: { en: '', fr: '' } },
      { field: 'applicationCriteria:5', before: { en: '', fr: '' }, after: fresh },
    ])
    expect(changes.map((change) => changed.onCriterion(change)?.does)).toEqual(['take_away', 'add'])
    expect(changed.amended(posted, changes).applicationCriteria).toEqual([c, { ...fresh, position: 5 }])
    expect(changes.map((change) => changeSentence(change, policy.zone).fr)).toEqual([
      'C1\u00a0: retrait.',
      'C5\u00a0: ajout.',
    ])
  })

  test('are material, and one that only loses half its words is not bilingual', () => {
    const changes = changed.changesBetween(posted, asked([...posted.applicationCriteria, { en: 'New', fr: '' }]))
    expect(changed.hasMaterial(changes)).toBe(true)
    expect(rules.draft(open, program, facts(changes))).toEqual({ ok: false, because: 'not_bilingual' })
  })
})
