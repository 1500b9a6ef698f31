import type { ComponentChildren } from 'preact'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import { type Language, languages } from '../platform/i18n.ts'
import type { Cents } from '../platform/money.ts'
import { path } from '../platform/paths.ts'
import { Radios } from '../ui/choices.tsx'
import { MoneyField, NumberField, Select, TextArea, TextField } from '../ui/fields.tsx'
import { Button, Form } from '../ui/form.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { Fold, Quote } from '../ui/parts.tsx'
import { declineCodes, NEED_MAX, REPLY_MAX, SUBJECT_MAX } from './forms.ts'
import { answerText, moneyText, type RequestPageFacts } from './pages.ts'
import { type Criterion, criteria } from './rules.ts'
import { goTexts, newTexts, pageTexts, screeningTexts, withdrawalTexts } from './texts.pages.ts'
import { answerNames, criterionTexts, declineNames, languageChoices, withdrawNames } from './texts.ts'
import { About } from './views.tsx'

export type FormPage = { language: Language; values: Typed; problems: Problems }

/** The one short form of a client. */
export function NewRequestPage({ language, values, problems, limit }: FormPage & { limit: Cents }) {
  const field = fieldsOf({ language, values, problems })
  return (
    <div class="narrow">
      <h1>{newTexts.title[language]}</h1>
      <p class="lead">{newTexts.lead[language]}</p>
      <Form action={path('/requests', language)} language={language} errors={problems}>
        <h2>{newTexts.aboutHead[language]}</h2>
        <TextField
          {...field('subject')}
          label={newTexts.subject[language]}
          hint={newTexts.subjectHint[language]}
          limit={{ most: SUBJECT_MAX, unit: 'characters' }}
          spellcheck
        />
        <TextField {...field('team')} label={newTexts.team[language]} width="m" autocomplete="organization" />
        <YesOrNo {...field('homeBranch')} label={newTexts.homeBranch[language]} />
        <TextArea
          {...field('need')}
          label={newTexts.need[language]}
          hint={newTexts.needHint[language]}
          rows={9}
          limit={{ most: NEED_MAX, unit: 'characters' }}
          spellcheck
        />
        <h2>{newTexts.criteriaHead[language]}</h2>
        <p>{newTexts.criteriaLead[language]}</p>
        {criteria.map((criterion) => (
          <AnswerField
            key={criterion}
            {...field(criterion)}
            criterion={criterion}
            hint={criterion === 'isWithinLimit' ? newTexts.limitHint(moneyText(limit))[language] : undefined}
          />
        ))}
        <h2>{newTexts.afterHead[language]}</h2>
        <TextArea
          {...field('maintainer')}
          label={newTexts.maintainer[language]}
          hint={newTexts.maintainerHint[language]}
          rows={2}
          optional
        />
        <MoneyField
          {...field('estimate')}
          label={newTexts.estimate[language]}
          hint={newTexts.estimateHint[language]}
          optional
        />
        <Radios
          {...field('language')}
          label={newTexts.language[language]}
          choices={languages.map((each) => ({ value: each, label: languageChoices[each][language] }))}
        />
        <Button>{newTexts.send[language]}</Button>
      </Form>
    </div>
  )
}

/** Each criterion, whether they are met, and, apart from that, the outcome. */
export function ScreeningPage({ language, values, problems, facts }: FormPage & { facts: RequestPageFacts }) {
  const { request, limit } = facts
  const field = fieldsOf({ language, values, problems })
  return (
    <Beside
      facts={facts}
      language={language}
      title={screeningTexts.title[language]}
      lead={screeningTexts.lead[language]}
    >
      <Form
        action={path('/requests/:id/screening', language, { id: request.id })}
        language={language}
        errors={problems}
      >
        {criteria.map((criterion) => (
          <AnswerField
            key={criterion}
            {...field(criterion)}
            criterion={criterion}
            unknown={screeningTexts.unknown[language]}
            hint={
              <>
                {criterion === 'isWithinLimit' && <>{newTexts.limitHint(moneyText(limit))[language]} </>}
                {screeningTexts.clientSaid(answerText(request.answers, criterion))[language]}
              </>
            }
          />
        ))}
        <YesOrNo {...field('meets')} label={screeningTexts.meets[language]} />
        <Radios
          {...field('outcome')}
          label={screeningTexts.outcome[language]}
          choices={[
            { value: 'accept', label: screeningTexts.accept[language], hint: screeningTexts.acceptHint[language] },
            { value: 'decline', label: screeningTexts.decline[language], hint: screeningTexts.declineHint[language] },
          ]}
        />
        <Select
          {...field('reason')}
          label={screeningTexts.reason[language]}
          hint={screeningTexts.reasonHint[language]}
          empty={screeningTexts.noReason[language]}
          options={declineCodes.map((code) => ({ value: code, label: declineNames[code][language] }))}
          optional
        />
        <TextField
          {...field('referredTo')}
          label={screeningTexts.referredTo[language]}
          hint={screeningTexts.referredHint[language]}
          width="m"
          optional
        />
        <TextArea
          {...field('reply')}
          label={screeningTexts.reply[language]}
          hint={screeningTexts.replyHint(request.language)[language]}
          lang={request.language}
          limit={{ most: REPLY_MAX, unit: 'characters' }}
          optional
          spellcheck
        />
        <Button>{screeningTexts.record[language]}</Button>
      </Form>
    </Beside>
  )
}

