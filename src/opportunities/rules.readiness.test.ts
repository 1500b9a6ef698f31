import { describe, expect, test } from 'vitest'
import { statement } from '../../test/arrange.opportunities.ts'
import { at, policy, says } from '../../test/scene.opportunities.ts'
import { day } from '../platform/day.ts'
import type { Text } from '../platform/i18n.ts'
import { cents, dollars } from '../platform/money.ts'
import { policyInForce } from '../policy/inForce.ts'
import { criterionSubjects } from '../policy/rules.ts'
import { marksIn } from '../scanning/rules.ts'
import { isSameLicence } from './licences.ts'
import { doubtsOf, workedCriteria } from './rules.criteria.ts'
import { ceilingOf, expectedValue, mayBeSubmitted, parityGaps, readiness } from './rules.readiness.ts'
import type { Statement } from './rules.ts'
import { segmentsOf } from './segments.ts'

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
})
