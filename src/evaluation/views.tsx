import type { ComponentChildren } from 'preact'
import type { Actor } from '../accounts/rules.ts'
import { formatInstant } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed, typedAll } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Checkbox, CheckboxGroup } from '../ui/choices.tsx'
import { TextArea } from '../ui/fields.tsx'
import { ActionBar, Button, ButtonLink, ErrorSummary, Form } from '../ui/form.tsx'
import { Fold, Key, Note, Pairs, Quote, StatusBox, Tag } from '../ui/parts.tsx'
import { type EvaluationFacts, type HiddenFacts, passing, progressOf, seesResults } from './pages.ts'
import { can, passes, type Situation } from './rules.ts'
import { statusWords, pageTexts as words } from './texts.pages.ts'
import { applicantName } from './texts.ts'
import { HiddenPart } from './views.hidden.tsx'

export type PageState = {
  readonly actor: Actor
  readonly language: Language
  readonly facts: EvaluationFacts
  readonly hidden: readonly HiddenFacts[]
  readonly values?: Typed
  readonly errors?: Problems
}

/** The evaluation of one file, as far as it is its reader's business. */
export function EvaluationPage({ actor, language, facts, hidden, values = {}, errors = [] }: PageState) {
  const { opportunity, situation, file } = facts
  return (
    <>
      <p class="eyebrow">{`${words.opportunity(opportunity.number)[language]} · ${opportunity.title[language]}`}</p>
      <h1>{words.title[language]}</h1>
      <ErrorSummary language={language} errors={errors} />
      <Status facts={facts} language={language} />
      {situation === 'to_start' && <NameForm {...{ facts, language, values, errors }} start />}
      {situation === 'to_declare' && <DeclarationForm {...{ facts, language, values, errors }} />}
      {can.evaluate(actor, file) && situation !== 'confirmed' && <Applicants facts={facts} language={language} />}
      {situation === 'to_lock' && <LockForm facts={facts} language={language} />}
      {!can.evaluate(actor, file) && (situation === 'under_way' || situation === 'to_check_hidden') && (
        <p>{decidedText(facts, language)}</p>
      )}
      {hidden.length > 0 && <HiddenPart facts={facts} hidden={hidden} language={language} />}
      {seesResults(actor, facts) && <Results facts={facts} language={language} />}
      {situation === 'to_confirm' && <ConfirmForms {...{ facts, language, values, errors }} />}
      {file.evaluators.length > 0 && <Evaluators facts={facts} language={language} />}
      {canNameMore(actor, facts) && (
        <Fold label={words.nameMore[language]} open={errors.length > 0}>
          <NameForm {...{ facts, language, values, errors }} />
        </Fold>
      )}
      {(situation === 'to_mark' || situation === 'to_lock' || situation === 'to_declare') && (
        <StepDown facts={facts} language={language} />
      )}
      {situation === 'confirmed' && can.see(actor, file) && (
        <ActionBar>
          <ButtonLink kind="plain" href={path('/files/:id/draw', language, { id: opportunity.id })}>
            {words.toDraw[language]}
          </ButtonLink>
        </ActionBar>
      )}
    </>
  )
}

const yours: ReadonlySet<Situation> = new Set<Situation>([
  'to_start',
  'to_declare',
  'to_mark',
  'to_lock',
  'to_confirm',
  'to_check_hidden',
])

export function Status({ facts, language }: { facts: EvaluationFacts; language: Language }) {
  const { situation, due, zone, late } = facts
  const { happening, next } = statusWords[situation]
  const tone = situation === 'confirmed' ? 'done' : late ? 'late' : yours.has(situation) ? 'you' : 'waiting'
  return (
    <StatusBox
      language={language}
      tone={tone}
      happening={{ what: happening.what[language], more: happening.more[language] }}
      next={{ what: next.what[language], more: next.more[language] }}
      by={
        due
          ? {
              what: <time dateTime={due.toISOString()}>{formatInstant(due, zone, language)}</time>,
              more: words.due[language],
            }
          : { what: words.noDue[language] }
      }
    />
  )
}

