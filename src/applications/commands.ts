import { type Actor, type Supplier, scopeOf } from '../accounts/rules.ts'
import { validRoles } from '../accounts/store.ts'
import { record } from '../history/record.ts'
import { shareClosing } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { type Form, typed } from '../platform/http.ts'
import { isLanguage, type Language } from '../platform/i18n.ts'
import { newToken, randomId } from '../platform/ids.ts'
import { post } from '../platform/mail.ts'
import { dayOf } from '../platform/time.ts'
import { type DraftRefusal, lockDraft, newDraft, unlockDraft } from './drafts.ts'
import { withdrawalEmail } from './emails.ts'
import { type Clash, join, type Marks } from './joining.ts'
import type { Application, Posted, WithdrawRefusal, WriteRefusal } from './rules.ts'
import * as rules from './rules.ts'
import {
  addApplication,
  dropDraftKey,
  findDraft,
  findOwn,
  findPosted,
  ownApplication,
  putDraft,
  setLanguage,
  withdrawSealed,
} from './store.ts'

export type Saved = {
  readonly posted: Posted
  readonly application: Application
  /** The draft as it is kept now. */
  readonly form: Form
  /** Fields that another device changed too: what arrived for them was not kept. */
  readonly clashes: readonly Clash[]
  /** Of the commitment to come: the same for every version of one application. */
  readonly salt: Buffer
  readonly savedAt: Date
}

/** Starts an application, once, however often it is asked: a token, nothing else. */
export function startApplication(
  app: App,
  actor: Actor,
  input: { slug: string; language: Language },
): Promise<Decision<Application, WriteRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const held = await holdOpen(tx, actor, input.slug)
    if (!held.ok) return held
    return yes(held.value.own ?? (await start(tx, app, held.value, input.language)))
  })
}

/**
 * Keeps what was typed, right or wrong, until closing: only the applicant's own session reads it again. Fields that are
 * not named stay as they are. Where two devices changed the same one neither overwrites the other.
 */
export function saveDraft(
  app: App,
  actor: Actor,
  input: { slug: string; language?: Language; form: Form; marks?: Marks | undefined },
): Promise<Decision<Saved, WriteRefusal | DraftRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const held = await holdOpen(tx, actor, input.slug)
    if (!held.ok) return held
    const { posted, now } = held.value
    const application = held.value.own ?? (await start(tx, app, held.value, input.language ?? 'en'))

    const before = await findDraft(tx, application.id)
    const known = before?.wrappedKey
      ? unlockDraft(app.keys.draft, application.id, before)
      : yes(newDraft(app.random, {}))
    if (!known.ok) return known
    const { form, clashes } = join(known.value.form, input.form, input.marks)
    const draft = { salt: known.value.salt, form }
    const locked = lockDraft({ draft: app.keys.draft, random: app.random }, application.id, draft, before)
    if (!locked.ok) return locked

    await putDraft(tx, application, locked.value, now)
    const written = typed(form, 'language')
    const language = isLanguage(written) ? written : (input.language ?? application.language)
    if (application.language !== language) await setLanguage(tx, application.id, language)
    return yes({ posted, application: { ...application, language }, form, clashes, salt: draft.salt, savedAt: now })
  })
}

/** Takes an application back, for good, until closing. What was typed can no longer be read by anybody. */
export function withdrawApplication(
  app: App,
  actor: Actor,
  { applicationId }: { applicationId: string },
): Promise<Decision<Application, WithdrawRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const supplierId = actor.kind === 'supplier' ? actor.id : undefined
    const application = supplierId && (await findOwn(tx, applicationId, supplierId))
    if (!application || actor.kind !== 'supplier') return no('unknown_application')

    const { outcome, at } = await withdrawSealed(tx, application.id)
    if (outcome !== 'withdrawn') return no(outcome)

    await dropDraftKey(tx, application.id)
    const posted = await findPosted(tx, { id: application.opportunityId })
    await record(tx, app.random, {
      departmentId: application.departmentId,
      kind: 'application.withdrawn',
      subject: { type: 'application', id: application.id },
      fileId: null,
      actor,
      at,
      facts: { opportunity: application.opportunityId },
    })
    if (posted)
      await post(tx, app.random, withdrawalEmail, {
        to: { address: actor.email, language: application.language },
        departmentId: application.departmentId,
        facts: {
          number: posted.number,
          titleEn: posted.title.en,
          titleFr: posted.title.fr,
          token: application.token,
          at: at.toISOString(),
          zone: posted.timeZone,
          base: app.config.baseUrl,
        },
        once: `application withdrawn ${application.id}`,
        at,
      })
    return yes({ ...application, state: 'withdrawn', withdrawnAt: at })
  })
}

type Held = { posted: Posted; supplier: Supplier; own: Application | undefined; now: Date }

/** The shared side of the closing lock, then the rows, then the instant: nothing is written once closing has begun. */
async function holdOpen(tx: Tx, actor: Actor, slug: string): Promise<Decision<Held, WriteRefusal>> {
  const known = await findPosted(tx, { slug })
  if (!known) return no('unknown_opportunity')
  if (actor.kind !== 'supplier') return no('not_a_supplier')
  await shareClosing(tx, known.id)
  const posted = (await findPosted(tx, { id: known.id })) ?? known
  const own = await ownApplication(tx, known.id, actor.id, 'to change')
  const now = await tx.now()
  const day = dayOf(now, posted.timeZone)
  const roles = await validRoles(tx, { personId: actor.id, departmentId: posted.departmentId, day })
  const decision = rules.write(posted, { actor, own, worksHere: roles.length > 0, now })
  return decision.ok ? yes({ posted, supplier: actor, own, now }) : decision
}

/** Events before closing belong to no file: a file's history must not tell how many apply. */
async function start(tx: Tx, app: App, { posted, supplier, now }: Held, language: Language): Promise<Application> {
  const application = {
    id: randomId(app.random),
    departmentId: posted.departmentId,
    opportunityId: posted.id,
    supplierId: supplier.id,
    token: newToken(app.random),
    language,
    createdAt: now,
  }
  if (!(await addApplication(tx, application))) {
    const other = await ownApplication(tx, posted.id, supplier.id, 'to change')
    if (!other) throw new Error('an application that exists cannot be read')
    return other
  }
  await record(tx, app.random, {
    departmentId: posted.departmentId,
    kind: 'application.started',
    subject: { type: 'application', id: application.id },
    fileId: null,
    actor: supplier,
    at: now,
    facts: { opportunity: posted.id },
  })
  return { ...application, state: 'draft' }
}
