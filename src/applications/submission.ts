import type { Actor, Supplier } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { type Form, typed } from '../platform/http.ts'
import { newId, newToken, randomId } from '../platform/ids.ts'
import { seal, sha256Hex } from '../platform/sealing.ts'
import { signerOf } from '../platform/signing.ts'
import { type Content, commitmentTo, contentText, sealableBytes } from './content.ts'
import { type DraftRefusal, lockDraft, newDraft, unlockDraft } from './drafts.ts'
import type { ReceiptLetter } from './emails.ts'
import { formOf, keptForm, parseApplication, warningsIn } from './forms.ts'
import { join, type Marks } from './joining.ts'
import { warningsSeen } from './pages.ts'
import { findPlace, type KeptDraft, type Place, sendSealed } from './place.store.ts'
import { type Proof, type ReceiptFacts, signedReceipt } from './receipt.ts'
import type { Application, Posted, SubmitRefusal } from './rules.ts'
import * as rules from './rules.ts'
import { currentSeal, findDraft, findOwn, findPosted, openedSalt, type Seal } from './store.ts'

/** What is acknowledged, and the signed receipt for it. */
export type Received = {
  readonly application: Pick<Application, 'id' | 'token'>
  readonly facts: ReceiptFacts
  readonly receipt: string
}
/** What was received, where, and whether this browser has opened the application before. */
export type Sent = Received & { readonly place: Place }

/**
 * Seals an application to the opportunity's key and the escrow key, and hands it in. Sending the same again, by a
 * double click or after a lost answer, gives the same receipt; sending something else before closing replaces it.
 */
export async function submitApplication(
  app: App,
  actor: Actor,
  { slug, content, marks }: { slug: string; content: Content; marks?: Marks | undefined },
): Promise<Decision<Received, SubmitRefusal | DraftRefusal>> {
  if (actor.kind !== 'supplier') return no('not_a_supplier')
  const sent = await send<'changed_elsewhere'>(app, actor, { slug, browser: '' }, (_, kept) => {
    const { form, clashes } = join(kept, formOf(content), marks)
    return clashes.length > 0 ? no('changed_elsewhere') : yes({ form, content })
  })
  if (!sent.ok) return sent
  const { place: _, ...received } = sent.value
  return yes(received)
}

/**
 * The same for what a browser sent, when nothing of it needs to be said first: no field is missing, no other device wrote
 * in between, and whatever gives the applicant away has been seen. Otherwise `look_first`, and nothing is stored.
 */
export function sendAtOnce(
  app: App,
  actor: Supplier,
  { given, marks, seen, ...at }: { given: Form; marks: Marks | undefined; seen: string; slug: string; browser: string },
): Promise<Decision<Sent, SubmitRefusal | DraftRefusal | 'look_first'>> {
  return send<'look_first'>(app, actor, at, ({ posted }, kept) => {
    const { form, clashes } = join(kept, keptForm(given, posted), marks)
    const parsed = parseApplication(form, posted, actor.email)
    if (clashes.length > 0 || !parsed.ok) return no('look_first')
    const warnings = warningsIn(form, posted, actor)
    if (warnings.length > 0 && seen !== warningsSeen(warnings)) return no('look_first')
    return yes({ form, content: parsed.value })
  })
}

type Ready = { readonly form: Form; readonly content: Content }
type Prepare<Refusal extends string> = (place: Place, kept: Form) => Decision<Ready, Refusal>

const MOST_LOOKS = 5