const canNameMore = (actor: Actor, { file, candidates }: EvaluationFacts): boolean =>
  file.state === 'evaluating' && !file.lock && can.name(actor, file) && candidates.length > 0

const at = (pattern: string, { opportunity }: EvaluationFacts, language: Language): string =>
  path(pattern, language, { id: opportunity.id })

type Part = { facts: EvaluationFacts; language: Language }
type FormPart = Part & { values: Typed; errors: Problems }

function NameForm({ facts, language, values, errors, start = false }: FormPart & { start?: boolean }) {
  const label = words.evaluators[language]
  return (
    <Form
      action={at(start ? '/files/:id/evaluation' : '/files/:id/evaluation/evaluators', facts, language)}
      language={language}
      label={label}
    >
      <CheckboxGroup
        language={language}
        name="evaluators"
        label={label}
        hint={words.chooseHint[language]}
        choices={facts.candidates.map(({ id, name }) => ({ value: id, label: name }))}
        values={typedAll(values, 'evaluators')}
        error={problemAt(errors, 'evaluators', language)}
      />
      <ActionBar>
        <Button kind={start ? 'act' : 'plain'}>{(start ? words.start : words.nameMore)[language]}</Button>
      </ActionBar>
    </Form>
  )
}

function DeclarationForm({ facts, language, values, errors }: FormPart) {
  return (
    <Form
      action={at('/files/:id/evaluation/declaration', facts, language)}
      language={language}
      label={words.declare[language]}
    >
      <Checkbox
        language={language}
        name="noConflict"
        label={words.noConflict[language]}
        checked={typed(values, 'noConflict') === 'yes'}
        error={problemAt(errors, 'noConflict', language)}
      />
      <CheckboxGroup
        language={language}
        name="reads"
        label={words.reads[language]}
        choices={[
          { value: 'en', label: words.english[language] },
          { value: 'fr', label: words.french[language] },
        ]}
        values={typedAll(values, 'reads')}
        error={problemAt(errors, 'reads', language)}
      />
      <ActionBar>
        <Button>{words.declare[language]}</Button>
      </ActionBar>
    </Form>
  )
}

const decidedText = (facts: EvaluationFacts, language: Language): string =>
  words.decided(facts.marks.length, facts.applicants.length * facts.criteria.length)[language]

function Applicants({ facts, language }: Part) {
  return (
    <section aria-labelledby="applicants">
      <h2 id="applicants">{words.applicants[language]}</h2>
      <p>
        {decidedText(facts, language)} <span class="quiet">{words.order[language]}</span>
      </p>
      <ApplicantList facts={facts} language={language} />
    </section>
  )
}

