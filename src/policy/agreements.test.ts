import { expect, it } from 'vitest'
import { day } from '../platform/day.ts'
import { textProblems } from '../platform/typography.ts'
import { wordCount } from '../platform/words.ts'
import {
  applicantAgreements,
  eligibility,
  formerPublicServantAnswers,
  formerPublicServantQuestion,
  privacyBanks,
  staffAgreements,
} from './agreements.ts'
import { terms } from './terms.ts'
import { type Versioned, versionNamed, versionOn } from './versions.ts'

const all = [
  eligibility,
  formerPublicServantQuestion,
  ...Object.values(applicantAgreements),
  ...Object.values(staffAgreements),
]

it('the version in force is the latest that has begun', () => {
  const versions: readonly [Versioned, Versioned] = [
    { version: '1', from: day('2026-01-01') },
    { version: '2', from: day('2026-06-01') },
  ]
  const on = (some: `${number}-${number}-${number}`) => versionOn(versions, day(some)).version
  expect([on('2025-12-31'), on('2026-05-31'), on('2026-06-01'), on('2030-01-01')]).toEqual(['1', '1', '2', '2'])
  expect(versionNamed(versions, '1')?.from).toBe('2026-01-01')
  expect(versionNamed(versions, '3')).toBeUndefined()
})

it('each text has versions with distinct names, oldest first', () => {
  for (const versions of [...all, terms]) {
    expect(new Set(versions.map(({ version }) => version)).size).toBe(versions.length)
    const from = versions.map((version) => version.from)
    expect(from).toEqual(from.toSorted())
  }
})

it('eligibility asks for nobody’s status', () => {
  for (const { text } of eligibility) {
    expect(text.en).not.toMatch(/citizen|resident|visa|immigra/i)
    expect(text.fr).not.toMatch(/citoyen|résident|visa|immigra/i)
  }
})

it.each(['en', 'fr'] as const)('the terms fit on a page (%s)', (language) => {
  for (const { title, opening, clauses } of terms) {
    const page = [title, opening, ...clauses.flatMap(({ heading, text }) => [heading, text])]
    expect(wordCount(page.map((text) => text[language]).join('\n'))).toBeLessThan(600)
  }
})

it('clauses have distinct ids, for records to name', () => {
  for (const { clauses } of terms) expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length)
})

const texts = [
  ...all.flatMap((versions) => versions.map(({ text }) => text)),
  ...terms.flatMap(({ title, opening, clauses }) => [
    title,
    opening,
    ...clauses.flatMap(({ heading, text }) => [heading, text]),
  ]),
  ...Object.values(formerPublicServantAnswers),
  ...Object.values(privacyBanks).flatMap(({ bank, name }) => [bank, name]),
]
it.each(texts)('$en', (text) => {
  expect(textProblems(text)).toEqual([])
})
