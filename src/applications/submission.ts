import { type Actor, type Supplier, scopeOf } from '../accounts/rules.ts'
import { record } from '../history/record.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { newId } from '../platform/ids.ts'
import { post } from '../platform/mail.ts'
import { seal, sha256Hex } from '../platform/sealing.ts'
import { saveDraft } from './commands.ts'
import { type Content, commitmentTo, contentText, sealableBytes } from './content.ts'
import type { DraftRefusal } from './drafts.ts'
import { unlockDraft } from './drafts.ts'
import { receiptEmail } from './emails.ts'
import { formOf, parseApplication } from './forms.ts'
import { type Proof, type ReceiptFacts, type Signer, signedReceipt } from './receipt.ts'
import type { Application, Posted, SubmitRefusal } from './rules.ts'
import { currentSeal, findDraft, findOwn, findPosted, openedSalt, type Seal, submitSealed } from './store.ts'

export type Received = { readonly application: Pick<Application, 'id' | 'token'>; readonly facts: ReceiptFacts }

/**
 * Seals an application to the opportunity's key and the escrow key, and hands it in. Sending the same again, by a
 * double click or after a lost answer, gives the same receipt; sending something else before closing replaces it.
 */
export async function submitApplication(
  app: App,
  actor: Actor,
  { slug, content }: { slug: string; content: Content },
): Promise<Decision<Received, SubmitRefusal | DraftRefusal>> {
  const saved = await saveDraft(app, actor, { slug, language: content.language, form: formOf(content) })
  if (!saved.ok) return saved
  const { posted, application, salt } = saved.value
  if (actor.kind !== 'supplier') return no('not_a_supplier')
  if (!posted.recipients) return no('no_key')

  const bytes = sealableBytes({ opportunityId: posted.id, applicationId: application.id, salt, content })
  const sealed = await seal(posted.recipients, bytes)
  return receiveSealed(app, actor, {
    posted,
    application,
    seal: {
      id: newId(app.clock(), app.random),
      sealed,
      sealedSha256: sha256Hex(sealed),
      contentCommitment: commitmentTo({ salt, content }),
    },
  })
}

/** The last step: small, one transaction, under the shared side of the closing lock. The database's instant decides. */
export function receiveSealed(
  app: App,
  supplier: Supplier,
  input: { posted: Posted; application: Pick<Application, 'id' | 'token' | 'language'>; seal: Seal },
): Promise<Decision<Received, SubmitRefusal>> {
  const { posted, application, seal } = input
  return app.transaction(scopeOf(supplier), async (tx) => {
    const { outcome, at, sealedSha256, contentCommitment } = await submitSealed(tx, application.id, seal)
    if (outcome !== 'received' && outcome !== 'already_received') return no(outcome)

    const facts: ReceiptFacts = {
      applicationId: application.id,
      token: application.token,
      slug: posted.slug,
      receivedAt: at,
      zone: posted.timeZone,
      sealedSha256: sealedSha256 ?? seal.sealedSha256,
      contentCommitment: contentCommitment ?? seal.contentCommitment,
      drawCommitment: posted.drawCommitment,
    }
    const received = { application: { id: application.id, token: application.token }, facts }
    if (outcome === 'already_received') return yes(received)

    await record(tx, app.random, {
      departmentId: posted.departmentId,
      kind: 'application.submitted',
      subject: { type: 'application', id: application.id },
      fileId: null,
      actor: supplier,
      at,
      facts: {
        opportunity: posted.id,
        seal: seal.id,
        sealedSha256: facts.sealedSha256,
        commitment: facts.contentCommitment,
      },
    })
    await post(tx, app.random, receiptEmail, {
      to: { address: supplier.email, language: application.language },
      departmentId: posted.departmentId,
      facts: receiptMail(app, posted, facts),
      once: `receipt ${seal.id}`,
      at,
    })
    return yes(received)
  })
}

/** Who signs receipts: this installation, by its public address. */
export const signerOf = (app: Pick<App, 'config' | 'keys'>): Signer => ({
  name: new URL(app.config.baseUrl).host,
  keys: app.keys,
})

export type OwnReceipt = {
  readonly posted: Posted
  readonly application: Application
  readonly facts: ReceiptFacts
  /** The applicant's salt: from the draft until closing, from the opened application afterwards. */
  readonly salt: Buffer | undefined
}

/** The receipt of a person's own application, as often as they ask for it; nothing while nothing was sent. */
export async function findReceipt(
  tx: Tx,
  app: Pick<App, 'keys'>,
  id: string,
  supplierId: string,
): Promise<OwnReceipt | undefined> {
  const application = await findOwn(tx, id, supplierId)
  if (!application || !('submittedAt' in application)) return undefined
  const posted = await findPosted(tx, { id: application.opportunityId })
  const sealed = await currentSeal(tx, id)
  if (!posted || !sealed) return undefined
  const draft = await findDraft(tx, id)
  const unlocked = draft?.wrappedKey ? unlockDraft(app.keys.draft, id, draft) : undefined
  const facts = {
    applicationId: id,
    token: application.token,
    slug: posted.slug,
    receivedAt: sealed.submittedAt,
    zone: posted.timeZone,
    sealedSha256: sealed.sealedSha256,
    contentCommitment: sealed.contentCommitment,
    drawCommitment: posted.drawCommitment,
  }
  return { posted, application, facts, salt: unlocked?.ok ? unlocked.value.salt : await openedSalt(tx, id) }
}

/** The salt and the text of what was sent: told while the draft is still that very text. */
export async function proofOf(
  tx: Tx,
  app: Pick<App, 'keys'>,
  { posted, application, facts, salt }: OwnReceipt,
  supplier: Supplier,
): Promise<Proof> {
  const draft = await findDraft(tx, application.id)
  const unlocked = draft?.wrappedKey ? unlockDraft(app.keys.draft, application.id, draft) : undefined
  const parsed = unlocked?.ok ? parseApplication(unlocked.value.form, posted, supplier.email) : undefined
  if (!salt || !parsed?.ok) return { salt, content: undefined }
  const same = commitmentTo({ salt, content: parsed.value }) === facts.contentCommitment
  return { salt, content: same ? contentText(parsed.value) : undefined }
}

function receiptMail(app: App, posted: Posted, facts: ReceiptFacts) {
  return {
    number: posted.number,
    titleEn: posted.title.en,
    titleFr: posted.title.fr,
    closesAt: posted.closesAt.toISOString(),
    zone: posted.timeZone,
    at: facts.receivedAt.toISOString(),
    token: facts.token,
    application: facts.applicationId,
    sealedSha256: facts.sealedSha256,
    commitment: facts.contentCommitment,
    drawCommitment: facts.drawCommitment ?? '',
    signature: signedReceipt(facts, signerOf(app)).trimEnd().split('\n').at(-1) ?? '',
    base: app.config.baseUrl,
  }
}
