import { formatInstant } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Clock } from '../ui/clocks.tsx'
import { Button } from '../ui/form.tsx'
import { Empty, Note, Tag } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { gone, type MailingRefusal, type MailingState, mailingLifecycle, minutesLeft } from './rules.mailings.ts'
import type { ListedMailing } from './store.mailings.ts'
import {
  goneSays,
  mailingKinds,
  mailingRefusals,
  mailingStates,
  minutesSay,
  otherMailing,
  refusedSays,
  stillWriting,
  mailingTexts as texts,
} from './texts.mailings.ts'

export type MailingsFacts = {
  readonly mailings: readonly ListedMailing[]
  readonly zone: string
  /** Letters a second; nothing where no mail server minds. */
  readonly perSecond: number | null
  /** May this person hold a mailing? */
  readonly steers: boolean
  readonly refusal: MailingRefusal | null
}

/** Letters to many, each with how far it is, and the one thing to be done with it. */
export function MailingsPage({ facts, language }: { facts: MailingsFacts; language: Language }) {
  const { mailings, zone, refusal } = facts
  const steers = facts.steers && mailings.some(canBeSteered)
  return (
    <>
      <h1>{texts.title[language]}</h1>
      <p class="lead">{texts.lead[language]}</p>
      <p>{texts.nobodyElse[language]}</p>
      {refusal && <Note tone="bad" level={2} head={mailingRefusals[refusal][language]} />}
      {mailings.length === 0 ? (
        <Empty head={texts.empty[language]} level={2}>
          <p>{texts.emptyMore[language]}</p>
        </Empty>
      ) : (
        <>
          <FoldTable
            caption={texts.title[language]}
            captionHidden
            columns={[texts.what, texts.begun, texts.progress, texts.state, ...(steers ? [texts.act] : [])].map(
              (label) => ({ label: label[language] }),
            )}
            rows={mailings.map((mailing) => [
              <What key="what" mailing={mailing} language={language} />,
              formatInstant(mailing.startedAt, zone, language),
              <HowFar key="far" mailing={mailing} perSecond={facts.perSecond} language={language} />,
              <Tag key="state" label={mailingStates[mailing.state][language]} tone={tones[mailing.state]} />,
              ...(steers ? [<Steering key="act" mailing={mailing} language={language} />] : []),
            ])}
          />
          <p>
            <a href={path('/mailings', language)}>{texts.again[language]}</a>
          </p>
        </>
      )}
    </>
  )
}

const canBeSteered = (mailing: ListedMailing): boolean =>
  mailingLifecycle.allows(mailing, 'hold') || mailingLifecycle.allows(mailing, 'go_on')

const tones = { going: 'open', paused: 'soon', stopped: 'shut', done: 'ok' } as const satisfies Record<
  MailingState,
  string
>

function What({
  mailing: { kind, opportunityId, number, title },
  language,
}: {
  mailing: ListedMailing
  language: Language
}) {
  const what = (mailingKinds[kind] ?? otherMailing)[language]
  if (!opportunityId || !number) return <>{what}</>
  return (
    <>
      {what}
      <br />
      <a href={path('/files/:id', language, { id: opportunityId })}>
        {number}, {title[language]}
      </a>
    </>
  )
}

function HowFar({
  mailing,
  perSecond,
  language,
}: {
  mailing: ListedMailing
  perSecond: number | null
  language: Language
}) {
  const { state, readers, written, waiting, refused } = mailing
  const left = gone(mailing)
  return (
    <>
      <Clock used={left} estimate={readers} text={goneSays(left, readers)[language]} />
      {!written && state !== 'stopped' && <span class="small"> ({stillWriting[language]})</span>}
      {refused > 0 && (
        <>
          <br />
          <span class="small">{refusedSays(refused)[language]}</span>
        </>
      )}
      {state === 'going' && waiting > 0 && perSecond !== null && (
        <>
          <br />
          <span class="small">{minutesSay(minutesLeft(mailing, perSecond))[language]}</span>
        </>
      )}
    </>
  )
}

function Steering({ mailing, language }: { mailing: ListedMailing; language: Language }) {
  const { id, number, kind } = mailing
  const about = `${(mailingKinds[kind] ?? otherMailing)[language]} ${number ?? ''}`
  const holds = mailingLifecycle.allows(mailing, 'hold')
  if (!canBeSteered(mailing)) return <span class="quiet">{texts.nothing[language]}</span>
  return (
    <form method="post" action={path(holds ? '/mailings/:id/hold' : '/mailings/:id/resumption', language, { id })}>
      <Button kind="plain">
        {(holds ? texts.hold : texts.goOn)[language]}
        <span class="vh"> {about}</span>
      </Button>
    </form>
  )
}
