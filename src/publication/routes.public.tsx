import { open, type Request, type Routes } from '../accounts/routing.ts'
import { holds } from '../accounts/rules.ts'
import { guidanceOf } from '../content/addresses.ts'
import { certificatesOf } from '../draws/outage.store.ts'
import type { App } from '../platform/app.ts'
import { page, type Reply, seeOther, unknown } from '../platform/http.ts'
import { path } from '../platform/paths.ts'
import { publishedAnswers } from '../questions/store.published.ts'
import { askFiltersFrom, closedIn, find } from './finding.ts'
import { asOf, changesAt } from './pages.ts'
import { isPlain, keptKeys, queryOf, type Search, searchFrom, searchKeys, type Where } from './rules.search.ts'
import { countFound, openNow, postingsFound } from './store.search.ts'
import { findPosting, hasDraw, isDrawn } from './store.ts'
import { awardTexts, listTexts } from './texts.list.ts'
import { detailTexts, homeTexts, resultsTexts } from './texts.ts'
import { OpportunityPage } from './views.detail.tsx'
import { HomePage } from './views.home.tsx'
import { ListPage } from './views.list.tsx'
import { hasAwardPage } from './views.parts.tsx'
import { AwardPage, ResultsPage } from './views.results.tsx'

/** What anybody reads: the same for every visitor, and kept ready. */
export const publicRoutes = {
  'GET /': open(home, { cached: [] }),
  'GET /opportunities': open(list, { cached: keptKeys }),
  'GET /opportunities/:slug': open(opportunity, { cached: [] }),
  'GET /results': open(results, { cached: keptKeys }),
  'GET /results/:slug': open(award, { cached: [] }),
} satisfies Routes

/** How many open ones the home page shows, the first of them on top. */
const ON_HOME = 4
/** How many that have closed are folded away beneath the list. */
const CLOSED_IN_FOLD = 10

async function home(app: App, { actor, language }: Request): Promise<Reply> {
  const { next, open, any } = await app.read('nothing', async (tx) => {
    const now = await tx.now()
    const search = searchFrom({}, 'opportunities')
    const closed = await countFound(tx, { ...search, status: 'closed' }, now)
    return {
      next: (await postingsFound(tx, search, { now, most: ON_HOME - 1 })).slice(0, ON_HOME),
      open: await openNow(tx, now),
      any: closed > 0,
    }
  })
  const asks = actor.kind === 'visitor' || holds(actor, 'client', 'program_team')
  const view = <HomePage facts={{ next, openCount: open.count, any, asks }} language={language} />
  return page(200, homeTexts.title[language], view, {
    description: homeTexts.description[language],
    layout: 'bleed',
    until: open.changesAt ?? undefined,
  })
}

async function list(app: App, request: Request): Promise<Reply> {
  const { language, query } = request
  const search = searchFrom(query, 'opportunities')
  if (hasEmpty(query)) return seeOther(addressOf(search, request))
  const from = await askFiltersFrom(app)
  const { found, closed, closedCount } = await app
    .read('nothing', async (tx) => {
      const now = await tx.now()
      const over: Search = { ...searchFrom({}, 'opportunities'), status: 'closed' }
      const plain = isPlain({ ...search, after: null })
      const found = await find(tx, search, from)
      return {
        found,
        closed: plain ? await postingsFound(tx, over, { now, most: CLOSED_IN_FOLD }) : [],
        closedCount: plain ? (closedIn(found.facets) ?? (await countFound(tx, over, now))) : 0,
        now,
      }
    })
    .then(({ now, closed, ...rest }) => ({
      ...rest,
      closed: closed.slice(0, CLOSED_IN_FOLD).map((posting) => asOf(posting, now)),
    }))
  const view = <ListPage facts={{ found, closed, closedCount }} language={language} />
  return page(200, listTexts.title[language], view, {
    description: listTexts.description[language],
    until: found.until ?? undefined,
  })
}

async function opportunity(app: App, { actor, language, params: { slug = '' } }: Request): Promise<Reply> {
  const found = await app.read('nothing', async (tx) => {
    const posting = await findPosting(tx, { slug })
    if (!posting) return undefined
    const answers = await publishedAnswers(tx, posting.notice.opportunityId)
    const downtime = (await certificatesOf(tx, slug)).length > 0
    const guidance = await guidanceOf(tx, posting.department.code)
    return { posting, answers, draw: await hasDraw(tx, slug), downtime, guidance, now: await tx.now() }
  })
  if (!found) return unknown
  const { posting, answers, draw, downtime, guidance, now } = found
  const applies = actor.kind !== 'staff'
  const view = (
    <OpportunityPage {...{ posting: asOf(posting, now), answers, draw, downtime, guidance, now, applies, language }} />
  )
  return page(200, posting.title[language], view, {
    description: posting.teaser[language],
    crumbs: [{ label: detailTexts.all[language], href: path('/opportunities', language) }],
    until: changesAt(posting, now),
    guidance,
  })
}

async function results(app: App, request: Request): Promise<Reply> {
  const { language, query } = request
  const search = searchFrom(query, 'results')
  if (hasEmpty(query)) return seeOther(addressOf(search, request))
  const from = await askFiltersFrom(app)
  const found = await app.read('nothing', (tx) => find(tx, search, from))
  return page(200, resultsTexts.title[language], <ResultsPage found={found} language={language} />, {
    description: resultsTexts.description[language],
  })
}

async function award(app: App, { language, address, params: { slug = '' } }: Request): Promise<Reply> {
  const found = await app.read('nothing', async (tx) => {
    const posting = await findPosting(tx, { slug })
    return (
      posting && {
        ...{ posting, drawn: await isDrawn(tx, slug) },
        guidance: await guidanceOf(tx, posting.department.code),
      }
    )
  })
  if (!found || !hasAwardPage(found.posting.status)) return unknown
  const title = found.posting.title[language]
  const { posting, drawn, guidance } = found
  const view = (
    <AwardPage
      {...{ posting, drawn }}
      address={app.config.baseUrl + address[language].split('?')[0]}
      language={language}
    />
  )
  return page(200, title, view, {
    description: awardTexts.description(title)[language],
    crumbs: [{ label: awardTexts.all[language], href: path('/results', language) }],
    guidance,
  })
}

/** A form without a script sends every field, also the empty ones: the address to be shared has only what was asked. */
const hasEmpty = (query: Request['query']): boolean => searchKeys.some((key) => query[key] === '')

const addressOf = (search: Search, { language }: Request): string =>
  path(`/${search.where satisfies Where}`, language) + queryOf(search, { after: search.after })
