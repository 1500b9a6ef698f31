import { type Actor, holds } from '../accounts/rules.ts'
import { eventNames } from '../history/kinds.ts'
import { formatInstant } from '../platform/format.ts'
import type { Problems } from '../platform/forms.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { ActionBar, Button, ButtonLink, ErrorSummary, Form } from '../ui/form.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { Pairs, Panel, Quote, StatusBox, Steps } from '../ui/parts.tsx'
import { FoldTable, GroupedTable } from '../ui/tables.tsx'
import { answerText, dayText, moneyText, outcomeText, type RequestPageFacts, statusFor } from './pages.ts'
import { can, criteria, type RequestState, requestLifecycle } from './rules.ts'
import type { ListedRequest, RequestList } from './store.ts'
import { emptyOwn, emptyTexts, listTexts, pageTexts, standsTexts } from './texts.pages.ts'
import { answerNames, criterionTexts, declineSentences, goNames, stateNames, withdrawNames } from './texts.ts'

/** Requests by state: a client's own, or all of the department for those who work on them. */
export function RequestsPage({
  actor,
  language,
  zone,
  lists,
  only,
}: {
  actor: Actor
  language: Language
  zone: string
  lists: Readonly<Record<RequestState, RequestList>>
  /** The one state that is read on, when it is. */
  only: RequestState | undefined
}) {
  const works = holds(actor, 'program_team', 'procurement', 'observer')
  const names = stateNames[works ? 'program' : 'client']
  const states = only ? [only] : requestLifecycle.states
  const last = only ? lists[only].rows.at(-1) : undefined
  const total = states.reduce((sum, state) => sum + lists[state].total, 0)
  return (
    <>
      <div class="row between">
        <h1>{(works ? listTexts.title : listTexts.own)[language]}</h1>
        {can.ask(actor) && (
          <p>
            <ButtonLink href={path('/requests/new', language)} kind="plain">
              {listTexts.new[language]}
            </ButtonLink>
          </p>
        )}
      </div>
      {total === 0 && !works && <p class="lead">{emptyOwn[language]}</p>}
      <GroupedTable
        caption={listTexts.caption[language]}
        captionHidden
        columns={[
          { label: listTexts.request[language] },
          { label: listTexts.client[language] },
          { label: listTexts.received[language] },
          { label: listTexts.stands[language] },
        ]}
        groups={states.map((state) => ({
          id: `s-${state}`,
          label: names[state][language],
          rows: lists[state].rows.map((listed) => rowOf(listed, language, zone)),
          empty: emptyTexts[state][language],
        }))}
      />
      <ActionBar>
        {states
          .filter((state) => lists[state].total > lists[state].rows.length)
          .map((state) => (
            <a
              key={state}
              href={`${path('/requests', language)}?state=${state}&before=${(last ?? lists[state].rows.at(-1))?.request.id}`}
            >
              {`${names[state][language]} – ${listTexts.older[language]}`}
            </a>
          ))}
        {only && <a href={path('/requests', language)}>{listTexts.all[language]}</a>}
      </ActionBar>
    </>
  )
}

function rowOf({ request, clientName, opportunityId }: ListedRequest, language: Language, zone: string) {
  return [
    <>
      <a href={path('/requests/:id', language, { id: request.id })} lang={request.language}>
        {request.subject}
      </a>
      <br />
      <span class="small quiet regular">
        {request.number} · {request.team}
      </span>
    </>,
    clientName,
    dayText(request.receivedAt, zone)[language],
    <Stands key="stands" listed={{ request, clientName, opportunityId }} language={language} />,
  ]
}

function Stands({ listed: { request, opportunityId }, language }: { listed: ListedRequest; language: Language }) {
  if (request.state === 'received') return <>{standsTexts.toScreen[language]}</>
  if (opportunityId)
    return <a href={path('/files/:id', language, { id: opportunityId })}>{standsTexts.file[language]}</a>
  if (request.state !== 'accepted') return <>{outcomeText(request)?.[language]}</>
  if (!request.go) return <>{standsTexts.waitsForGo[language]}</>
  return <>{(request.go.said === 'go' ? standsTexts.toStart : standsTexts.noGo)[language]}</>
}

