import { formatInstant } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { TextArea } from '../ui/fields.tsx'
import { Button, Form } from '../ui/form.tsx'
import { Fold, Quote } from '../ui/parts.tsx'
import type { QuestionFacts } from './pages.ts'
import type { Declined } from './rules.ts'
import { declineChoices, staffTexts as texts } from './texts.ts'
import { Lines } from './views.tsx'

/** Why a question is not answered; while answers are taken, the program team may take it up again. */
export function DeclinedQuestion({
  facts,
  question,
  language,
  form,
  problems,
}: {
  facts: QuestionFacts
  question: Declined
  language: Language
  /** The form that came back, with what is wrong. */
  form: Typed
  problems: Problems
}) {
  const params = { id: facts.opportunity.id, question: question.id }
  return (
    <>
      <section aria-labelledby="because">
        <h2 id="because">{texts.because[language]}</h2>
        <p>{declineChoices[question.because][language]}.</p>
        {question.explanation && (
          <Quote lang={question.language}>
            <Lines text={question.explanation} />
          </Quote>
        )}
      </section>
      {facts.publishes && facts.takes && (
        <Fold label={texts.reopenFold[language]} open={problems.length > 0}>
          <Form
            action={path('/files/:id/questions/:question/reopening', language, params)}
            language={language}
            errors={problems}
            label={texts.reopenFold[language]}
          >
            <TextArea
              language={language}
              name="reason"
              label={texts.reopenReason[language]}
              hint={texts.reopenHint[language]}
              rows={3}
              value={typed(form, 'reason')}
              error={problemAt(problems, 'reason', language)}
            />
            <Button kind="plain">{texts.reopen[language]}</Button>
          </Form>
        </Fold>
      )}
    </>
  )
}

/** That a question had been declined before, and why it was taken up again: for the program team. */
export function Reopenings({ facts, language }: { facts: QuestionFacts; language: Language }) {
  const { reopenings, policy, question, publishes } = facts
  if (!publishes || reopenings.length === 0) return null
  return (
    <section aria-labelledby="reopened">
      <h2 id="reopened">{texts.reopenedHead[language]}</h2>
      {reopenings.map(({ id, because, explained, reason, at }) => (
        <div key={id}>
          <p>
            {texts.reopenedOn(formatInstant(at, policy.zone, language), declineChoices[because][language])[language]}
          </p>
          {explained && (
            <Quote lang={question.language}>
              <Lines text={explained} />
            </Quote>
          )}
          <p>{texts.reopenedWhy[language]}</p>
          <Quote>
            <Lines text={reason} />
          </Quote>
        </div>
      ))}
    </section>
  )
}
