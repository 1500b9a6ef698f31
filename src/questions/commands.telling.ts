import { findPerson, holdersOf, type Person } from '../accounts/store.ts'
import type { About } from '../opportunities/emails.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { type Email, type MailFacts, post } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import type { FateFacts } from './emails.ts'
import type { Question } from './rules.ts'
import { askerOf, originalOf } from './store.ts'

/** Writes to the client and the program team, or to the team alone, with one link to the questions of the file. */
export async function tellTeam(
  tx: Tx,
  app: App,
  opportunity: Opportunity,
  { kind, to, once, at }: { kind: Email<About>; to: 'both' | 'program'; once: string; at: Date },
): Promise<void> {
  const { id, departmentId, clientId, number, title } = opportunity
  const { zone } = await policyOf(tx, departmentId, at)
  const team = await holdersOf(tx, ['program_team'], { departmentId, day: dayOf(at, zone) })
  const client = to === 'both' ? await findPerson(tx, clientId) : undefined
  const people: Person[] = client ? [client, ...team.filter((person) => person.id !== client.id)] : team
  for (const { id: personId, email, language } of people)
    await post(tx, app.random, kind, {
      to: { address: email, language },
      departmentId,
      facts: { number, title: title[language], link: path('/files/:id/questions', language, { id }) },
      once: `${kind.kind} ${id} ${personId} ${once}`,
      at,
    })
}

/** Writes to whoever asked what became of their question, in the language in which they asked. */
export async function tellAsker<Own extends MailFacts>(
  tx: Tx,
  app: App,
  opportunity: Opportunity,
  { question, kind, facts, at }: { question: Question; kind: Email<FateFacts & Own>; facts: Own; at: Date },
): Promise<void> {
  const { language } = question
  const { email } = await askerOf(tx, question.id)
  const { departmentId, number, title, slug } = opportunity
  await post(tx, app.random, kind, {
    to: { address: email, language },
    departmentId,
    facts: {
      ...facts,
      ...{ number, title: title[language], words: await originalOf(tx, question.id) },
      link: `${path('/opportunities/:slug', language, { slug })}#questions`,
    },
    once: `${kind.kind} ${question.id} ${at.toISOString()}`,
    at,
  })
}
