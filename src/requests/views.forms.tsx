import type { ComponentChildren } from 'preact'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Radios } from '../ui/choices.tsx'
import { NumberField, Select, TextArea, TextField } from '../ui/fields.tsx'
import { ActionBar, Button, ButtonLink, Form } from '../ui/form.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { Fold, Note, Quote } from '../ui/parts.tsx'
import { declineCodes, REPLY_MAX } from './forms.ts'
import { answerText, draftsFor, moneyText, type RequestPageFacts } from './pages.ts'
import { criteria } from './rules.ts'
import { goTexts, newTexts, pageTexts, screeningTexts, withdrawalTexts } from './texts.pages.ts'
import { questionTexts } from './texts.questions.ts'
import { declineNames, withdrawNames } from './texts.ts'
import { About, CriteriaTable, PriceLine, Questions, Screened, Similar } from './views.facts.tsx'
import { AnswerField, type FormPage, fieldsOf, YesOrNo } from './views.fields.tsx'

/** Each criterion, whether they are met, and, apart from that, the outcome. */
export function ScreeningPage({ language, values, problems, facts }: FormPage & { facts: RequestPageFacts }) {
  const { request, limit, departments } = facts
  const field = fieldsOf({ language, values, problems })
  return (
    <Beside
      facts={facts}
      language={language}
      title={screeningTexts.title[language]}
      lead={screeningTexts.lead[language]}
      aside={
        <ActionBar>
          <ButtonLink href={path('/requests/:id/question', language, { id: request.id })} kind="plain">
            {pageTexts.toQuestion[language]}
          </ButtonLink>
        </ActionBar>
      }
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
        <TextField
          {...field('maintainer')}
          label={screeningTexts.maintainer[language]}
          hint={newTexts.maintainerHint[language]}
          lang={request.language}
          optional
        />
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
        {departments.length > 0 && (
          <Select
            {...field('referredDepartment')}
            label={screeningTexts.referredDepartment[language]}
            hint={screeningTexts.referredDepartmentHint[language]}
            empty={screeningTexts.noDepartment[language]}
            options={departments.map(({ id, name }) => ({ value: id, label: name[language] }))}
            optional
          />
        )}
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
          rows={8}
          limit={{ most: REPLY_MAX, unit: 'characters' }}
          optional
          spellcheck
        />
        <Drafts request={request} />
        <Button>{screeningTexts.record[language]}</Button>
      </Form>
    </Beside>
  )
}

/** The reply drafted for each outcome: the browser puts the right one in the field until somebody writes in it. */
const Drafts = ({ request }: { request: RequestPageFacts['request'] }) => (
  <ul hidden data-drafts="reply" lang={request.language}>
    {Object.entries(draftsFor(request)).map(([outcome, draft]) => (
      <li key={outcome} data-for={outcome}>
        {draft}
      </li>
    ))}
  </ul>
)

/** Procurement's Go or no Go, with its reason. */
export function GoPage({ language, values, problems, facts }: FormPage & { facts: RequestPageFacts }) {
  const field = fieldsOf({ language, values, problems })
  return (
    <Beside
      facts={facts}
      language={language}
      title={goTexts.title[language]}
      lead={goTexts.lead[language]}
      decision={
        <Form
          action={path('/requests/:id/go', language, { id: facts.request.id })}
          language={language}
          errors={problems}
        >
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
      }
    >
      <h2>{pageTexts.priceHead[language]}</h2>
      <PriceLine facts={facts} language={language} />
      <h2>{pageTexts.answers[language]}</h2>
      <CriteriaTable facts={facts} language={language} />
      <Screened facts={facts} language={language} />
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

/** One thing that the program needs to know from the client. */
export function QuestionPage({
  language,
  values,
  problems,
  facts,
  clock,
}: FormPage & { facts: RequestPageFacts; clock: { remind: number; close: number } }) {
  const field = fieldsOf({ language, values, problems })
  const { id, language: clients } = facts.request
  return (
    <Beside facts={facts} language={language} title={questionTexts.title[language]} lead={questionTexts.lead[language]}>
      <Form action={path('/requests/:id/question', language, { id })} language={language} errors={problems}>
        <TextArea
          {...field('question')}
          label={questionTexts.question[language]}
          hint={questionTexts.questionHint(clients)[language]}
          lang={clients}
          limit={{ most: REPLY_MAX, unit: 'characters' }}
          spellcheck
        />
        <p>{questionTexts.clock(clock.remind, clock.close)[language]}</p>
        <Button>{questionTexts.send[language]}</Button>
      </Form>
    </Beside>
  )
}

/** The client's answer to it. */
export function AnswerPage({ language, values, problems, facts }: FormPage & { facts: RequestPageFacts }) {
  const field = fieldsOf({ language, values, problems })
  const { id, language: clients } = facts.request
  return (
    <Beside
      facts={facts}
      language={language}
      title={questionTexts.answerTitle[language]}
      lead={questionTexts.answerLead[language]}
    >
      {facts.waiting && (
        <Note tone="info" head={pageTexts.toAnswer[language]} level={2}>
          <p lang={clients}>{facts.waiting.question}</p>
        </Note>
      )}
      <Form action={path('/requests/:id/answer', language, { id })} language={language} errors={problems}>
        <TextArea
          {...field('answer')}
          label={questionTexts.answer[language]}
          hint={questionTexts.answerHint[language]}
          limit={{ most: REPLY_MAX, unit: 'characters' }}
          spellcheck
        />
        <Button>{questionTexts.sendAnswer[language]}</Button>
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
  aside,
  decision,
  children,
}: {
  facts: RequestPageFacts
  language: Language
  title: string
  lead: string
  aside?: ComponentChildren
  /** What comes after all of it, on a phone too. */
  decision?: ComponentChildren
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
          <Similar facts={facts} language={language} />
          <Questions facts={facts} language={language} />
          {aside}
        </div>
      </div>
      {decision}
    </>
  )
}
