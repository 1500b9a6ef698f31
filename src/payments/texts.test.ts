import { expect, test } from 'vitest'
import { languages } from '../platform/i18n.ts'
import { englishProblems, frenchProblems } from '../platform/typography.ts'
import { paymentEmails } from './emails.ts'

test('every letter says its words in both languages, with one link', () => {
  for (const email of paymentEmails) {
    for (const language of languages) {
      const { subject, paragraphs } = email.write(email.sample, language)
      const words = [subject, ...paragraphs.filter((paragraph) => typeof paragraph === 'string')]
      expect(words.flatMap(language === 'en' ? englishProblems : frenchProblems)).toEqual([])
      expect(paragraphs.filter((paragraph) => typeof paragraph === 'object' && 'link' in paragraph)).toHaveLength(1)
    }
  }
})
