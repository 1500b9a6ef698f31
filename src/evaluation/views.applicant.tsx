import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Radios } from '../ui/choices.tsx'
import { Hidden as HiddenField, TextArea } from '../ui/fields.tsx'
import { ActionBar, Button, Form } from '../ui/form.tsx'
import { criterionKey, Fold, Hid, Key, Note, Quote, Tag } from '../ui/parts.tsx'
import { LEAST_WORDS, markFields } from './forms.ts'
import { segmentsOf } from './masking.ts'
import type { ApplicantFacts, EvaluationFacts, HiddenFacts } from './pages.ts'
import type { Mark } from './rules.ts'
import { pageTexts as words } from './texts.pages.ts'
import { hiddenText } from './texts.ts'
import { ApplicantList, Status } from './views.tsx'

type Page = {
  readonly language: Language
  readonly facts: EvaluationFacts
  readonly values?: Typed
  readonly errors?: Problems
}

/** One application without who sent it: each criterion, the answer, and the decision with its reason. */
export function ApplicantPage({
  language,
  facts,
  applicant: { applicant, answers, marks },
  editable,
  values,
  errors = [],
}: Page & { applicant: ApplicantFacts; editable: boolean }) {
  const { opportunity, applicants, criteria } = facts
  const { id, number, title } = opportunity
  const next = applicants.find((one) => one.number > applicant.number)
  const action = path('/files/:id/evaluation/:number', language, { id, number: String(applicant.number) })
  const list = path('/files/:id/evaluation', language, { id })
  const sections = criteria.map((criterion) => {
    const key = criterionKey('application', criterion.position, language)
    const answer = answers.find(({ criterionId }) => criterionId === criterion.id)
    const mark = marks.find(({ criterionId }) => criterionId === criterion.id)
    return (
      <section key={criterion.id} aria-labelledby={`c-${criterion.position}`}>
        <h2 id={`c-${criterion.position}`} class="row flush">
          <Key kind="application" place={criterion.position} language={language} /> {criterion.text[language]}
        </h2>
        {answer?.askedLater && <Note tone="info" head={words.askedLater[language]} level={3} />}
        {answer && (answer.text !== '' || !answer.askedLater) && (
          <Quote lang={answer.language}>
            <Answer text={answer.text} language={language} />
          </Quote>
        )}
        {editable ? (
          <MarkFields
            criterion={{ position: criterion.position, key }}
            language={language}
            applicantLanguage={applicant.language}
            values={values ?? typedBefore(criterion.position, mark)}
            errors={errors}
          />
        ) : (
          mark && <Decided mark={mark} language={language} />
        )}
        <hr />
      </section>
    )
  })
  return (
    <>
      <a class="back" href={list}>
        {words.back[language]}
      </a>
      <p class="eyebrow">{`${words.opportunity(number)[language]} · ${title[language]}`}</p>
      <h1>{words.applicantOf(applicant.number, applicants.length)[language]}</h1>
      <Status facts={facts} language={language} />
      <div class="two left">
        <nav class="stick" aria-label={words.applicants[language]}>
          <h2 class="h-s flush">{words.applicants[language]}</h2>
          <ApplicantList facts={facts} language={language} open={applicant.number} />
          <p class="small quiet">{words.order[language]}</p>
        </nav>
        <div class="col">
          {editable && (
            <Note tone="info" head={words.unknownHead[language]} level={2}>
              <p>
                {words.unknownText[language]} <a href={`${list}#conflict`}>{words.declareIt[language]}</a>
              </p>
            </Note>
          )}
          {editable ? (
            <Form action={action} language={language} errors={errors}>
              {sections}
              <Fold label={words.weakReasons[language]} small>
                <ul>
                  {words.weakest.map((weak) => (
                    <li key={weak.en}>{weak[language]}</li>
                  ))}
                </ul>
              </Fold>
              <ActionBar>
                <Button name="after" value={next ? String(next.number) : 'list'}>
                  {(next ? words.saveNext(next.number) : words.saveAll)[language]}
                </Button>{' '}
                {next && (
                  <Button kind="link" name="after" value="stay">
                    {words.save[language]}
                  </Button>
                )}
              </ActionBar>
            </Form>
          ) : (
            sections
          )}
        </div>
      </div>
    </>
  )
}

/** An answer with what is hidden in it; line breaks are paragraphs. */
export function Answer({ text, language }: { text: string; language: Language }) {
  return (
    <>
      {text.split(/\n{2,}/).map((paragraph, place) => (
        <p key={String(place)}>
          {segmentsOf(paragraph).map((segment, at) =>
            segment.hidden ? (
              <span key={String(at)} lang={language}>
                <Hid>{hiddenText(segment.text)[language]}</Hid>
              </span>
            ) : (
              segment.text
            ),
          )}
        </p>
      ))}
    </>
  )
}

