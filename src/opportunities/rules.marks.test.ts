import { describe, expect, test } from 'vitest'
import { statement } from '../../test/arrange.opportunities.ts'
import type { Staff, StaffRole } from '../accounts/rules.ts'
import type { Decision } from '../platform/decision.ts'
import type { FieldMark } from '../scanning/rules.ts'
import * as rules from './rules.marks.ts'
import type { Draft, Opportunity, OpportunityState } from './rules.ts'
import { linksIn } from './segments.ts'

const staff = (id: string, ...roles: StaffRole[]): Staff => ({
  ...{ kind: 'staff', id, name: id, email: `${id}@example.ca`, departmentId: 'd', departmentCode: 'DW' },
  ...{ timeZone: 'America/Toronto', roles },
})
const client = staff('client', 'client')
const other = staff('other', 'client')

const { skills: _s, workCriteria: _w, applicationCriteria: _a, provisions: _p, ...fields } = statement()
const draft: Draft = {
  ...fields,
  ...{ id: 'o', departmentId: 'd', requestId: 'r', posting: 1, number: '2026-014', slug: 'fix', version: 3 },
  ...{ clientId: 'client', sourceLanguage: 'en', repostedFrom: null, sample: null, outcome: null, returnedBecause: '' },
  gates: {
    ...{ statement: null, pif: null, budget: null, s32: null, sentToFinanceAt: null },
    ...{ reservation: null, translation: null },
  },
  state: 'draft',
}
const as = (state: OpportunityState) => ({ ...draft, state }) as Opportunity

/** Each refusal with a call that gives it: a refusal that is not here does not compile. */
const refuses = <Because extends string>(
  name: string,
  yes: () => Decision<unknown, Because>,
  table: Record<Because, () => Decision<unknown, Because>>,
) =>
  describe(name, () => {
    test('yes', () => expect(yes().ok).toBe(true))
    test.each(Object.entries<() => Decision<unknown, Because>>(table))('%s', (because, call) =>
      expect(call()).toEqual({ ok: false, because }),
    )
  })

const mark: FieldMark = { kind: 'phone_number', field: 'work', language: 'en', digest: 'a', start: 0, end: 3 }
const asked = { asked: mark, marks: [mark], reason: 'Made up.' }
refuses<rules.ExplainMarkRefusal>('explain a mark', () => rules.explainMark(draft, client, asked), {
  not_allowed: () => rules.explainMark(draft, other, asked),
  wrong_state: () => rules.explainMark(as('closed'), client, asked),
  no_such_mark: () => rules.explainMark(draft, client, { ...asked, marks: [] }),
  reason_missing: () => rules.explainMark(draft, client, { ...asked, reason: '' }),
  reason_marked: () => rules.explainMark(draft, client, { ...asked, reason: '613-555-0142 is made up.' }),
})
test.each(['draft', 'in_review', 'in_approval', 'ready', 'open'] as const)('a mark may be explained: %s', (state) => {
  expect(rules.explainMark(as(state), client, asked).ok).toBe(true)
})

refuses<rules.SayLicenceRefusal>('say the licence of a repository', () => rules.sayLicence(draft, client, 'none'), {
  not_allowed: () => rules.sayLicence(draft, other, 'MIT'),
  wrong_state: () => rules.sayLicence(as('ready'), client, 'MIT'),
  no_repository: () => rules.sayLicence({ ...draft, repository: { kind: 'supplier', url: '' } }, client, 'MIT'),
  licence_unknown: () => rules.sayLicence(draft, client, 'Mine-1.0'),
})

refuses<rules.CheckLinksRefusal>('try the links', () => rules.checkLinks(draft, client), {
  not_allowed: () => rules.checkLinks(draft, other),
  wrong_state: () => rules.checkLinks(as('awarded'), client),
})

describe('the links of a statement', () => {
  test('are found in every text, once each, without what ends a sentence', () => {
    const work = {
      en: 'See https://example.org/a. Then [this](https://example.org/b), and <https://example.org/c>!',
      fr: 'Voir https://example.org/a; puis « https://example.org/d ».',
    }
    const links = linksIn(statement({ work, repository: { kind: 'department', url: 'https://example.org/repo' } }))
    expect(links.map((url) => url.slice(19))).toEqual(['/repo', '/a', '/b', '/c', '/d'])
  })
  test('are no more than are tried', () => {
    const en = Array.from({ length: 50 }, (_, place) => `https://example.org/${place}`).join(' ')
    expect(linksIn(statement({ work: { en, fr: '' } }))).toHaveLength(30)
  })
})
