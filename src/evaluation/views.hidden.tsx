import { formatInstant } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Button, Form } from '../ui/form.tsx'
import { FoldTable } from '../ui/tables.tsx'
import type { EvaluationFacts, HiddenFacts } from './pages.ts'
import { pageTexts as words } from './texts.pages.ts'
import { applicantName, languageOf } from './texts.ts'

/** What is hidden in each application, for the program team; and the end of its turn. */
export function HiddenPart({
  facts,
  hidden,
  language,
}: {
  facts: EvaluationFacts
  hidden: readonly HiddenFacts[]
  language: Language
}) {
  const { opportunity, hidingCheckedAt, situation, zone } = facts
  const { id } = opportunity
  return (
    <section aria-labelledby="hidden">
      <h2 id="hidden">{words.hiddenHead[language]}</h2>
      <FoldTable
        caption={words.hiddenHead[language]}
        captionHidden
        columns={[
          { label: words.applicantColumn[language] },
          { label: words.languageColumn[language] },
          { label: words.hiddenCount[language], numeric: true },
          { label: words.checkHidden[language] },
        ]}
        rows={hidden.map(({ applicant, answers }) => [
          applicantName(applicant.number)[language],
          languageOf[applicant.language][language],
          answers.filter(({ redacted }) => redacted !== null).length,
          <a
            key="check"
            href={path('/files/:id/evaluation/:number/redaction', language, { id, number: String(applicant.number) })}
          >
            {words.checkHidden[language]} <span class="vh">{applicantName(applicant.number)[language]}</span>
          </a>,
        ])}
      />
      {hidingCheckedAt && <p>{words.hiddenCheckedOn(formatInstant(hidingCheckedAt, zone, language))[language]}</p>}
      {situation === 'to_check_hidden' && (
        <Form action={path('/files/:id/evaluation/redaction', language, { id })} language={language}>
          <p>{words.hiddenCheckedHint[language]}</p>
          <Button>{words.hiddenChecked[language]}</Button>
        </Form>
      )}
    </section>
  )
}
