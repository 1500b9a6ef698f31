import type { Import } from '../backlog/rules.ts'
import { formatInstant } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { safeHref } from '../ui/link.ts'
import { Markdown } from '../ui/markdown.tsx'
import { Pairs, Panel, Quote } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { answerText, dayText, moneyText, type RequestPageFacts } from './pages.ts'
import type { OptionAnswers } from './rules.options.ts'
import { criteria } from './rules.ts'
import { costNames, openNames, questionTexts, supplierNames } from './texts.options.ts'
import { pageTexts } from './texts.pages.ts'
import { answerNames, criterionTexts, declineSentences, goNames, stateNames, withdrawNames } from './texts.ts'

/** What the program and procurement said, each with its reason. */
export function Screened({
  facts: { request, screenerName, goName, zone },
  language,
}: {
  facts: RequestPageFacts
  language: Language
}) {
  if (!('screening' in request) || !request.screening) return null
  const { meetsCriteria, at, reply } = request.screening
  const go = 'go' in request ? request.go : null
  return (
    <>
      <h2>{pageTexts.screening[language]}</h2>
      <Pairs
        items={[
          { label: pageTexts.meets[language], value: answerNames[meetsCriteria ? 'yes' : 'no'][language] },
          {
            label: pageTexts.outcome[language],
            value:
              request.state === 'declined'
                ? `${declineSentences[request.reason](request.referredTo)[language]}${request.referredDepartmentId ? ` ${pageTexts.handedOn[language]}` : ''}`
                : stateNames.client.accepted[language],
          },
          { label: pageTexts.by[language], value: `${screenerName ?? ''}, ${formatInstant(at, zone, language)}` },
          ...(request.state === 'withdrawn'
            ? [{ label: stateNames.client.withdrawn[language], value: withdrawNames[request.reason][language] }]
            : []),
        ]}
      />
      {reply && (
        <>
          <h3>{pageTexts.reply[language]}</h3>
          <Quote lang={request.language}>
            <Markdown text={reply} />
          </Quote>
        </>
      )}
      {go && (
        <>
          <h2>{pageTexts.go[language]}</h2>
          <p>
            <strong>{goNames[go.said][language]}</strong>
            {` · ${goName ?? ''}, ${formatInstant(go.at, zone, language)}`}
          </p>
          {go.reason && (
            <Quote>
              <Markdown text={go.reason} />
            </Quote>
          )}
        </>
      )}
    </>
  )
}

/** The short facts of a request, beside the page. */
export function About({
  facts: { request, clientName, zone, source },
  language,
}: {
  facts: RequestPageFacts
  language: Language
}) {
  return (
    <Panel head={pageTexts.about[language]} id="about">
      <Pairs
        items={[
          { label: pageTexts.number[language], value: request.number },
          { label: pageTexts.client[language], value: clientName },
          { label: pageTexts.team[language], value: <span lang={request.language}>{request.team}</span> },
          { label: pageTexts.received[language], value: formatInstant(request.receivedAt, zone, language) },
          {
            label: pageTexts.maintainer[language],
            value: request.maintainer ? (
              <span lang={request.language}>{request.maintainer}</span>
            ) : (
              pageTexts.nobodyYet[language]
            ),
          },
          {
            label: pageTexts.estimate[language],
            value: request.estimate === null ? pageTexts.noEstimate[language] : moneyText(request.estimate)[language],
          },
          ...(source ? [{ label: pageTexts.source[language], value: <Source source={source} /> }] : []),
          ...(request.options
            ? [{ label: pageTexts.options[language], value: <Options answers={request.options} language={language} /> }]
            : []),
        ]}
      />
    </Panel>
  )
}

const Source = ({ source: { address, outline, language } }: { source: Import }) => {
  const href = safeHref(address)
  if (href) return <a href={href}>{address}</a>
  return <span lang={language}>{outline.title}</span>
}

const Options = ({
  answers: { what, inOpen, cost, supplier },
  language,
}: {
  answers: OptionAnswers
  language: Language
}) => (
  <>
    {[questionTexts.what.answers[what].label, openNames[inOpen], costNames[cost], supplierNames[supplier]].map(
      (text) => (
        <div key={text.en}>{text[language]}</div>
      ),
    )}
  </>
)

/** Each criterion as the client and the program answered it. */
export function CriteriaTable({
  facts: { request, declared },
  language,
}: {
  facts: RequestPageFacts
  language: Language
}) {
  const screened = 'screening' in request && request.screening !== null
  return (
    <FoldTable
      caption={pageTexts.answers[language]}
      captionHidden
      columns={[
        { label: pageTexts.criterion[language] },
        { label: pageTexts.clientSays[language] },
        ...(screened ? [{ label: pageTexts.programSays[language] }] : []),
      ]}
      rows={criteria.map((criterion) => [
        criterionTexts[criterion].question[language],
        answerText(declared, criterion)[language],
        ...(screened ? [answerText(request.answers, criterion)[language]] : []),
      ])}
    />
  )
}

/** The estimate with its tax, against the limit. */
export function PriceLine({ facts: { price, limit }, language }: { facts: RequestPageFacts; language: Language }) {
  if (!price) return <p>{pageTexts.noPrice[language]}</p>
  const [withTax, most] = [moneyText(price.withTax), moneyText(limit)]
  if (price.fits) return <p>{pageTexts.priceFits(withTax, most)[language]}</p>
  return (
    <p>
      {pageTexts.priceOver(withTax, most)[language]} {pageTexts.ceiling(moneyText(price.ceiling))[language]}
    </p>
  )
}

/** Requests that may ask for the same thing. */
export function Similar({ facts: { similar, zone }, language }: { facts: RequestPageFacts; language: Language }) {
  if (similar.length === 0) return null
  return (
    <Panel head={pageTexts.similar[language]} id="similar">
      <ul>
        {similar.map(({ id, number, subject, language: of, team, state, receivedAt }) => (
          <li key={id}>
            <a href={path('/requests/:id', language, { id })} lang={of}>
              {subject}
            </a>
            <br />
            <span class="small quiet">
              {`${number} · `}
              <span lang={of}>{team}</span>
              {` · ${dayText(receivedAt, zone)[language]} · ${stateNames.client[state][language]}`}
            </span>
          </li>
        ))}
      </ul>
      <p class="small">{pageTexts.similarNote[language]}</p>
    </Panel>
  )
}

/** What was asked of the client, and what they answered. */
export function Questions({
  facts: { questions, request, zone },
  language,
}: {
  facts: RequestPageFacts
  language: Language
}) {
  if (questions.length === 0) return null
  return (
    <Panel head={pageTexts.questions[language]} id="asked">
      {questions.map(({ id, question, askedAt, answer, answeredAt, endedAt }) => (
        <div key={id}>
          <p class="small quiet">{pageTexts.asked(dayText(askedAt, zone))[language]}</p>
          <Quote lang={request.language}>
            <Markdown text={question} />
          </Quote>
          <p class="small quiet">
            {answeredAt
              ? pageTexts.answered(dayText(answeredAt, zone))[language]
              : (endedAt ? pageTexts.neverAnswered : pageTexts.unanswered)[language]}
          </p>
          {answer && (
            <Quote lang={request.language}>
              <Markdown text={answer} />
            </Quote>
          )}
        </div>
      ))}
    </Panel>
  )
}
