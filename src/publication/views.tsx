import { formatDays, formatMoney } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { DEFAULT_LIMIT } from '../policy/taxes.ts'
import { subscribeTexts } from '../subscribers/texts.ts'
import { Radios } from '../ui/choices.tsx'
import { EmailField, SearchField } from '../ui/fields.tsx'
import { Button, ButtonLink, Form } from '../ui/form.tsx'
import { safeHref } from '../ui/link.ts'
import { Empty, Fold, Panel, Tag, Ticket } from '../ui/parts.tsx'
import { PathPicture } from '../ui/pictures.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { languageNames } from '../ui/texts.ts'
import { AnonymousPicture, DrawnPicture, SealedPicture } from './drawings.tsx'
import { dayShown, price, shown, tones, usualPath } from './pages.ts'
import { SEARCH_FROM } from './rules.ts'
import type { Listed, Posting } from './store.ts'
import { resultsTexts, statusNames, homeTexts as texts } from './texts.ts'

const USUAL_PAYMENT_DAYS = 7

export type HomeFacts = {
  readonly open: readonly Posting[]
  /** How many are open, when a search shows some of them. */
  readonly openCount: number
  readonly searched: string
  readonly closed: readonly Listed[]
  readonly closedCount: number
  /** Is the reader going through the closed ones? */
  readonly browsing: boolean
  /** May the reader ask for work, or sign in to? */
  readonly asks: boolean
  /** Where the older closed ones are. */
  readonly older: string | undefined
}

/** What this is in one screen, then what is open, how it goes, and what is over. */
export function HomePage({ facts, language }: { facts: HomeFacts; language: Language }) {
  const { open, openCount, searched } = facts
  const next = searched === '' ? open[0] : undefined
  return (
    <>
      <Hero next={next} openCount={openCount} any={facts.closedCount > 0} language={language} />
      <div class="wrap">
        <Promises language={language} />
        <section aria-labelledby="open">
          <h2 id="open">{texts.open[language]}</h2>
          {openCount > 0 && <p class="lead">{texts.openLead(openCount)[language]}</p>}
          {openCount >= SEARCH_FROM && <Search searched={searched} language={language} />}
          {open.map((posting) => (
            <PostingTicket key={posting.slug} posting={posting} level={3} language={language} />
          ))}
          {open.length === 0 && <NothingOpen facts={facts} language={language} />}
        </section>
        {facts.closedCount > 0 && <ClosedOnes facts={facts} language={language} />}
      </div>
      <How language={language} />
      <div class="wrap">
        <Fair language={language} />
        <hr />
        <div class="two even">
          <SubscribeForm language={language} />
          <Teams asks={facts.asks} language={language} />
        </div>
      </div>
    </>
  )
}

function Hero({
  next,
  openCount,
  any,
  language,
}: {
  next: Posting | undefined
  openCount: number
  any: boolean
  language: Language
}) {
  return (
    <div class="hero deep">
      <div class={next ? 'wrap two even mid' : 'wrap'}>
        <div>
          <h1>
            {texts.hero[language].map((line) => (
              <span key={line}>{line} </span>
            ))}
          </h1>
          <p class="lead">{texts.lead[language]}</p>
          <div class="acts">
            {openCount > 0 ? (
              <a class="btn lit" href={openCount === 1 && next ? hrefOf(next, language) : '#open'}>
                {texts.seeOpen(openCount)[language]}
              </a>
            ) : (
              <ButtonLink kind="lit" href={path('/subscribe', language)}>
                {(any ? texts.tellMeNext : texts.tellMe)[language]}
              </ButtonLink>
            )}{' '}
            <a href="#how">{texts.how[language]}</a>
          </div>
        </div>
        {next && (
          <div>
            <p class="eyebrow">{texts.closingNext[language]}</p>
            <PostingTicket posting={next} level={2} language={language} />
          </div>
        )}
      </div>
    </div>
  )
}

