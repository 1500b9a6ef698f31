import type { PublicStatus } from '../opportunities/notice.ts'
import { formatDays } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { ButtonLink } from '../ui/form.tsx'
import { Empty, type Level, Tag, Ticket } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { dayShown, price, shown, tones } from './pages.ts'
import type { Ticketed } from './store.search.ts'
import type { Listed } from './store.ts'
import { statusNames, homeTexts as texts } from './texts.ts'

/** One open opportunity, as a ticket that leads to its notice. */
export const PostingTicket = ({
  posting,
  level,
  language,
}: {
  posting: Ticketed
  level: Level
  language: Language
}) => {
  const { skills, team, licence, title, teaser, department, status, closesAt, zone } = posting
  return (
    <Ticket
      language={language}
      level={level}
      eyebrow={[department.name[language], team[language]].filter(Boolean).join(' · ')}
      title={title[language]}
      href={hrefOf(posting, language)}
      summary={teaser[language]}
      tags={[
        { label: statusNames[status][language], tone: tones[status] },
        ...skills.map((skill) => ({ label: skill[language] })),
        { label: texts.licence(licence)[language] },
      ]}
      price={price(posting, language)}
      closes={shown(closesAt, zone, language)}
    />
  )
}

/** What has closed, and what came of it. */
export const ClosedTable = ({ postings, language }: { postings: readonly Listed[]; language: Language }) => (
  <FoldTable
    caption={texts.closed[language]}
    captionHidden
    columns={[
      { label: texts.columns.opportunity[language] },
      { label: texts.columns.price[language], numeric: true },
      { label: texts.columns.closed[language] },
      { label: texts.columns.result[language] },
    ]}
    rows={postings.map((posting) => [
      <a key="title" href={hrefOf(posting, language)}>
        {posting.title[language]}
      </a>,
      <span class="nowrap" key="price">
        {price(posting, language)}
      </span>,
      <time key="closed" dateTime={posting.closesAt.toISOString()}>
        {dayShown(posting.closesAt, posting.zone, language)}
      </time>,
      <ResultOf key="result" posting={posting} language={language} />,
    ])}
  />
)

/** Where the notice of a posting is. */
export const hrefOf = ({ slug }: Pick<Listed, 'slug'>, language: Language): string =>
  path('/opportunities/:slug', language, { slug })

/** The states that have a page of their own among the results. */
export const hasAwardPage = (status: PublicStatus): boolean =>
  status === 'awarded' || status === 'delivered' || status === 'ended_without_delivery'

/** Nothing is open: why, and how to be told. */
export const NothingOpen = ({ any, language }: { any: boolean; language: Language }) => (
  <Empty head={(any ? texts.noneNow : texts.noneYet)[language]} level={2}>
    <p>{(any ? texts.noneNowText : texts.noneYetText)[language]}</p>
    <p>
      <ButtonLink kind="plain" href={path('/subscribe', language)}>
        {(any ? texts.tellMeNext : texts.tellMe)[language]}
      </ButtonLink>
    </p>
  </Empty>
)

const ResultOf = ({ posting, language }: { posting: Listed; language: Language }) => {
  const { status, winnerName, paidDays } = posting
  const said = [
    winnerName !== null && texts.supplierIs(winnerName)[language],
    paidDays !== null && texts.paidIn(formatDays(paidDays, language))[language],
  ].filter((sentence) => sentence !== false)
  return (
    <>
      <Tag label={statusNames[status][language]} tone={tones[status]} />
      {said.length > 0 && <p class="small quiet">{said.join(' ')}</p>}
    </>
  )
}
