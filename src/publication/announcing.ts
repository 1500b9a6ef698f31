import { changesSaid } from '../opportunities/changesSaid.ts'
import { findOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { formatInstant, formatMoney } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { type Email, post } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { forEachSubscriber, leavingFacts } from '../subscribers/commands.ts'
import {
  amendedEmail,
  announcedEmail,
  extendedEmail,
  type NewsFacts,
  type ReasonFacts,
  stoppedEmail,
} from './emails.ts'
import { statusAt } from './rules.ts'
import { applicantsToTell, findPosting, type Posting } from './store.ts'

/** Writes each confirmed subscriber one letter, in their language, however often it runs. Nothing once it is no longer open. */
export async function announce(app: App, { opportunityId }: { opportunityId: string }): Promise<void> {
  const found = await seen(app, opportunityId)
  if (!found || statusAt(found.posting, found.now) !== 'open') return
  const { posting } = found
  await tellSubscribers(app, {
    ...{ opportunityId, departmentId: found.departmentId, kind: announcedEmail, name: 'announced' },
    facts: (language) => ({
      ...factsOf(posting, language),
      teaser: posting.teaser[language],
      department: posting.department.name[language],
    }),
  })
}

/** Tells whoever has a draft or an application, then subscribers, of an amendment; an address gets one letter. */
export async function announceAmendment(
  app: App,
  { opportunityId, amendment }: { opportunityId: string; amendment: number },
): Promise<void> {
  const found = await seen(app, opportunityId)
  const made = found?.posting.notice.amendments.find(({ number }) => number === amendment)
  if (!found || !made) return
  const about = { opportunityId, departmentId: found.departmentId, name: `amendment ${amendment}` }
  const facts = (language: Language) => ({ ...factsOf(found.posting, language), reason: made.reason[language] })
  if (made.kind === 'extension') return tellEverybody(app, { ...about, kind: extendedEmail, facts })
  const { zone, material, changes } = { ...made, zone: found.posting.zone }
  await tellEverybody(app, {
    ...{ ...about, kind: amendedEmail },
    facts: (language) => ({ ...facts(language), material, changes: changesSaid(changes, zone, language) }),
  })
}

/** Tells the same people that a posting was stopped, and why. */
export async function announceEnd(app: App, { opportunityId }: { opportunityId: string }): Promise<void> {
  const found = await seen(app, opportunityId)
  const ended = found?.posting.notice.ended
  if (!found || !ended) return
  await tellEverybody(app, {
    ...{ opportunityId, departmentId: found.departmentId, kind: stoppedEmail, name: 'stopped' },
    facts: (language) => ({ ...factsOf(found.posting, language), reason: ended.reason[language] }),
  })
}

type News<F extends NewsFacts> = {
  readonly opportunityId: string
  readonly departmentId: string
  readonly kind: Email<F>
  /** With the opportunity and the address it makes the key by which nobody is told twice. */
  readonly name: string
  facts(language: Language): F
}

async function seen(app: App, id: string): Promise<{ posting: Posting; departmentId: string; now: Date } | undefined> {
  return app.read('everything', async (tx) => {
    const posting = await findPosting(tx, { id })
    const opportunity = posting && (await findOpportunity(tx, id))
    return opportunity && { posting, departmentId: opportunity.departmentId, now: await tx.now() }
  })
}

async function tellEverybody<F extends ReasonFacts>(app: App, news: News<F>): Promise<void> {
  await app.transaction('everything', async (tx) => {
    const at = await tx.now()
    for (const reader of await applicantsToTell(tx, news.opportunityId))
      await tell(tx, app, news, reader, news.facts(reader.language), at)
  })
  await tellSubscribers(app, news)
}

async function tellSubscribers<F extends NewsFacts>(app: App, news: News<F>): Promise<void> {
  const facts = { en: news.facts('en'), fr: news.facts('fr') }
  await forEachSubscriber(app, news.departmentId, (tx, subscriber, at) =>
    tell(tx, app, news, subscriber, { ...facts[subscriber.language], ...leavingFacts(subscriber) }, at),
  )
}

const tell = <F extends NewsFacts>(
  tx: Tx,
  app: App,
  { kind, name, opportunityId, departmentId }: News<F>,
  { email, language }: { readonly email: string; readonly language: Language },
  facts: F,
  at: Date,
): Promise<void> =>
  post(tx, app.random, kind, {
    ...{ to: { address: email, language }, departmentId, facts, at },
    once: `${name} ${opportunityId} ${email}`,
  })

const factsOf = ({ number, slug, title, price, closesAt, zone }: Posting, language: Language): NewsFacts => ({
  number,
  title: title[language],
  link: path('/opportunities/:slug', language, { slug }),
  price: formatMoney(price, language),
  closes: formatInstant(closesAt, zone, language),
})