const PostingTicket = ({ posting, level, language }: { posting: Posting; level: 2 | 3; language: Language }) => {
  const { notice, title, teaser, department, status, closesAt, zone } = posting
  return (
    <Ticket
      language={language}
      level={level}
      eyebrow={[department.name[language], notice.team[language]].filter(Boolean).join(' · ')}
      title={title[language]}
      href={hrefOf(posting, language)}
      summary={teaser[language]}
      tags={[
        { label: statusNames[status][language], tone: tones[status] },
        ...notice.skills.map((skill) => ({ label: skill[language] })),
        { label: texts.licence(notice.licence)[language] },
      ]}
      price={price(posting, language)}
      closes={shown(closesAt, zone, language)}
    />
  )
}

const Promises = ({ language }: { language: Language }) => (
  <section aria-labelledby="promises">
    <h2 id="promises" class="vh">
      {texts.promises[language]}
    </h2>
    <dl class="trio">
      <div>
        <dt>{texts.promisePrice[language]}</dt>
        <dd>{texts.promisePriceText(limitIn(language))[language]}</dd>
      </div>
      <div>
        <dt>{texts.promiseHours[language]}</dt>
        <dd>{texts.promiseHoursText[language]}</dd>
      </div>
      <div>
        <dt>{texts.promiseDays(formatDays(USUAL_PAYMENT_DAYS, language))[language]}</dt>
        <dd>{texts.promiseDaysText[language]}</dd>
      </div>
    </dl>
  </section>
)

const Search = ({ searched, language }: { searched: string; language: Language }) => (
  <form action={`${path('/opportunities', language)}#open`} method="get" role="search">
    <SearchField
      language={language}
      name="q"
      label={texts.search[language]}
      hint={texts.searchHint[language]}
      value={searched}
      width="m"
      optional
    />
    <div class="acts">
      <Button kind="plain">{texts.searchButton[language]}</Button>
      {searched !== '' && <a href={`${path('/opportunities', language)}#open`}>{texts.showAll[language]}</a>}
    </div>
  </form>
)

function NothingOpen({ facts, language }: { facts: HomeFacts; language: Language }) {
  if (facts.openCount > 0) return <Empty head={texts.noMatch[language]} />
  const first = facts.closedCount === 0
  return (
    <Empty head={(first ? texts.noneYet : texts.noneNow)[language]}>
      <p>{(first ? texts.noneYetText : texts.noneNowText)[language]}</p>
      <p>
        <a href={path('/subscribe', language)}>{(first ? texts.tellMe : texts.tellMeNext)[language]}</a>
      </p>
    </Empty>
  )
}

const ClosedOnes = ({ facts, language }: { facts: HomeFacts; language: Language }) => (
  <Fold label={texts.closed[language]} count={facts.closedCount} open={facts.browsing}>
    <FoldTable
      caption={texts.closed[language]}
      captionHidden
      columns={[
        { label: texts.columns.opportunity[language] },
        { label: texts.columns.price[language], numeric: true },
        { label: texts.columns.closed[language] },
        { label: texts.columns.result[language] },
      ]}
      rows={facts.closed.map((posting) => [
        <TitleLink key="title" posting={posting} language={language} />,
        <span class="nowrap" key="price">
          {price(posting, language)}
        </span>,
        <time key="closed" dateTime={posting.closesAt.toISOString()}>
          {dayShown(posting.closesAt, posting.zone, language)}
        </time>,
        <ResultOf key="result" posting={posting} language={language} />,
      ])}
    />
    {facts.older && (
      <p>
        <a href={facts.older}>{texts.older[language]}</a>
      </p>
    )}
  </Fold>
)

const TitleLink = ({ posting, language }: { posting: Listed; language: Language }) => (
  <a href={hrefOf(posting, language)}>{posting.title[language]}</a>
)

const hrefOf = ({ slug }: Listed, language: Language): string => path('/opportunities/:slug', language, { slug })

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

const How = ({ language }: { language: Language }) => (
  <section class="band" aria-labelledby="how">
    <div class="wrap">
      <h2 id="how">{texts.howHead[language]}</h2>
      <p class="lead">{texts.howLead[language]}</p>
      <PathPicture language={language} stops={usualPath(language, USUAL_PAYMENT_DAYS)} />
      <p>{texts.rights[language]}</p>
      <p>
        <a href={path('/guide', language)}>{texts.readGuide[language]}</a>
      </p>
    </div>
  </section>
)

