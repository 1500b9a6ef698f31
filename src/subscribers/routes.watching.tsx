import { open, type Request, type Routes } from '../accounts/routing.ts'
import type { App } from '../platform/app.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import { path } from '../platform/paths.ts'
import { hasLocalMailbox } from '../platform/transports.ts'
import { leavingToken } from './commands.ts'
import { confirmWatch, watch, watchBy } from './commands.watching.ts'
import { watchForm } from './forms.ts'
import { confirmWatch as mayConfirm, type Watched } from './rules.watching.ts'
import { badLink } from './showBadLink.tsx'
import { findWatched } from './store.postings.ts'
import { watchTexts as texts, watchRefusals } from './texts.watching.ts'
import { ConfirmWatchPage, WatchingPage, WatchPage, WatchSentPage } from './views.watching.tsx'

export const watchingRoutes = {
  'GET /opportunities/:slug/watching': open(async (app, request) => form(app, request, 200, []), { cached: [] }),
  'POST /opportunities/:slug/watching': open(ask),
  'GET /opportunities/:slug/watching/sent': open(sent),
  'GET /subscribe/watching/:token': open(showConfirmation, { personal: true }),
  'POST /subscribe/watching/:token': open(confirmed),
} satisfies Routes

const watchedOf = (app: App, { params: { slug = '' } }: Request): Promise<Watched | undefined> =>
  app.read('nothing', async (tx) => findWatched(tx, { slug }, await tx.now()))

async function form(app: App, request: Request, status: 200 | 409 | 422 | 429, problems: Problems): Promise<Reply> {
  const { language } = request
  const watched = await watchedOf(app, request)
  if (!watched) return unknown
  const shown = watched.open ? problems : [{ field: '', text: watchRefusals.closed }]
  const view = <WatchPage watched={watched} language={language} email={typed(request.form, 'email')} problems={shown} />
  return page(watched.open ? status : 409, texts.head[language], view, {
    description: texts.description[language],
    until: watched.open ? watched.closesAt : undefined,
    crumbs: crumbs(watched, language),
  })
}

async function ask(app: App, request: Request): Promise<Reply> {
  const { actor, language, origin } = request
  const watched = await watchedOf(app, request)
  if (!watched) return unknown
  const asked = parseForm(watchForm, request.form)
  if (!asked.ok) return form(app, request, 422, asked.problems)

  const input = { opportunityId: watched.opportunityId, language, origin, ...asked.value }
  const decision = await watch(app, actor, input)
  if (!decision.ok) {
    const status = decision.because === 'closed' ? 409 : 429
    return form(app, request, status, [{ field: 'email', text: watchRefusals[decision.because] }])
  }
  return seeOther(path('/opportunities/:slug/watching/sent', language, { slug: watched.slug }))
}

async function sent(app: App, request: Request): Promise<Reply> {
  const { language } = request
  const watched = await watchedOf(app, request)
  if (!watched) return unknown
  const mailbox = hasLocalMailbox(app.config)
  const view = <WatchSentPage watched={watched} language={language} mailbox={mailbox} />
  return page(200, texts.head[language], view, { crumbs: crumbs(watched, language) })
}

async function showConfirmation(app: App, { language, params: { token = '' } }: Request): Promise<Reply> {
  const found = await watchBy(app, token)
  const facts = { fits: found !== undefined, now: found?.now ?? app.clock() }
  const decision = mayConfirm(found?.watch, found?.subscriber, facts)
  if (!decision.ok || !found) return badLink(language, decision.ok ? 'unknown_link' : decision.because)

  const { watched, subscriber } = found
  const view =
    decision.value.confirmedAt === null ? (
      <ConfirmWatchPage watched={watched} language={language} token={token} />
    ) : (
      <WatchingPage watched={watched} language={language} leaving={leavingToken(app, subscriber)} />
    )
  const title = decision.value.confirmedAt === null ? texts.head : texts.doneTitle
  return page(200, title[language], view, { crumbs: crumbs(watched, language) })
}

async function confirmed(app: App, { actor, language, params: { token = '' } }: Request): Promise<Reply> {
  const decision = await confirmWatch(app, actor, { token, readIn: language })
  if (!decision.ok) return badLink(language, decision.because)

  return seeOther(path('/subscribe/watching/:token', language, { token }))
}

const crumbs = ({ slug, title }: Watched, language: Request['language']) => [
  { label: title[language], href: path('/opportunities/:slug', language, { slug }) },
]
