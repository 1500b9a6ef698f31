import { system } from '../accounts/rules.ts'
import { holdersOf } from '../accounts/store.ts'
import { record } from '../history/record.ts'
import { lockOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { post } from '../platform/mail.ts'
import type { Random } from '../platform/random.ts'
import { open, sha256Hex, unwrapKey } from '../platform/sealing.ts'
import { dayOf } from '../platform/time.ts'
import { readSealed } from './content.ts'
import { openingFailedEmail, openingRefusedEmail } from './emails.ts'
import { wrappedIdentityOf } from './keys.store.ts'
import { giveNumbers, type SealedApplication, sealedApplications, teamOf, writeOpened } from './opening.store.ts'
import { type FileRefusal, type OpenRefusal, openSealed, type Posted } from './rules.ts'
import { findPosted } from './store.ts'
import { openRefusals } from './texts.ts'

export type Opened = { readonly opened: number; readonly refused: number }

/**
 * Opens the sealed applications of a closed opportunity, and nothing else ever does. The start is recorded before any
 * key is touched, and each refused attempt is recorded. What an interrupted run left is opened by the next one.
 */
export async function openApplications(
  app: App,
  { opportunityId }: { opportunityId: string },
): Promise<Decision<Opened, OpenRefusal>> {
  const begun = await begin(app, opportunityId)
  if (!begun.ok) return begun
  const { posted, identity, waiting } = begun.value

  let refused = 0
  for (const application of waiting) {
    const read = await readFile(identity, posted, application)
    if (!read.ok) refused += 1
    await app.transaction('everything', (tx) => settle(tx, app, posted, application, read))
  }
  return yes({ opened: waiting.length - refused, refused })
}

type Begun = { posted: Posted; identity: string; waiting: readonly SealedApplication[] }

/** Looks, decides, gives the numbers in random order and records, all before the first file is opened. */
function begin(app: App, opportunityId: string): Promise<Decision<Begun, OpenRefusal>> {
  return app.transaction('everything', async (tx) => {
    const posted = await findPosted(tx, { id: opportunityId })
    if (!posted) return no('unknown_opportunity')
    const { state } = await lockOpportunity(tx, opportunityId)
    const now = await tx.now()
    const event = {
      departmentId: posted.departmentId,
      subject: { type: 'opportunity', id: opportunityId },
      fileId: posted.fileId,
      actor: system,
      at: now,
    } as const
    const refuse = async <R extends OpenRefusal>(because: R) => {
      await record(tx, app.random, { ...event, kind: 'application.opening_refused', facts: { because } })
      app.log.warn({ opportunity: opportunityId, because }, 'an attempt to open applications was refused')
      await tellOfAttempt(tx, app, posted, because, now)
      return no(because)
    }

    const decision = openSealed({ state })
    if (!decision.ok) return refuse(decision.because)
    const { seal } = app.keys
    if (!seal) return refuse('no_seal_key')
    const key = await wrappedIdentityOf(tx, opportunityId)
    if (!key) return refuse('no_key')
    const identity = unwrapKey((id) => seal.byId(id)?.key, opportunityId, key.wrappedIdentity)
    if (!identity.ok) return refuse('key_damaged')

    const unopened = await sealedApplications(tx, opportunityId)
    await giveNumbers(tx, opportunityId, shuffled(unopened.filter(unnumbered), app.random))
    const waiting = await sealedApplications(tx, opportunityId)
    if (waiting.length > 0)
      await record(tx, app.random, {
        ...event,
        kind: 'application.opening_started',
        facts: { files: waiting.length },
      })
    return yes({ posted, identity: identity.value.toString('utf8'), waiting })
  })
}

/** To the program team and to administrators, once an hour: nobody tries keys unseen. */
async function tellOfAttempt(tx: Tx, app: App, posted: Posted, because: OpenRefusal, at: Date): Promise<void> {
  const day = dayOf(at, posted.timeZone)
  const { departmentId } = posted
  for (const person of await holdersOf(tx, ['program_team', 'administrator'], { departmentId, day }))
    await post(tx, app.random, openingRefusedEmail, {
      to: { address: person.email, language: person.language },
      departmentId,
      facts: {
        ...{ number: posted.number, titleEn: posted.title.en, titleFr: posted.title.fr, token: '' },
        ...{ zone: posted.timeZone, at: at.toISOString(), base: app.config.baseUrl },
        ...{ whyEn: openRefusals[because].en, whyFr: openRefusals[because].fr },
      },
      once: `opening refused ${posted.id} ${because} ${person.id} ${at.toISOString().slice(0, 13)}`,
      at,
    })
}

type ReadFile = Awaited<ReturnType<typeof readFile>>

async function readFile(
  identity: string,
  posted: Posted,
  { id, sealed, sealedSha256, contentCommitment }: SealedApplication,
) {
  if (sha256Hex(sealed) !== sealedSha256) return no('not_this_application')
  const bytes = await open(identity, sealed)
  if (!bytes.ok) return bytes
  return readSealed(bytes.value, { opportunityId: posted.id, applicationId: id, commitment: contentCommitment })
}

async function settle(tx: Tx, app: App, posted: Posted, application: SealedApplication, read: ReadFile): Promise<void> {
  const at = await tx.now()
  const subject = { type: 'application', id: application.id }
  const event = { departmentId: posted.departmentId, subject, fileId: posted.fileId, actor: system, at }
  if (!read.ok) {
    const because: FileRefusal = read.because
    await record(tx, app.random, { ...event, kind: 'application.opening_refused', facts: { because } })
    for (const person of await teamOf(tx, posted.departmentId, at))
      await post(tx, app.random, openingFailedEmail, {
        to: { address: person.email, language: person.language },
        departmentId: posted.departmentId,
        facts: {
          number: posted.number,
          titleEn: posted.title.en,
          titleFr: posted.title.fr,
          zone: posted.timeZone,
          at: at.toISOString(),
          token: application.token,
          because,
          base: app.config.baseUrl,
        },
        once: `opening failed ${application.id} ${person.email}`,
        at,
      })
    return
  }
  const written = await writeOpened(tx, app.random, { application, posted, ...read.value, at })
  if (written)
    await record(tx, app.random, { ...event, kind: 'application.opened', facts: { sha256: application.sealedSha256 } })
}

const unnumbered = ({ anonymousNumber }: SealedApplication): boolean => anonymousNumber === null

/** Every order is equally likely (Fisher and Yates); numbers that would favour a place are thrown away. */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const left = [...items]
  const order: Item[] = []
  while (left.length > 0) order.push(...left.splice(below(left.length, random), 1))
  return order
}

function below(count: number, random: Random): number {
  const fair = 2 ** 32 - (2 ** 32 % count)
  for (;;) {
    const number = random(4).readUInt32BE()
    if (number < fair) return number % count
  }
}
