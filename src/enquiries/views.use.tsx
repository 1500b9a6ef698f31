import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Button, Form, PairField, pairNames } from '../ui/form.tsx'
import type { Enquiry } from './rules.ts'
import { useTexts as texts } from './texts.ts'
import { Said } from './views.queue.tsx'

type Props = { enquiry: Enquiry; language: Language; values: Typed; problems: Problems }

/** A question and its answer in both languages, on their way to the draft of the frequent questions. */
export const EntryPage = (props: Props) => {
  const { enquiry, language, problems } = props
  return (
    <>
      <h1>{texts.faqTitle[language]}</h1>
      <p class="lead">{texts.faqLead[language]}</p>
      <h2>{texts.wrote[language]}</h2>
      <Said enquiry={enquiry} />
      <Form
        action={path('/enquiries/:id/faq', language, { id: enquiry.id })}
        language={language}
        errors={problems}
        label={texts.faqTitle[language]}
      >
        <Pair {...props} name="question" label={texts.question[language]} rows={2} />
        <Pair {...props} name="answer" label={texts.answer[language]} rows={8} />
        <Button>{texts.toDraft[language]}</Button>
      </Form>
    </>
  )
}

/** What was learned, in both languages. */
export const LessonPage = (props: Props) => {
  const { enquiry, language, problems } = props
  return (
    <>
      <h1>{texts.lessonTitle[language]}</h1>
      <p class="lead">{texts.lessonLead[language]}</p>
      <h2>{texts.wrote[language]}</h2>
      <Said enquiry={enquiry} />
      <Form
        action={path('/enquiries/:id/lesson', language, { id: enquiry.id })}
        language={language}
        errors={problems}
        label={texts.lessonTitle[language]}
      >
        <Pair {...props} name="lesson" label={texts.lesson[language]} rows={4} />
        <Button>{texts.writeDown[language]}</Button>
      </Form>
    </>
  )
}

function Pair({
  language,
  values,
  problems,
  name,
  label,
  rows,
}: Props & { name: string; label: string; rows: number }) {
  const { en, fr } = pairNames(name)
  return (
    <PairField
      language={language}
      name={name}
      label={label}
      rows={rows}
      value={{ en: typed(values, en), fr: typed(values, fr) }}
      error={{ en: problemAt(problems, en, language), fr: problemAt(problems, fr, language) }}
    />
  )
}
