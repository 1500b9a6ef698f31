import { type Actor, holds } from '../accounts/rules.ts'
import { startTexts } from '../backlog/texts.ts'
import { eventNames } from '../history/kinds.ts'
import { formatInstant } from '../platform/format.ts'
import type { Problems } from '../platform/forms.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { ActionBar, Button, ButtonLink, ErrorSummary, Form } from '../ui/form.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { StatusBox, Steps } from '../ui/parts.tsx'
import { GroupedTable } from '../ui/tables.tsx'
import { dayText, outcomeText, type RequestPageFacts, statusFor } from './pages.ts'
import { can, type RequestState, requestLifecycle } from './rules.ts'
import type { ListedRequest, RequestList } from './store.ts'
import { funnelTexts } from './texts.funnel.ts'
import { optionTexts } from './texts.options.ts'
import { emptyOwn, emptyTexts, listTexts, pageTexts, standsTexts } from './texts.pages.ts'
import { referralTexts } from './texts.questions.ts'
import { stateNames } from './texts.ts'
import { About, CriteriaTable, Questions, Screened, Similar } from './views.facts.tsx'

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
          <ActionBar>
            <ButtonLink href={path('/backlog/new', language)}>{startTexts.fromIssue[language]}</ButtonLink>
            <ButtonLink href={path('/requests/new', language)} kind="plain">
              {listTexts.new[language]}
            </ButtonLink>
          </ActionBar>
        )}
      </div>
      {total === 0 && !works && <p class="lead">{emptyOwn[language]}</p>}
      <ActionBar>
        <a href={path('/options', language)}>{optionTexts.title[language]}</a>
        {can.seeFunnel(actor) && <a href={path('/requests/funnel', language)}>{funnelTexts.link[language]}</a>}
        {holds(actor, 'program_team', 'observer') && (
          <a href={path('/requests/referrals', language)}>{referralTexts.title[language]}</a>
        )}
      </ActionBar>
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

function rowOf(listed: ListedRequest, language: Language, zone: string) {
  const { request, clientName } = listed
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
    <Stands key="stands" listed={listed} language={language} />,
  ]
}

function Stands({
  listed: { request, opportunityId, asked },
  language,
}: {
  listed: ListedRequest
  language: Language
}) {
  if (asked) return <>{standsTexts.asked[language]}</>
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
  const { request } = facts
  const own = actor.kind === 'staff' && actor.id === request.clientId
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
          <CriteriaTable facts={facts} language={language} />
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
          {!own && <Similar facts={facts} language={language} />}
          <Questions facts={facts} language={language} />
        </div>
      </div>
      {can.question(actor, request) && !facts.waiting && !facts.opportunityId && (
        <ActionBar>
          <ButtonLink href={path('/requests/:id/question', language, { id: request.id })} kind="plain">
            {pageTexts.toQuestion[language]}
          </ButtonLink>
        </ActionBar>
      )}
      {own && facts.opportunityId && facts.unsubmitted && (
        <section aria-labelledby="give-up">
          <h2 id="give-up">{pageTexts.giveUp[language]}</h2>
          <p>{pageTexts.giveUpMore[language]}</p>
          <ActionBar>
            <ButtonLink href={path('/files/:id/cancellation', language, { id: facts.opportunityId })} kind="plain">
              {pageTexts.cancelFile[language]}
            </ButtonLink>
          </ActionBar>
        </section>
      )}
      {can.withdraw(actor, request) && !facts.opportunityId && (
        <ActionBar>
          <ButtonLink href={path('/requests/:id/withdrawal', language, { id: request.id })} kind="plain">
            {(own ? pageTexts.withdraw : pageTexts.toWithdrawal)[language]}
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
  if (name === 'askedClient')
    return <ButtonLink href={path('/requests/:id/answer', language, params)}>{pageTexts.toAnswer[language]}</ButtonLink>
  if ((name === 'statement' || name === 'statementBeforeGo') && opportunityId)
    return (
      <ButtonLink href={path('/files/:id', language, { id: opportunityId })}>{pageTexts.toFile[language]}</ButtonLink>
    )
  if (can.screen(actor, request) && name !== 'askedProgram')
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
        <Button kind={name === 'goClient' || name === 'acceptedClient' ? 'act' : 'plain'}>
          {pageTexts.startStatement[language]}
        </Button>
      </Form>
    )
  return null
}
