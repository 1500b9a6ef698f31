import { formatDay, formatDays } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { CopySlot } from '../ui/copy.tsx'
import { safeHref } from '../ui/link.ts'
import { CriteriaList, Empty, type Fact, Facts, Price, Tag } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import type { Found } from './finding.ts'
import { citationOf, price, tones } from './pages.ts'
import { isNarrowed, isPlain } from './rules.search.ts'
import type { Ticketed } from './store.search.ts'
import type { Posting } from './store.ts'
import { awardTexts, choiceNames } from './texts.list.ts'
import { homeTexts, statusNames, resultsTexts as texts } from './texts.ts'
import { Filters, NothingFound, Pages } from './views.list.tsx'
import { hasAwardPage, hrefOf } from './views.parts.tsx'

/** What came of each: supplier, price, days to the payment, where the code is, how it was drawn. */
export const ResultsPage = ({ found, language }: { found: Found; language: Language }) => {
  const { search, postings, total } = found
  const narrowed = isNarrowed(search) || search.status !== null
  return (
    <>
      <h1>{texts.title[language]}</h1>
      <p class="lead">{texts.lead[language]}</p>
      <Filters found={found} language={language} />
      {postings.length > 0 && <ResultsTable postings={postings} language={language} />}
      {total === 0 && !narrowed && isPlain(search) && (
        <Empty head={texts.none[language]} level={2}>
          <p>{texts.noneText[language]}</p>
          <p>
            <a href={path('/opportunities', language)}>{homeTexts.open[language]}</a>
          </p>
        </Empty>
      )}
      {postings.length === 0 && !isPlain(search) && <NothingFound found={found} language={language} />}
      <Pages found={found} language={language} />
      <p class="small quiet">{texts.about[language]}</p>
    </>
  )
}

const ResultsTable = ({ postings, language }: { postings: readonly Ticketed[]; language: Language }) => (
  <FoldTable
    caption={texts.caption[language]}
    captionHidden
    columns={[
      { label: homeTexts.columns.opportunity[language] },
      { label: homeTexts.columns.price[language], numeric: true },
      { label: homeTexts.columns.result[language] },
      { label: homeTexts.columns.supplier[language] },
      { label: homeTexts.columns.paid[language] },
      { label: homeTexts.columns.code[language] },
      { label: texts.draw[language] },
    ]}
    rows={postings.map((posting) => resultRow(posting, language))}
  />
)

function resultRow(posting: Ticketed, language: Language) {
  const { number, department, status, winnerName, paidDays, repositoryUrl, slug, title, drawn } = posting
  const repository = repositoryUrl === null ? undefined : safeHref(repositoryUrl)
  const named = <span class="vh"> – {title[language]}</span>
  return [
    <>
      <a href={hasAwardPage(status) ? path('/results/:slug', language, { slug }) : hrefOf(posting, language)}>
        {title[language]}
      </a>
      <br />
      <span class="small quiet regular">
        {number} · {department.name[language]}
      </span>
    </>,
    <span class="nowrap" key="price">
      {price(posting, language)}
    </span>,
    <Tag key="status" label={statusNames[status][language]} tone={tones[status]} />,
    winnerName ?? '',
    paidDays === null ? '' : formatDays(paidDays, language),
    repository ? (
      <a class="nowrap" href={repository}>
        {texts.repository[language]}
        {named}
      </a>
    ) : (
      ''
    ),
    drawn ? (
      <a class="nowrap" href={path('/draws/:slug', language, { slug })}>
        {texts.check[language]}
        {named}
      </a>
    ) : (
      ''
    ),
  ]
}

/** One award, to be cited: what, by whom, for how much, when, and where the code is. No name after a default. */
export function AwardPage({
  posting,
  drawn,
  address,
  language,
}: {
  posting: Posting
  drawn: boolean
  /** The whole address of this page. */
  address: string
  language: Language
}) {
  const { title, number, department, status, winnerName, notice, slug, repositoryUrl } = posting
  const repository = repositoryUrl === null ? undefined : safeHref(repositoryUrl)
  return (
    <>
      <p class="eyebrow">
        {awardTexts.eyebrow(number)[language]} · {department.name[language]}
      </p>
      <h1>{title[language]}</h1>
      <p>
        <Tag label={statusNames[status][language]} tone={tones[status]} />
      </p>
      <p class="lead">{leadOf(posting, winnerName)[language]}</p>
      <Facts items={factsOf(posting, language)} />
      <section aria-labelledby="cite">
        <h2 id="cite">{awardTexts.cite[language]}</h2>
        <p>{awardTexts.citeText[language]}</p>
        <p class="panel tint break" id="citation">
          {citationOf(posting, address, language)}
        </p>
        <CopySlot of="citation" name={awardTexts.copyName[language]} language={language} />
      </section>
      <section aria-labelledby="look">
        <h2 id="look">{awardTexts.look[language]}</h2>
        <ul>
          {repository && (
            <li>
              {awardTexts.code[language]} –{' '}
              <a class="break" href={repository}>
                {repository.replace(/^https?:\/\//, '')}
              </a>
            </li>
          )}
          <li>
            <a href={hrefOf(posting, language)}>{awardTexts.notice[language]}</a>
          </li>
          {drawn && (
            <li>
              <a href={path('/draws/:slug', language, { slug })}>{awardTexts.draw[language]}</a>
            </li>
          )}
        </ul>
      </section>
      <section aria-labelledby="asked">
        <h2 id="asked">{awardTexts.what[language]}</h2>
        <p>{notice.teaser[language]}</p>
        <p>{awardTexts.whatText[language]}</p>
        <CriteriaList
          kind="work"
          language={language}
          items={notice.workCriteria.map(({ number, ...text }) => ({ head: text[language].split('\n')[0], number }))}
        />
      </section>
    </>
  )
}

function leadOf({ status }: Posting, name: string | null) {
  if (status === 'ended_without_delivery') return awardTexts.lead.ended
  if (name === null) return awardTexts.lead.nameless
  return (status === 'delivered' ? awardTexts.lead.delivered : awardTexts.lead.awarded)(name)
}

function factsOf(posting: Posting, language: Language): Fact[] {
  const { status, winnerName, awardedAt, deliveredAt, paidDays, notice, zone } = posting
  const on = (at: Date) => (
    <time dateTime={at.toISOString()}>{formatDay(dayOf(at, zone), language, { weekday: false })}</time>
  )
  const due = awardTexts.dueBy(formatDay(notice.deliveryDay, language, { weekday: false }))
  const facts: (Fact | false)[] = [
    status !== 'ended_without_delivery' && {
      label: awardTexts.supplier[language],
      value: winnerName ?? awardTexts.notNamed[language],
    },
    {
      label: awardTexts.price[language],
      value: (
        <>
          <Price>{price(posting, language)}</Price>
          <br />
          {awardTexts.beforeTax[language]}
        </>
      ),
    },
    awardedAt !== null && { label: awardTexts.awarded[language], value: on(awardedAt) },
    status === 'ended_without_delivery'
      ? { label: homeTexts.columns.result[language], value: choiceNames.ended[language] }
      : { label: awardTexts.delivered[language], value: deliveredAt === null ? due[language] : on(deliveredAt) },
    paidDays !== null && { label: awardTexts.paid[language], value: formatDays(paidDays, language) },
    { label: awardTexts.licence[language], value: notice.licence },
  ]
  return facts.filter((fact) => fact !== false)
}
