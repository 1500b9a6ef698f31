import { describe, expect, test } from 'vitest'
import type { Staff, StaffRole } from '../src/accounts/rules.ts'
import type { Finding } from '../src/opportunities/rules.readiness.ts'
import type { Draft, EndedOpportunity, Gates, InReview, OpenOpportunity } from '../src/opportunities/rules.ts'
import { day } from '../src/platform/day.ts'
import type { Decision } from '../src/platform/decision.ts'
import { dollars } from '../src/platform/money.ts'
import { policyInForce } from '../src/policy/inForce.ts'
import { statement } from './arrange.opportunities.ts'

/* One file in each of its states, and who stands around it, for rules that ask no database. */
export const DEPARTMENT = '00000000-0000-7000-8000-0000000000d0'
export const at = new Date('2026-05-04T14:00:00Z')
export const policy = policyInForce([], day('2026-05-04'))

export const staff = (id: string, ...roles: StaffRole[]): Staff => ({
  ...{ kind: 'staff', id, name: id, email: `${id}@example.ca`, departmentId: DEPARTMENT, departmentCode: 'DW' },
  timeZone: 'America/Toronto',
  roles,
})
export const client = staff('client', 'client')
export const other = staff('other', 'client')
export const program = staff('program', 'program_team')
export const procurement = staff('procurement', 'procurement')
export const manager = staff('manager', 'section_32')
export const finance = staff('finance', 'finance')
export const signed = { by: 'somebody', at }
export const noGates: Gates = {
  statement: null,
  pif: null,
  budget: 'not_needed',
  s32: null,
  sentToFinanceAt: null,
  reservation: null,
  translation: null,
}
export const digest = Buffer.alloc(32, 7)

const { skills: _s, workCriteria: _w, applicationCriteria: _a, provisions: _p, ...fields } = statement()
export const common = {
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
export const draft: Draft = { ...common, state: 'draft', returnedBecause: '' }
export const inReview: InReview = { ...common, state: 'in_review', submittedAt: at, statementDigest: digest }
export const inApproval = (changed: Partial<Gates> = {}): InReview => ({
  ...inReview,
  state: 'in_approval',
  gates: { ...noGates, statement: signed, ...changed },
})
export const planned = { price: dollars(6_500), selectionDay: day('2026-05-28'), deliveryDay: day('2026-07-31') }
export const open: OpenOpportunity = {
  ...{ ...common, ...planned, state: 'open', closesAt: new Date('2026-05-26T18:00:00Z'), publishedAt: at },
}
export const ended: EndedOpportunity = {
  ...{
    ...common,
    state: 'withdrawn',
    endedAt: at,
    endedBecause: 'Late.',
    publicReason: { en: 'Late.', fr: 'Retard.' },
  },
  ...{ publishedAt: at, closedAt: null },
}
export const says = { en: 'Because.', fr: 'Parce que.' }
export const nothing = { en: '', fr: '' }

/** Each refusal of a rule with a call that gives it: a refusal that is not here does not compile. */
export type Refused<Because extends string> = Record<Because, () => Decision<unknown, Because>>
export const refuses = <Because extends string>(
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
export const blocking: Finding = { level: 'blocking', field: 'price', code: 'price_missing' }
export const because = { en: 'It has one result.', fr: 'Il a un seul résultat.' }
export const applied = [{ duty: 'applied', personId: program.id }] as const
