import type { StaffRole } from '../accounts/rules.ts'
import { findDepartment, findPerson, holdersOf } from '../accounts/store.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import { type Email, type MailFacts, post } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import type { About } from './emails.ts'

export type Addressee = { readonly address: string; readonly language: Language }
export type LetterOn<F extends MailFacts> = {
  readonly opportunity: Pick<Opportunity, 'departmentId' | 'number' | 'title'>
  readonly to: readonly Addressee[]
  /** The page that the letter leads to, by its pattern. */
  readonly page: readonly [pattern: string, params: Readonly<Record<string, string>>]
  readonly facts: (about: About, language: Language) => F
  /** What the act was about: each addressee gets the letter once. */
  readonly once: string
  readonly at: Date
}

/** Writes one letter on a file to each addressee in their language, once each however often the act runs. */
export async function writeOn<F extends MailFacts>(
  tx: Tx,
  app: Pick<App, 'random'>,
  letter: Email<F>,
  { opportunity, to, page: [pattern, params], facts, once, at }: LetterOn<F>,
): Promise<void> {
  const { number, title, departmentId } = opportunity
  for (const addressee of to) {
    const { language, address } = addressee
    await post(tx, app.random, letter, {
      to: addressee,
      departmentId,
      facts: facts({ number, title: title[language], link: path(pattern, language, params) }, language),
      once: `${letter.kind}:${once}:${address}`,
      at,
    })
  }
}

/** Everybody who holds one of these roles in the file’s department on that day. */
export async function holdersOn(
  tx: Tx,
  { departmentId }: Pick<Opportunity, 'departmentId'>,
  roles: readonly StaffRole[],
  at: Date,
): Promise<Addressee[]> {
  const department = await findDepartment(tx, departmentId)
  if (!department) throw new Error(`department ${departmentId} is unknown`)
  const people = await holdersOf(tx, roles, { departmentId, day: dayOf(at, department.timeZone) })
  return people.map(({ email, language }) => ({ address: email, language }))
}

/** The client whose need it is. */
export async function clientOf(tx: Tx, { clientId }: Pick<Opportunity, 'clientId'>): Promise<Addressee[]> {
  const client = await findPerson(tx, clientId)
  return client ? [{ address: client.email, language: client.language }] : []
}
