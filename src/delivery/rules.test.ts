import { describe, expect, it } from 'vitest'
import type { HeldDuty } from '../accounts/duties.ts'
import type { Staff, Supplier } from '../accounts/rules.ts'
import type { Offer } from '../awards/rules.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { day } from '../platform/day.ts'
import { dollars } from '../platform/money.ts'
import { textProblems } from '../platform/typography.ts'
import * as exceptions from './rules.exceptions.ts'
import * as rules from './rules.ts'
import * as pageTexts from './texts.pages.ts'
import * as texts from './texts.ts'

const now = new Date('2027-02-01T15:00:00Z')
const [today, tomorrow] = [day('2027-02-01'), day('2027-02-02')]
const supplier: Supplier = { kind: 'supplier', id: 's', name: 'Ana Roy', email: 'ana@example.ca' }
const stranger: Supplier = { ...supplier, id: 'x' }
const staffOf = (id: string, ...roles: Staff['roles'][number][]): Staff => ({
  ...{ kind: 'staff', id, name: 'Staff', email: 'staff@waterways.example' },
  ...{ departmentId: 'd', departmentCode: 'DW', timeZone: 'America/Toronto', roles },
})
const [signatory, program, client] = [staffOf('y', 'signatory'), staffOf('p', 'program_team'), staffOf('c', 'client')]
const opportunity = { departmentId: 'd', clientId: 'c', state: 'offering' } as unknown as Opportunity
const awarded = { ...opportunity, state: 'awarded' } as Opportunity
const running: rules.Contract = {
  ...{ id: 'o', departmentId: 'd', opportunityId: 'p', applicationId: 'a', supplierId: 's', language: 'en' },
  ...{ price: dollars(6_500), deliveryDay: day('2027-02-12'), startedAt: now, lateAskedAt: null, unable: null },
  state: 'in_progress',
}
const late: rules.Contract = { ...running, deliveryDay: day('2027-01-29') }
const delivered: rules.Contract = { ...running, state: 'delivered' }
const unable: rules.Contract = { ...running, unable: { at: now, because: 'ill' } }
const ended = (kind: rules.TerminationKind, percentage: number | null): rules.Contract => ({
  ...{ ...running, state: 'terminated', termination: { kind, because: 'x', at: now, by: 'y', percentage } },
})
const done: rules.Contract = { ...running, state: 'accepted', acceptedAt: now }
const held = (duty: HeldDuty['duty'], personId: string): HeldDuty => ({ duty, personId })
const cases = <Refusal extends string, Case>(
  refused: Record<Refusal, Case>,
  ask: (given: Case) => { ok: boolean },
): void => {
  for (const because of Object.keys(refused) as Refusal[])
    it(`is refused: ${because}`, () => expect(ask(refused[because])).toEqual({ ok: false, because }))
}

describe('Canada’s signature', () => {
  const accepted = { state: 'accepted', signOff: null } as unknown as Offer
  type Facts = Parameters<typeof rules.countersign>[1]
  const facts: Facts = {
    ...{ actor: signatory, opportunity, publicServant: false, withTax: dollars(7_475) },
    ...{ delegation: dollars(7_475), held: [] },
  }
  it('follows the supplier’s, up to the delegation, equal included, or without a limit', () => {
    expect(rules.countersign(accepted, facts)).toEqual({ ok: true, value: { offer: accepted, by: 'y' } })
    expect(rules.countersign(accepted, { ...facts, delegation: null }).ok).toBe(true)
  })
  const refused: Record<rules.CountersignRefusal, [Offer, Partial<Facts>]> = {
    not_allowed: [accepted, { actor: program }],
    is_requester: [accepted, { actor: staffOf('c', 'signatory') }],
    not_accepted: [{ state: 'made' } as unknown as Offer, {}],
    wrong_state: [accepted, { opportunity: { ...opportunity, state: 'withdrawn' } as Opportunity }],
    sign_off_missing: [accepted, { publicServant: true }],
    no_delegation: [accepted, { delegation: undefined }],
    over_delegation: [accepted, { delegation: dollars(7_474.99) }],
    separation_of_duties: [accepted, { held: [held('requested', 'y')] }],
  }
  cases(refused, ([offer, change]) => rules.countersign(offer, { ...facts, ...change }))
})

