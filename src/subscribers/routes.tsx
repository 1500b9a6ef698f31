import { open, type Request, type Routes } from '../accounts/routing.ts'
import type { App } from '../platform/app.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { page, type Reply, seeOther, typed } from '../platform/http.ts'
import { path } from '../platform/paths.ts'
import { chooseLanguage, confirmSubscription, subscribe, subscriberBy, unsubscribe } from './commands.ts'
import { languageForm, subscribeForm } from './forms.ts'
import { type ConfirmRefusal, confirm } from './rules.ts'
import { refusals, subscribeTexts as texts } from './texts.ts'
import {
  BadLinkPage,
  ConfirmedPage,
  ConfirmPage,
  LeftPage,
  PreferencesPage,
  SentPage,
  SubscribePage,
} from './views.tsx'

export const subscriberRoutes = {
  'GET /subscribe': open(async (_, request) => form(request, 200, [], { email: '', chosen: request.language })),
  'POST /subscribe': open(ask),
  'GET /subscribe/sent': open(async (app, { language }) =>
    page(
      200,
      texts.sentTitle[language],
      <SentPage language={language} mailbox={app.config.mail.kind === 'local'} />,
      listed(language),
    ),
  ),
  'GET /subscribe/confirmation/:token': open(showConfirmation, { personal: true }),
  'POST /subscribe/confirmation/:token': open(confirmed),
  'POST /subscribe/language/:token': open(changeLanguage),
  'GET /unsubscribe/:token': open(showPreferences, { personal: true }),
  'POST /unsubscribe/:token': open(leave, { anywhere: true }),
} satisfies Routes

async function ask(app: App, request: Request): Promise<Reply> {
  const { actor, language, origin } = request
  const kept = { email: typed(request.form, 'email'), chosen: typed(request.form, 'language') }
  const asked = parseForm(subscribeForm, request.form)
  if (!asked.ok) return form(request, 422, asked.problems, kept)

  const decision = await subscribe(app, actor, { ...asked.value, origin })
  if (!decision.ok) return form(request, 429, [{ field: 'email', text: refusals[decision.because] }], kept)

  return seeOther(path('/subscribe/sent', language))
}

async function showConfirmation(app: App, { language, params: { token = '' } }: Request): Promise<Reply> {
  const found = await subscriberBy(app, token, 'confirm')
  const decision = confirm(found?.subscriber, { fits: found !== undefined, now: found?.now ?? app.clock() })
  if (!decision.ok) return badLink(language, decision.because)
  if (decision.value.state === 'confirmed')
    return page(200, texts.doneTitle[language], <ConfirmedPage language={language} />)

  return page(200, texts.confirmTitle[language], <ConfirmPage language={language} token={token} />, listed(language))
}

async function confirmed(app: App, { actor, language, params: { token = '' } }: Request): Promise<Reply> {
  const decision = await confirmSubscription(app, actor, { token })
  if (!decision.ok) return badLink(language, decision.because)

  return seeOther(path('/subscribe/confirmation/:token', language, { token }))
}

async function showPreferences(app: App, { language, params: { token = '' }, query }: Request): Promise<Reply> {
  const found = await subscriberBy(app, token, 'leave')
  if (!found) return badLink(language, 'unknown_link')
  const { subscriber } = found
  if (subscriber.state === 'unsubscribed') return page(200, texts.leftTitle[language], <LeftPage language={language} />)

  const view = (
    <PreferencesPage
      language={language}
      token={token}
      chosen={subscriber.language}
      saved={query.saved === subscriber.language}
    />
  )
  return page(200, texts.leaveTitle[language], view)
}

/** A mailbox that presses the button gets a page and no redirection, which it would not follow (RFC 8058, 3.1). */
async function leave(app: App, { actor, language, params: { token = '' } }: Request): Promise<Reply> {
  const decision = await unsubscribe(app, actor, { token })
  if (!decision.ok) return badLink(language, decision.because)

  return page(200, texts.leftTitle[language], <LeftPage language={language} />)
}

async function changeLanguage(app: App, request: Request): Promise<Reply> {
  const { language, params, form: filled } = request
  const token = params.token ?? ''
  const asked = parseForm(languageForm, filled)
  if (!asked.ok) return seeOther(path('/unsubscribe/:token', language, { token }))

  const decision = await chooseLanguage(app, { token, language: asked.value.language })
  if (!decision.ok) return badLink(language, decision.because)

  return seeOther(`${path('/unsubscribe/:token', language, { token })}?saved=${asked.value.language}`)
}

function form(
  { language }: Request,
  status: 200 | 422 | 429,
  problems: Problems,
  { email, chosen }: { email: string; chosen: string },
): Reply {
  const view = <SubscribePage language={language} email={email} chosen={chosen} problems={problems} />
  return page(status, texts.title[language], view, { description: texts.description[language] })
}

/** The status says that nothing was done; a link of ours that was cut short is no reason for an error page. */
const badLink = (language: Request['language'], because: ConfirmRefusal): Reply =>
  page(409, texts.badLinkTitle[language], <BadLinkPage language={language} because={because} />)

const listed = (language: Request['language']) => ({
  crumbs: [{ label: texts.title[language], href: path('/subscribe', language) }],
})
