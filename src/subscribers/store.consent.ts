import { createHash } from 'node:crypto'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'

export type Consent = {
  readonly id: string
  readonly subscriberId: string
  readonly about: 'list' | 'watch'
  readonly opportunityId: string | null
  readonly act: 'asked' | 'confirmed'
  /** A form of ours, the page that a letter leads to, or the program itself: a replay, a demonstration. */
  readonly way: 'form' | 'letter' | 'program'
  /** The words that were before their eyes. */
  readonly text: string
  readonly language: Language
  readonly at: Date
}

/** Keeps the proof of a consent. The words are kept once; the record points to them. */
export async function keepConsent(tx: Tx, { text, language, ...consent }: Consent): Promise<void> {
  const digest = createHash('sha256').update(`${language}\n${text}`, 'utf8').digest()
  await tx
    .insertInto('consentTexts')
    .values({ digest, language, text })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute()
  await tx
    .insertInto('subscriberConsents')
    .values({ ...consent, textDigest: digest })
    .execute()
}

/** What somebody consented to, oldest first: shown to them, and to whoever must prove it. */
export async function consentsOf(
  tx: Tx,
  subscriberId: string,
): Promise<
  readonly (Pick<Consent, 'about' | 'act' | 'way' | 'text' | 'language' | 'at'> & { opportunityId: string | null })[]
> {
  return tx
    .selectFrom('subscriberConsents')
    .innerJoin('consentTexts', 'consentTexts.digest', 'subscriberConsents.textDigest')
    .select(['about', 'act', 'way', 'text', 'language', 'at', 'opportunityId'])
    .where('subscriberId', '=', subscriberId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}
