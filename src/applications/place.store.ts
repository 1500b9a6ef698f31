import { type Selectable, sql } from 'kysely'
import { canonical } from '../history/record.ts'
import type { App } from '../platform/app.ts'
import type { MailFacts } from '../platform/mail.ts'
import type { Applications } from '../platform/tables.ts'
import type { LockedDraft } from './drafts.ts'
import type { Application, Posted } from './rules.ts'
import { fromRow, type PostedRow, postedFrom, type Seal, type SubmitOutcome } from './store.ts'

/** A person's place at a posting, as it is at one instant: what they may send is decided from it. */
export type Place = {
  readonly posted: Posted
  readonly own: Application | undefined
  /** The person holds a role in the department that posted it. */
  readonly worksHere: boolean
  readonly draft: (LockedDraft & { readonly savedAt: Date }) | undefined
  /** What counts of what was sent before. */
  readonly sent: { readonly contentCommitment: string; readonly sealedSha256: string; readonly at: Date } | undefined
  /** What the application was opened with before; true as well when the browser cannot be told from others. */
  readonly knownDevice: boolean
  readonly now: Date
}

/** One statement for all of it (db/migrations/0036): the last step before a closing must not go back and forth. */
export async function findPlace(
  app: Pick<App, 'alone'>,
  { slug, supplierId, browser }: { slug: string; supplierId: string; browser: string },
): Promise<Place | undefined> {
  const [row] = await app.alone(
    (now) => sql<PlaceRow>`select * from place_of_applicant(${now}, ${slug}, ${supplierId}::uuid, ${browser})`,
  )
  const posted =
    row &&
    postedFrom(
      row,
      row.criteria.map(({ id, position, en, fr }) => ({ id, position, text: { en, fr } })),
    )
  if (!posted) return undefined
  const { draftVersion: version, draftCiphertext: ciphertext, draftKey: wrappedKey, draftSavedAt: savedAt } = row
  const { sentCommitment: contentCommitment, sentSha256: sealedSha256, sentAt: at } = row
  return {
    posted,
    own: ownOf(row, supplierId),
    worksHere: row.worksHere,
    draft: version && ciphertext && savedAt ? { version, ciphertext, wrappedKey, savedAt } : undefined,
    sent: contentCommitment && sealedSha256 && at ? { contentCommitment, sealedSha256, at } : undefined,
    knownDevice: browser === '' || row.knownDevice,
    now: row.now,
  }
}

/** The draft as it is kept with what is sent: a new version, or the one that is there, by its number. */
export type KeptDraft = LockedDraft | { readonly version: number }

export type Sending = {
  readonly posted: Pick<Posted, 'id' | 'departmentId'>
  readonly application: Pick<Application, 'id' | 'token' | 'language'>
  readonly supplierId: string
  readonly draft: KeptDraft
  readonly seal: Seal
  /** Ids of the events that may be recorded. */
  readonly events: { readonly started: string; readonly submitted: string }
  /** Goes out once the application is received; what is known only then, its instant, is added to its facts as `at`. */
  readonly letter: { readonly id: string; readonly to: string; readonly facts: MailFacts }
}
export type SendOutcome = SubmitOutcome | 'changed_meanwhile'

/**
 * Starts, keeps the draft, hands in, records and posts the receipt's letter (db/migrations/0033): one statement, all of
 * it or nothing, under the shared side of the closing lock.
 */
export async function sendSealed(
  app: Pick<App, 'alone'>,
  { posted, application, supplierId, draft, seal, events, letter }: Sending,
): Promise<{ outcome: SendOutcome; at: Date; sealedSha256: string | null; contentCommitment: string | null }> {
  const written = 'ciphertext' in draft ? draft : undefined
  const started = canonical({ opportunity: posted.id })
  const submitted = canonical({
    ...{ opportunity: posted.id, seal: seal.id, sealedSha256: seal.sealedSha256, commitment: seal.contentCommitment },
  })
  const [row] = await app.alone(
    (now) => sql<Awaited<ReturnType<typeof sendSealed>>>`
      select outcome, at, sealed_sha256, content_commitment from hand_in_application(
        ${now}, ${application.id}, ${posted.id}, ${posted.departmentId}, ${supplierId}, ${application.token},
        ${application.language}, ${draft.version}, ${written?.ciphertext ?? null}, ${written?.wrappedKey ?? null},
        ${seal.id}, ${seal.sealed}, ${seal.sealedSha256}, ${seal.contentCommitment},
        ${events.started}, ${started}, ${events.submitted}, ${submitted},
        ${letter.id}, ${letter.to}, ${JSON.stringify(letter.facts)})`,
  )
  if (!row) throw new Error('hand_in_application answered nothing')
  return row
}

type PlaceRow = PostedRow & {
  readonly criteria: readonly {
    readonly id: string
    readonly position: number
    readonly en: string
    readonly fr: string
  }[]
  readonly ownId: string | null
  readonly ownToken: string | null
  readonly ownState: Selectable<Applications>['state'] | null
  readonly ownLanguage: Selectable<Applications>['language'] | null
  readonly ownCreatedAt: Date | null
  readonly ownSubmittedAt: Date | null
  readonly ownWithdrawnAt: Date | null
  readonly ownOpenedAt: Date | null
  readonly ownAnonymousNumber: number | null
  readonly worksHere: boolean
  readonly draftVersion: number | null
  readonly draftCiphertext: Buffer | null
  readonly draftKey: Buffer | null
  readonly draftSavedAt: Date | null
  readonly sentCommitment: string | null
  readonly sentSha256: string | null
  readonly sentAt: Date | null
  readonly knownDevice: boolean
  readonly now: Date
}

function ownOf(row: PlaceRow, supplierId: string): Application | undefined {
  const { ownId: id, ownToken: token, ownState: state, ownLanguage: language, ownCreatedAt: createdAt } = row
  if (!id || !token || !state || !language || !createdAt) return undefined
  return fromRow({
    ...{ id, token, state, language, createdAt, supplierId, opportunityId: row.id, departmentId: row.departmentId },
    ...{ submittedAt: row.ownSubmittedAt, withdrawnAt: row.ownWithdrawnAt, openedAt: row.ownOpenedAt },
    anonymousNumber: row.ownAnonymousNumber,
  })
}
