import { forApplicant, open, type Request, type Routes } from '../accounts/routing.ts'
import type { Supplier } from '../accounts/rules.ts'
import { criteriaChangedSince } from '../opportunities/amendments.store.ts'
import type { App } from '../platform/app.ts'
import type { Problems } from '../platform/forms.ts'
import { type Asked, content, page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { signerOf } from '../platform/signing.ts'
import { withdrawApplication } from './commands.ts'
import { saidOf, shown, toneOf } from './pages.ts'
import { checkReceipt, receiptFile, signedReceipt } from './receipt.ts'
import { late, writingRoutes } from './routes.writing.tsx'
import { can, standingOf } from './rules.ts'
import { findOwn, findPosted, publicRoster } from './store.ts'
import { findReceipt, proofOf } from './submission.ts'
import { checkTexts, homeTexts, receiptRefusals, receiptTexts, refusals, withdrawalTexts } from './texts.ts'
import { type CheckOutcome, CheckView, ReceiptView, WithdrawalView } from './views.after.tsx'

type Asks = Asked<Supplier>

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
      changed={own.changed ? { open: standing === 'received' } : undefined}
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
  ...writingRoutes,
  'GET /applications/:id/receipt': forApplicant(showReceipt),
  'GET /applications/:id/receipt.txt': forApplicant(downloadReceipt),
  'GET /applications/:id/withdrawal': forApplicant(askWithdrawal),
  'POST /applications/:id/withdrawal': forApplicant(withdraw),
  'GET /receipt': open(showCheck),
  'POST /receipt': open(checkPasted),
} satisfies Routes

async function ownReceipt(app: App, actor: Supplier, id: string | undefined) {
  if (!isId(id)) return undefined
  return app.read('everything', async (tx) => {
    const own = await findReceipt(tx, app, id, actor.id)
    if (!own) return undefined
    const changed = await criteriaChangedSince(tx, own.posted.id, own.facts.receivedAt)
    return { ...own, changed, now: await tx.now() }
  })
}

function check(
  app: App,
  language: Language,
  shown: { pasted: string; errors: Problems; outcome: CheckOutcome | undefined },
): Reply {
  const publicKey = app.keys.signing.publicBytes.toString('base64')
  const body = <CheckView {...shown} language={language} publicKey={publicKey} />
  return page(shown.errors.length > 0 ? 422 : 200, checkTexts.title[language], body, { audience: 'public' })
}

const crumbs = (language: Language) => [{ label: homeTexts.title[language], href: path('/applications', language) }]
