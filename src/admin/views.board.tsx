import type { Staff } from '../accounts/rules.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Stages } from '../ui/board.tsx'
import { Checkbox } from '../ui/choices.tsx'
import { Clock } from '../ui/clocks.tsx'
import { SearchField, Select } from '../ui/fields.tsx'
import { ActionBar, Button, Form } from '../ui/form.tsx'
import { Empty, Fold } from '../ui/parts.tsx'
import { FoldTable, GroupedTable } from '../ui/tables.tsx'
import type { BoardPage } from './pages.board.ts'
import type { BoardRow } from './pages.rows.ts'
import { type Stage, stages, waiters } from './rules.board.ts'
import { type BoardFilter, narrows, queryOf, sorts } from './rules.filter.ts'
import { emptyStages, stageNames, boardTexts as texts, waiterNames } from './texts.board.ts'
import { filterTexts, sortNames } from './texts.filter.ts'
import { observerTexts } from './texts.observer.ts'
import { FilesChart } from './views.chart.tsx'
import { EndedFold, EndedTable, FileName } from './views.files.tsx'
import { Top } from './views.home.tsx'

type BoardProps = { actor: Staff; language: Language; board: BoardPage }

/** All files of the department: where they are, whom they wait for, and how long they take against the estimate. */
export function BoardPageView({ actor, language, board }: BoardProps) {
  const { filter, counts, found, rows, ended, waiting } = board
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <Top actor={actor} language={language} title={texts.title[language]} />
      {waiting > 0 && (
        <p>
          <a href={path('/home', language)}>{filterTexts.waiting(waiting)[language]}</a>
        </p>
      )}
      <FilterForm board={board} language={language} />
      <h2>{texts.where(all)[language]}</h2>
      <Stages
        items={counts.map(({ stage, count, late }) => ({
          href: addressOf({ ...filter, stage, after: null }, language),
          label: stageNames[stage][language],
          count,
          late: late > 0 ? texts.lateCount(late)[language] : undefined,
        }))}
      />
      {filter.stage !== 'ended' && (rows.length > 0 || !narrows(filter)) && (
        <OpenFiles board={board} language={language} />
      )}
      {found === 0 && ended.length === 0 && narrows(filter) && (
        <Empty head={filterTexts.none[language]}>
          <p>
            <a href={path('/board', language)}>{filterTexts.clear[language]}</a>
          </p>
        </Empty>
      )}
      <FilesChart rows={rows} language={language} />
      <EndedFiles board={board} language={language} />
      <p>
        <a href={path('/observer', language)}>{observerTexts.title[language]}</a>
      </p>
    </>
  )
}

function FilterForm({ board: { filter, choices }, language }: { board: BoardPage; language: Language }) {
  const active = narrows(filter)
  const all = filterTexts.all[language]
  return (
    <Fold label={active ? filterTexts.active[language] : filterTexts.filter[language]} open={active}>
      <Form action={path('/board', language)} method="get" language={language} label={filterTexts.filter[language]}>
        <div class="filters">
          <SearchField
            language={language}
            name="q"
            label={filterTexts.words[language]}
            hint={filterTexts.wordsHint[language]}
            value={filter.words}
          />
          <Select
            language={language}
            name="stage"
            label={texts.stage[language]}
            empty={all}
            value={filter.stage ?? ''}
            options={[
              ...stages.map((value) => ({ value, label: stageNames[value][language] })),
              { value: 'ended', label: texts.ended[language] },
            ]}
          />
          <Select
            language={language}
            name="who"
            label={texts.waitingFor[language]}
            empty={all}
            value={filter.who ?? ''}
            options={waiters.map((value) => ({ value, label: waiterNames[value][language] }))}
          />
          <Select
            language={language}
            name="client"
            label={filterTexts.client[language]}
            empty={all}
            value={filter.client ?? ''}
            options={choices.clients.map(({ id: value, name: label }) => ({ value, label }))}
          />
          <Select
            language={language}
            name="team"
            label={filterTexts.team[language]}
            empty={all}
            value={filter.team ?? ''}
            options={choices.teams.map((value) => ({ value, label: value }))}
          />
          <Select
            language={language}
            name="year"
            label={filterTexts.year[language]}
            empty={all}
            value={filter.year === null ? '' : String(filter.year)}
            options={choices.years.map(({ year, name }) => ({ value: String(year), label: name }))}
          />
          <Select
            language={language}
            name="sort"
            label={filterTexts.sort[language]}
            value={filter.sort}
            options={sorts.map((value) => ({ value, label: sortNames[value][language] }))}
          />
          <Checkbox language={language} name="late" label={filterTexts.late[language]} checked={filter.late} />
        </div>
        <ActionBar>
          <Button kind="plain">{filterTexts.show[language]}</Button>{' '}
          {active && <a href={path('/board', language)}>{filterTexts.clear[language]}</a>}
        </ActionBar>
      </Form>
    </Fold>
  )
}

