import { describe, expect, test } from 'vitest'
import type { Staff } from '../accounts/rules.ts'
import { explainedTyped, parseExplained } from './forms.declarations.ts'
import { type Explained, type ExplainRefusal, explain, gapsIn } from './rules.declarations.ts'
import type { Opportunity } from './rules.ts'
import { usualReasons } from './texts.declarations.ts'

const person = (id: string, ...roles: Staff['roles']): Staff => ({
  ...{ kind: 'staff', id, name: id, email: `${id}@example.ca`, departmentId: 'd', departmentCode: 'D' },
  ...{ timeZone: 'America/Toronto', roles },
})
const client = person('client', 'client')
const gates = { translation: null }
const inState = (state: string, changed: object = {}) =>
  ({ departmentId: 'd', clientId: 'client', state, sourceLanguage: 'en', gates, ...changed }) as unknown as Opportunity
const both = { en: 'It has one result.', fr: 'Il a un seul résultat.' }
const said: Explained = { standalone: both, noCapacity: { en: 'Nobody has the skill.', fr: '' } }
const none: Explained = { standalone: { en: '', fr: '' }, noCapacity: { en: '', fr: '' } }

const refused: Record<ExplainRefusal, () => ReturnType<typeof explain>> = {
  not_allowed: () => explain(inState('draft'), person('other', 'client'), { before: none, after: said }),
  wrong_state: () => explain(inState('open'), client, { before: none, after: said }),
  explanation_missing: () => explain(inState('draft'), client, { before: none, after: none }),
  source_changed: () =>
    explain(inState('in_review'), client, {
      before: said,
      after: { ...said, standalone: { ...both, en: 'Another reason.' } },
    }),
}

describe('explaining what is declared', () => {
  test.each(Object.entries(refused))('is refused: %s', (because, asked) =>
    expect(asked()).toEqual({ ok: false, because }),
  )

  test('is open to the client and the program team, and the other language may follow the submission', () => {
    expect(explain(inState('draft'), client, { before: none, after: said })).toEqual({ ok: true, value: said })
    const after = { ...said, noCapacity: { ...said.noCapacity, fr: 'Personne n’a la compétence.' } }
    expect(explain(inState('in_approval'), person('p', 'program_team'), { before: said, after }).ok).toBe(true)
    const attested = inState('in_approval', { gates: { translation: { by: 'x', at: new Date(0) } } })
    expect(explain(attested, client, { before: said, after })).toEqual({ ok: false, because: 'wrong_state' })
  })

  test('misses a language only where it is asked', () => {
    expect(gapsIn(said)).toEqual(['noCapacity'])
    expect(gapsIn(said, ['en'])).toEqual([])
    expect(gapsIn(none, ['en'])).toEqual(['standalone', 'noCapacity'])
  })
})

describe('the form', () => {
  test('takes a usual sentence in both languages, or one’s own words', () => {
    const form = { standalone_reason: 'whole', noCapacity_reason: 'own', noCapacity_because_en: ' No hours. ' }
    const value = { standalone: usualReasons.standalone.whole, noCapacity: { en: 'No hours.', fr: '' } }
    expect(parseExplained(form, 'en')).toEqual({ ok: true, value })
    expect(explainedTyped(value as Explained, true)).toEqual({
      standalone_reason: 'whole',
      noCapacity_reason: 'own',
      noCapacity_because_en: 'No hours.',
      noCapacity_because_fr: '',
    })
  })

  test('says what is missing at its field', () => {
    const fields = (form: Record<string, string>, source: 'en' | 'fr' = 'en') => {
      const asked = parseExplained(form, source)
      return asked.ok ? [] : asked.problems.map(({ field }) => field)
    }
    expect(fields({})).toEqual(['standalone_reason', 'noCapacity_reason'])
    expect(fields({ standalone_reason: 'whole', noCapacity_because_en: 'x' }, 'fr')).toEqual(['noCapacity_because_fr'])
    expect(fields({ standalone_reason: 'toString', noCapacity_reason: 'skill' })).toEqual(['standalone_reason'])
    const long = { standalone_reason: 'own', standalone_because_en: 'x'.repeat(601), noCapacity_reason: 'time' }
    expect(fields(long)).toEqual(['standalone_because_en'])
  })
})
