import { conflicts } from '../accounts/duties.ts'
import { applicationLifecycle } from '../applications/rules.ts'
import { offerLifecycle } from '../awards/rules.ts'
import { contractLifecycle } from '../delivery/rules.ts'
import { opportunityLifecycle } from '../opportunities/rules.ts'
import { formatNumber } from '../platform/format.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { stepEstimates } from '../policy/steps.ts'
import { requestLifecycle } from '../requests/rules.ts'
import { Fold } from '../ui/parts.tsx'
import { PathPicture } from '../ui/pictures.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { usualPath } from './pages.ts'
import {
  applicationNames,
  contractNames,
  dutyNames,
  offerNames,
  opportunityNames,
  requestNames,
  processTexts as texts,
} from './texts.process.ts'

const USUAL_PAYMENT_DAYS = 7

/** The process, drawn from the lifecycles, the duties kept apart and the estimates that the program itself uses. */
export function ProcessPage({ language }: { language: Language }) {
  return (
    <>
      <h1>{texts.title[language]}</h1>
      <p class="lead">{texts.lead[language]}</p>
      <section aria-labelledby="supplier">
        <h2 id="supplier">{texts.path[language]}</h2>
        <PathPicture language={language} stops={usualPath(language, USUAL_PAYMENT_DAYS)} />
        <p>
          <a href={path('/guide', language)}>{texts.guide[language]}</a>
        </p>
      </section>
      <section aria-labelledby="states">
        <h2 id="states">{texts.states[language]}</h2>
        <Lifecycle table={opportunityLifecycle.table} names={opportunityNames} language={language} open />
        <Lifecycle table={applicationLifecycle.table} names={applicationNames} language={language} />
        <Lifecycle table={offerLifecycle.table} names={offerNames} language={language} />
        <Lifecycle table={contractLifecycle.table} names={contractNames} language={language} />
        <Lifecycle table={requestLifecycle.table} names={requestNames} language={language} />
      </section>
      <Apart language={language} />
      <Days language={language} />
    </>
  )
}

/** One lifecycle: each state, and the states that may follow. Staying as it is says nothing new. */
function Lifecycle<State extends string>({
  table,
  names,
  language,
  open,
}: {
  table: Readonly<Record<State, Readonly<Record<string, State>>>>
  names: { readonly title: Text; readonly states: Readonly<Record<State, Text>> }
  language: Language
  open?: boolean
}) {
  const nextOf = (state: State): State[] => [...new Set(Object.values(table[state]))].filter((next) => next !== state)
  const states = keysOf(table)
  return (
    <Fold label={names.title[language]} count={states.length} open={open}>
      <FoldTable
        caption={names.title[language]}
        captionHidden
        columns={[{ label: texts.state[language] }, { label: texts.next[language] }]}
        rows={states.map((state) => {
          const next = nextOf(state)
          return [
            names.states[state][language],
            next.length === 0 ? (
              <span class="quiet">{texts.final[language]}</span>
            ) : (
              next.map((each) => <div key={each}>{names.states[each][language]}</div>)
            ),
          ]
        })}
      />
    </Fold>
  )
}

const Apart = ({ language }: { language: Language }) => (
  <section aria-labelledby="apart">
    <h2 id="apart">{texts.apart[language]}</h2>
    <p>{texts.apartLead[language]}</p>
    <FoldTable
      caption={texts.apart[language]}
      captionHidden
      columns={[{ label: texts.who[language] }, { label: texts.never[language] }]}
      rows={[...new Set(conflicts.map(([first]) => first))].map((first) => [
        dutyNames[first].did[language],
        conflicts
          .filter(([did]) => did === first)
          .map(([, second]) => <div key={second}>{dutyNames[second].does[language]}</div>),
      ])}
    />
  </section>
)

function Days({ language }: { language: Language }) {
  const days = (number: number) => (number === 0 ? texts.notNeeded[language] : formatNumber(number, language))
  const total = (of: 'estimate' | 'soleSource') =>
    formatNumber(
      stepEstimates.reduce((sum, step) => sum + step[of], 0),
      language,
    )
  return (
    <section aria-labelledby="days">
      <h2 id="days">{texts.days[language]}</h2>
      <p>{texts.daysLead[language]}</p>
      <FoldTable
        caption={texts.days[language]}
        captionHidden
        columns={[
          { label: texts.step[language] },
          { label: texts.here[language], numeric: true },
          { label: texts.soleSource[language], numeric: true },
        ]}
        rows={stepEstimates.map((step) => [step.name[language], days(step.estimate), days(step.soleSource)])}
        foot={[texts.total[language], total('estimate'), total('soleSource')]}
      />
    </section>
  )
}

/** The keys of a table in its own order. */
function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  const keys: Key[] = []
  for (const key in table) keys.push(key)
  return keys
}
