import { type Actor, type StaffRole, scopeOf } from '../accounts/rules.ts'
import { findPerson, holdersOf, type Person } from '../accounts/store.ts'
import type { EventKind } from '../history/kinds.ts'
import { type Facts, record } from '../history/record.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no } from '../platform/decision.ts'
import { type Email, type MailFacts, post } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import type { About } from './emails.ts'
import type { ClientRequest } from './rules.ts'
import { lockRequest } from './store.ts'

/** One transaction on one locked request. A request that is not there, or not this person's to see, refuses as one. */
export function onRequest<Value, Refusal extends string>(
  app: App,
  actor: Actor,
  id: string,
  act: (tx: Tx, request: ClientRequest, now: Date) => Promise<Decision<Value, Refusal | 'not_allowed'>>,
): Promise<Decision<Value, Refusal | 'not_allowed'>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const request = await lockRequest(tx, id)
    return request ? act(tx, request, await tx.now()) : no('not_allowed')
  })
}

export function recordOn(
  tx: Tx,
  app: App,
  kind: Extract<EventKind, `request.${string}`>,
  request: ClientRequest,
  actor: Actor,
  at: Date,
  facts: Facts,
): Promise<void> {
  const { id, departmentId } = request
  return record(tx, app.random, { departmentId, kind, subject: { type: 'request', id }, fileId: id, actor, at, facts })
}

/** Writes to the client in the language they chose for this request; the one link leads to `pattern`. */
export async function reply<F extends MailFacts>(
  tx: Tx,
  app: App,
  kind: Email<F>,
  request: ClientRequest,
  at: Date,
  factsOf: (about: About) => F,
  pattern = '/requests/:id',
): Promise<void> {
  const client = await findPerson(tx, request.clientId)
  if (!client) throw new Error(`the client of request ${request.number} is not there`)
  await tell(tx, app, kind, request, { ...client, language: request.language }, at, factsOf, pattern)
}

/** Writes to everybody who holds a role today, in their own language, but not to the client about their own request. */
export async function tellRole<F extends MailFacts>(
  tx: Tx,
  app: App,
  role: StaffRole,
  kind: Email<F>,
  request: ClientRequest,
  at: Date,
  factsOf: (about: About) => F,
  pattern: string,
): Promise<void> {
  const { zone } = await policyOf(tx, request.departmentId, at)
  const people = await holdersOf(tx, [role], { departmentId: request.departmentId, day: dayOf(at, zone) })
  for (const person of people)
    if (person.id !== request.clientId) await tell(tx, app, kind, request, person, at, factsOf, pattern)
}

export async function tell<F extends MailFacts>(
  tx: Tx,
  app: App,
  kind: Email<F>,
  request: ClientRequest,
  { id: personId, email, language }: Person,
  at: Date,
  factsOf: (about: About) => F,
  pattern: string,
): Promise<void> {
  const { id, departmentId, number, subject } = request
  const link = app.config.baseUrl + path(pattern, language, { id })
  await post(tx, app.random, kind, {
    to: { address: email, language },
    departmentId,
    facts: factsOf({ number, subject, link }),
    once: `${kind.kind} ${id} ${personId} ${at.toISOString()}`,
    at,
  })
}