/** One request: where it stands, what was asked, what was answered, what happened. */
export function RequestPage({
  facts,
  actor,
  language,
  errors = [],
}: {
  facts: RequestPageFacts
  actor: Actor
  language: Language
  errors?: Problems
}) {
  const { request, declared } = facts
  const screened = 'screening' in request && request.screening !== null
  return (
    <>
      <h1 lang={request.language}>{request.subject}</h1>
      <ErrorSummary language={language} errors={errors} keep={pageTexts.unchanged[language]} />
      <Status facts={facts} actor={actor} language={language} />
      <div class="two">
        <div class="col">
          <h2>{pageTexts.need[language]}</h2>
          <Markdown text={request.need} lang={request.language} />
          <h2>{pageTexts.answers[language]}</h2>
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
          <Screened facts={facts} language={language} />
          <h2>{pageTexts.history[language]}</h2>
          <Steps
            items={facts.events.map(({ kind, at, actorName }) => ({
              head: eventNames[kind][language],
              text: `${formatInstant(at, facts.zone, language)} · ${actorName ?? pageTexts.system[language]}`,
              state: 'past',
            }))}
          />
        </div>
        <div>
          <About facts={facts} language={language} />
        </div>
      </div>
      {can.withdraw(actor, request) && !facts.opportunityId && (
        <ActionBar>
          <ButtonLink href={path('/requests/:id/withdrawal', language, { id: request.id })} kind="plain">
            {
              (actor.kind === 'staff' && actor.id === request.clientId ? pageTexts.withdraw : pageTexts.toWithdrawal)[
                language
              ]
            }
          </ButtonLink>
        </ActionBar>
      )}
    </>
  )
}

function Status({ facts, actor, language }: { facts: RequestPageFacts; actor: Actor; language: Language }) {
  const { tone, happening, next, by } = statusFor(facts, actor)
  const said = ({ what, more }: typeof by) => ({
    what: what[language],
    ...(more ? { more: <p>{more[language]}</p> } : {}),
  })
  return (
    <StatusBox
      language={language}
      tone={tone}
      happening={said(happening)}
      next={said(next)}
      by={said(by)}
      action={<Action facts={facts} actor={actor} language={language} />}
    />
  )
}

function Action({ facts, actor, language }: { facts: RequestPageFacts; actor: Actor; language: Language }) {
  const { request, opportunityId } = facts
  const { name } = statusFor(facts, actor)
  const params = { id: request.id }
  if (name === 'statement' && opportunityId)
    return (
      <ButtonLink href={path('/files/:id', language, { id: opportunityId })}>{pageTexts.toFile[language]}</ButtonLink>
    )
  if (can.screen(actor, request))
    return (
      <ButtonLink href={path('/requests/:id/screening', language, params)}>
        {pageTexts.toScreening[language]}
      </ButtonLink>
    )
  if (can.decideGo(actor, request))
    return (
      <ButtonLink href={path('/requests/:id/go', language, params)}>
        {(request.state === 'accepted' && request.go ? pageTexts.toGoAgain : pageTexts.toGo)[language]}
      </ButtonLink>
    )
  if (can.startStatement(actor, request))
    return (
      <Form action={path('/requests/:id/statement', language, params)} language={language}>
        <Button kind={name === 'goClient' ? 'act' : 'plain'}>{pageTexts.startStatement[language]}</Button>
      </Form>
    )
  return null
}

/** What the program and procurement said, each with its reason. */
function Screened({
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
                ? declineSentences[request.reason](request.referredTo)[language]
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
  facts: { request, clientName, zone },
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
        ]}
      />
    </Panel>
  )
}
