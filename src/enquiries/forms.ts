import { z } from 'zod'
import { choice, formTexts, needed, optional, type Parsed, parseForm, readAs, saying } from '../platform/forms.ts'
import { type Form, typed } from '../platform/http.ts'
import { enquiryKinds, enquiryOutcomes, needsAnswer } from './rules.ts'
import { contactTexts } from './texts.ts'

export const MOST_CHARACTERS = 5_000

const address = z.email()

/** Empty, or an address that we can write to. */
const maybeEmail = readAs((text): string | null | undefined => {
  const lower = text.toLowerCase()
  if (lower === '') return null
  return lower.length <= 254 && address.safeParse(lower).success ? lower : undefined
}, formTexts.email)

const shape = z.object({
  kind: z.enum(enquiryKinds, saying(contactTexts.kindMissing)),
  body: optional(MOST_CHARACTERS).pipe(z.string().min(1, saying(contactTexts.bodyMissing))),
  page: optional(500),
  email: maybeEmail,
  /** A code of the list, or nothing; of anything else it is nobody’s. */
  department: readAs((text) => text.slice(0, 16), formTexts.chooseOne),
})

/** What somebody writes to us. A question without an address is no question: the sentence stands at the address. */
export function parseContact(form: Form): Parsed<z.output<typeof shape>> {
  const parsed = parseForm(shape, form)
  const kind = enquiryKinds.find((each) => each === typed(form, 'kind'))
  if (kind === undefined || !needsAnswer(kind) || typed(form, 'email').trim() !== '') return parsed
  const others = parsed.ok ? [] : parsed.problems
  return { ok: false, problems: [...others, { field: 'email', text: contactTexts.addressMissing }] }
}

export const answerForm = z.object({ text: needed(MOST_CHARACTERS) })
export const closeForm = z.object({ outcome: choice(enquiryOutcomes) })

const half = (most: number) =>
  optional(most).pipe(z.string().min(1, saying({ en: 'Fill in both languages.', fr: 'Remplissez les deux langues.' })))

export const entryForm = z.object({
  question_en: half(200),
  question_fr: half(200),
  answer_en: half(MOST_CHARACTERS),
  answer_fr: half(MOST_CHARACTERS),
})
export const lessonForm = z.object({ lesson_en: half(1_000), lesson_fr: half(1_000) })
