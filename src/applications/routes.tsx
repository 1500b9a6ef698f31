import { forSupplier, open, type Request, type Routes } from '../accounts/routing.ts'
import type { Supplier } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import type { Problems } from '../platform/forms.ts'
import { type Asked, content, type Form, page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import { isLanguage, type Language, type Text } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { saveDraft, withdrawApplication } from './commands.ts'
import { commitmentTo } from './content.ts'
import { unlockDraft } from './drafts.ts'
import { keptForm, parseApplication, warningsIn } from './forms.ts'
import { isLate, saidOf, shown, toneOf, typedText, warningsSeen } from './pages.ts'
import { checkReceipt, receiptFile, signedReceipt } from './receipt.ts'
import { type Application, can, type Posted, standingOf } from './rules.ts'
import { currentSeal, findDraft, findOwn, findPosted, ownApplication, publicRoster } from './store.ts'
import { findReceipt, proofOf, signerOf, submitApplication } from './submission.ts'
import { formTexts } from './texts.form.ts'
import { checkTexts, homeTexts, lateTexts, receiptRefusals, receiptTexts, refusals, withdrawalTexts } from './texts.ts'
import { type CheckOutcome, CheckView, LateView, ReceiptView, WithdrawalView } from './views.after.tsx'
import { type ApplyPage, ApplyView } from './views.tsx'

type Asks = Asked<Supplier>

async function showApplication(app: App, { actor, language, params }: Asks): Promise<Reply> {
  const found = await look(app, actor, params.slug ?? '')
  if (!found) return unknown
  const { posted, own, now, form } = found
  if (own?.state === 'withdrawn') return late(found, language, refusals.withdrawn, form, 200)
  if (isLate(posted, now)) return late(found, language, lateTexts.over, own?.state === 'draft' ? form : {}, 200)
  return apply(200, found, actor, language, { form, errors: [] })
}

/** Keeps what was typed, whatever else happens; sends it when asked to and when nothing is missing. */
async function saveOrSend(app: App, { actor, language, params, form: given }: Asks): Promise<Reply> {
  const slug = params.slug ?? ''
  const before = await look(app, actor, slug)
  if (!before) return unknown
  const form = keptForm(given, before.posted)
  const spoken = typed(form, 'language')
  const saved = await saveDraft(app, actor, { slug, language: isLanguage(spoken) ? spoken : language, form })
  if (!saved.ok) return late(before, language, refusals[saved.because], form, 409)

  const wish = typed(given, 'do')
  if (wish === 'later') return seeOther(path('/applications', language))
  if (wish !== 'send') return seeOther(path('/opportunities/:slug/application', language, { slug }))

  const found = { ...before, own: saved.value.application, savedAt: saved.value.savedAt }
  // What is too long for a draft comes back whole, to be shortened.
  const whole = keptForm(given, found.posted, Number.POSITIVE_INFINITY)
  const parsed = parseApplication(whole, found.posted, actor.email)
  if (!parsed.ok) return apply(422, found, actor, language, { form: whole, errors: parsed.problems })
  const warnings = warningsIn(form, found.posted, actor)
  if (warnings.length > 0 && typed(given, 'seen') !== warningsSeen(warnings))
    return apply(200, found, actor, language, { form, errors: [] })

  const sent = await submitApplication(app, actor, { slug, content: parsed.value })
  if (!sent.ok) return late(found, language, refusals[sent.because], form, 409)
  return seeOther(path('/applications/:id/receipt', language, { id: sent.value.application.id }))
}

/** What was typed, back as a file: for whoever was too late. Nothing is stored. */
async function copyTyped(app: App, { language, params, form }: Asks): Promise<Reply> {
  const posted = await app.read('everything', (tx) => findPosted(tx, { slug: params.slug ?? '' }))
  if (!posted) return unknown
  const file = typedText(keptForm(form, posted), posted, language)
  return content('text/plain; charset=utf-8', file, `${posted.slug}.txt`)
}

async function showReceipt(app: App, { actor, language, params }: Asks): Promise<Reply> {
  const own = await ownReceipt(app, actor, params.id)
  if (!own) return unknown
  const { posted, application } = own
  const standing = standingOf(application, posted, own.now)
  const said = saidOf(standing, language)
  const closes = shown(posted.closesAt, posted.timeZone, language)
  const body = (
    <ReceiptView
      language={language}
      own={own}
      note={signedReceipt(own.facts, signerOf(app))}
      box={{
        language,
        tone: toneOf(standing),
        state: said.state,
        happening: { what: said.happening, more: said.more && <span>{said.more}</span> },
        next: { what: said.next },
        by: { what: standing === 'received' ? closes.text : homeTexts.noDate[language] },
      }}
    />
  )
  return page(200, `${receiptTexts.title[language]} ${own.facts.token}`, body, { crumbs: crumbs(language) })
}

async function downloadReceipt(app: App, { actor, language, params }: Asks): Promise<Reply> {
  const own = await ownReceipt(app, actor, params.id)
  if (!own) return unknown
  const proof = await app.read('everything', (tx) => proofOf(tx, app, own, actor))
  const file = receiptFile(signedReceipt(own.facts, signerOf(app)), proof, language)
  return content('text/plain; charset=utf-8', file, `receipt-${own.facts.token}.txt`)
}

async function askWithdrawal(app: App, { actor, language, params: { id } }: Asks): Promise<Reply> {
  if (!isId(id)) return unknown
  const found = await app.read('everything', async (tx) => {
    const own = await findOwn(tx, id, actor.id)
    const posted = own && (await findPosted(tx, { id: own.opportunityId }))
    return posted && { posted, own, may: can.withdraw(actor, posted, own, await tx.now()) }
  })
  if (!found?.may) return unknown
  const body = <WithdrawalView language={language} posted={found.posted} id={id} />
  return page(200, withdrawalTexts.title[language], body, { crumbs: crumbs(language) })
}

async function withdraw(app: App, { actor, language, params: { id } }: Asks): Promise<Reply> {
  if (!isId(id)) return unknown
  const decision = await withdrawApplication(app, actor, { applicationId: id })
  if (decision.ok) return seeOther(path('/applications', language))
  if (decision.because === 'unknown_application') return unknown
  const found = await app.read('everything', async (tx) => {
    const own = await findOwn(tx, id, actor.id)
    const posted = own && (await findPosted(tx, { id: own.opportunityId }))
    return posted && { posted, own, now: await tx.now() }
  })
  return found ? late(found, language, refusals[decision.because], {}, 409) : unknown
}

async function showCheck(app: App, { language }: Request): Promise<Reply> {
  return check(app, language, { pasted: '', errors: [], outcome: undefined })
}

async function checkPasted(app: App, { language, form }: Request): Promise<Reply> {
  const pasted = typed(form, 'receipt')
  const checked = checkReceipt(pasted.slice(0, 10_000), signerOf(app))
  if (!checked.ok) {
    const because = receiptRefusals[checked.because]
    const errors = checked.because === 'not_a_receipt' ? [{ field: 'receipt', text: because }] : []
    return check(app, language, { pasted, errors, outcome: { kind: 'bad', because } })
  }
  const receipt = checked.value
  const roster = await app.read('nothing', (tx) => publicRoster(tx, receipt.slug))
  const line = `${receipt.token} ${receipt.sealedSha256}`
  const listed = roster === undefined ? 'none' : roster.split('\n').includes(line) ? 'in' : 'out'
  return check(app, language, { pasted, errors: [], outcome: { kind: 'good', receipt, roster: listed } })
}

export const applicationRoutes = {
  'GET /opportunities/:slug/application': forSupplier(showApplication),
  'POST /opportunities/:slug/application': forSupplier(saveOrSend),
  'POST /opportunities/:slug/application/copy': forSupplier(copyTyped),
  'GET /applications/:id/receipt': forSupplier(showReceipt),
  'GET /applications/:id/receipt.txt': forSupplier(downloadReceipt),
  'GET /applications/:id/withdrawal': forSupplier(askWithdrawal),
  'POST /applications/:id/withdrawal': forSupplier(withdraw),
  'GET /receipt': open(showCheck),
  'POST /receipt': open(checkPasted),
} satisfies Routes

type Found = {
  posted: Posted
  own: Application | undefined
  now: Date
  /** The draft as it was typed; empty when there is none or its key is gone. */
  form: Form
  savedAt: Date | undefined
  /** Of what was sent last, and of what the draft would be. */
  commitments: { sent: string | undefined; salt: Buffer | undefined }
}

function look(app: App, actor: Supplier, slug: string): Promise<Found | undefined> {
  return app.read('everything', async (tx) => {
    const posted = await findPosted(tx, { slug })
    if (!posted) return undefined
    const own = await ownApplication(tx, posted.id, actor.id)
    const now = await tx.now()
    if (!own)
      return { posted, own, now, form: {}, savedAt: undefined, commitments: { sent: undefined, salt: undefined } }
    return { posted, own, now, ...(await draftOf(tx, app, own)) }
  })
}

async function draftOf(tx: Tx, app: App, own: Application): Promise<Pick<Found, 'form' | 'savedAt' | 'commitments'>> {
  const draft = await findDraft(tx, own.id)
  const unlocked = draft?.wrappedKey ? unlockDraft(app.keys.draft, own.id, draft) : undefined
  const sent = (await currentSeal(tx, own.id))?.contentCommitment
  if (!unlocked?.ok) return { form: {}, savedAt: undefined, commitments: { sent, salt: undefined } }
  return { form: unlocked.value.form, savedAt: draft?.savedAt, commitments: { sent, salt: unlocked.value.salt } }
}

function apply(
  status: 200 | 422,
  found: Found,
  actor: Supplier,
  language: Language,
  { form, errors }: { form: Form; errors: Problems },
): Reply {
  const { posted, now, savedAt } = found
  const body: ApplyPage = {
    ...{ language, posted, email: actor.email, form, errors },
    warnings: warningsIn(form, posted, actor),
    sent: sentBefore(found, form, actor),
    savedAt: savedAt && shown(savedAt, posted.timeZone, language).text,
    closes: shown(posted.closesAt, posted.timeZone, language),
    now: shown(now, posted.timeZone, language),
  }
  return page(status, formTexts.title(posted.title)[language], <ApplyView {...body} />)
}

function sentBefore({ posted, commitments }: Found, form: Form, actor: Supplier): ApplyPage['sent'] {
  const { sent, salt } = commitments
  if (!sent) return 'nothing'
  const parsed = parseApplication(form, posted, actor.email)
  return parsed.ok && salt && commitmentTo({ salt, content: parsed.value }) === sent ? 'this' : 'other'
}

function late(
  { posted, own }: Pick<Found, 'posted' | 'own'>,
  language: Language,
  because: Text,
  form: Form,
  status: 200 | 409,
): Reply {
  const receiptOf = own && 'submittedAt' in own ? own.id : undefined
  const body = <LateView {...{ language, posted, because, form, receiptOf }} refused={status === 409} />
  return page(status, posted.title[language], body)
}

async function ownReceipt(app: App, actor: Supplier, id: string | undefined) {
  if (!isId(id)) return undefined
  return app.read('everything', async (tx) => {
    const own = await findReceipt(tx, app, id, actor.id)
    return own && { ...own, now: await tx.now() }
  })
}

function check(
  app: App,
  language: Language,
  shown: { pasted: string; errors: Problems; outcome: CheckOutcome | undefined },
): Reply {
  const publicKey = app.keys.signing.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')
  const body = <CheckView {...shown} language={language} publicKey={publicKey} />
  return page(shown.errors.length > 0 ? 422 : 200, checkTexts.title[language], body, { audience: 'public' })
}

const crumbs = (language: Language) => [{ label: homeTexts.title[language], href: path('/applications', language) }]
