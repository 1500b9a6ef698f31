import { findOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { formatInstant } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { email, type Letter, type MailFacts, post } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { policyOf } from '../policy/store.ts'
import { forEachWatcher } from '../subscribers/commands.ts'
import { unsubscribeLink } from '../subscribers/emails.ts'
import { applicantsOf, type Unsent } from './reminders.store.ts'

export type Reminding = 'three_days' | 'last_day'
const HOUR_IN_MS = 3_600_000

/** A reminder that is late by half of what is left says something else than it should: it is not sent. */
const leastLeft: Record<Reminding, number> = { three_days: 36 * HOUR_IN_MS, last_day: 2 * HOUR_IN_MS }

/**
 * Before a closing: whoever has a draft, or changes to one, that they have not sent is reminded three days before, and
 * they and whoever watches on the last day; nobody who has sent everything or withdrawn. Once each for one closing; a closing that has moved is
 * reminded of anew, by the jobs that moved along. It reveals nothing of how many apply.
 */
export async function remind(
  app: App,
  { opportunityId, when, closesAt }: { opportunityId: string; when: Reminding; closesAt: string },
): Promise<void> {
  const found = await app.transaction('everything', async (tx) => {
    const opportunity = await findOpportunity(tx, opportunityId)
    const now = await tx.now()
    if (opportunity?.state !== 'open' || opportunity.closesAt.toISOString() !== closesAt) return undefined
    if (opportunity.closesAt.getTime() - now.getTime() < leastLeft[when]) return undefined
    const { zone } = await policyOf(tx, opportunity.departmentId, now)
    const about: About = { ...opportunity, closesAt: opportunity.closesAt, zone, when }
    const writers = await applicantsOf(tx, opportunityId)
    for (const { unsent, ...writer } of writers)
      if (unsent !== 'nothing') await tell(tx, app, about, writer, { unsent }, now)
    return { about, applicants: new Set(writers.map((writer) => writer.email.toLowerCase())) }
  })
  if (!found || when !== 'last_day') return
  await forEachWatcher(app, opportunityId, async (tx, watcher, at) => {
    if (!found.applicants.has(watcher.email.toLowerCase()))
      await tell(tx, app, found.about, watcher, { unsent: 'nothing', ...watcher.facts }, at)
  })
}

type About = {
  readonly id: string
  readonly departmentId: string
  readonly number: string
  readonly slug: string
  readonly title: { readonly en: string; readonly fr: string }
  readonly closesAt: Date
  readonly zone: string
  readonly when: Reminding
}

async function tell(
  tx: Tx,
  app: App,
  { id, departmentId, number, slug, title, closesAt, zone, when }: About,
  to: { readonly email: string; readonly language: Language },
  more: MailFacts & { readonly unsent: Unsent },
  at: Date,
): Promise<void> {
  const { language } = to
  await post(tx, app.random, reminderEmail, {
    to: { address: to.email, language },
    departmentId,
    facts: {
      ...{ number, title: title[language], closes: formatInstant(closesAt, zone, language), ...more },
      link: path(more.unsent !== 'nothing' ? '/opportunities/:slug/application' : '/opportunities/:slug', language, {
        slug,
      }),
    },
    once: `reminder ${when} ${id} ${closesAt.toISOString()} ${to.email}`,
    at,
  })
}

type ReminderFacts = MailFacts & {
  readonly number: string
  readonly title: string
  readonly closes: string
  readonly link: string
  readonly unsent: Unsent
}

const unsentTexts: Record<Unsent, { readonly en: readonly string[]; readonly fr: readonly string[] }> = {
  all: {
    en: ['You have a draft that you have not sent. A draft that is not sent is not read by anybody.'],
    fr: ['Vous avez un brouillon que vous n’avez pas envoyé. Personne ne lit un brouillon qui n’est pas envoyé.'],
  },
  changes: {
    en: [
      'You changed your draft after you sent your application. What you sent counts; the changes do not until you send them.',
    ],
    fr: [
      'Vous avez modifié votre brouillon après l’envoi de votre candidature. Ce que vous avez envoyé compte; les modifications ne compteront qu’une fois envoyées.',
    ],
  },
  nothing: { en: [], fr: [] },
}

/** To whoever has a draft, and on the last day to whoever watches. */
export const reminderEmail = email<ReminderFacts>(
  'draw.reminder',
  {
    ...{ number: '2026-014', title: 'Fix a keyboard trap', closes: 'November 17, 2026 at 2:00 p.m., Eastern time' },
    ...{ link: '/en/opportunities/fix-a-keyboard-trap/application', unsent: 'all' },
  },
  (facts, language): Letter => {
    const { number, title, closes, link, unsent } = facts
    const draft = unsent !== 'nothing'
    const leave = unsubscribeLink(facts, language)
    return language === 'en'
      ? {
          ...leave,
          subject: `${number} closes soon: ${title}`,
          paragraphs: [
            `“${title}” closes on ${closes}. The closing instant itself is late.`,
            ...unsentTexts[unsent].en,
            { link, label: draft ? 'Go to your draft' : 'See the opportunity' },
          ],
        }
      : {
          ...leave,
          subject: `Clôture prochaine de l’occasion ${number}\u00a0: ${title}`,
          paragraphs: [
            `La clôture de l’occasion «\u00a0${title}\u00a0» est fixée à ce moment\u00a0: ${closes}. L’instant même de la clôture est déjà trop tardif.`,
            ...unsentTexts[unsent].fr,
            { link, label: draft ? 'Aller à votre brouillon' : 'Voir l’occasion' },
          ],
        }
  },
)
