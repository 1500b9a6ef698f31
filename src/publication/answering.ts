import type { App } from '../platform/app.ts'
import { enqueue, type Tx } from '../platform/db.ts'
import { formatInstant } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { type MailFacts, post } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { policyOf } from '../policy/store.ts'
import { postingOf } from '../questions/commands.ts'
import { answersEmail, type DigestFacts } from '../questions/emails.ts'
import { nextRound } from '../questions/rules.ts'
import { answerId } from '../questions/showAnswers.tsx'
import { publishedAnswers } from '../questions/store.published.ts'
import { finishRound, insertRound, lastRound, type Round } from '../questions/store.rounds.ts'
import { askersOf, questionsOf } from '../questions/store.ts'
import { forEachWatcher } from '../subscribers/commands.ts'
import { applicantsToTell, findPosting } from './store.ts'

/**
 * Tells askers, then whoever has a draft or an application, then watchers, of the answers published since the round
 * before: one letter an address, however often it runs. A round that was cut short is finished before another begins.
 */
export async function tellOfAnswers(app: App, { opportunityId }: { opportunityId: string }): Promise<void> {
  const round = await app.transaction('everything', (tx) => beginRound(tx, opportunityId))
  const letters = round && (await lettersOf(app, round))
  if (!round || !letters) return
  await app.transaction('everything', async (tx) => {
    const at = await tx.now()
    for (const { email, language, numbers } of letters.askers)
      await tell(tx, app, round, { email, language, at, facts: letters.facts(language, numbers) })
    for (const { email, language } of await applicantsToTell(tx, opportunityId))
      await tell(tx, app, round, { email, language, at, facts: letters.facts(language, []) })
  })
  await forEachWatcher(app, opportunityId, (tx, { email, language, facts }, at) =>
    tell(tx, app, round, { email, language, at, facts: { ...letters.facts(language, []), ...facts } }),
  )
  await app.transaction('everything', (tx) => endRound(tx, round))
}

async function beginRound(tx: Tx, opportunityId: string): Promise<Round | undefined> {
  const found = await postingOf(tx, opportunityId)
  if (!found) return undefined
  const last = await lastRound(tx, opportunityId)
  if (last && !last.doneAt) return last
  const answers = await publishedAnswers(tx, opportunityId, last?.last ?? 0)
  const [first, newest] = [answers[0], answers.at(-1)]
  if (!first || !newest) return undefined
  const round: Round = {
    ...{ opportunityId, departmentId: found.opportunity.departmentId, round: (last?.round ?? 0) + 1 },
    ...{ first: first.number, last: newest.number, begunAt: await tx.now(), doneAt: null },
  }
  await insertRound(tx, round)
  return round
}

/** What was published meanwhile has its own round, when the policy's pause is over. */
async function endRound(tx: Tx, round: Round): Promise<void> {
  const { opportunityId, departmentId, begunAt: lastBegun } = round
  const now = await tx.now()
  await finishRound(tx, round, now)
  const found = await postingOf(tx, opportunityId)
  if (!found || (await publishedAnswers(tx, opportunityId, round.last)).length === 0) return
  const policy = await policyOf(tx, departmentId, now)
  const runAt = nextRound(policy, { lastBegun, until: found.posting.until, now })
  await enqueue(tx, 'question.digest', { opportunityId }, { runAt, key: `question.digest ${opportunityId}` })
}

type Letters = {
  readonly askers: readonly { email: string; language: Language; numbers: number[] }[]
  facts(language: Language, numbers: readonly number[]): DigestFacts & MailFacts
}

/** What the letters of a round say; each asker is told under which of its numbers their own questions are answered. */
async function lettersOf(app: App, { opportunityId, first, last }: Round): Promise<Letters | undefined> {
  return app.read('everything', async (tx) => {
    const posting = await findPosting(tx, { id: opportunityId })
    if (!posting) return undefined
    const answers = (await publishedAnswers(tx, opportunityId, first - 1)).filter(({ number }) => number <= last)
    const all = await questionsOf(tx, opportunityId)
    const numberOf = new Map(
      all.flatMap((each) => (each.state === 'answered' ? [[each.id, each.number] as const] : [])),
    )
    for (const each of all) {
      const number = each.state === 'duplicate' ? numberOf.get(each.of) : undefined
      if (number !== undefined) numberOf.set(each.id, number)
    }
    const inRound = (id: string): number[] => {
      const number = numberOf.get(id)
      return number !== undefined && number >= first && number <= last ? [number] : []
    }
    const askers = (await askersOf(tx, opportunityId)).map(({ questions, ...asker }) => ({
      ...asker,
      numbers: [...new Set(questions.flatMap(inRound))].toSorted((one, other) => one - other),
    }))
    const { number, slug, title, closesAt, zone } = posting
    return {
      askers,
      facts: (language, numbers) => ({
        ...{ number, title: title[language], closes: formatInstant(closesAt, zone, language) },
        link: `${path('/opportunities/:slug', language, { slug })}#${answerId(numbers[0] ?? first)}`,
        answers: JSON.stringify(
          answers.slice(0, MOST_LISTED).map((each) => [each.number, cut(each.question[language])]),
        ),
        yours: numbers.join(', '),
      }),
    }
  })
}

/** More are read on the page. */
const MOST_LISTED = 20
const cut = (words: string): string => {
  const letters = [...words]
  return letters.length <= 240 ? words : `${letters.slice(0, 239).join('').trimEnd()}…`
}

const tell = (
  tx: Tx,
  app: App,
  { opportunityId, departmentId, last }: Round,
  { email, language, facts, at }: { email: string; language: Language; facts: DigestFacts & MailFacts; at: Date },
): Promise<void> =>
  post(tx, app.random, answersEmail, {
    ...{ to: { address: email, language }, departmentId, facts, at },
    once: `answers ${opportunityId} ${last} ${email.toLowerCase()}`,
  })
