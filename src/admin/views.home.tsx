import { holds, type Staff } from '../accounts/rules.ts'
import { startTexts } from '../backlog/texts.ts'
import { can as writing } from '../content/rules.ts'
import { writingTexts } from '../content/texts.ts'
import { queueTexts } from '../enquiries/texts.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { can } from '../requests/rules.ts'
import { Queue } from '../ui/board.tsx'
import { Clock } from '../ui/clocks.tsx'
import { ButtonLink } from '../ui/form.tsx'
import { Empty } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import type { HomePage, QueueItem } from './pages.home.ts'
import { type BoardRow, shortDayOf } from './pages.rows.ts'
import { boardTexts as texts } from './texts.board.ts'
import { homeTexts, urgencyNames, withNames } from './texts.home.ts'
import { stateTexts } from './texts.state.ts'
import { EndedFold, FileName } from './views.files.tsx'

/** What waits for this person, the late first and the oldest first in each group; then what they wait for from others. */
export function HomePageView({
  actor,
  language,
  home: { groups, others, ended },
}: {
  actor: Staff
  language: Language
  home: HomePage
}) {
  return (
    <>
      <Top actor={actor} language={language} title={texts.home[language]} />
      {groups.length === 0 && (
        <Empty head={texts.nothingHead[language]} level={2}>
          <p>{texts.nothing[language]}</p>
        </Empty>
      )}
      {groups.map(({ urgency, items }) => (
        <section key={urgency} aria-labelledby={`q-${urgency}`}>
          <h2 id={`q-${urgency}`}>
            {urgencyNames[urgency][language]} <span class="quiet sansn">{items.length}</span>
          </h2>
          <QueueList queue={items} language={language} />
        </section>
      ))}
      <h2>{homeTexts.others[language]}</h2>
      {others.length > 0 ? (
        <>
          <p>{homeTexts.othersLead[language]}</p>
          <Others rows={others} zone={actor.timeZone} language={language} />
        </>
      ) : (
        <Empty head={homeTexts.noOthers[language]}>
          <p>{homeTexts.noOthersText[language]}</p>
        </Empty>
      )}
      <EndedFold rows={ended} language={language} />
      <Elsewhere actor={actor} language={language} />
    </>
  )
}

/** What people write to the program, and the pages that the program writes for them. */
function Elsewhere({ actor, language }: { actor: Staff; language: Language }) {
  const answers = holds(actor, 'program_team')
  if (!answers && !writing.write(actor)) return null
  return (
    <section aria-labelledby="public">
      <h2 id="public">{homeTexts.forPublic[language]}</h2>
      <ul>
        {answers && (
          <li>
            <a href={path('/enquiries', language)}>{queueTexts.title[language]}</a>
          </li>
        )}
        <li>
          <a href={path('/content', language)}>{writingTexts.title[language]}</a>
        </li>
        <li>
          <a href={path('/admin/state', language)}>{stateTexts.title[language]}</a>
        </li>
      </ul>
    </section>
  )
}

/** The title of the page, and the way to ask for something new for whoever may. */
export function Top({ actor, language, title }: { actor: Staff; language: Language; title: string }) {
  return (
    <div class="row between">
      <h1>{title}</h1>
      {can.ask(actor) && (
        <p class="row">
          <ButtonLink href={path('/backlog/new', language)} kind="plain">
            {startTexts.fromIssue[language]}
          </ButtonLink>
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
    items={queue.map(({ waiting, tag, tone, clock }) => ({
      tag: { label: tag[language], tone },
      href: waiting.href,
      label: waiting.text[language],
      detail: (
        <>
          <span lang={waiting.aboutIn}>{waiting.about[language]}</span>
          <br />
          {clock[language]}
        </>
      ),
    }))}
  />
)

const Others = ({ rows, zone, language }: { rows: readonly BoardRow[]; zone: string; language: Language }) => (
  <FoldTable
    caption={homeTexts.others[language]}
    captionHidden
    columns={[texts.file, homeTexts.with, texts.clock, texts.next, texts.by].map((label) => ({
      label: label[language],
    }))}
    rows={rows.map(({ file, href, who, since, clock, next, by, late }) => [
      <FileName key="file" file={file} href={href} language={language} />,
      since
        ? homeTexts.withSince(withNames[who], homeTexts.sinceThen(shortDayOf(since.at, zone), since.days))[language]
        : withNames[who][language],
      clock ? (
        <Clock key="clock" used={clock.used} estimate={clock.estimate} text={clock.text[language]} />
      ) : (
        texts.none[language]
      ),
      next.label[language],
      by ? (
        <span key="by" class={late ? 'nowrap badt' : 'nowrap'}>
          {by[language]}
          {late && <span class="vh">, {texts.late[language]}</span>}
        </span>
      ) : (
        texts.none[language]
      ),
    ])}
  />
)