const Fair = ({ language }: { language: Language }) => (
  <section aria-labelledby="fair">
    <h2 id="fair">{texts.fair[language]}</h2>
    <div class="cards wide-gap">
      <div>
        <SealedPicture />
        <h3>{texts.sealed[language]}</h3>
        <p>{texts.sealedText[language]}</p>
      </div>
      <div>
        <AnonymousPicture />
        <h3>{texts.anonymous[language]}</h3>
        <p>{texts.anonymousText[language]}</p>
      </div>
      <div>
        <DrawnPicture />
        <h3>{texts.drawn[language]}</h3>
        <p>
          {texts.drawnText[language]} <a href={path('/process', language)}>{texts.readProcess[language]}</a>
        </p>
      </div>
    </div>
  </section>
)

const SubscribeForm = ({ language }: { language: Language }) => (
  <section aria-labelledby="subscribe">
    <h2 id="subscribe" class="flush">
      {texts.subscribe[language]}
    </h2>
    <p>{texts.subscribeText[language]}</p>
    <Form action={path('/subscribe', language)} language={language} label={texts.subscribe[language]}>
      <EmailField
        language={language}
        name="email"
        label={subscribeTexts.address[language]}
        hint={subscribeTexts.addressHint[language]}
        width="m"
      />
      <Radios
        language={language}
        name="language"
        label={subscribeTexts.language[language]}
        value={language}
        choices={(['en', 'fr'] as const).map((each) => ({ value: each, label: languageNames[each], lang: each }))}
      />
      <Button>{subscribeTexts.send[language]}</Button>
    </Form>
  </section>
)

const Teams = ({ asks, language }: { asks: boolean; language: Language }) => (
  <Panel id="teams" head={texts.teams[language]}>
    <p>{texts.teamsText(limitIn(language))[language]}</p>
    <ul>
      {texts.teamsList[language].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    <p>
      <a href={path('/options', language)}>{texts.teamsOptions[language]}</a>
    </p>
    {asks && (
      <p>
        <ButtonLink kind="plain" href={path('/requests/new', language)}>
          {texts.teamsSignIn[language]}
        </ButtonLink>
      </p>
    )}
  </Panel>
)

/** What came of each: supplier, price, days to the payment, and where the code is. */
export const ResultsPage = ({ postings, language }: { postings: readonly Listed[]; language: Language }) => (
  <>
    <h1>{resultsTexts.title[language]}</h1>
    <p class="lead">{resultsTexts.lead[language]}</p>
    {postings.length === 0 ? (
      <Empty head={resultsTexts.none[language]} level={2}>
        <p>{resultsTexts.noneText[language]}</p>
        <p>
          <a href={path('/opportunities', language)}>{texts.open[language]}</a>
        </p>
      </Empty>
    ) : (
      <>
        <FoldTable
          caption={resultsTexts.caption[language]}
          captionHidden
          columns={[
            { label: texts.columns.opportunity[language] },
            { label: texts.columns.price[language], numeric: true },
            { label: texts.columns.result[language] },
            { label: texts.columns.supplier[language] },
            { label: texts.columns.paid[language] },
            { label: texts.columns.code[language] },
          ]}
          rows={postings.map((posting) => resultRow(posting, language))}
        />
        <p class="small quiet">{resultsTexts.about[language]}</p>
      </>
    )}
  </>
)

function resultRow(posting: Listed, language: Language) {
  const { number, department, status, winnerName, paidDays, repositoryUrl } = posting
  const repository = repositoryUrl === null ? undefined : safeHref(repositoryUrl)
  return [
    <>
      <TitleLink posting={posting} language={language} />
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
        {resultsTexts.repository[language]}
        <span class="vh"> – {posting.title[language]}</span>
      </a>
    ) : (
      ''
    ),
  ]
}

const limitIn = (language: Language): string => formatMoney(DEFAULT_LIMIT, language)
