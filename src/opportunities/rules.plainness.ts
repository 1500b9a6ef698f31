import { languages } from '../platform/i18n.ts'
import { readingOf } from '../platform/reading.ts'
import type { Policy } from '../policy/rules.ts'
import type { Finding } from './rules.readiness.ts'
import type { Statement } from './rules.ts'

/** Texts that are harder to read than the policy likes, with the longest sentence; advice only (mission M3). */
export function hardToRead(statement: Statement, { readiness: { englishGrade, frenchEase } }: Policy): Finding[] {
  return longTexts.flatMap((field) =>
    languages.flatMap((language): Finding[] => {
      const reading = readingOf(statement[field][language], language)
      if (!reading) return []
      const hard = language === 'en' ? reading.score > englishGrade : reading.score < frenchEase
      const sentence = reading.longest[0]?.text ?? ''
      return hard ? [{ level: 'advice', field, code: 'hard_to_read', language, score: reading.score, sentence }] : []
    }),
  )
}

const longTexts = ['teaser', 'background', 'work'] as const