/** Looks, prepares and seals outside of any lock, then hands in; what another device changed meanwhile is looked at again. */
async function send<Refusal extends string>(
  app: App,
  actor: Supplier,
  { slug, browser }: { slug: string; browser: string },
  prepare: Prepare<Refusal>,
): Promise<Decision<Sent, Refusal | SubmitRefusal | DraftRefusal>> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const place = await findPlace(app, { slug, supplierId: actor.id, browser })
    if (!place) return no('unknown_opportunity')
    const { posted, own, worksHere, draft, now } = place
    const allowed = rules.write(posted, { actor, own, worksHere, now })
    if (!allowed.ok) return allowed
    const kept = own && draft?.wrappedKey ? unlockDraft(app.keys.draft, own.id, draft) : yes(newDraft(app.random, {}))
    if (!kept.ok) return kept
    const ready = prepare(place, kept.value.form)
    if (!ready.ok) return ready
    if (!posted.recipients) return no('no_key')

    const { form, content } = ready.value
    const { salt } = kept.value
    const { language } = content
    const application = own ?? { id: randomId(app.random), token: newToken(app.random) }
    const contentCommitment = commitmentTo({ salt, content })
    const unchanged = draft !== undefined && sameForm(form, kept.value.form)
    if (unchanged && place.sent?.contentCommitment === contentCommitment)
      return yes({ ...receivedAs(app, posted, application, place.sent), place })
    const locked: Decision<KeptDraft, DraftRefusal> =
      unchanged && !posted.strong
        ? yes({ version: draft.version })
        : lockDraft({ draft: app.keys.draft, random: app.random }, application.id, { salt, form }, draft)
    if (!locked.ok) return locked
    const named = { opportunityId: posted.id, applicationId: application.id }
    const sealed = await seal(posted.recipients, sealableBytes({ ...named, salt, content }))
    const received = await receiveSealed(app, actor, {
      posted,
      application: { id: application.id, token: application.token, language },
      draft: posted.strong ? { ...locked.value, wrappedKey: null } : locked.value,
      seal: {
        id: newId(app.clock(), app.random),
        sealed,
        sealedSha256: sha256Hex(sealed),
        contentCommitment,
      },
    })
    if (received.ok) return yes({ ...received.value, place })
    if (received.because !== 'changed_meanwhile') return no(received.because)
  }
  return no('changed_elsewhere')
}

/** The last step: small, one statement, under the shared side of the closing lock. The database's instant decides. */
export async function receiveSealed(
  app: App,
  supplier: Supplier,
  input: {
    posted: Posted
    application: Pick<Application, 'id' | 'token' | 'language'>
    draft: KeptDraft
    seal: Seal
  },
): Promise<Decision<Received, SubmitRefusal | 'changed_meanwhile'>> {
  const { posted, application, seal } = input
  const id = () => newId(app.clock(), app.random)
  const { outcome, at, sealedSha256, contentCommitment } = await sendSealed(app, {
    ...{ ...input, supplierId: supplier.id, events: { started: id(), submitted: id() } },
    letter: { id: id(), to: supplier.email, facts: receiptMail(app, posted, application, seal) },
  })
  if (outcome !== 'received' && outcome !== 'already_received') return no(outcome)
  return yes(
    receivedAs(app, posted, application, {
      sealedSha256: sealedSha256 ?? seal.sealedSha256,
      contentCommitment: contentCommitment ?? seal.contentCommitment,
      at,
    }),
  )
}

function receivedAs(
  app: App,
  { slug, timeZone, drawCommitment }: Posted,
  { id, token }: Pick<Application, 'id' | 'token'>,
  { at, sealedSha256, contentCommitment }: NonNullable<Place['sent']>,
): Received {
  const named = { applicationId: id, token, slug }
  const facts = { ...named, receivedAt: at, zone: timeZone, sealedSha256, contentCommitment, drawCommitment }
  return { application: { id, token }, facts, receipt: signedReceipt(facts, signerOf(app)) }
}

const sameForm = (one: Form, other: Form): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.keys(one).every((name) => typed(one, name) === typed(other, name))

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

/** What the letter says; its instant is added when the application is received, its signature when it is sent. */
function receiptMail(
  app: App,
  posted: Posted,
  { id, token }: Pick<Application, 'id' | 'token'>,
  { sealedSha256, contentCommitment }: Seal,
): Omit<ReceiptLetter, 'at' | 'signature'> {
  return {
    number: posted.number,
    slug: posted.slug,
    titleEn: posted.title.en,
    titleFr: posted.title.fr,
    closesAt: posted.closesAt.toISOString(),
    zone: posted.timeZone,
    token,
    application: id,
    sealedSha256,
    commitment: contentCommitment,
    drawCommitment: posted.drawCommitment ?? '',
    base: app.config.baseUrl,
  }
}