describe('a delivery', () => {
  it('is the supplier’s, late or not', () => expect(rules.deliver(late, supplier).ok).toBe(true))
  const refused: Record<rules.DeliverRefusal, [rules.Contract, Supplier]> = {
    not_allowed: [running, stranger],
    wrong_state: [delivered, supplier],
  }
  cases(refused, ([contract, actor]) => rules.deliver(contract, actor))
})

describe('a decision about the work', () => {
  const met = { criterionId: 'w1', met: true, comment: '' }
  const unmet = { criterionId: 'w1', met: false, comment: 'The key does nothing.' }
  type Facts = Parameters<typeof rules.decideWork>[1]
  const facts: Facts = {
    ...{ actor: client, opportunity, criteria: ['w1'], marks: [met], newDay: null, today, held: [] },
  }
  it('accepts when every criterion is met, else moves the date', () => {
    expect(rules.decideWork(delivered, facts)).toMatchObject({ ok: true, value: { answer: 'accepted', by: 'c' } })
    expect(rules.decideWork(delivered, { ...facts, marks: [unmet], newDay: tomorrow })).toMatchObject({
      value: { answer: 'revision_asked', deliveryDay: tomorrow },
    })
  })
  const refused: Record<rules.DecideWorkRefusal, [rules.Contract, Partial<Facts>]> = {
    not_allowed: [delivered, { actor: staffOf('z', 'client') }],
    wrong_state: [running, {}],
    marks_incomplete: [delivered, { criteria: ['w1', 'w2'] }],
    comment_missing: [delivered, { marks: [{ ...unmet, comment: ' ' }] }],
    new_date_missing: [delivered, { marks: [unmet] }],
    new_date_past: [delivered, { marks: [unmet], newDay: today }],
    separation_of_duties: [delivered, { held: [held('certified_34', 'c')] }],
  }
  cases(refused, ([contract, change]) => rules.decideWork(contract, { ...facts, ...change }))
})

describe('another date', () => {
  const asked: exceptions.Extension = {
    ...{ id: 'e', askedDay: day('2027-02-26'), because: 'A flood', language: 'en', askedAt: now, decided: null },
  }
  type Ask = Parameters<typeof exceptions.askExtension>[1]
  const ask: Ask = { actor: supplier, asked: undefined, day: day('2027-02-26'), today }
  it('is asked for and granted', () => {
    expect(exceptions.askExtension(late, ask).ok).toBe(true)
    expect(exceptions.decideExtension(late, answer).ok).toBe(true)
  })
  const notAsked: Record<exceptions.AskExtensionRefusal, [rules.Contract, Partial<Ask>]> = {
    not_allowed: [running, { actor: stranger }],
    wrong_state: [delivered, {}],
    already_asked: [running, { asked }],
    day_not_later: [running, { day: day('2027-02-12') }],
  }
  cases(notAsked, ([contract, change]) => exceptions.askExtension(contract, { ...ask, ...change }))

  type Answer = Parameters<typeof exceptions.decideExtension>[1]
  const answer: Answer = { actor: program, opportunity, asked, decision: 'granted', reply: '', today }
  const notDecided: Record<exceptions.DecideExtensionRefusal, [rules.Contract, Partial<Answer>]> = {
    not_allowed: [running, { actor: client }],
    wrong_state: [done, {}],
    nothing_asked: [running, { asked: undefined }],
    reply_missing: [running, { decision: 'refused' }],
    day_past: [running, { today: day('2027-02-27') }],
  }
  it('is never moved earlier by a grant that comes late', () =>
    expect(exceptions.decideExtension({ ...running, deliveryDay: day('2027-03-01') }, answer)).toEqual({
      ...{ ok: false, because: 'day_past' },
    }))
  cases(notDecided, ([contract, change]) => exceptions.decideExtension(contract, { ...answer, ...change }))
})

