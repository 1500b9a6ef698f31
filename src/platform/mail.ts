import type { Tx } from './db.ts'
import type { Language } from './i18n.ts'
import { newId } from './ids.ts'
import type { Random } from './random.ts'

/** What an e-mail says besides its words: numbers, names of things, addresses. Stored in the outbox until it is sent. */
export type MailFacts = Readonly<Record<string, string | number | boolean | null>>

/** A paragraph, a link that is also a bare address (`/en/offers/…` is made whole when it is sent), or a short list of facts. */
export type Paragraph =
  | string
  | { readonly link: string; readonly label: string }
  | { readonly facts: readonly (readonly [label: string, value: string])[] }

export type Letter = {
  readonly subject: string
  readonly preheader?: string
  readonly paragraphs: readonly Paragraph[]
  /** Where one click ends these letters (RFC 8058): a POST acts, a GET shows a button. */
  readonly unsubscribe?: string
}

/** One e-mail of ours: its kind, facts to show it with on the messages page, and its words in both languages. */
export type Email<F extends MailFacts = MailFacts> = {
  readonly kind: string
  readonly sample: F
  /** A text that the installation signs when the letter is sent (signing.ts): `facts.signature` is then its signature. */
  signs?(facts: F): string
  write(facts: F, language: Language): Letter
}

export const email = <F extends MailFacts>(
  kind: string,
  sample: F,
  write: Email<F>['write'],
  signs?: NonNullable<Email<F>['signs']>,
): Email<F> => ({ kind, sample, write, ...(signs && { signs }) })

export type Posting<F extends MailFacts> = {
  readonly to: { readonly address: string; readonly language: Language }
  /** The department in whose name it goes out; null for the installation's own (a sign-in code). */
  readonly departmentId: string | null
  readonly facts: F
  /** The same key is posted once, however often the act runs. */
  readonly once: string
  readonly at: Date
}

/** Puts an e-mail into the outbox, in the act's transaction. A job renders and sends it afterwards. */
export async function post<F extends MailFacts>(
  tx: Tx,
  random: Random,
  kind: Email<F>,
  posting: Posting<F>,
): Promise<void> {
  await tx
    .insertInto('outboxMessages')
    .values({
      id: newId(posting.at, random),
      departmentId: posting.departmentId,
      kind: kind.kind,
      language: posting.to.language,
      toAddress: posting.to.address,
      facts: JSON.stringify(posting.facts),
      dedupeKey: posting.once,
      createdAt: posting.at,
    })
    .onConflict((conflict) => conflict.column('dedupeKey').doNothing())
    .execute()
}
