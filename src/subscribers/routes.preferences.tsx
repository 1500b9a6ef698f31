import { open, type Request, type Routes } from '../accounts/routing.ts'
import type { App } from '../platform/app.ts'
import { formatInstant } from '../platform/format.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { type Form, page, type Reply, seeOther, typed, typedAll } from '../platform/http.ts'
import { path } from '../platform/paths.ts'
import { choosePreferences, stopWatching, tellSource } from './commands.preferences.ts'
import { subscriberBy } from './commands.ts'
import { preferenceForm, sourceForm } from './forms.ts'
import type { Confirmed } from './rules.ts'
import { badLink } from './showBadLink.tsx'
import { consentsOf } from './store.consent.ts'
import { departmentsSeen, skillsSeen } from './store.postings.ts'
import { watchedBy } from './store.watching.ts'
import { preferenceTexts as texts } from './texts.preferences.ts'
import { refusals, subscribeTexts } from './texts.ts'
import { type PreferenceFacts, PreferencesPage } from './views.preferences.tsx'
import { LeftPage } from './views.tsx'

export const preferenceRoutes = {
  'GET /subscribe/preferences/:token': open((app, request) => preferences(app, request, 200, []), { personal: true }),
  'POST /subscribe/preferences/:token': open(save, { personal: true }),
  'POST /subscribe/preferences/:token/watching': open(stop),
  'POST /subscribe/source/:token': open(source),
} satisfies Routes

/** Where nobody is signed in, clocks are those of the capital. */
const EASTERN = 'America/Toronto'

async function preferences(app: App, request: Request, status: 200 | 409 | 422, problems: Problems): Promise<Reply> {
  const { language, params, query, form } = request
  const token = params.token ?? ''
  const found = await subscriberBy(app, token, 'leave')
  if (!found) return badLink(language, 'unknown_link')
  const { subscriber } = found
  if (subscriber.state === 'unsubscribed')
    return page(200, subscribeTexts.leftTitle[language], <LeftPage language={language} />)
  if (subscriber.state === 'pending') return badLink(language, 'unknown_link')

  const chosen = status === 200 ? { language: subscriber.language, ...subscriber.wants } : typedChoices(form)
  const said = await factsOf(app, subscriber, language)
  const facts = { ...said, token, chosen, done: status === 200 ? doneOf(query.done) : undefined }
  const view = <PreferencesPage facts={facts} problems={problems} language={language} />
  return page(status, texts.title[language], view)
}

async function save(app: App, request: Request): Promise<Reply> {
  const { language, params, form } = request
  const asked = parseForm(preferenceForm, form)
  if (!asked.ok) return preferences(app, request, 422, asked.problems)

  const { language: chosen, ...wants } = asked.value
  const decision = await choosePreferences(app, { token: params.token ?? '', language: chosen, wants })
  if (!decision.ok && decision.because === 'unknown_link') return badLink(language, 'unknown_link')
  if (!decision.ok) return preferences(app, request, 409, [{ field: '', text: refusals[decision.because] }])

  return toPage(request, 'saved')
}

async function stop(app: App, request: Request): Promise<Reply> {
  const { language, params, form } = request
  const decision = await stopWatching(app, { token: params.token ?? '', watchId: typed(form, 'watch') })
  if (!decision.ok) return badLink(language, decision.because)

  return toPage(request, 'stopped')
}

/** Answering is nobody's duty: without an answer nothing is counted. */
async function source(app: App, request: Request): Promise<Reply> {
  const { language, params, form } = request
  const asked = parseForm(sourceForm, form)
  if (!asked.ok) return toPage(request, undefined)

  const decision = await tellSource(app, { token: params.token ?? '', source: asked.value.source })
  if (!decision.ok) return badLink(language, decision.because)

  return toPage(request, 'thanked')
}

type Done = PreferenceFacts['done']

const toPage = ({ language, params: { token = '' } }: Request, done: Done): Reply =>
  seeOther(path('/subscribe/preferences/:token', language, { token }) + (done ? `?done=${done}` : ''))

const doneOf = (word: string | undefined): Done =>
  (['saved', 'thanked', 'stopped'] as const).find((each) => each === word)

const typedChoices = (form: Form): PreferenceFacts['chosen'] => ({
  language: typed(form, 'language'),
  cadence: typed(form, 'cadence'),
  skills: typedAll(form, 'skills'),
  departments: typedAll(form, 'departments'),
})

const factsOf = (app: App, subscriber: Confirmed, language: Request['language']) =>
  app.read('nothing', async (tx) => {
    const now = await tx.now()
    const watched = await watchedBy(tx, subscriber.id)
    const consents = await consentsOf(tx, subscriber.id)
    return {
      skills: await skillsSeen(tx),
      departments: await departmentsSeen(tx),
      asksSource: subscriber.sourceAskedAt === null,
      watched: watched.map(({ watchId, slug, title, closesAt, zone }) => ({
        ...{ watchId, slug, title, over: closesAt <= now },
        closes: formatInstant(closesAt, zone, language),
      })),
      consents: consents.map(({ act, about, text, language: readIn, at }) => ({
        ...{ act, about, text, language: readIn },
        when: formatInstant(at, EASTERN, language),
      })),
    }
  })