describe('what cannot be delivered', () => {
  it('is said, and asked about after the day', () => {
    expect(exceptions.declareUnable(running, supplier).ok).toBe(true)
    expect(exceptions.askAboutLateness(late, lateness).ok).toBe(true)
    expect(exceptions.isLate(running, day('2027-02-12'))).toBe(false)
    expect(exceptions.isLate(running, day('2027-02-13'))).toBe(true)
  })
  const notSaid: Record<exceptions.UnableRefusal, [rules.Contract, Supplier]> = {
    not_allowed: [running, stranger],
    wrong_state: [done, supplier],
    already_declared: [unable, supplier],
  }
  cases(notSaid, ([contract, actor]) => exceptions.declareUnable(contract, actor))

  type Lateness = Parameters<typeof exceptions.askAboutLateness>[1]
  const lateness: Lateness = { actor: { kind: 'system' }, opportunity, today, askedOn: null }
  const notAsked: Record<exceptions.LatenessRefusal, [rules.Contract, Partial<Lateness>]> = {
    not_allowed: [late, { actor: staffOf('o', 'observer') }],
    wrong_state: [delivered, {}],
    not_late: [running, {}],
    already_asked: [late, { askedOn: day('2027-01-30') }],
  }
  cases(notAsked, ([contract, change]) => exceptions.askAboutLateness(contract, { ...lateness, ...change }))
})

describe('a termination', () => {
  type Facts = Parameters<typeof exceptions.terminate>[1]
  const facts: Facts = {
    ...{ actor: signatory, opportunity, kind: 'default', percentage: null, amount: dollars(6_500) },
    ...{ delegation: null, held: [], today },
  }
  const convenient = { kind: 'convenience', percentage: 40 } as const
  it('is for default when late or unable, and pays nothing; for convenience it pays a share', () => {
    expect(exceptions.terminate(late, facts).ok).toBe(true)
    expect(exceptions.terminate(unable, facts).ok).toBe(true)
    expect(exceptions.terminate(delivered, { ...facts, ...convenient }).ok).toBe(true)
    expect(rules.payableOf(ended('default', null))).toBe(0)
    expect(rules.payableOf(ended('convenience', 40))).toBe(dollars(2_600))
    expect([rules.payableOf(done), rules.payableOf(running)]).toEqual([dollars(6_500), 0])
  })
  const refused: Record<exceptions.TerminateRefusal, [rules.Contract, Partial<Facts>]> = {
    not_allowed: [late, { actor: program }],
    is_requester: [late, { actor: staffOf('c', 'signatory') }],
    no_delegation: [late, { delegation: undefined }],
    over_delegation: [late, { delegation: dollars(1) }],
    separation_of_duties: [late, { held: [held('requested', 'y')] }],
    wrong_state: [done, {}],
    work_waits: [delivered, {}],
    no_default_yet: [running, {}],
    percentage_missing: [running, { kind: 'convenience' }],
    percentage_with_default: [late, { percentage: 10 }],
  }
  cases(refused, ([contract, change]) => exceptions.terminate(contract, { ...facts, ...change }))
  it('pays no more than the whole', () =>
    expect(exceptions.terminate(running, { ...facts, ...convenient, percentage: 101 })).toMatchObject({
      because: 'percentage_missing',
    }))
})

describe('what comes next', () => {
  type Facts = Parameters<typeof exceptions.decideNext>[1]
  const facts: Facts = {
    ...{ actor: program, opportunity: awarded, step: 'next', deliveryDay: day('2027-04-30'), left: 1 },
  }
  const defaulted = ended('default', null)
  it('is the next in the ranking, another posting or the end', () => {
    for (const step of exceptions.nextSteps) expect(exceptions.decideNext(defaulted, { ...facts, step }).ok).toBe(true)
    expect(exceptions.decideNext(ended('convenience', 0), { ...facts, step: 'end' }).ok).toBe(true)
  })
  const refused: Record<Exclude<exceptions.NextRefusal, 'delivery_in_past'>, [rules.Contract, Partial<Facts>]> = {
    not_allowed: [defaulted, { actor: client }],
    wrong_state: [running, {}],
    to_be_paid: [ended('convenience', 40), { step: 'end' }],
    not_after_convenience: [ended('convenience', 0), {}],
    day_missing: [defaulted, { deliveryDay: null }],
    nobody_left: [defaulted, { left: 0 }],
  }
  cases(refused, ([contract, change]) => exceptions.decideNext(contract, { ...facts, ...change }))
})

describe('the words', () => {
  it('are good in both languages', () => {
    const said: { en: string; fr: string }[] = []
    const collect = (value: unknown): void => {
      if (value === null || typeof value !== 'object') return
      if ('en' in value && 'fr' in value && typeof value.en === 'string' && typeof value.fr === 'string')
        said.push({ en: value.en, fr: value.fr })
      else for (const each of Object.values(value)) collect(each)
    }
    collect(texts)
    collect(pageTexts)
    expect(said.length).toBeGreaterThan(150)
    expect(said.flatMap(textProblems)).toEqual([])
  })
})
