import { expect, it } from 'vitest'
import { closingEmails } from '../draws/closing.emails.ts'
import type { Text } from '../platform/i18n.ts'
import type { Letter } from '../platform/mail.ts'
import { englishProblems, frenchProblems, textProblems } from '../platform/typography.ts'
import { applicationEmails } from './emails.ts'
import * as formModule from './texts.form.ts'
import * as texts from './texts.ts'

it('every text is well set in both languages', () => {
  const found = [...pairsIn({ ...texts }), ...pairsIn({ ...formModule })]
  expect(found.length).toBeGreaterThan(100)
  expect(found.flatMap(textProblems)).toEqual([])
})

it('every e-mail is well set in both languages', () => {
  const letters = [...applicationEmails, ...closingEmails].map(written)
  expect(letters.flatMap(({ en }) => linesOf(en).flatMap(englishProblems))).toEqual([])
  expect(letters.flatMap(({ fr }) => linesOf(fr).flatMap(frenchProblems))).toEqual([])
})

function written(email: { sample: unknown; write: unknown }): { en: Letter; fr: Letter } {
  const write = email.write as (facts: unknown, language: 'en' | 'fr') => Letter
  return { en: write(email.sample, 'en'), fr: write(email.sample, 'fr') }
}

const linesOf = ({ subject, preheader = '', paragraphs }: Letter): string[] => [
  subject,
  preheader,
  ...paragraphs.flatMap((each) =>
    typeof each === 'string' ? [each] : 'facts' in each ? each.facts.map(([label]) => label) : [each.label],
  ),
]

/** Pairs as they stand; a text with facts is asked with facts of each shape that these have. */
function pairsIn(value: unknown): Text[] {
  if (typeof value === 'function')
    return [
      [1, 262],
      ['x', 'y', 'z'],
      [{ en: 'x', fr: 'y' }],
      [{ day: { en: 'x', fr: 'y' }, price: { en: '$1', fr: '1\u00a0$' }, licence: 'MIT' }],
    ]
      .flatMap((facts) => attempt(value as (...given: unknown[]) => unknown, facts))
      .flatMap(pairsIn)
  if (value === null || typeof value !== 'object') return []
  if ('en' in value && typeof value.en === 'string' && 'fr' in value && typeof value.fr === 'string')
    return [{ en: value.en, fr: value.fr }]
  return Object.values(value).flatMap(pairsIn)
}

function attempt(write: (...given: unknown[]) => unknown, facts: unknown[]): unknown[] {
  try {
    const said = write(...facts)
    return JSON.stringify(said).includes('undefined') ? [] : [said]
  } catch {
    return [] // facts of another shape
  }
}