/** What a page of marks begins with: what was decided before. */
function typedBefore(position: number, mark: Mark | undefined): Typed {
  if (!mark) return {}
  const names = markFields(position)
  return {
    [names.passed]: mark.passed ? 'pass' : 'fail',
    [names.rationale]: mark.rationale,
    [names.language]: mark.language,
    [names.translated]: mark.translated,
  }
}

function MarkFields({
  criterion: { position, key },
  language,
  applicantLanguage,
  values,
  errors,
}: {
  criterion: { position: number; key: string }
  language: Language
  applicantLanguage: Language
  values: Typed
  errors: Problems
}) {
  const names = markFields(position)
  const said = typed(values, names.language) === 'fr' ? 'fr' : typed(values, names.language) === 'en' ? 'en' : language
  return (
    <>
      <Radios
        tiles
        language={language}
        name={names.passed}
        label={words.meets(key)[language]}
        choices={[
          { value: 'pass', label: words.pass[language] },
          { value: 'fail', label: words.fail[language] },
        ]}
        value={typed(values, names.passed)}
        error={problemAt(errors, names.passed, language)}
      />
      <HiddenField name={names.language} value={said} />
      <TextArea
        language={language}
        name={names.rationale}
        label={words.reasonFor(key)[language]}
        hint={words.reasonHint(key, LEAST_WORDS)[language]}
        value={typed(values, names.rationale)}
        error={problemAt(errors, names.rationale, language)}
        lang={said}
        spellcheck
      />
      {said !== applicantLanguage && (
        <TextArea
          language={language}
          name={names.translated}
          label={words.translationFor(key)[language]}
          value={typed(values, names.translated)}
          error={problemAt(errors, names.translated, language)}
          lang={applicantLanguage}
          spellcheck
          optional
        />
      )}
    </>
  )
}

const Decided = ({ mark, language }: { mark: Mark; language: Language }) => (
  <>
    <p>
      <Tag
        label={(mark.passed ? words.criterionPassed : words.criterionFailed)[language]}
        tone={mark.passed ? 'ok' : 'bad'}
      />
    </p>
    <Quote lang={mark.language}>
      <p>{mark.rationale}</p>
    </Quote>
  </>
)

/** What is hidden in one application, for the program team: as written, what was found, and as evaluators read it. */
export function RedactionPage({
  language,
  facts,
  hidden: { applicant, answers },
  values = {},
  errors = [],
}: Page & { hidden: HiddenFacts }) {
  const params = { id: facts.opportunity.id, number: String(applicant.number) }
  return (
    <>
      <a class="back" href={path('/files/:id/evaluation', language, { id: facts.opportunity.id })}>
        {words.back[language]}
      </a>
      <h1>{words.redactTitle(applicant.number)[language]}</h1>
      <p class="lead">{words.redactLead[language]}</p>
      {answers.map(({ criterionId, position, answer, redacted, passages, language: its }) => {
        const key = criterionKey('application', position, language)
        const mine = typed(values, 'criterion') === criterionId
        return (
          <section key={criterionId} aria-labelledby={`c-${position}`}>
            <h2 id={`c-${position}`} class="row">
              <Key kind="application" place={position} language={language} />{' '}
              {facts.criteria.find(({ id }) => id === criterionId)?.text[language]}
            </h2>
            <h3>{words.asWritten[language]}</h3>
            <Quote lang={its}>
              <Answer text={answer} language={language} />
            </Quote>
            {passages.length === 0 ? (
              <p class="quiet">{words.foundNothing[language]}</p>
            ) : (
              <p>
                {words.found[language]}{' '}
                {passages.map(({ kind, text }) => (
                  <span key={text}>
                    <Tag label={text} /> <span class="quiet small">{hiddenText(kind)[language]}</span>{' '}
                  </span>
                ))}
              </p>
            )}
            <Form
              action={path('/files/:id/evaluation/:number/redaction', language, params)}
              language={language}
              label={words.asRead(key)[language]}
              errors={mine ? errors : []}
            >
              <HiddenField name="criterion" value={criterionId} />
              <TextArea
                language={language}
                name={`redacted_${position}`}
                label={words.asRead(key)[language]}
                value={mine && errors.length > 0 ? typed(values, `redacted_${position}`) : (redacted ?? answer)}
                error={mine ? problemAt(errors, `redacted_${position}`, language) : undefined}
                rows={8}
                lang={its}
              />
              <ActionBar>
                <Button kind="plain">{words.saveHidden[language]}</Button>
              </ActionBar>
            </Form>
          </section>
        )
      })}
    </>
  )
}
