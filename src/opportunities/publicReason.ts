import type { Problem } from '../platform/forms.ts'
import { languages, type Text } from '../platform/i18n.ts'
import { type FieldMark, marksIn } from '../scanning/rules.ts'
import { markAdvice, markNames } from '../scanning/texts.ts'

/** What the scan finds in a reason that the public reads. A reason has no page of its own: what is found is taken out. */
export const marksOfReason = (about: string, reason: Text): FieldMark[] =>
  marksIn(
    languages.map((language) => ({ field: 'reason', language, text: reason[language] })),
    about,
  )

/** The same as sentences, each at the half of the field where it stands. */
export const reasonProblems = (about: string, reason: Text, field: 'reason' | 'public'): Problem[] =>
  marksOfReason(about, reason).map(({ kind, language }) => ({
    field: `${field}_${language}`,
    text: {
      en: `This looks like ${markNames[kind].en}, and the public would read it. ${markAdvice[kind].en}`,
      fr: `Ce passage semble contenir ${markNames[kind].fr}, et le public le lirait. ${markAdvice[kind].fr}`,
    },
  }))
