import { describe, expect, test } from 'vitest'
import { statement } from '../../test/arrange.opportunities.ts'
import type { Staff } from '../accounts/rules.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { day } from '../platform/day.ts'
import type { Decision } from '../platform/decision.ts'
import { textProblems } from '../platform/typography.ts'
import { policyInForce } from '../policy/inForce.ts'
import { hoursPerWeek } from '../policy/posting.ts'
import { changesIn, pressedIn, sentChanges } from './forms.ts'
import * as comments from './rules.comments.ts'
import * as edits from './rules.edits.ts'
import { canonical, fieldNamed, markOf, marksOf, problemsIn, typedOf, type Written, withText } from './rules.fields.ts'
import { mergedText } from './rules.merge.ts'
import { suggestionsFor } from './rules.suggestions.ts'
import { comparedVersions, readStatement } from './rules.versions.ts'
import { examples } from './texts.examples.ts'
import { liveTexts, refusals } from './texts.ts'

const zone = 'America/Toronto'
const rowId = '0190f3a2-0000-7000-8000-000000000001'
const skill = { id: rowId, en: 'TypeScript', fr: 'TypeScript' }
const { skills: _s, workCriteria, applicationCriteria, provisions: _p, ...facts } = statement()
const written: Written = {
  facts,
  lists: {
    skills: [skill],
    workCriteria,
    applicationCriteria,
    provisions: [{ id: rowId, text: { en: 'A test site.', fr: 'Un site d’essai.' }, dueDay: null }],
  },
  held: {},
}

const person = (id: string, ...roles: Staff['roles']): Staff => ({
  ...{
    kind: 'staff',
    id,
    name: id,
    email: `${id}@example.ca`,
    departmentId: 'd',
    departmentCode: 'DW',
    roles,
    timeZone: zone,
  },
})
const [client, other, program, procurement, observer] = [
  person('client', 'client'),
  person('other', 'client'),
  person('program', 'program_team'),
  person('procurement', 'procurement'),
  person('observer', 'observer'),
]
const file = (state: 'draft' | 'open'): Opportunity => {
  const common = { ...facts, id: rowId, departmentId: 'd', requestId: 'r', posting: 1, number: '2026-014', slug: 's' }
  const gates = { statement: null, pif: null, s32: null, sentToFinanceAt: null, reservation: null, translation: null }
  const more = { version: 3, clientId: 'client', sourceLanguage: 'en', gates: { ...gates, budget: null } } as const
  const whole = { ...common, ...more, repostedFrom: null, outcome: null }
  return { ...whole, returnedBecause: '', publishedAt: new Date(0), state } as unknown as Opportunity
}
const [draft, open] = [file('draft'), file('open')]

function refuses<Refusal extends string>(
  name: string,
  good: () => Decision<unknown, Refusal>,
  bad: Record<Refusal, () => Decision<unknown, Refusal>>,
) {
  describe(name, () => {
    test('is allowed', () => expect(good().ok).toBe(true))
    const all = Object.entries(bad) as [Refusal, () => Decision<unknown, Refusal>][]
    test.each(all)('refuses: %s', (because, act) => expect(act()).toEqual({ ok: false, because }))
  })
}

const long = 'x'.repeat(edits.LONGEST + 1)
refuses<edits.EditRefusal>('edit', () => edits.edit(draft, client, [{ value: 'x' }]), {
  not_allowed: () => edits.edit(draft, other, []),
  wrong_state: () => edits.edit(open, client, []),
  too_many: () => edits.edit(draft, client, Array(edits.MOST_AT_ONCE + 1).fill({ value: '' })),
  too_long: () => edits.edit(draft, client, [{ value: long }]),
})

const choice = { open: true, unchanged: true, text: 'x' }
refuses<edits.SettleRefusal>('settle', () => edits.settle(draft, program, choice), {
  not_allowed: () => edits.settle(draft, procurement, choice),
  wrong_state: () => edits.settle(open, program, choice),
  already_settled: () => edits.settle(draft, program, { ...choice, open: false }),
  changed_again: () => edits.settle(draft, program, { ...choice, unchanged: false }),
  too_long: () => edits.settle(draft, program, { ...choice, text: long }),
})

refuses<comments.SayRefusal>('say', () => comments.say(draft, client, 'x'), {
  not_allowed: () => comments.say(draft, observer, 'x'),
  wrong_state: () => comments.say(open, program, 'x'),
  empty: () => comments.say(draft, program, ''),
  too_long: () => comments.say(draft, program, 'x'.repeat(comments.COMMENT_MAX + 1)),
})

