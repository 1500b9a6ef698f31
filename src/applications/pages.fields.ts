import type { Problems } from '../platform/forms.ts'
import type { Text } from '../platform/i18n.ts'
import { criterionKey } from '../ui/parts.tsx'
import { languageNames } from '../ui/texts.ts'
import { answerField } from './forms.ts'
import type { Clash } from './joining.ts'
import type { Posted } from './rules.ts'
import { formProblems, formTexts } from './texts.form.ts'

/** Two devices changed the same fields: each is named, and where both texts stand is said. */
export const clashProblems = (clashes: readonly Clash[], posted: Posted): Problems =>
  clashes.map(({ field }) => ({ field, text: formProblems.changedElsewhere(fieldName(field, posted)) }))

/** A field as somebody calls it: “E2”, or the words beside it. */
export function fieldName(name: string, posted: Pick<Posted, 'criteria'>): Text {
  const position = posted.criteria.find((each) => answerField(each) === name)?.position
  if (position)
    return { en: criterionKey('application', position, 'en'), fr: criterionKey('application', position, 'fr') }
  return labels[name] ?? { en: name, fr: name }
}

/** A saved value as somebody reads it: the words of a choice, the text of a field. */
export function shownValue(name: string, value: string): Text {
  const choices = choiceTexts[name]
  return choices?.[value] ?? { en: value, fr: value }
}

const labels: Readonly<Record<string, Text>> = {
  language: formTexts.answersLanguage,
  legalName: formTexts.legalName,
  operatingName: formTexts.operatingName,
  workerName: formTexts.workerName,
  publicService: formTexts.publicServiceShort,
  hasAffiliates: formTexts.hasAffiliatesShort,
  affiliates: formTexts.affiliates,
  repositories: formTexts.repositories,
  signatoryName: formTexts.signatoryName,
}

const yesNo = { no: formTexts.no, yes: formTexts.yes }
const choiceTexts: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  language: {
    en: { en: languageNames.en, fr: languageNames.en },
    fr: { en: languageNames.fr, fr: languageNames.fr },
  },
  publicService: {
    no: formTexts.publicServiceNo,
    former: formTexts.publicServiceFormer,
    former_pension: formTexts.publicServicePension,
    yes: formTexts.publicServiceYes,
  },
  hasAffiliates: yesNo,
}
