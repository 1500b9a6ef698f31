import type { ComponentChild } from 'preact'
import { open, type Request, type Routes } from '../accounts/routing.ts'
import type { App } from '../platform/app.ts'
import { formatBusinessDays, formatInstant } from '../platform/format.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import { path } from '../platform/paths.ts'
import { hasLocalMailbox } from '../platform/transports.ts'
import type { Policy } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import { askQuestion, confirmQuestion, type QuestionAsked, questionBy } from './commands.ts'
import { askerForm, askForm } from './forms.ts'
import { answeringRoutes } from './routes.answering.tsx'
import { type AskRefusal, type ConfirmRefusal, confirm } from './rules.ts'
import { type PublicPosting, publicPosting } from './store.ts'
import { askRefusals, askTexts as texts } from './texts.ts'
import { AskPage, BadLinkPage, ConfirmPage, DonePage, OverPage, SentPage } from './views.tsx'

export const questionRoutes = {
  'GET /opportunities/:slug/question': open((app, request) => asking(app, request, 200, []), { cached: [] }),
  'POST /opportunities/:slug/question': open(ask),
  'GET /opportunities/:slug/question/sent': open(sent, { cached: [] }),
  'GET /question/confirmation/:token': open(showConfirmation, { personal: true }),
  'POST /question/confirmation/:token': open(confirmed),
  ...answeringRoutes,
} satisfies Routes

type Asking = { readonly posting: PublicPosting; readonly policy: Policy; readonly now: Date }

async function ask(app: App, request: Request): Promise<Reply> {
  const { actor, language, origin, params, form } = request
  const slug = params.slug ?? ''
  const asked = parseForm(actor.kind === 'supplier' ? askForm : askerForm, form)
  if (!asked.ok) return asking(app, request, 422, asked.problems)

  const email = 'email' in asked.value ? String(asked.value.email) : ''
  const decision = await askQuestion(app, actor, { slug, words: asked.value.words, email, language, origin })
  if (decision.ok) return seeOther(path('/opportunities/:slug/question/sent', language, { slug }))
  const field = fields[decision.because] ?? ''
  const status = decision.because === 'too_many_requests' ? 429 : 409
  return asking(app, request, status, [{ field, text: askRefusals[decision.because] }])
}

const fields: Partial<Record<AskRefusal, string>> = { no_words: 'words', too_many_words: 'words' }

/** The form with what was typed, while questions are taken; what was typed is given back even when it is too late. */
async function asking(app: App, request: Request, status: 200 | 409 | 422 | 429, problems: Problems): Promise<Reply> {
  const { actor, language, form } = request
  const found = await askingAbout(app, request)
  if (!found) return unknown
  const { posting, policy, now } = found
  const isOpen = posting.open && now < posting.closesAt
  const until = isOpen && now < posting.until ? posting.until : isOpen ? posting.closesAt : undefined
  if (actor.kind === 'staff') return reply(found, request, status, overStaff(posting, request), until)
  if (problems.length === 0 && !(isOpen && now < posting.until)) {
    const over = isOpen ? texts.over(posting.mailbox) : askRefusals.not_open
    const view = <OverPage posting={posting} title={texts.overTitle} text={over} language={language} />
    return reply(found, request, status, view, until)
  }
  const view = (
    <AskPage
      posting={posting}
      until={formatInstant(posting.until, posting.zone, language)}
      most={policy.questions.words}
      signedIn={actor.kind === 'supplier' ? actor.email : null}
      words={typed(form, 'words')}
      email={typed(form, 'email')}
      problems={problems}
      language={language}
    />
  )
  return reply(found, request, status, view, until)
}

const overStaff = (posting: PublicPosting, { language }: Request) => (
  <OverPage posting={posting} title={texts.title} text={askRefusals.not_for_staff} language={language} />
)

async function sent(app: App, request: Request): Promise<Reply> {
  const { actor, language } = request
  const found = await askingAbout(app, request)
  if (!found) return unknown
  const { posting, policy } = found
  if (actor.kind === 'supplier') return done(policy, posting.slug, request)
  const view = <SentPage posting={posting} mailbox={hasLocalMailbox(app.config)} language={language} />
  return reply(found, request, 200, view, undefined)
}

async function showConfirmation(app: App, request: Request): Promise<Reply> {
  const token = request.params.token ?? ''
  const found = await questionBy(app, token)
  if (!found) return badLink(request, 'unknown_link', null)
  return confirmationPage(found, token, request)
}

function confirmationPage(
  { question, opportunity, posting, policy, now }: QuestionAsked,
  token: string,
  request: Request,
) {
  const { language } = request
  const { slug } = opportunity
  const decision = confirm(question, { fits: true, posting, now })
  if (!decision.ok) return badLink(request, decision.because, slug)
  if (question.state !== 'unverified') return done(policy, slug, request)
  const view = (
    <ConfirmPage
      token={token}
      words={question.words}
      wordsIn={question.language}
      masked={question.masked > 0}
      by={formatInstant(question.confirmBy, policy.zone, language)}
      language={language}
    />
  )
  return page(200, texts.confirmTitle[language], view)
}

async function confirmed(app: App, request: Request): Promise<Reply> {
  const token = request.params.token ?? ''
  const decision = await confirmQuestion(app, { token })
  if (decision.ok) return seeOther(path('/question/confirmation/:token', request.language, { token }))
  const found = await questionBy(app, token)
  return badLink(request, decision.because, found?.opportunity.slug ?? null)
}

/** The posting and the policy in force now, which anybody may read. */
async function askingAbout(app: App, { params: { slug = '' } }: Request): Promise<Asking | undefined> {
  return app.read('everything', async (tx) => {
    const posting = await publicPosting(tx, slug)
    if (!posting) return undefined
    const now = await tx.now()
    return { posting, policy: await policyOf(tx, posting.departmentId, now), now }
  })
}

function reply(
  { posting }: Asking,
  { language }: Request,
  status: 200 | 409 | 422 | 429,
  view: ComponentChild,
  until: Date | undefined,
): Reply {
  const title = `${texts.title[language]} – ${posting.title[language]}`
  const crumb = {
    label: posting.title[language],
    href: path('/opportunities/:slug', language, { slug: posting.slug }),
  }
  return page(status, title, view, { crumbs: [crumb], description: texts.description[language], until })
}

function done(policy: Policy, slug: string, { language }: Request): Reply {
  const days = formatBusinessDays(policy.questions.answerBusinessDays, language)
  return page(200, texts.doneTitle[language], <DonePage slug={slug} days={days} language={language} />)
}

/** The status says that nothing was done. */
const badLink = ({ language }: Request, because: ConfirmRefusal, slug: string | null): Reply =>
  page(409, texts.badLinkTitle[language], <BadLinkPage text={askRefusals[because]} slug={slug} language={language} />)