refuses<'not_allowed' | 'wrong_state' | 'unknown_comment'>(
  'resolve',
  () => comments.resolve(draft, procurement, true),
  {
    not_allowed: () => comments.resolve(draft, client, true),
    wrong_state: () => comments.resolve(open, program, true),
    unknown_comment: () => comments.resolve(draft, program, false),
  },
)

describe('fields', () => {
  test('are known by their names, and nothing else is', () => {
    expect(fieldNamed('title_fr')).toEqual({ kind: 'pair', field: 'title', half: 'fr' })
    expect(fieldNamed(`skills.${rowId}_en`)).toEqual({ kind: 'row', list: 'skills', id: rowId, half: 'en' })
    expect(fieldNamed('price')).toEqual({ kind: 'fact', field: 'price', half: '' })
    for (const name of ['title', 'title_de', 'skills.0_en', `skills.${rowId}_day`, 'seen', 'constructor'])
      expect([name, fieldNamed(name)]).toEqual([name, undefined])
  })

  test('take any text back as it was typed, whatever it is', () => {
    for (const [name, text] of [
      ['title_en', 'A title'],
      [`skills.${rowId}_fr`, 'Rust ou l’équivalent'],
      [`provisions.${rowId}_day`, '2026-06-01'],
      [`provisions.${rowId}_day`, 'soon'],
      ['hours', 'about 90'],
      ['closing_time', ''],
      ['selection_day', '2026-13-01'],
      ['repository_url', 'not an address'],
      ['has_interface', ''],
    ] as const)
      expect([name, typedOf(withText(written, name, text, zone), zone, 'en')[name]]).toEqual([name, text])
    expect(typedOf(withText(written, 'price', '5000', zone), zone, 'fr').price).toBe('5\u00a0000,00\u00a0$')
  })

  test('a closing with one half missing keeps the other, and is whole again', () => {
    const half = withText(written, 'closing_time', '2 p', zone)
    expect(half.facts.closesAt).toBeNull()
    expect(typedOf(half, zone, 'en').closing_day).toBe('2026-05-26')
    const whole = withText(half, 'closing_time', '14:00', zone)
    expect([whole.facts.closesAt, whole.held]).toEqual([facts.closesAt, {}])
  })

  test('say what cannot be read yet, and what is too long', () => {
    const odd = withText(withText(written, 'hours', 'many', zone), 'title_en', 'x'.repeat(101), zone)
    expect(problemsIn(odd, zone).map(({ field }) => field)).toEqual(['title_en', 'hours'])
    expect(problemsIn(written, zone)).toEqual([])
  })

  test('an amount is the same in both languages, a text is not changed by blanks at its ends', () => {
    expect(markOf('price', '$6,500.00')).toBe(markOf('price', '6 500,00 $'))
    expect(canonical('title_en', ' a\r\nb ')).toBe('a\nb')
    expect(edits.outcomeOf({ key: 'k', name: 'price', mark: 'old', value: '6500' }, '$6,500.00')).toBe('unchanged')
    expect(edits.outcomeOf({ key: 'k', name: 'title_en', mark: 'old', value: 'x' }, 'y')).toBe('conflict')
    expect(edits.outcomeOf({ key: 'k', name: 'title_en', mark: markOf('title_en', 'y'), value: 'x' }, 'y')).toBe(
      'applied',
    )
    expect(edits.outcomeOf({ key: 'k', name: 'other', mark: '', value: 'x' }, '')).toBe('unknown')
  })
})

test('nobody stands against themselves: what followed the text that was read is all their own', () => {
  const change = { name: 'title_en', mark: markOf('title_en', 'a') }
  const own = [
    { base: 'b', value: 'c', madeBy: 'me' },
    { base: 'a', value: 'b', madeBy: 'me' },
  ]
  expect(edits.isOwn(change, 'me', 'c', own)).toBe(true)
  expect(edits.isOwn(change, 'you', 'c', own)).toBe(false)
  expect(edits.isOwn(change, 'me', 'changed elsewhere', own)).toBe(false)
  expect(edits.isOwn({ ...change, mark: 'older' }, 'me', 'c', own)).toBe(false)
})

test('of two changes of one page that overtook one another, the earlier is late', () => {
  expect([edits.isLate('p_2', 'p_3'), edits.isLate('p_4', 'p_3'), edits.isLate('q_2', 'p_3')]).toEqual([
    true,
    false,
    false,
  ])
  expect([edits.isLate('p_2', undefined), edits.isLate('_2', '_3'), edits.isLate('a', 'a')]).toEqual([
    false,
    false,
    false,
  ])
})

