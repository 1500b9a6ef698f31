import { expect, it } from 'vitest'
import { resultEmails } from '../awards/emails.results.ts'
import { offerEmails } from '../awards/emails.ts'
import type { Email, Letter } from '../platform/mail.ts'
import { englishProblems, frenchProblems } from '../platform/typography.ts'
import { exceptionEmails } from './emails.exceptions.ts'
import { workEmails } from './emails.ts'

const letters: readonly Email[] = [...offerEmails, ...resultEmails, ...workEmails, ...exceptionEmails]
const wordsOf = ({ subject, preheader = '', paragraphs }: Letter): string[] => [
  subject,
  preheader,
  ...paragraphs.flatMap((paragraph) =>
    typeof paragraph === 'string' ? [paragraph] : 'link' in paragraph ? [paragraph.label] : paragraph.facts.flat(),
  ),
]

it('has one kind for each letter, each with one link', () => {
  expect(new Set(letters.map(({ kind }) => kind)).size).toBe(letters.length)
  for (const { kind, sample, write } of letters)
    for (const language of ['en', 'fr'] as const) {
      const links = write(sample, language).paragraphs.filter((part) => typeof part !== 'string' && 'link' in part)
      expect([kind, language, links.length]).toEqual([kind, language, 1])
    }
})

it('writes both languages well', () => {
  const english = letters.flatMap(({ sample, write }) => wordsOf(write(sample, 'en')).flatMap(englishProblems))
  expect(english).toEqual([])
  // The samples’ own words are English; what is checked is ours.
  const french = letters.flatMap(({ kind, sample, write }) =>
    wordsOf(write(sample, 'fr')).flatMap((words) => frenchProblems(words).map((problem) => `${kind}: ${problem}`)),
  )
  expect(french).toEqual([])
})
