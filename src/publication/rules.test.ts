import { describe, expect, it } from 'vitest'
import type { HeldDuty } from '../accounts/duties.ts'
import { type Staff, type StaffRole, visitor } from '../accounts/rules.ts'
import type { Finding } from '../opportunities/rules.readiness.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { day } from '../platform/day.ts'
import { dollars } from '../platform/money.ts'
import { textProblems } from '../platform/typography.ts'
import { policyInForce } from '../policy/inForce.ts'
import { type PublishFacts, type PublishRefusal, publish, statusAt } from './rules.ts'
import { refusals } from './texts.staff.ts'

const staff = (...roles: StaffRole[]): Staff => ({
  ...{ kind: 'staff', id: 'paul', name: 'Paul', email: 'p@example.ca', departmentId: 'dw', departmentCode: 'DW' },
  ...{ timeZone: 'America/Toronto', roles },
})
const now = new Date('2026-05-19T13:00:00Z')
const signed = { by: 'somebody', at: now }
const text = { en: 'Words', fr: 'Mots' }

const ready: Opportunity = {
  ...{ id: 'o', departmentId: 'dw', requestId: 'r', posting: 1, number: '2026-014', slug: 'a', version: 3 },
  ...{ clientId: 'claire', sourceLanguage: 'en', repostedFrom: null, sample: null, outcome: null },
  ...{ title: text, teaser: text, team: text, background: text, work: text, licence: 'MIT' },
  ...{ repository: { kind: 'supplier', url: '' }, hasInterface: false, hours: 90 },
  declared: { standalone: true, noCapacity: true, unclassified: true },
  gates: {
    ...{ statement: signed, pif: signed, s32: signed, sentToFinanceAt: now, translation: signed },
    budget: 'not_needed',
    reservation: { ...signed, number: 'FR-1', fiscalYear: 2026, amount: dollars(7_475), payableAtYearEnd: false },
  },
  ...{ state: 'ready', submittedAt: now, statementDigest: Buffer.alloc(32) },
  price: dollars(6_500),
  closesAt: new Date('2026-05-26T18:00:00Z'),
  selectionDay: day('2026-05-28'),
  deliveryDay: day('2026-07-31'),
}
const facts: PublishFacts = { held: [], gaps: [], policy: policyInForce([], day('2026-05-19')), now }
const gap: Finding = { level: 'before_posting', field: 'title', code: 'missing', language: 'fr' }
const held: HeldDuty[] = []

describe('posting', () => {
  const refused: Record<
    Exclude<PublishRefusal, 'key_not_ready' | 'separation_of_duties'>,
    [Partial<Opportunity>, Partial<PublishFacts>, Staff | typeof visitor]
  > = {
    not_allowed: [{}, {}, staff('client', 'procurement')],
    wrong_state: [{ state: 'in_approval' } as Partial<Opportunity>, {}, staff('program_team')],
    not_bilingual: [{}, { gaps: [gap] }, staff('program_team')],
    incomplete: [{ price: null } as Partial<Opportunity>, {}, staff('program_team')],
    closes_too_soon: [{}, { now: new Date('2026-05-20T04:00:00Z') }, staff('program_team')],
    dates_out_of_order: [{ selectionDay: day('2026-05-26') } as Partial<Opportunity>, {}, staff('program_team')],
  }
  it.each(Object.entries(refused))('is refused: %s', (because, [changed, more, actor]) => {
    const asked = { ...ready, ...changed } as Opportunity
    expect(publish(asked, actor, { ...facts, ...more })).toEqual({ ok: false, because })
  })

  it('is refused to strangers and to another department', () => {
    expect(publish(ready, visitor, facts).ok).toBe(false)
    expect(publish({ ...ready, departmentId: 'other' } as Opportunity, staff('program_team'), facts).ok).toBe(false)
  })

  it('is allowed on the last evening that leaves five business days, Eastern time', () => {
    const lastMinute = new Date('2026-05-20T03:59:00Z') // 19 May, 23:59 in Toronto
    expect(publish(ready, staff('program_team'), { ...facts, held, now: lastMinute }).ok).toBe(true)
  })

  it('answers the same for what is posted already, whatever the time', () => {
    const posted = { ...ready, state: 'open', publishedAt: now } as unknown as Opportunity
    const later = new Date('2027-01-01T00:00:00Z')
    expect(publish(posted, staff('program_team'), { ...facts, now: later })).toEqual({ ok: true, value: posted })
  })
})

describe('what the public is told', () => {
  const closesAt = new Date('2026-05-26T18:00:00Z')
  it('is open until the last millisecond, then closed, though no job ran', () => {
    expect(statusAt({ status: 'open', closesAt }, new Date(closesAt.getTime() - 1))).toBe('open')
    expect(statusAt({ status: 'open', closesAt }, closesAt)).toBe('closed')
    expect(statusAt({ status: 'withdrawn', closesAt }, now)).toBe('withdrawn')
  })
})

describe('the words', () => {
  it('say every refusal in both languages', () => {
    for (const sentence of Object.values(refusals)) expect(textProblems(sentence)).toEqual([])
  })
})
