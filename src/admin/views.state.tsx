import type { Language } from '../platform/i18n.ts'
import { MOST_OFFSET_IN_MS, TOLD_OFFSET_IN_MS } from '../platform/service.ts'
import { Note } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { stateTexts as texts } from './texts.state.ts'

export type StatePage = {
  /** How far the database's clock is ahead of this machine's, in milliseconds. */
  readonly clock: { readonly apart: boolean; readonly ahead: boolean; readonly ms: string }
  readonly round: string | undefined
  readonly classes: readonly { readonly name: string; readonly period: string; readonly went: string }[]
}

/** How this installation is: its clocks, and what its retention deleted. */
export function StatePageView({ state, language }: { state: StatePage; language: Language }) {
  const { clock, round, classes } = state
  return (
    <>
      <h1>{texts.title[language]}</h1>
      <p class="lead">{texts.lead[language]}</p>
      <h2>{texts.clocks[language]}</h2>
      {clock.apart ? (
        <Note tone="warn" head={texts.clocksHead[language]}>
          <p>{(clock.ahead ? texts.databaseAhead : texts.databaseBehind)(clock.ms)[language]}</p>
          <p>{texts.clocksDo(MOST_OFFSET_IN_MS)[language]}</p>
        </Note>
      ) : (
        <p>{texts.clocksAgree(TOLD_OFFSET_IN_MS)[language]}</p>
      )}
      <h2>{texts.kept[language]}</h2>
      <p>{texts.keptLead[language]}</p>
      <p>{round ? texts.last(round)[language] : texts.never[language]}</p>
      <FoldTable
        caption={texts.kept[language]}
        captionHidden
        columns={[
          { label: texts.what[language] },
          { label: texts.period[language] },
          { label: texts.went[language], numeric: true },
        ]}
        rows={classes.map(({ name, period, went }) => [name, period, went])}
      />
    </>
  )
}
