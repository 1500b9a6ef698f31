import { z } from 'zod'
import { cleaned, needed, optional, ownNumber, type Problem, type Problems, wholeNumber } from '../platform/forms.ts'
import { type Form, typed } from '../platform/http.ts'
import { languages, type Text } from '../platform/i18n.ts'
import { pairNames } from '../ui/form.tsx'
import { unknownPlaceholders } from './rules.placeholders.ts'
import { mostCharacters, skippingHeadings, type WordField, type Words, wordFields } from './rules.ts'
import { formTexts } from './texts.ts'

/** The words of a page, half by half, and the revision of the draft that their writer saw. */
export const wordsForm = z.object({
  title_en: optional(mostCharacters.title),
  title_fr: optional(mostCharacters.title),
  lead_en: optional(mostCharacters.lead),
  lead_fr: optional(mostCharacters.lead),
  text_en: optional(mostCharacters.text),
  text_fr: optional(mostCharacters.text),
  seen: ownNumber,
})

export const publicationForm = z.object({ note: needed(300), seen: ownNumber })
export const versionForm = z.object({ version: wholeNumber(0, 999_999_999) })

/** What was typed, as words; cleaned as the form does it. */
export const wordsTyped = (form: Form): Words => ({
  title: pairTyped(form, 'title'),
  lead: pairTyped(form, 'lead'),
  text: pairTyped(form, 'text'),
})

const pairTyped = (form: Form, field: WordField): Text => {
  const { en, fr } = pairNames(field)
  return { en: cleaned(typed(form, en)), fr: cleaned(typed(form, fr)) }
}

/** What is wrong with the text itself, whoever may publish it: a name that nothing stands for, a heading out of place. */
export const wordsProblems = (words: Words): Problems =>
  wordFields.flatMap((field) =>
    languages.flatMap((language): Problem[] => {
      const text = words[field][language]
      const at = pairNames(field)[language]
      const [unknown] = unknownPlaceholders(text)
      const [skipping] = skippingHeadings(text)
      if (unknown !== undefined) return [{ field: at, text: formTexts.unknownPlaceholder(unknown) }]
      return skipping === undefined ? [] : [{ field: at, text: formTexts.headingSkips(skipping) }]
    }),
  )