describe('a form sent whole', () => {
  const marks = marksOf(typedOf(written, zone, 'en'))
  const typed = typedOf(written, zone, 'fr')
  const key = (name: string) => name
  test('sends only what this person changed, in whichever language the amounts are written', () => {
    const form = { ...typed, marks: JSON.stringify(marks), title_fr: 'Un titre' }
    expect(changesIn(form, { marks: {}, version: 9 }, key).map(({ name }) => name)).toEqual(['title_fr'])
  })
  test('without marks counts as typed over its version', () => {
    const form = { ...typed, seen: '3', title_fr: 'Un titre' }
    expect(changesIn(form, { marks, version: 3 }, key).map(({ name }) => name)).toEqual(['title_fr'])
    expect(changesIn(form, { marks, version: 4 }, key).every(({ mark }) => mark === 'unknown')).toBe(true)
  })
  test('knows its buttons, and takes any other for a save', () => {
    expect(pressedIn({ add: 'skills' })).toEqual({ button: 'add', list: 'skills' })
    expect(pressedIn({ remove: `skills:${rowId}` })).toEqual({ button: 'remove', list: 'skills', rowId })
    expect(pressedIn({ remove: 'skills:0', do: 'check' })).toEqual({ button: 'check' })
    expect(pressedIn({ settle: `${rowId}:steal` })).toEqual({ button: 'save' })
    expect(sentChanges({ edits: '{' })).toBeUndefined()
    expect(sentChanges({ edits: '[{"key":"k","name":"title_en","mark":"m","value":"v"}]' })).toHaveLength(1)
  })
})

describe('a text from two', () => {
  test('has both changes where they are apart, and one after the other where they are not', () => {
    const base = 'The form is slow. The calendar traps the keyboard.'
    const ours = 'The form is fast. The calendar traps the keyboard.'
    const theirs = 'The form is slow. The calendar frees the keyboard.'
    expect(mergedText(base, ours, theirs)).toBe('The form is fast. The calendar frees the keyboard.')
    expect(mergedText(base, ours, 'The form is old. The calendar traps the keyboard.')).toBe(
      `${ours}\n\nThe form is old. The calendar traps the keyboard.`,
    )
    expect(mergedText('', 'a', 'b')).toBe('a\n\nb')
    expect(mergedText('x', 'a', '')).toBe('a')
  })
})

describe('suggestions', () => {
  const policy = policyInForce([], day('2026-05-04'))
  test.each([1, 40, 90, 200])('for %i hours fit the weeks that they take, within the ceiling', (hours) => {
    const { closesAt, selectionDay, deliveryDay, price } = suggestionsFor(policy, day('2026-05-04'), hours)
    expect(closesAt.toISOString().slice(0, 10) < selectionDay).toBe(true)
    expect(hoursPerWeek(hours, selectionDay, deliveryDay ?? selectionDay)).toBeLessThanOrEqual(
      policy.deliveryHoursPerWeek,
    )
    expect(price).toBeGreaterThan(0)
    expect(price).toBeLessThanOrEqual(policy.limitIncludingTax)
  })
  test('without hours say neither a delivery nor a price', () => {
    expect(suggestionsFor(policy, day('2026-05-04'), null)).toMatchObject({ deliveryDay: null, price: null })
  })
})

describe('versions', () => {
  test('are compared field by field, rows by their ids', () => {
    const before = { ...statement(), skills: [skill, { id: 'b', en: 'Go', fr: 'Go' }] }
    const after = { ...before, price: null, skills: [{ id: 'b', en: 'Go', fr: 'Go' }] }
    expect(comparedVersions(before, after, zone)).toEqual([
      { name: `skills.${rowId}_en`, before: 'TypeScript', after: '' },
      { name: `skills.${rowId}_fr`, before: 'TypeScript', after: '' },
      { name: 'price', before: '$6,500.00', after: '' },
    ])
    expect(readStatement(JSON.stringify(before))).toEqual(before)
  })
})

test('every text is set as each language sets it', () => {
  const all = [
    ...Object.values(refusals),
    ...Object.values(liveTexts),
    ...Object.values(examples).flatMap(({ good, bad, why }) => [good, bad, why]),
  ]
  expect(all.flatMap((text) => textProblems(text))).toEqual([])
})