/** By stage as long as nobody asks for another order; then one list, whose last column says the stage. */
function OpenFiles({ board: { filter, found, rows, next }, language }: { board: BoardPage; language: Language }) {
  const shownStages = stages.filter(
    (stage) => rows.some((row) => row.stage === stage) || (!narrows(filter) && !filter.after && next === null),
  )
  return (
    <>
      {(narrows(filter) || next || filter.after) && (
        <p role="status">{filterTexts.found(found, rows.length)[language]}</p>
      )}
      {filter.sort === 'stage' ? (
        <GroupedTable
          caption={texts.caption[language]}
          captionHidden
          columns={columns(language)}
          groups={shownStages.map((stage) => ({
            id: anchorOf(stage),
            label: stageNames[stage][language],
            rows: rows.filter((row) => row.stage === stage).map((row) => cellsOf(row, language)),
            empty: emptyStages[stage][language],
          }))}
        />
      ) : (
        <FoldTable
          caption={texts.caption[language]}
          captionHidden
          columns={[...columns(language), { label: texts.stage[language] }]}
          rows={rows.map((row) => [...cellsOf(row, language), stageNames[row.stage][language]])}
        />
      )}
      <Further filter={filter} after={next} label={filterTexts.further[language]} language={language} />
    </>
  )
}

function EndedFiles({ board: { filter, ended, nextEnded }, language }: { board: BoardPage; language: Language }) {
  if (filter.stage !== 'ended') return <EndedFold rows={ended} language={language} />
  if (ended.length === 0) return null
  return (
    <>
      <h2>{texts.ended[language]}</h2>
      <EndedTable rows={ended} language={language} />
      <Further filter={filter} after={nextEnded} label={filterTexts.earlier[language]} language={language} />
    </>
  )
}

function Further({
  filter,
  after,
  label,
  language,
}: {
  filter: BoardFilter
  after: BoardFilter['after']
  label: string
  language: Language
}) {
  if (!after && !filter.after) return null
  return (
    <p>
      {filter.after && <a href={addressOf({ ...filter, after: null }, language)}>{filterTexts.first[language]}</a>}{' '}
      {after && <a href={addressOf({ ...filter, after }, language)}>{label}</a>}
    </p>
  )
}

const addressOf = (filter: BoardFilter, language: Language): string => path('/board', language) + queryOf(filter)

const anchorOf = (stage: Stage): string => `s-${stage}`

const columns = (language: Language) => [
  { label: texts.file[language] },
  { label: texts.clock[language] },
  { label: texts.waitingFor[language] },
  { label: texts.next[language] },
  { label: texts.by[language] },
]

function cellsOf({ file, href, clock, waitingFor, yours, since, next, by, late }: BoardRow, language: Language) {
  return [
    <FileName key="file" file={file} href={href} language={language} />,
    clock ? (
      <Clock key="clock" used={clock.used} estimate={clock.estimate} text={clock.text[language]} />
    ) : (
      texts.none[language]
    ),
    <>
      {yours ? <strong key="who">{waitingFor[language]}</strong> : waitingFor[language]}
      {since && (
        <>
          <br />
          <span class="small quiet">{filterTexts.waitedDays(since.days)[language]}</span>
        </>
      )}
    </>,
    next.href ? (
      <a key="next" href={next.href}>
        {next.label[language]}
      </a>
    ) : (
      next.label[language]
    ),
    by ? (
      <span class={late ? 'nowrap badt' : 'nowrap'}>
        {by[language]}
        {late && <span class="vh">, {texts.late[language]}</span>}
      </span>
    ) : (
      texts.none[language]
    ),
  ]
}
