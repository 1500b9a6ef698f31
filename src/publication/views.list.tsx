import { formatDays, formatMoney, formatNumber } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { type Option, SearchField, Select } from '../ui/fields.tsx'
import { Button, ButtonLink } from '../ui/form.tsx'
import { Empty, Fold, Note, Panel } from '../ui/parts.tsx'
import { A_PAGE, closedIn, type Found } from './finding.ts'
import {
  CLOSING_SOON_DAYS,
  isNarrowed,
  isPlain,
  offered,
  type PriceBand,
  priceBands,
  queryOf,
  type Search,
  soonestFirst,
  statesOf,
  statesShown,
  statusChoices,
} from './rules.search.ts'
import type { Choice, Facets } from './store.search.ts'
import type { Listed } from './store.ts'
import { feedKinds } from './texts.feeds.ts'
import { choiceNames, listTexts as texts } from './texts.list.ts'
import { homeTexts } from './texts.ts'
import { ClosedTable, NothingOpen, PostingTicket } from './views.parts.tsx'

export type ListFacts = {
  readonly found: Found
  /** The last few that have closed, folded away beneath the plain list; and how many there are. */
  readonly closed: readonly Listed[]
  readonly closedCount: number
}

/** What is open, the next to close first; what one asked for, when one asked. */
export function ListPage({ facts, language }: { facts: ListFacts; language: Language }) {
  const { found, closed, closedCount } = facts
  const { search, postings, openCount } = found
  const [plain, tickets] = [isPlain({ ...search, after: null }), soonestFirst(search)]
  return (
    <>
      <h1>{texts.title[language]}</h1>
      <Lead found={found} language={language} />
      <div class="two">
        <div class="col">
          <Filters found={found} language={language} />
          {found.meant !== null && (
            <Note tone="info" head={texts.meant(search.words, found.meant[language])[language]} level={2} />
          )}
          {tickets
            ? postings.map((posting) => (
                <PostingTicket key={posting.slug} posting={posting} level={2} language={language} />
              ))
            : postings.length > 0 && <ClosedTable postings={postings} language={language} />}
          {postings.length === 0 &&
            (plain && openCount === 0 ? (
              <NothingOpen any={closedCount > 0} language={language} />
            ) : (
              <NothingFound found={found} language={language} />
            ))}
          <Pages found={found} language={language} />
          {plain && closedCount > 0 && (
            <Fold label={homeTexts.closed[language]} count={closedCount}>
              <ClosedTable postings={closed} language={language} />
              {closedCount > closed.length && (
                <p>
                  <a href={addressOf(search, language, { status: 'closed' })}>{texts.allClosed[language]}</a>
                </p>
              )}
            </Fold>
          )}
        </div>
        <aside class="col" aria-label={texts.follow[language]}>
          <Panel id="follow" head={texts.follow[language]}>
            <p>{texts.followText[language]}</p>
            <p>
              <ButtonLink kind="plain" href={path('/subscribe', language)}>
                {texts.subscribe[language]}
              </ButtonLink>
            </p>
            <p class="small">{texts.orFollow[language]}</p>
            <ul class="small">
              {feedKinds.map(({ ending, title }) => (
                <li key={ending}>
                  <a href={path(`/opportunities.${ending}`, language)}>{title[language]}</a>
                </li>
              ))}
            </ul>
          </Panel>
          <h2 class="h-s">{texts.dates[language]}</h2>
          <p class="small quiet">{texts.datesText[language]}</p>
          <h2 class="h-s">{texts.newHere[language]}</h2>
          <p class="small">
            <a href={path('/', language)}>{texts.newHereText[language]}</a>
          </p>
        </aside>
      </div>
    </>
  )
}

function Lead({ found: { search, total, openCount, meant }, language }: { found: Found; language: Language }) {
  if (openCount === 0 && isPlain(search)) return null
  if (search.status !== null)
    return (
      <p class="lead">
        {choiceNames[search.status][language]} ({formatNumber(total, language)})
      </p>
    )
  const narrowed = isNarrowed(search) || meant !== null
  return <p class="lead">{(narrowed ? texts.found(total, openCount) : texts.lead(openCount))[language]}</p>
}