/** The applicants by number with what is decided of each; the one that is open is not a link. */
export function ApplicantList({ facts, language, open }: Part & { open?: number }) {
  return (
    <ul class="side">
      {facts.applicants.map((applicant) => {
        const { done, of } = progressOf(facts, applicant)
        const name = applicantName(applicant.number)[language]
        const params = { id: facts.opportunity.id, number: String(applicant.number) }
        return (
          <li key={applicant.number} aria-current={applicant.number === open ? 'step' : undefined}>
            {applicant.number === open ? (
              <strong>{name}</strong>
            ) : (
              <a href={path('/files/:id/evaluation/:number', language, params)}>{name}</a>
            )}{' '}
            {done === of ? (
              <Tag label={words.done[language]} tone="ok" />
            ) : (
              done > 0 && <Tag label={words.progress(done, of)[language]} tone="soon" />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function LockForm({ facts, language }: Part) {
  return (
    <Form action={at('/files/:id/evaluation/lock', facts, language)} language={language} label={words.lock[language]}>
      <p>{words.lockText[language]}</p>
      <ActionBar>
        <Button>{words.lock[language]}</Button>
      </ActionBar>
    </Form>
  )
}

function Results({ facts, language }: Part) {
  const { applicants, criteria, marks } = facts
  return (
    <section aria-labelledby="results">
      <h2 id="results">{words.results[language]}</h2>
      {applicants.map((applicant) => {
        const own = marks.filter(({ applicationId }) => applicationId === applicant.id)
        const passed = own.length === criteria.length && passes(own)
        const params = { id: facts.opportunity.id, number: String(applicant.number) }
        return (
          <section key={applicant.number} aria-labelledby={`r-${applicant.number}`}>
            <h3 id={`r-${applicant.number}`} class="row">
              {applicantName(applicant.number)[language]}{' '}
              <Tag label={(passed ? words.passed : words.failed)[language]} tone={passed ? 'ok' : 'bad'} />
            </h3>
            {criteria.map((criterion) => {
              const mark = own.find(({ criterionId }) => criterionId === criterion.id)
              return mark ? (
                <Decision key={criterion.id} position={criterion.position} language={language} passed={mark.passed}>
                  <Quote lang={mark.language}>
                    <p>{mark.rationale}</p>
                  </Quote>
                  {mark.translated && (
                    <Quote lang={applicant.language}>
                      <p>{mark.translated}</p>
                    </Quote>
                  )}
                  {mark.language !== applicant.language && !mark.translated && (
                    <p class="small quiet">{words.noTranslation[language]}</p>
                  )}
                </Decision>
              ) : null
            })}
            <p>
              <a href={path('/files/:id/evaluation/:number', language, params)}>
                {words.readAnswers[language]} <span class="vh">{applicantName(applicant.number)[language]}</span>
              </a>
            </p>
          </section>
        )
      })}
    </section>
  )
}

const Decision = ({
  position,
  language,
  passed,
  children,
}: {
  position: number
  language: Language
  passed: boolean
  children: ComponentChildren
}) => (
  <div>
    <p class="row">
      <Key kind="application" place={position} language={language} />{' '}
      <Tag label={(passed ? words.criterionPassed : words.criterionFailed)[language]} tone={passed ? 'ok' : 'bad'} />
    </p>
    {children}
  </div>
)

function ConfirmForms({ facts, language, values, errors }: FormPart) {
  const few = passing(facts)
  return (
    <>
      {few < 2 && (
        <Note tone="warn" head={words.fewHead[language]} level={2}>
          <p>{(few === 0 ? words.nobodyPasses : words.onePasses)[language]}</p>
        </Note>
      )}
      <Form
        action={at('/files/:id/evaluation/confirmation', facts, language)}
        language={language}
        label={words.confirm[language]}
      >
        <p>{words.confirmText[language]}</p>
        <ActionBar>
          <Button>{words.confirm[language]}</Button>
        </ActionBar>
      </Form>
      <Fold label={words.sendBackHead[language]} open={errors.length > 0}>
        <Form
          action={at('/files/:id/evaluation/return', facts, language)}
          language={language}
          label={words.sendBack[language]}
        >
          <TextArea
            language={language}
            name="reason"
            label={words.sendBackReason[language]}
            value={typed(values, 'reason')}
            error={problemAt(errors, 'reason', language)}
          />
          <ActionBar>
            <Button kind="plain">{words.sendBack[language]}</Button>
          </ActionBar>
        </Form>
      </Fold>
    </>
  )
}

function Evaluators({ facts, language }: Part) {
  const { file, people, zone } = facts
  return (
    <section aria-labelledby="evaluators">
      <h2 id="evaluators">{words.evaluators[language]}</h2>
      <Pairs
        items={file.evaluators.map(({ personId, declaredAt, steppedDownAt }) => {
          const said = steppedDownAt ? words.steppedDown : declaredAt ? words.declared : words.notDeclared
          const when = steppedDownAt ?? declaredAt
          return {
            label: people.get(personId)?.name ?? '',
            value: when ? `${said[language]} · ${formatInstant(when, zone, language)}` : said[language],
          }
        })}
      />
    </section>
  )
}

function StepDown({ facts, language }: Part) {
  return (
    <div id="conflict">
      <Fold label={words.conflict[language]}>
        <Form
          action={at('/files/:id/evaluation/withdrawal', facts, language)}
          language={language}
          label={words.stepDown[language]}
        >
          <p>{words.conflictText[language]}</p>
          <ActionBar>
            <Button kind="stop">{words.stepDown[language]}</Button>
          </ActionBar>
        </Form>
      </Fold>
    </div>
  )
}
