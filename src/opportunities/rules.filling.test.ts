import { describe, expect, test } from 'vitest'
import { statement as complete } from '../../test/arrange.opportunities.ts'
import { outlineOf } from '../backlog/rules.mapping.ts'
import { addedTo, type Filling } from '../backlog/rules.rows.ts'
import { mostOutlineRows, outlineLimits } from '../backlog/rules.ts'
import { templateOf, templateOutline, templates } from '../backlog/templates.ts'
import { day } from '../platform/day.ts'
import { policyInForce } from '../policy/inForce.ts'
import { filled, filledParts } from './rules.filling.ts'
import { limits, mostRows } from './rules.limits.ts'
import { readiness } from './rules.readiness.ts'
import type { Statement } from './rules.ts'

const none = { en: '', fr: '' }
const empty: Statement = {
  ...{ title: none, teaser: none, team: none, background: none, work: none },
  ...{ skills: [], workCriteria: [], applicationCriteria: [], provisions: [] },
  ...{ licence: '', repository: { kind: null, url: '' }, hasInterface: false, hours: null },
  ...{ price: null, closesAt: null, selectionDay: null, deliveryDay: null },
  declared: { standalone: false, noCapacity: false, unclassified: false },
}
const asFilling = (template: (typeof templates)[number]): Filling => ({
  language: 'en',
  outline: templateOutline(template, 'en'),
  other: templateOutline(template, 'fr'),
})
const issue: Filling = {
  ...outlineOf(
    {
      title: 'Keyboard trap',
      body: 'It traps.\n\n## Context\n\nBoaters book.\n\n## Details\n\nIt keeps keys.\n\n## Acceptance criteria\n\n- [ ] Escape closes it.\n- [ ] A licence file is there.',
      labels: ['a11y'],
      repository: {
        address: 'https://github.com/a/b',
        licence: 'MIT',
        licenceUnknown: null,
        languages: ['Zig'],
        topics: [],
      },
    },
    'en',
  ),
  other: null,
}

describe('a template', () => {
  test.each(templates.map((template) => [template.key, template] as const))(
    '%s passes the check once dates, price, address and declarations are given',
    (_, template) => {
      const { statement } = filled(empty, asFilling(template), { replace: false })
      const given = complete()
      const { price, closesAt, selectionDay, deliveryDay, declared, team } = given
      const whole: Statement = {
        ...statement,
        ...{ price, closesAt, selectionDay, deliveryDay, declared, team },
        repository: { kind: 'department', url: 'https://github.com/waterways-example/code' },
        provisions: statement.provisions.map((each) => ({
          ...each,
          dueDay: given.provisions[0]?.dueDay ?? selectionDay,
        })),
      }
      const context = { policy: policyInForce([], day('2026-05-04')), now: new Date('2026-05-04T14:00:00Z') }
      for (const sourceLanguage of ['en', 'fr'] as const) {
        const found = readiness(whole, { ...context, sourceLanguage })
        const timing = new Set(['too_many_hours_a_week', 'rate_unusual'])
        const grave = found.filter(({ level, code }) => level !== 'advice' && !timing.has(code))
        expect(grave).toEqual([])
      }
    },
  )
})

describe('an issue', () => {
  test('fills what is empty, and what every statement needs is added once', () => {
    const { statement, taken, kept } = filled(empty, issue, { replace: false })
    expect(statement).toMatchObject({
      title: { en: 'Keyboard trap', fr: '' },
      teaser: { en: 'It traps.', fr: '' },
      background: { en: 'Boaters book.', fr: '' },
      work: { en: '# Details\n\nIt keeps keys.', fr: '' },
      skills: [
        { en: 'Web accessibility', fr: 'Accessibilité du Web' },
        { en: 'Zig', fr: '' },
      ],
      licence: 'MIT',
      repository: { kind: 'department', url: 'https://github.com/a/b' },
      hasInterface: true,
    })
    expect(statement.workCriteria).toHaveLength(2 + 3)
    expect(statement.applicationCriteria).toHaveLength(2)
    expect(statement.applicationCriteria.every(({ en, fr }) => en !== '' && fr !== '')).toBe(true)
    expect(taken).toEqual(filledParts.filter((part) => part !== 'provisions' && part !== 'hours'))
    expect(kept).toEqual([])
  })

  test('leaves what is written, and says so; replaces it when asked', () => {
    const own: Statement = {
      ...empty,
      title: { en: 'Mine', fr: 'Le mien' },
      skills: [{ en: 'Go', fr: 'Go' }],
      licence: 'ISC',
    }
    const careful = filled(own, issue, { replace: false })
    expect(careful.statement).toMatchObject({ title: own.title, skills: own.skills, licence: 'ISC' })
    expect(careful.kept).toEqual(['title', 'skills', 'licence'])
    const bold = filled(own, issue, { replace: true })
    expect(bold.statement).toMatchObject({ title: { en: 'Keyboard trap', fr: 'Le mien' }, licence: 'MIT' })
    expect(bold.kept).toEqual([])
    expect(bold.taken).toContain('title')
  })

  test('never puts the other half of a source beside words of one’s own', () => {
    const template = asFilling(templateOf('script'))
    const own: Statement = { ...empty, title: { en: '', fr: 'Le mien' }, work: { en: template.outline.work, fr: '' } }
    const { statement, kept, taken } = filled(own, template, { replace: false })
    expect(statement.title).toEqual(own.title)
    expect(statement.work).toEqual({ en: template.outline.work, fr: template.other?.work })
    expect(kept).toEqual(['title'])
    expect(taken).toContain('work')
    expect(filled(own, template, { replace: true }).statement.title).toEqual({
      en: template.outline.title,
      fr: template.other?.title,
    })
  })

  test('twice is once', () => {
    const once = filled(empty, issue, { replace: true }).statement
    expect(filled(once, issue, { replace: true })).toEqual({ statement: once, taken: [], kept: [] })
  })

  test('never touches dates, price, team or declarations', () => {
    const given = complete()
    const { statement } = filled(given, issue, { replace: true })
    for (const part of ['price', 'closesAt', 'selectionDay', 'deliveryDay', 'team', 'declared'] as const)
      expect(statement[part]).toEqual(given[part])
  })

  test('a licence that the statement does not know is not taken', () => {
    const odd = { ...issue, outline: { ...issue.outline, licence: 'WTFPL' } }
    expect(filled(empty, odd, { replace: true }).statement.licence).toBe('')
  })
})

test('what an outline may hold fits into a statement, with room for what is added', () => {
  for (const [part, most] of Object.entries(outlineLimits)) expect(most).toBe(limits[part as keyof typeof limits])
  for (const [part, most] of Object.entries(mostOutlineRows))
    expect(most).toBeLessThanOrEqual(mostRows[part as keyof typeof mostRows])
  const none = { ...issue, outline: { ...issue.outline, workCriteria: [] } }
  expect(mostOutlineRows.workCriteria + addedTo(none).workCriteria.length).toBe(mostRows.workCriteria)
})
