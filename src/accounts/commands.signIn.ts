import { createHash } from 'node:crypto'
import type { App } from '../platform/app.ts'
import { codeFor, sameSecret } from '../platform/codes.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import { post } from '../platform/mail.ts'
import { dayOf } from '../platform/time.ts'
import { signInCode } from './emails.ts'
import { CODE_MINUTES, isWithin, type SignInLimit, type SignInRefusal, signInLimits, tryCode } from './rules.ts'
import { endSession, startSession } from './sessions.ts'
import { countAct, countTry, insertCode, lockCode, useCode } from './store.sessions.ts'
import { findDepartment, findPerson, insertPerson, validRoles } from './store.ts'

export type SignedIn = { readonly token: string; readonly returnTo: string }

/**
 * Posts a six-digit code to an address, known or not: the answer is the same, and so is the work. The code counts in this
 * browser alone, and replaces the one asked for before.
 */
export function askForCode(
  app: App,
  input: { email: string; language: Language; browser: string; origin: string; returnTo: string },
): Promise<Decision<true, SignInRefusal>> {
  return app.transaction('nothing', async (tx) => {
    const now = await tx.now()
    const within = await allWithin(tx, now, [
      ['ask_origin', input.origin],
      ['ask_address', `${addressKey(input.email)} ${input.origin}`],
      ['ask_mailbox', addressKey(input.email)],
      ['ask_everybody', ''],
    ])
    if (!within) return no('too_many_requests')

    const id = newId(now, app.random)
    await insertCode(tx, {
      id,
      email: input.email,
      language: input.language,
      returnTo: input.returnTo,
      browserHash: browserHash(input.browser),
      createdAt: now,
      expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
    })
    await post(tx, app.random, signInCode, {
      to: { address: input.email, language: input.language },
      departmentId: null,
      facts: { codeId: id },
      once: `sign-in ${id}`,
      at: now,
    })
    return yes(true)
  })
}

/** Signs a supplier in with the code that waits in this browser; a wrong one is counted. The first time makes the person. */
export function signInWithCode(
  app: App,
  input: { code: string; browser: string; origin: string },
): Promise<Decision<SignedIn, SignInRefusal>> {
  return app.transaction('everything', async (tx) => {
    const code = await lockCode(tx, browserHash(input.browser))
    const now = await tx.now()
    if (!(await allWithin(tx, now, [['try_origin', input.origin]]))) return no('too_many_requests')

    const matches = code !== undefined && sameSecret(codeFor(app.keys.code, code.id), input.code)
    const decision = tryCode(code, { matches, now })
    if (code && (decision.ok || decision.because !== 'no_code')) await countTry(tx, code.id)
    if (!decision.ok) return decision
    if (!code) throw new Error('a code that is not there was accepted')

    await useCode(tx, code.id, now)
    const { email, language } = code
    const person = await insertPerson(tx, { id: newId(now, app.random), email, language, name: '', demo: false }, now)
    return yes({
      token: await startSession(tx, app, { personId: person.id, departmentId: null }),
      returnTo: code.returnTo,
    })
  })
}

/** Signs in as anybody, without a question: a demonstration's door, which does not exist in production. */
export function signInDemo(
  app: App,
  input: { personId: string; departmentId: string | null },
): Promise<Decision<SignedIn, SignInRefusal>> {
  return app.transaction('everything', async (tx) => {
    if (app.config.environment === 'production') return no('not_here')
    const person = await findPerson(tx, input.personId)
    if (!person) return no('not_here')
    if (input.departmentId !== null) {
      const department = await findDepartment(tx, input.departmentId)
      if (!department) return no('not_here')
      const day = dayOf(await tx.now(), department.timeZone)
      const roles = await validRoles(tx, { personId: person.id, departmentId: department.id, day })
      if (roles.length === 0) return no('not_here')
    }
    return yes({
      token: await startSession(tx, app, { personId: person.id, departmentId: input.departmentId }),
      returnTo: '',
    })
  })
}

/** Ends this session on the server: the cookie is worth nothing afterwards, wherever it was copied to. */
export async function signOut(app: App, token: string | undefined): Promise<void> {
  if (token !== undefined) await app.transaction('nothing', (tx) => endSession(tx, token))
}

/** What a browser's cookie is known by. */
export const browserHash = (browser: string): Buffer => createHash('sha256').update(browser, 'utf8').digest()

const addressKey = (email: string): string => createHash('sha256').update(email, 'utf8').digest('hex').slice(0, 24)

/**
 * Counts the act under each key up to the first that is full, and says whether none is: what is refused to one asker
 * counts against nobody else.
 */
async function allWithin(tx: Tx, now: Date, keys: readonly (readonly [SignInLimit, string])[]): Promise<boolean> {
  for (const [limit, key] of keys) {
    const count = await countAct(tx, `${limit} ${key}`.trim(), signInLimits[limit].minutes, now)
    if (!isWithin(limit, count)) return false
  }
  return true
}
