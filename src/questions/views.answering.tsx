import { formatBusinessDays, formatInstant } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import { type Language, languages, type Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Radios } from '../ui/choices.tsx'
import { Hidden, Select, TextArea } from '../ui/fields.tsx'
import { ActionBar, Button, ButtonLink, ErrorSummary, Form, PairField } from '../ui/form.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { Fold, Note, Quote, StatusBox } from '../ui/parts.tsx'
import { languageNames } from '../ui/texts.ts'
import { begunWith, dueOf, linkable, type QuestionFacts } from './pages.ts'
import { type Answered, type Asked, declineReasons } from './rules.ts'
import { answerId } from './showAnswers.tsx'
import { declineChoices, stateNames, staffTexts as texts } from './texts.ts'
import { DeclinedQuestion, Reopenings } from './views.declined.tsx'
import { Head, langOf, shortened, Words } from './views.list.tsx'
import { Lines } from './views.tsx'

type OneProps = {
  readonly facts: QuestionFacts
  readonly language: Language
  readonly form: Typed
  readonly problems: Problems
  /** The form that was sent, when it came back. */
  readonly sent: 'answer' | 'decline' | 'reopen' | 'duplicate' | 'amendment' | null
}

/** One question: as it was asked, the answer on its way or as it was published, and what else can be decided. */
export function QuestionPage(props: OneProps) {
  const { facts, language } = props
  const { question, opportunity, takes, drafts, publishes } = facts
  return (
    <>
      <Head facts={facts} title={texts.one[language]} language={language} />
      <TooLate {...props} />
      <Stands facts={facts} language={language} />
      <Original facts={facts} language={language} />
      {question.state === 'asked' && takes && drafts && <Answering {...props} question={question} />}
      {question.state === 'asked' && publishes && <Deciding {...props} question={question} />}
      {question.state === 'asked' && !(takes && drafts) && <Drafted question={question} language={language} />}
      {question.state === 'answered' && <Published {...props} question={question} />}
      {question.state === 'declined' && (
        <DeclinedQuestion
          {...{ facts, question, language, form: props.form }}
          problems={props.sent === 'reopen' ? props.problems : []}
        />
      )}
      <Reopenings facts={facts} language={language} />
      {question.state === 'duplicate' && <SameAs facts={facts} of={question.of} language={language} />}
      <p>
        <a href={path('/files/:id/questions', language, { id: opportunity.id })}>{texts.back[language]}</a>
      </p>
    </>
  )
}

/** The form that was sent is not there any more: why, and what was typed in it. */
function TooLate({ facts, language, form, problems, sent }: OneProps) {
  const { takes, question } = facts
  const { state } = question
  const there =
    sent === 'amendment'
      ? state === 'answered'
      : sent === 'reopen'
        ? state === 'declined' && takes
        : state === 'asked' && (sent !== 'answer' || takes)
  if (sent === null || there) return null
  const said = {
    question: { en: typed(form, 'question_en'), fr: typed(form, 'question_fr') },
    answer: { en: typed(form, 'answer_en'), fr: typed(form, 'answer_fr') },
  }
  return (
    <>
      <ErrorSummary language={language} errors={problems} keep={texts.notSaved[language]} />
      {sent === 'answer' && (
        <Fold label={texts.yours[language]}>
          <Both said={said} />
        </Fold>
      )}
    </>
  )
}

function Stands({ facts, language }: { facts: QuestionFacts; language: Language }) {
  const { question, policy, now, takes, drafts, publishes } = facts
  const waits = question.state === 'asked' && takes
  const due = dueOf(facts, question)
  const handed = waits && question.handedAt !== null
  const task = publishes ? texts.checkAndPublish : handed ? texts.waitsForTeam : texts.writeAnswer
  return (
    <StatusBox
      language={language}
      tone={!waits ? 'done' : due < now ? 'late' : publishes || (drafts && !handed) ? 'you' : 'waiting'}
      happening={{
        what: (handed ? texts.handed : stateNames[question.state])[language],
        more: texts.askedOn(formatInstant(question.confirmedAt, policy.zone, language))[language],
      }}
      next={{ what: (waits ? (drafts ? task : texts.theyWrite) : texts.nothing)[language] }}
      by={
        waits
          ? {
              what: formatInstant(due, policy.zone, language),
              more: texts.promise(formatBusinessDays(policy.questions.answerBusinessDays, language))[language],
            }
          : { what: texts.noDate[language], more: texts.decided[language] }
      }
    />
  )
}

