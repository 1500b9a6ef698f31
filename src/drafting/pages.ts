import type { Staff } from '../accounts/rules.ts'
import { peopleById } from '../accounts/store.ts'
import { type Comment, commentsOf } from '../opportunities/comments.store.ts'
import { listFields } from '../opportunities/rules.readiness.ts'
import { can as canOn, type Opportunity } from '../opportunities/rules.ts'
import { findOpportunity } from '../opportunities/store.ts'
import type { Tx } from '../platform/db.ts'
import type { Problem } from '../platform/forms.ts'
import { dayOf } from '../platform/time.ts'
import type { Policy } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import { findRequest } from '../requests/store.ts'
import { fingerprint } from '../ui/fingerprint.ts'
import { problemsIn, rowsOf, type Written } from './rules.fields.ts'
import { type Suggestions, suggestionsFor } from './rules.suggestions.ts'
import { type Conflict, openConflicts } from './store.conflicts.ts'
import { type Here, othersHere } from './store.presence.ts'
import { writtenOf } from './store.ts'

/** All that the builder and the pages around it say of one file. */
export type DraftFacts = {
  readonly opportunity: Opportunity
  readonly policy: Policy
  readonly now: Date
  readonly written: Written
  readonly problems: readonly Problem[]
  readonly conflicts: readonly Conflict[]
  readonly comments: readonly Comment[]
  /** Names of those who wrote something here, by their id. */
  readonly names: ReadonlyMap<string, string>
  readonly here: readonly Here[]
  readonly suggestions: Suggestions
  /** Has procurement said Go? Writing does not wait for it. */
  readonly go: boolean
}

/** Somebody who was heard of within these seconds has the builder open. */
const HERE_SECONDS = 25

/** The file and all that stands in its builder, for whoever may see it; nothing for anybody else. */
export async function draftFacts(tx: Tx, actor: Staff, id: string): Promise<DraftFacts | undefined> {
  const opportunity = await findOpportunity(tx, id)
  if (!opportunity || !canOn.see(actor, opportunity)) return undefined

  const now = await tx.now()
  const policy = await policyOf(tx, opportunity.departmentId, now)
  const written = await writtenOf(tx, opportunity)
  const conflicts = await openConflicts(tx, id)
  const comments = await commentsOf(tx, id)
  const authors = [
    ...conflicts.map(({ madeBy }) => madeBy),
    ...comments.flatMap(({ madeBy, answers }) => [madeBy, ...answers.map((answer) => answer.madeBy)]),
  ]
  const people = await peopleById(tx, [...new Set(authors)])
  const request = await findRequest(tx, opportunity.requestId)
  return {
    ...{ opportunity, policy, now, written, conflicts, comments },
    problems: problemsIn(written, policy.zone),
    names: new Map([...people].map(([personId, { name }]) => [personId, name])),
    here: await othersHere(tx, id, actor.id, new Date(now.getTime() - HERE_SECONDS * 1_000)),
    suggestions: suggestionsFor(policy, dayOf(now, policy.zone), written.facts.hours),
    go: request?.state === 'accepted' && request.go?.said === 'go',
  }
}

/** A mark of what a page shows besides the texts: its rows, its open choices, its comments. When it differs, look again. */
export function shapeOf({ written, conflicts, comments }: Omit<DraftFacts, 'go'>): string {
  const rows = listFields.map((list) => rowsOf(written.lists, list).map(({ id }) => id))
  const choices = conflicts.map(({ id }) => id)
  const said = comments.map(({ id, resolvedAt, answers }) => [id, resolvedAt !== null, answers.length])
  return fingerprint(JSON.stringify([rows, choices, said]))
}
