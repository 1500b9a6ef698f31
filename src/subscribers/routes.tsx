import { open, type Request, type Routes } from '../accounts/routing.ts'
import type { App } from '../platform/app.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { page, type Reply, seeOther, typed } from '../platform/http.ts'
import { path } from '../platform/paths.ts'
import { hasLocalMailbox } from '../platform/transports.ts'
import { confirmSubscription, leavingToken, subscribe, subscriberBy, unsubscribe } from './commands.ts'
import { subscribeForm } from './forms.ts'
import { confirm, isListed } from './rules.ts'
import { badLink } from './showBadLink.tsx'
import { anyPosted } from './store.postings.ts'
import { refusals, subscribeTexts as texts } from './texts.ts'
import { ConfirmedPage, ConfirmPage, LeavePage, LeftPage, SentPage, SubscribePage } from './views.tsx'

export const subscriberRoutes = {
  'GET /subscribe': open((app, request) => form(app, request, 200, [], { email: '', chosen: request.language }), {
    cached: [],
  }),
  'POST /subscribe': open(ask),
  'GET /subscribe/sent': open(async (app, { language }) =>
    page(
      200,
      texts.sentTitle[language],
      <SentPage language={language} mailbox={hasLocalMailbox(app.config)} />,
      listed(language),
    ),
  ),
  'GET /subscribe/confirmation/:token': open(showConfirmation, { personal: true }),
  'POST /subscribe/confirmation/:token': open(confirmed),
  'GET /unsubscribe/:token': open(showLeaving, { personal: true }),
  'POST /unsubscribe/:token': open(leave, { anywhere: true, unseen: true }),
} satisfies Routes

async function ask(app: App, request: Request): Promise<Reply> {
  const { actor, language, origin } = request
  const kept = { email: typed(request.form, 'email'), chosen: typed(request.form, 'language') }
  const asked = parseForm(subscribeForm, request.form)
  if (!asked.ok) return form(app, request, 422, asked.problems, kept)

  const decision = await subscribe(app, actor, { ...asked.value, origin, readIn: language })
  if (!decision.ok) return form(app, request, 429, [{ field: 'email', text: refusals[decision.because] }], kept)

  return seeOther(path('/subscribe/sent', language))
}

async function showConfirmation(app: App, { language, params: { token = '' } }: Request): Promise<Reply> {
  const found = await subscriberBy(app, token, 'confirm')
  const decision = confirm(found?.subscriber, { fits: found !== undefined, now: found?.now ?? app.clock() })
  if (!decision.ok) return badLink(language, decision.because)
  const subscriber = decision.value
  if (subscriber.state === 'confirmed' && isListed(subscriber)) {
    const leaving = leavingToken(app, subscriber)
    const view = <ConfirmedPage language={language} leaving={leaving} asksSource={subscriber.sourceAskedAt === null} />
    return page(200, texts.doneTitle[language], view)
  }

  return page(200, texts.confirmTitle[language], <ConfirmPage language={language} token={token} />, listed(language))
}

async function confirmed(app: App, { actor, language, params: { token = '' } }: Request): Promise<Reply> {
  const decision = await confirmSubscription(app, actor, { token, readIn: language })
  if (!decision.ok) return badLink(language, decision.because)

  return seeOther(path('/subscribe/confirmation/:token', language, { token }))
}

/** Opening the link, by hand or by a scanner that follows links, changes nothing. */
async function showLeaving(app: App, { language, params: { token = '' } }: Request): Promise<Reply> {
  const found = await subscriberBy(app, token, 'leave')
  if (!found) return badLink(language, 'unknown_link')
  if (found.subscriber.state === 'unsubscribed')
    return page(200, texts.leftTitle[language], <LeftPage language={language} />)

  const confirmed = found.subscriber.state === 'confirmed'
  return page(200, texts.leaveTitle[language], <LeavePage language={language} token={token} confirmed={confirmed} />)
}

/** A mailbox that presses the button gets a page and no redirection, which it would not follow (RFC 8058, 3.1). */
async function leave(app: App, { actor, language, params: { token = '' } }: Request): Promise<Reply> {
  const decision = await unsubscribe(app, actor, { token })
  if (!decision.ok) return badLink(language, decision.because)

  return page(200, texts.leftTitle[language], <LeftPage language={language} />)
}

async function form(
  app: App,
  { language }: Request,
  status: 200 | 422 | 429,
  problems: Problems,
  typedSoFar: { email: string; chosen: string },
): Promise<Reply> {
  const posted = await app.read('nothing', anyPosted)
  const view = <SubscribePage language={language} {...typedSoFar} anyPosted={posted} problems={problems} />
  return page(status, texts.title[language], view, { description: texts.description[language] })
}

const listed = (language: Request['language']) => ({
  crumbs: [{ label: texts.title[language], href: path('/subscribe', language) }],
})