/** The program team reads the words as they were asked; everybody else without what may say who asked. */
function Original({ facts, language }: { facts: QuestionFacts; language: Language }) {
  const { question, original } = facts
  const count = question.masked
  return (
    <section aria-labelledby="as-asked">
      <h2 id="as-asked">{texts.asAsked[language]}</h2>
      <Quote lang={question.language}>
        <Lines text={original ?? question.words} />
      </Quote>
      {count > 0 && original !== undefined && (
        <Note tone="warn" head={texts.originalNote(count)[language]}>
          <Quote lang={question.language}>
            <Lines text={question.words} />
          </Quote>
        </Note>
      )}
      {count > 0 && original === undefined && <p class="small">{texts.maskedNote[language]}</p>}
    </section>
  )
}

function Answering({ facts, language, form, problems, sent, question }: OneProps & { question: Asked }) {
  const { opportunity, publishes, amendments } = facts
  const params = { id: opportunity.id, question: question.id }
  const errors = sent === 'answer' ? problems : []
  const begun = begunWith(question)
  const value = (name: 'question' | 'answer'): Text =>
    sent === 'answer' ? { en: typed(form, `${name}_en`), fr: typed(form, `${name}_fr`) } : begun[name]
  const pair = (name: 'question' | 'answer', label: Text, hint: Text, rows: number) => (
    <PairField
      language={language}
      name={name}
      label={label[language]}
      hint={hint[language]}
      rows={rows}
      value={value(name)}
      error={{ en: problemAt(errors, `${name}_en`, language), fr: problemAt(errors, `${name}_fr`, language) }}
    />
  )
  return (
    <section aria-labelledby="answering">
      <h2 id="answering">{texts.answer[language]}</h2>
      <Form
        action={path('/files/:id/questions/:question', language, params)}
        language={language}
        errors={errors}
        enter={{ name: 'do', value: 'keep' }}
      >
        <Hidden name="seen" value={String(question.version)} />
        {sent === 'answer' && question.draftedBy !== null && <Current question={question} language={language} />}
        {pair('question', texts.publicQuestion, texts.publicQuestionHint, 4)}
        {pair('answer', texts.answer, texts.answerHint, 6)}
        {publishes && (
          <>
            <AmendmentChoice
              amendments={amendments}
              value={sent === 'answer' ? typed(form, 'amendment') : ''}
              error={problemAt(errors, 'amendment', language)}
              language={language}
            />
            <p>
              <a href={path('/files/:id/amendments', language, { id: opportunity.id })}>
                {texts.makeAmendment[language]}
              </a>
            </p>
            <p class="small">{texts.everyone[language]}</p>
          </>
        )}
        <ActionBar>
          <Button name="do" value={publishes ? 'publish' : 'hand'}>
            {(publishes ? texts.publish : texts.hand)[language]}
          </Button>
          <Button kind="plain" name="do" value="keep">
            {texts.keep[language]}
          </Button>
        </ActionBar>
      </Form>
    </section>
  )
}

/** What somebody else wrote meanwhile, beside what was typed. */
const Current = ({ question, language }: { question: Asked; language: Language }) => (
  <Fold label={texts.current[language]}>
    <Both said={question.said} />
  </Fold>
)

function Drafted({ question, language }: { question: Asked; language: Language }) {
  const { said } = question
  if (languages.every((each) => said.answer[each] === '')) return null
  return (
    <section aria-labelledby="drafted">
      <h2 id="drafted">{texts.drafted[language]}</h2>
      <Both said={said} />
    </section>
  )
}

const Both = ({ said }: { said: Asked['said'] }) => (
  <>
    {languages.map((each) => (
      <div key={each} lang={each}>
        <h3>{languageNames[each]}</h3>
        {said.question[each] && (
          <Quote>
            <Lines text={said.question[each]} />
          </Quote>
        )}
        <Markdown text={said.answer[each]} top={4} />
      </div>
    ))}
  </>
)

