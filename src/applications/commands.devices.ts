import { createHash } from 'node:crypto'
import { type Supplier, scopeOf } from '../accounts/rules.ts'
import { record } from '../history/record.ts'
import type { App } from '../platform/app.ts'
import { post } from '../platform/mail.ts'
import { resumedEmail } from './emails.ts'
import { type Application, isOpen, type Posted } from './rules.ts'
import { addDevice } from './store.devices.ts'
import { ownApplication } from './store.ts'

/** More browsers than one person uses: from there on a new one is recorded, and no more mail is sent. */
const MOST_LETTERS = 20

/** A browser as an application knows it: the digest of its cookie, worth nothing elsewhere. */
export const deviceHash = (applicationId: string, browser: string): Buffer =>
  createHash('sha256').update(`device ${applicationId} ${browser}`).digest()

/**
 * Notes the browser in which an application is opened before closing. One after the first is recorded, and the
 * applicant is told by e-mail, once: whoever reads their mail, or runs this program, could sign in as they do.
 */
export async function meetDevice(
  app: App,
  supplier: Supplier,
  { posted, application, browser }: { posted: Posted; application: Pick<Application, 'id'>; browser: string },
): Promise<'known' | 'first' | 'another'> {
  if (browser === '') return 'known'
  return app.transaction(scopeOf(supplier), async (tx) => {
    // One at a time for one application, so that only one browser is the first.
    const own = await ownApplication(tx, posted.id, supplier.id, 'to change')
    const at = await tx.now()
    if (own?.id !== application.id || !isOpen(posted, at)) return 'known'
    const { departmentId } = posted
    const browserHash = deviceHash(own.id, browser)
    const count = await addDevice(tx, { applicationId: own.id, departmentId, browserHash, firstSeenAt: at })
    if (count === undefined) return 'known'
    if (count === 1) return 'first'

    await record(tx, app.random, {
      ...{ departmentId, kind: 'application.resumed', subject: { type: 'application', id: own.id } },
      ...{ fileId: null, actor: supplier, at, facts: { opportunity: posted.id } },
    })
    if (count <= MOST_LETTERS)
      await post(tx, app.random, resumedEmail, {
        to: { address: supplier.email, language: own.language },
        departmentId,
        facts: {
          ...{ number: posted.number, titleEn: posted.title.en, titleFr: posted.title.fr, token: own.token },
          ...{ at: at.toISOString(), zone: posted.timeZone, base: app.config.baseUrl },
        },
        once: `application resumed ${own.id} ${browserHash.toString('hex')}`,
        at,
      })
    return 'another'
  })
}
