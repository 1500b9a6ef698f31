import { findOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { formatInstant } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { type MailFacts, post } from '../platform/mail.ts'
import { policyOf } from '../policy/store.ts'
import { forEachWatcher } from '../subscribers/commands.ts'
import { reviewEmail } from './outage.emails.ts'
import { findOutage } from './outage.store.ts'
import { applicantsOf } from './reminders.store.ts'

/**
 * Tells whoever has a draft or an application, and whoever watches, that the closing is under review, or that it stays:
 * once each. That it moved is told as every extension is.
 */
export async function tellOfReview(
  app: App,
  { opportunityId, closesAt }: { opportunityId: string; closesAt: string },
): Promise<void> {
  const found = await app.transaction('everything', async (tx) => {
    const opportunity = await findOpportunity(tx, opportunityId)
    const outage = await findOutage(tx, opportunityId)
    if (!opportunity || !outage?.decideBy || outage.closesAt.toISOString() !== closesAt) return undefined
    if (outage.decision === 'extended') return undefined
    const at = await tx.now()
    const { zone } = await policyOf(tx, opportunity.departmentId, at)
    const { id, departmentId, number, slug, title } = opportunity
    const decided = outage.decision !== null
    const news = { id, departmentId, number, slug, title, zone, closesAt: outage.closesAt }
    const about: News = { ...news, due: decided ? null : outage.decideBy }
    const applicants = (await applicantsOf(tx, opportunityId)).filter(({ gone }) => !gone)
    for (const applicant of applicants) await tell(tx, app, about, applicant, {}, at)
    return { about, told: new Set(applicants.map(({ email }) => email.toLowerCase())) }
  })
  if (!found) return
  await forEachWatcher(app, opportunityId, async (tx, watcher, at) => {
    if (!found.told.has(watcher.email.toLowerCase())) await tell(tx, app, found.about, watcher, watcher.facts, at)
  })
}

type News = {
  readonly id: string
  readonly departmentId: string
  readonly number: string
  readonly slug: string
  readonly title: { readonly en: string; readonly fr: string }
  readonly closesAt: Date
  readonly zone: string
  /** Null once it is decided that the closing stays. */
  readonly due: Date | null
}

async function tell(
  tx: Tx,
  app: App,
  { id, departmentId, number, slug, title, closesAt, zone, due }: News,
  { email, language }: { readonly email: string; readonly language: Language },
  leave: MailFacts,
  at: Date,
): Promise<void> {
  await post(tx, app.random, reviewEmail, {
    to: { address: email, language },
    departmentId,
    facts: {
      ...{ ...leave, number, slug, title: title[language], closes: formatInstant(closesAt, zone, language) },
      due: due ? formatInstant(due, zone, language) : '',
    },
    once: `review ${due ? 'held' : 'kept'} ${id} ${closesAt.toISOString()} ${email}`,
    at,
  })
}