/** Procurement's Go or no Go, with its reason. */
export function GoPage({ language, values, problems, facts }: FormPage & { facts: RequestPageFacts }) {
  const field = fieldsOf({ language, values, problems })
  return (
    <Beside facts={facts} language={language} title={goTexts.title[language]} lead={goTexts.lead[language]}>
      <Form action={path('/requests/:id/go', language, { id: facts.request.id })} language={language} errors={problems}>
        <Radios
          {...field('said')}
          label={goTexts.question[language]}
          choices={[
            { value: 'go', label: goTexts.go[language], hint: goTexts.goHint[language] },
            { value: 'no_go', label: goTexts.noGo[language], hint: goTexts.noGoHint[language] },
          ]}
        />
        <TextArea
          {...field('goReason')}
          label={goTexts.reason[language]}
          hint={goTexts.reasonHint[language]}
          limit={{ most: REPLY_MAX, unit: 'characters' }}
          optional
          spellcheck
        />
        <NumberField
          {...field('workingDays')}
          label={goTexts.workingDays[language]}
          hint={goTexts.workingDaysHint[language]}
          optional
        />
        <Button>{goTexts.record[language]}</Button>
      </Form>
    </Beside>
  )
}

/** The end of a request without a purchase. A client has one reason; the program also knows who stopped answering. */
export function WithdrawalPage({
  language,
  values,
  problems,
  facts,
  own,
}: FormPage & { facts: RequestPageFacts; own: boolean }) {
  const field = fieldsOf({ language, values, problems })
  return (
    <Beside
      facts={facts}
      language={language}
      title={(own ? withdrawalTexts.titleOwn : withdrawalTexts.title)[language]}
      lead={withdrawalTexts.lead[language]}
    >
      <Form
        action={path('/requests/:id/withdrawal', language, { id: facts.request.id })}
        language={language}
        errors={problems}
      >
        {!own && (
          <Radios
            {...field('reason')}
            label={withdrawalTexts.question[language]}
            choices={[
              {
                value: 'by_client',
                label: withdrawNames.by_client[language],
                hint: withdrawalTexts.byClientHint[language],
              },
              {
                value: 'no_reply',
                label: withdrawNames.no_reply[language],
                hint: withdrawalTexts.noReplyHint[language],
              },
            ]}
          />
        )}
        <Button kind="stop">{(own ? withdrawalTexts.withdraw : withdrawalTexts.close)[language]}</Button>
      </Form>
    </Beside>
  )
}

/** A decision, with what it is about beside it. */
function Beside({
  facts,
  language,
  title,
  lead,
  children,
}: {
  facts: RequestPageFacts
  language: Language
  title: string
  lead: string
  children: ComponentChildren
}) {
  const { request } = facts
  return (
    <>
      <h1>
        {title}
        <span class="vh">, </span> <small lang={request.language}>{request.subject}</small>
      </h1>
      <p class="lead">{lead}</p>
      <div class="two">
        <div class="col">
          <Fold label={pageTexts.need[language]} open>
            <Quote lang={request.language}>
              <Markdown text={request.need} top={4} />
            </Quote>
          </Fold>
          {children}
        </div>
        <div>
          <About facts={facts} language={language} />
        </div>
      </div>
    </>
  )
}

type FieldProps = { language: Language; name: string; value: string; error: string | undefined }

const fieldsOf =
  ({ language, values, problems }: FormPage) =>
  (name: string): FieldProps => ({
    language,
    name,
    value: typed(values, name),
    error: problemAt(problems, name, language),
  })

const YesOrNo = ({ label, ...field }: FieldProps & { label: string }) => (
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
function AnswerField({
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
