import { changesSaid } from '../opportunities/changesSaid.ts'
import { findOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { formatInstant, formatMoney } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { type Email, post } from '../platform/mail.ts'
import { keepMailingsUntil, lockMailing, startMailing, stopMailings, writeLetters } from '../platform/mailings.ts'
import { path } from '../platform/paths.ts'
import { BATCH, leavingFacts } from '../subscribers/commands.ts'
import { confirmedAfter } from '../subscribers/store.ts'
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
    until: posting.closesAt,
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
  await app.transaction('everything', (tx) => keepMailingsUntil(tx, opportunityId, found.posting.closesAt))
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
  await app.transaction('everything', (tx) => stopMailings(tx, opportunityId, found.now))
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
  /** From this instant on it is no news. */
  readonly until?: Date
  facts(language: Language): F
}

async function seen(app: App, id: string): Promise<{ posting: Posting; departmentId: string; now: Date } | undefined> {
  return app.read('everything', async (tx) => {
    const posting = await findPosting(tx, { id })
    const opportunity = posting && (await findOpportunity(tx, id))
    return opportunity && { posting, departmentId: opportunity.departmentId, now: await tx.now() }
  })
}

/** Who has a draft or an application hears first, each in a letter of their own; then everybody who subscribed. */
async function tellEverybody<F extends ReasonFacts>(app: App, news: News<F>): Promise<void> {
  const { kind, name, opportunityId, departmentId } = news
  await app.transaction('everything', async (tx) => {
    const at = await tx.now()
    for (const { email, language } of await applicantsToTell(tx, opportunityId))
      await post(tx, app.random, kind, {
        ...{ to: { address: email, language }, departmentId, facts: news.facts(language), at },
        once: `${name} ${opportunityId} ${email}`,
      })
  })
  await tellSubscribers(app, news)
}

/** One letter to each subscriber who wants such news at once, and to who watches the opportunity: written in batches, from where an earlier run was cut short. */
async function tellSubscribers<F extends NewsFacts>(
  app: App,
  { opportunityId, departmentId, kind, ...news }: News<F>,
): Promise<void> {
  const name = `${news.name} ${opportunityId}`
  const facts = { en: news.facts('en'), fr: news.facts('fr') }
  const id = await app.transaction('everything', (tx) =>
    startMailing(tx, app.random, { kind, name, departmentId, opportunityId, facts, until: news.until ?? null }),
  )
  while (await app.transaction('everything', (tx) => writeSome(tx, app, { id, name, departmentId, opportunityId })));
}

/** The next letters of a mailing; answers whether there are more to write. */
async function writeSome(
  tx: Tx,
  app: App,
  { id, name, departmentId, opportunityId }: { id: string; name: string; departmentId: string; opportunityId: string },
): Promise<boolean> {
  const { state, written, lastReader } = await lockMailing(tx, id)
  if (written || state === 'stopped' || state === 'done') return false
  const subscribers = await confirmedAfter(tx, { departmentId, opportunityId, after: lastReader, most: BATCH })
  const readers = subscribers.map((subscriber) => ({
    ...{ id: subscriber.id, email: subscriber.email, language: subscriber.language },
    ...{ facts: leavingFacts(subscriber), once: `${name} ${subscriber.email}` },
  }))
  const last = subscribers.length < BATCH
  await writeLetters(tx, app.random, { id, readers, last })
  return !last
}

const factsOf = ({ number, slug, title, price, closesAt, zone }: Posting, language: Language): NewsFacts => ({
  number,
  title: title[language],
  link: path('/opportunities/:slug', language, { slug }),
  price: formatMoney(price, language),
  closes: formatInstant(closesAt, zone, language),
})