/** Words and filters, with how many postings each would leave; nothing where there is little to filter. */
export function Filters({ found, language }: { found: Found; language: Language }) {
  const { facets, search } = found
  if (!facets) return null
  const { where } = search
  const filtered = isNarrowed({ ...search, words: '' }) || search.status !== null
  const counted = (label: string, count: number) => `${label} (${formatNumber(count, language)})`
  const options = (choices: readonly Choice[]): Option[] =>
    choices.map(({ key, name, count }) => ({ value: key, label: counted(name[language], count) }))
  const states = (choice: Parameters<typeof offered>[0]) =>
    statesOf[choice].reduce((all, state) => all + (facets.states.get(state) ?? 0), 0)
  return (
    <form action={path(`/${where}`, language)} method="get" role="search" class="panel tint">
      <SearchField
        language={language}
        name="q"
        label={texts.search[language]}
        hint={texts.searchHint[language]}
        value={search.words}
      />
      <Fold label={texts.filters[language]} open={filtered} small>
        <div class="filters">
          <Select
            language={language}
            name="skill"
            label={texts.skill[language]}
            empty={texts.anySkill[language]}
            value={search.skill ?? ''}
            options={options(withChosen(facets.skills, search.skill, found.skill))}
          />
          <Select
            language={language}
            name="department"
            label={texts.department[language]}
            empty={texts.anyDepartment[language]}
            value={search.department ?? ''}
            options={options(withChosen(facets.departments, search.department, found.department))}
          />
          <Select
            language={language}
            name="price"
            label={texts.price[language]}
            empty={texts.anyPrice[language]}
            value={search.price?.key ?? ''}
            options={priceBands.map((band) => ({
              value: band.key,
              label: counted(bandName(band, language), facets.prices.get(band.key) ?? 0),
            }))}
          />
          {where === 'opportunities' && <Soon facets={facets} search={search} counted={counted} language={language} />}
          <Select
            language={language}
            name="status"
            label={texts.status[language]}
            empty={
              where === 'opportunities'
                ? counted(choiceNames.open[language], states('open'))
                : texts.anyResult[language]
            }
            value={search.status === 'open' ? '' : (search.status ?? '')}
            options={statusChoices
              .filter((choice) => choice !== 'open' && offered(choice, where))
              .map((choice) => ({ value: choice, label: counted(choiceNames[choice][language], states(choice)) }))}
          />
        </div>
      </Fold>
      <div class="acts">
        <Button kind="plain">{texts.show[language]}</Button>
      </div>
      <Removals found={found} language={language} />
    </form>
  )
}

const Soon = ({
  facets,
  search,
  counted,
  language,
}: {
  facets: Facets
  search: Search
  counted: (label: string, count: number) => string
  language: Language
}) => (
  <Select
    language={language}
    name="closing"
    label={texts.closing[language]}
    empty={texts.anyDay[language]}
    value={search.soon ? 'soon' : ''}
    options={[
      {
        value: 'soon',
        label: counted(texts.soon(formatDays(CLOSING_SOON_DAYS, language))[language], facets.soon),
      },
    ]}
  />
)

/** What narrows the list, each with the address of the list without it. */
function Removals({ found: { search, skill, department }, language }: { found: Found; language: Language }) {
  const { words, price, soon, status } = search
  const removals: (readonly [string, Partial<Search>] | false)[] = [
    words !== '' && [texts.words(words)[language], { words: '' }],
    skill !== undefined && [skill[language], { skill: null }],
    department !== undefined && [department[language], { department: null }],
    price !== null && [bandName(price, language), { price: null }],
    soon && [texts.soon(formatDays(CLOSING_SOON_DAYS, language))[language], { soon: false }],
    status !== null && [choiceNames[status][language], { status: null }],
  ]
  const said = removals.filter((each) => each !== false)
  if (said.length === 0) return null
  return (
    <>
      <p class="small">{texts.removing[language]}</p>
      <ul class="small">
        {said.map(([label, without]) => (
          <li key={label}>
            <a href={addressOf(search, language, without)}>{label}</a>
          </li>
        ))}
        {said.length > 1 && (
          <li>
            <a href={path(`/${search.where}`, language)}>{texts.everything[language]}</a>
          </li>
        )}
      </ul>
    </>
  )
}

/** Nothing matches: why, what has closed that does, and how to hear of the next. */
export function NothingFound({ found, language }: { found: Found; language: Language }) {
  const { search, facets, common } = found
  const closed = closedIn(facets) ?? 0
  const elsewhere = search.where === 'opportunities' && statesShown(search).includes('open') && closed > 0
  const head = search.where === 'opportunities' && search.status === null ? texts.none : texts.noneOfThem
  return (
    <Empty head={(common ? texts.common : head)[language]} level={2}>
      <p>{(common ? texts.commonText : texts.noneText)[language]}</p>
      {elsewhere && (
        <p>
          <a
            href={addressOf(search, language, {
              words: found.meant?.[language] ?? search.words,
              soon: false,
              status: 'closed',
            })}
          >
            {texts.alsoClosed(closed)[language]}
          </a>
        </p>
      )}
      <p>
        <a href={path('/subscribe', language)}>{homeTexts.tellMeNext[language]}</a>
      </p>
    </Empty>
  )
}

/** Which of them a page shows, and the way to the others. */
export function Pages({ found, language }: { found: Found; language: Language }) {
  const { search, next, before, total, postings } = found
  if (total <= A_PAGE && before === 0) return null
  return (
    <nav class="acts" aria-label={texts.pages[language]}>
      <span>{texts.range(before + 1, before + postings.length, total)[language]}</span>
      {next && <a href={addressOf(search, language, { after: next })}>{texts.next[language]}</a>}
      {before > 0 && <a href={addressOf(search, language)}>{texts.first[language]}</a>}
    </nav>
  )
}

/** The address of this list with a change, from its first page on. */
const addressOf = (search: Search, language: Language, changed: Partial<Search> = {}): string =>
  path(`/${search.where}`, language) + queryOf(search, changed)

/** A choice that was made stays among the choices, whatever the others leave of it. */
const withChosen = (choices: readonly Choice[], key: string | null, name: Choice['name'] | undefined) =>
  key === null || name === undefined || choices.some((choice) => choice.key === key)
    ? choices
    : [...choices, { key, name, count: 0 }]

function bandName({ from, below }: PriceBand, language: Language): string {
  if (below === null) return texts.over(formatMoney(from, language))[language]
  if (from === 0) return texts.under(formatMoney(below, language))[language]
  return texts.between(formatMoney(from, language), formatMoney(below, language))[language]
}
