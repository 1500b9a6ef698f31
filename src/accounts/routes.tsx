import type { App } from '../platform/app.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { page, type Reply, seeOther, seeOtherWithSession, typed } from '../platform/http.ts'
import { path } from '../platform/paths.ts'
import { hasLocalMailbox } from '../platform/transports.ts'
import { askForCode, browserHash, signInWithCode, signOut } from './commands.signIn.ts'
import { addressForm, codeForm } from './forms.ts'
import { open, type Request, type Routes } from './routing.ts'
import { localPath, type SignInRefusal } from './rules.ts'
import { findCode } from './store.sessions.ts'
import { signInRefusals, signInTexts } from './texts.ts'
import { CodePage, SignInPage } from './views.tsx'

export const accountRoutes = {
  'GET /sign-in': open(showSignIn),
  'POST /sign-in': open(askCode),
  'GET /sign-in/code': open((app, request) => codePage(app, request, 200, []), { personal: true }),
  'POST /sign-in/code': open(enterCode),
  'POST /sign-out': open(leave),
} satisfies Routes

async function showSignIn(app: App, request: Request): Promise<Reply> {
  return signInPage(app, request, 200, [], { email: '', to: request.query.to ?? '' })
}

async function askCode(app: App, request: Request): Promise<Reply> {
  const { form, language, browser, origin } = request
  const kept = { email: typed(form, 'email'), to: typed(form, 'to') }
  const asked = parseForm(addressForm, form)
  if (!asked.ok) return signInPage(app, request, 422, asked.problems, kept)

  const returnTo = localPath(asked.value.to) ?? ''
  const decision = await askForCode(app, { email: asked.value.email, language, browser, origin, returnTo })
  if (!decision.ok)
    return signInPage(app, request, statusOf(decision.because), refused(decision.because, 'email'), kept)

  return seeOther(path('/sign-in/code', language))
}

async function enterCode(app: App, request: Request): Promise<Reply> {
  const { form, language, browser, origin } = request
  const asked = parseForm(codeForm, form)
  if (!asked.ok) return codePage(app, request, 422, asked.problems)

  const decision = await signInWithCode(app, { code: asked.value.code, browser, origin })
  if (!decision.ok) return codePage(app, request, statusOf(decision.because), refused(decision.because, 'code'))

  await signOut(app, request.session)
  return seeOtherWithSession(decision.value.returnTo || path('/applications', language), decision.value.token)
}

async function leave(app: App, { session, language }: Request): Promise<Reply> {
  await signOut(app, session)
  return seeOtherWithSession(path('/opportunities', language), null)
}

function signInPage(
  app: App,
  { language }: Request,
  status: 200 | 409 | 422 | 429,
  problems: Problems,
  { email, to }: { email: string; to: string },
): Reply {
  const demo = app.config.environment !== 'production'
  const view = <SignInPage language={language} email={email} to={to} demo={demo} problems={problems} />
  return page(status, signInTexts.title[language], view, { audience: 'public' })
}

async function codePage(
  app: App,
  { language, browser, form }: Request,
  status: 200 | 409 | 422 | 429,
  problems: Problems,
): Promise<Reply> {
  const address = await app.read('nothing', async (tx) => {
    const code = await findCode(tx, browserHash(browser))
    return code && code.usedAt === null && (await tx.now()) < code.expiresAt ? code.email : undefined
  })
  const view = (
    <CodePage
      language={language}
      address={address}
      typed={typed(form, 'code')}
      mailbox={hasLocalMailbox(app.config)}
      problems={problems}
    />
  )
  const crumbs = [{ label: signInTexts.title[language], href: path('/sign-in', language) }]
  return page(status, signInTexts.codeTitle[language], view, { crumbs, audience: 'public' })
}

const refused = (because: SignInRefusal, field: string): Problems => [{ field, text: signInRefusals[because] }]
const statusOf = (because: SignInRefusal): 409 | 429 => (because === 'too_many_requests' ? 429 : 409)