/** The other two ways: a refusal with its reason, or another question that asks the same. */
function Deciding({ facts, language, form, problems, sent, question }: OneProps & { question: Asked }) {
  const params = { id: facts.opportunity.id, question: question.id }
  const others = linkable(facts)
  const errorsOf = (which: 'decline' | 'duplicate') => (sent === which ? problems : [])
  return (
    <>
      <Fold label={texts.duplicateFold[language]} open={sent === 'duplicate'}>
        {others.length === 0 ? (
          <p>{texts.duplicateNone[language]}</p>
        ) : (
          <Form
            action={path('/files/:id/questions/:question/duplicate', language, params)}
            language={language}
            errors={errorsOf('duplicate')}
            label={texts.duplicateFold[language]}
          >
            <Select
              language={language}
              name="of"
              label={texts.duplicateOf[language]}
              options={others.map((other) => ({
                value: other.id,
                label: shortened(other, language),
                lang: langOf(other, language),
              }))}
              value={sent === 'duplicate' ? typed(form, 'of') : ''}
              error={problemAt(errorsOf('duplicate'), 'of', language)}
            />
            <Button kind="plain">{texts.link[language]}</Button>
          </Form>
        )}
      </Fold>
      <Fold label={texts.declineFold[language]} open={sent === 'decline'}>
        <Form
          action={path('/files/:id/questions/:question/refusal', language, params)}
          language={language}
          errors={errorsOf('decline')}
          label={texts.declineFold[language]}
        >
          <Radios
            language={language}
            name="because"
            label={texts.because[language]}
            choices={declineReasons.map((reason) => ({ value: reason, label: declineChoices[reason][language] }))}
            value={sent === 'decline' ? typed(form, 'because') : ''}
            error={problemAt(errorsOf('decline'), 'because', language)}
          />
          <TextArea
            language={language}
            name="explanation"
            label={texts.explanation[language]}
            hint={texts.explanationHint(question.language)[language]}
            rows={3}
            optional
            lang={question.language}
            value={sent === 'decline' ? typed(form, 'explanation') : ''}
            error={problemAt(errorsOf('decline'), 'explanation', language)}
          />
          <Button kind="stop">{texts.decline[language]}</Button>
        </Form>
      </Fold>
    </>
  )
}

function Published({ facts, language, form, problems, sent, question }: OneProps & { question: Answered }) {
  const { opportunity, publishes, amendments } = facts
  const { slug, id } = opportunity
  const errors = sent === 'amendment' ? problems : []
  const chosen = question.amendment === null ? '' : String(question.amendment)
  const place = `${path('/opportunities/:slug', language, { slug })}#${answerId(question.number)}`
  return (
    <section aria-labelledby="published">
      <h2 id="published">{texts.numbered(question.number)[language]}</h2>
      <Both said={question.said} />
      <p>
        <a href={place}>{texts.publicPage[language]}</a>
      </p>
      {publishes && (
        <Form
          action={path('/files/:id/questions/:question/amendment', language, { id, question: question.id })}
          language={language}
          errors={errors}
        >
          <AmendmentChoice
            amendments={amendments}
            value={sent === 'amendment' ? typed(form, 'amendment') : chosen}
            error={problemAt(errors, 'amendment', language)}
            language={language}
          />
          <ActionBar>
            <Button kind="plain">{texts.saveAmendment[language]}</Button>
            {opportunity.state === 'open' && (
              <ButtonLink kind="link" href={path('/files/:id/amendments', language, { id })}>
                {texts.makeAmendment[language]}
              </ButtonLink>
            )}
          </ActionBar>
        </Form>
      )}
    </section>
  )
}

const AmendmentChoice = ({
  amendments,
  value,
  error,
  language,
}: {
  amendments: readonly number[]
  value: string
  error: string | undefined
  language: Language
}) => (
  <Select
    language={language}
    name="amendment"
    label={texts.amendment[language]}
    hint={texts.amendmentHint[language]}
    empty={texts.noAmendment[language]}
    options={amendments.map((number) => ({ value: String(number), label: texts.amendmentNumber(number)[language] }))}
    value={value}
    error={error}
    optional
  />
)

function SameAs({ facts, of, language }: { facts: QuestionFacts; of: string; language: Language }) {
  const other = facts.questions.find(({ id }) => id === of)
  return other ? (
    <p>
      {texts.sameAs[language]} <Words facts={facts} question={other} language={language} />
    </p>
  ) : null
}
