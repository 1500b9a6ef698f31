import { type Supplier, scopeOf, system } from '../accounts/rules.ts'
import { insertPerson } from '../accounts/store.ts'
import { record } from '../history/record.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { newId } from '../platform/ids.ts'
import { type Content, commitmentTo } from './content.ts'
import { unlockDraft } from './drafts.ts'
import { type Mapping, readAnswers } from './gcForms.mapping.ts'
import {
  type FormClient as Client,
  type FormKey,
  type FormService,
  formClient,
  openSubmission,
  type Submission,
} from './gcForms.wire.ts'
import { type ImportRefusal, isTheirs, type NotTaken, type WireRefusal } from './rules.forms.ts'
import { type Application, isOpen, type Posted } from './rules.ts'
import { isImported, markTold, putSubmission, savedSubmission } from './store.forms.ts'
import { currentSeal, findDraft, findPosted, ownApplication } from './store.ts'
import { submitApplication } from './submission.ts'

/** By the name that the form gives it: what was not taken over, and which of our fields had no good answer. */
type Refused = { readonly name: string; readonly because: NotTaken; readonly fields: readonly string[] }
export type Imported = {
  readonly refused: readonly Refused[]
  /** Taken over, or refused, and the form was not told: the next import tells it. */
  readonly untold: readonly string[]
}

/**
 * Takes the new submissions of a department's own form over: each is fetched, decrypted, checked against its checksum,
 * sealed like any other application, and only then confirmed, which removes it there. What cannot be read is reported
 * there as a problem. Killed anywhere, the next run goes on; run twice, each is taken over once.
 */
export async function importSubmissions(
  app: App,
  service: FormService,
  { slug, key, mapping }: { slug: string; key: FormKey; mapping: Mapping },
): Promise<Decision<Imported, ImportRefusal>> {
  const posted = await app.read(scopeOf(system), (tx) => findPosted(tx, { slug }))
  if (!posted) return no('unknown_opportunity')
  const client = await formClient(service, key, app.clock())
  if (!client.ok) return client

  const seen = new Set<string>()
  const refused: Refused[] = []
  const untold: string[] = []
  for (;;) {
    const listed = await client.value.newOnes()
    if (!listed.ok) return listed
    const unseen = listed.value.filter(({ name }) => !seen.has(name))
    if (unseen.length === 0) return yes({ refused, untold })
    for (const { name } of unseen) {
      seen.add(name)
      const { taken, tell } = await readOne(app, client.value, name, { posted, key, mapping })
      if (!taken.ok) refused.push({ name, because: taken.because, fields: taken.fields })
      const told = await tell()
      if (told?.ok) await app.transaction(scopeOf(system), async (tx) => markTold(tx, posted.id, name, await tx.now()))
      else if (told) untold.push(name)
    }
  }
}

/** One submission: what became of it, and how to tell the form. */
async function readOne(
  app: App,
  client: Client,
  name: string,
  { posted, key, mapping }: { posted: Posted; key: FormKey; mapping: Mapping },
): Promise<{ taken: Taken; tell: () => Promise<Decision<unknown, WireRefusal> | undefined> }> {
  const nobody = async () => undefined
  const encrypted = await client.submission(name)
  if (!encrypted.ok) return { taken: not(encrypted.because), tell: nobody }
  const opened = openSubmission(encrypted.value, key)
  const taken = opened.ok ? await takeOver(app, posted, mapping, name, opened.value) : not(opened.because)
  if (opened.ok && taken.ok) return { taken, tell: () => client.confirm(name, opened.value.confirmationCode) }
  if (taken.ok) return { taken, tell: nobody }
  const { because } = taken
  await keep(app, posted, { name, outcome: 'refused', because, applicationId: null })
  if (!isTheirs(because)) return { taken, tell: nobody }
  const description = `Opportunity ${posted.number}: this submission could not be taken over (${because}).`
  const problem = { contactEmail: posted.mailbox, description, preferredLanguage: 'en' } as const
  return { taken, tell: () => client.report(name, problem) }
}

type Taken =
  | { readonly ok: true }
  | { readonly ok: false; readonly because: NotTaken; readonly fields: readonly string[] }
const not = (because: NotTaken, fields: readonly string[] = []): Taken => ({ ok: false, because, fields })

async function takeOver(
  app: App,
  posted: Posted,
  mapping: Mapping,
  name: string,
  submission: Submission,
): Promise<Taken> {
  if (await app.read(scopeOf(system), (tx) => savedSubmission(tx, posted.id, name))) return { ok: true }
  const read = readAnswers(submission.answers, mapping, posted)
  if (!read.ok)
    return not(
      'incomplete',
      read.problems.map(({ field }) => field),
    )

  const { content, email } = read.value
  const who = await app.transaction(scopeOf(system), (tx) => supplierAt(tx, app, posted, email, content))
  if (!who.ok) return not(who.because)
  const sent = await submitApplication(app, who.value, { slug: posted.slug, content })
  if (!sent.ok) return not(sent.because)
  await keep(app, posted, { name, outcome: 'saved', because: null, applicationId: sent.value.application.id })
  return { ok: true }
}

/** Whoever applies, by their address; nobody is made while nothing can be received, and what they sent here themselves stays. */
async function supplierAt(
  tx: Tx,
  app: App,
  posted: Posted,
  email: string,
  content: Content,
): Promise<Decision<Supplier, 'too_late' | 'already_applied'>> {
  const now = await tx.now()
  if (!isOpen(posted, now)) return no('too_late')
  const { language } = content
  const person = await insertPerson(tx, { id: newId(now, app.random), email, language, name: '', demo: false }, now)
  const own = await ownApplication(tx, posted.id, person.id)
  if (own?.state === 'submitted' && !(await isImported(tx, own.id)) && !(await isSent(tx, app, own, content)))
    return no('already_applied')
  return yes({ kind: 'supplier', id: person.id, name: person.name, email: person.email })
}

/** Is this what was sent? An import that was killed after sending finds its own work. */
async function isSent(tx: Tx, app: App, { id }: Application, content: Content): Promise<boolean> {
  const [draft, sealed] = [await findDraft(tx, id), await currentSeal(tx, id)]
  const unlocked = draft?.wrappedKey ? unlockDraft(app.keys.draft, id, draft) : undefined
  return unlocked?.ok === true && commitmentTo({ salt: unlocked.value.salt, content }) === sealed?.contentCommitment
}

/** Once each, in the record too; before closing it belongs to no file, like any application. */
function keep(
  app: App,
  posted: Posted,
  {
    name,
    outcome,
    because,
    applicationId,
  }: {
    name: string
    outcome: 'saved' | 'refused'
    because: NotTaken | null
    applicationId: string | null
  },
): Promise<void> {
  return app.transaction(scopeOf(system), async (tx) => {
    const at = await tx.now()
    const on = { opportunityId: posted.id, departmentId: posted.departmentId }
    await putSubmission(tx, { ...on, name, outcome, because, applicationId, readAt: at })
    if (applicationId !== null)
      await record(tx, app.random, {
        ...{ departmentId: posted.departmentId, kind: 'application.imported', fileId: null, actor: system, at },
        subject: { type: 'application', id: applicationId },
        facts: { opportunity: posted.id, submission: name },
      })
  })
}
