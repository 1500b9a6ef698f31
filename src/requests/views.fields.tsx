import type { ComponentChildren } from 'preact'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { Radios } from '../ui/choices.tsx'
import type { Criterion } from './rules.ts'
import { newTexts } from './texts.pages.ts'
import { answerNames, criterionTexts } from './texts.ts'

export type FormPage = { language: Language; values: Typed; problems: Problems }
export type FieldProps = { language: Language; name: string; value: string; error: string | undefined }

export const fieldsOf =
  ({ language, values, problems }: FormPage) =>
  (name: string): FieldProps => ({
    language,
    name,
    value: typed(values, name),
    error: problemAt(problems, name, language),
  })

export const YesOrNo = ({ label, ...field }: FieldProps & { label: string }) => (
  <Radios
    {...field}
    label={label}
    tiles
    choices={[
      { value: 'yes', label: newTexts.yes[field.language] },
      { value: 'no', label: newTexts.no[field.language] },
    ]}
  />
)

/** One criterion: yes, no, or not known. */
export function AnswerField({
  criterion,
  hint,
  unknown,
  ...field
}: FieldProps & { criterion: Criterion; hint?: ComponentChildren; unknown?: string }) {
  const { question, hint: explained } = criterionTexts[criterion]
  const { language } = field
  return (
    <Radios
      {...field}
      label={question[language]}
      hint={
        (explained || hint) && (
          <>
            {explained?.[language]} {hint}
          </>
        )
      }
      choices={[
        { value: 'yes', label: answerNames.yes[language] },
        { value: 'no', label: answerNames.no[language] },
        { value: 'unknown', label: unknown ?? answerNames.unknown[language] },
      ]}
    />
  )
}
