import { describe, expect, test } from 'vitest'
import { open } from '../../test/scene.opportunities.ts'
import { numberOfPosting, type Opportunity, opportunityLifecycle, slugOf } from './rules.ts'

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

test.each([
  ['Fix a keyboard trap', 'fix-a-keyboard-trap'],
  ['Élaboration – d’un « piège »!', 'elaboration-d-un-piege'],
  ['!!!', ''],
  [`${'word '.repeat(20)}`, 'word-word-word-word-word-word-word-word-word-word-word-word'],
])('the address of %j is %j', (title, slug) => expect(slugOf(title)).toBe(slug))

test('a second posting carries its place', () => {
  expect([numberOfPosting('2026-014', 1), numberOfPosting('2026-014', 2)]).toEqual(['2026-014', '2026-014-2'])
})
