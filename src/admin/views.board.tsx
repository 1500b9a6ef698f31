import type { Staff } from '../accounts/rules.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { can } from '../requests/rules.ts'
import { Queue, Stages } from '../ui/board.tsx'
import { Clock } from '../ui/clocks.tsx'
import { ButtonLink } from '../ui/form.tsx'
import { Empty, Fold, Panel } from '../ui/parts.tsx'
import { FoldTable, GroupedTable } from '../ui/tables.tsx'
import type { BoardPage, BoardRow, EndedRow, QueueItem } from './pages.board.ts'
import { type Stage, stages } from './rules.board.ts'
import { emptyStages, stageNames, boardTexts as texts } from './texts.board.ts'
import { FilesChart } from './views.chart.tsx'

type BoardProps = { actor: Staff; language: Language; board: BoardPage }

/** What waits for this person, oldest first, then the files they have a part in. */
export function HomePage({ actor, language, board: { queue, rows, ended } }: BoardProps) {
  return (
    <>
      <Top actor={actor} language={language} title={texts.home[language]} />
      {queue.length > 0 ? (
        <QueueList queue={queue} language={language} />
      ) : (
        <Empty head={texts.nothingHead[language]} level={2}>
          <p>{texts.nothing[language]}</p>
        </Empty>
      )}
      <h2>{texts.yours[language]}</h2>
      {rows.length === 0 && ended.length === 0 && <p>{texts.noFiles[language]}</p>}
      {rows.length > 0 && (
        <FoldTable
          caption={texts.yours[language]}
          captionHidden
          columns={[...columns(language), { label: texts.stage[language] }]}
          rows={rows.map((row) => [...cellsOf(row, language), stageNames[row.stage][language]])}
        />
      )}
      <Ended rows={ended} language={language} />
    </>
  )
}

/** All files of the department: what waits, where they are, and how long they take against the estimate. */
export function BoardPageView({ actor, language, board: { queue, rows, ended } }: BoardProps) {
  return (
    <>
      <Top actor={actor} language={language} title={texts.title[language]} />
      {queue.length > 0 && (
        <Panel
          id="waiting"
          head={
            <>
              {texts.home[language]} <span class="count">{queue.length}</span>
            </>
          }
        >
          <QueueList queue={queue} language={language} />
        </Panel>
      )}
      <h2>{texts.where(rows.length)[language]}</h2>
      <Stages
        items={stages.map((stage) => {
          const own = rows.filter((row) => row.stage === stage)
          const late = own.filter((row) => row.late).length
          return {
            href: `#${anchorOf(stage)}`,
            label: stageNames[stage][language],
            count: own.length,
            late: late > 0 ? texts.lateCount(late)[language] : undefined,
          }
        })}
      />
      <GroupedTable
        caption={texts.caption[language]}
        captionHidden
        columns={columns(language)}
        groups={stages.map((stage) => ({
          id: anchorOf(stage),
          label: stageNames[stage][language],
          rows: rows.filter((row) => row.stage === stage).map((row) => cellsOf(row, language)),
          empty: emptyStages[stage][language],
        }))}
      />
      <FilesChart rows={rows} language={language} />
      <Ended rows={ended} language={language} />
    </>
  )
}

const anchorOf = (stage: Stage): string => `s-${stage}`

function Top({ actor, language, title }: { actor: Staff; language: Language; title: string }) {
  return (
    <div class="row between">
      <h1>{title}</h1>
      {can.ask(actor) && (
        <p>
          <ButtonLink href={path('/requests/new', language)} kind="plain">
            {texts.new[language]}
          </ButtonLink>
        </p>
      )}
    </div>
  )
}

const QueueList = ({ queue, language }: { queue: readonly QueueItem[]; language: Language }) => (
  <Queue
    items={queue.map(({ waiting, tag, tone }) => ({
      tag: { label: tag[language], tone },
      href: waiting.href,
      label: waiting.text[language],
      detail: <span lang={waiting.aboutIn}>{waiting.about[language]}</span>,
    }))}
  />
)

const columns = (language: Language) => [
  { label: texts.file[language] },
  { label: texts.clock[language] },
  { label: texts.waitingFor[language] },
  { label: texts.next[language] },
  { label: texts.by[language] },
]

function cellsOf({ file, href, clock, waitingFor, yours, next, by, late }: BoardRow, language: Language) {
  return [
    <FileName key="file" file={file} href={href} language={language} />,
    clock ? (
      <Clock key="clock" used={clock.used} estimate={clock.estimate} text={clock.text[language]} />
    ) : (
      texts.none[language]
    ),
    yours ? <strong key="who">{waitingFor[language]}</strong> : waitingFor[language],
    next.href ? (
      <a key="next" href={next.href}>
        {next.label[language]}
      </a>
    ) : (
      next.label[language]
    ),
    by ? <span class={late ? 'nowrap badt' : 'nowrap'}>{by[language]}</span> : texts.none[language],
  ]
}

function FileName({ file, href, language }: Pick<BoardRow, 'file' | 'href'> & { language: Language }) {
  return (
    <>
      {href ? (
        <a href={href} lang={file.titleIn}>
          {file.title[language]}
        </a>
      ) : (
        <span lang={file.titleIn}>{file.title[language]}</span>
      )}
      <br />
      <span class="small quiet regular">
        {file.number} · {file.team[language]}
      </span>
    </>
  )
}

function Ended({ rows, language }: { rows: readonly EndedRow[]; language: Language }) {
  if (rows.length === 0) return null
  return (
    <Fold label={texts.ended[language]} count={rows.length}>
      <FoldTable
        caption={texts.ended[language]}
        captionHidden
        columns={[
          { label: texts.file[language] },
          { label: texts.outcome[language] },
          { label: texts.endedOn[language] },
        ]}
        rows={rows.map(({ file, href, how, on }) => [
          <FileName key="file" file={file} href={href} language={language} />,
          how[language],
          on?.[language] ?? texts.none[language],
        ])}
      />
    </Fold>
  )
}
