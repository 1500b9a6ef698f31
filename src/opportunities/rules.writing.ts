import { createHash } from 'node:crypto'
import { type HeldDuty, mayTake } from '../accounts/duties.ts'
import type { Actor } from '../accounts/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { type Explained, gapsIn } from './rules.declarations.ts'
import { changedSinceRead } from './rules.gates.ts'
import { type Finding, mayBeSubmitted } from './rules.readiness.ts'
import { can, type Draft, type InReview, type Opportunity, opportunityLifecycle, type Statement } from './rules.ts'

export type StartRefusal = 'not_allowed' | 'not_accepted' | 'no_go' | 'already_started'
export type SaveRefusal = 'not_allowed' | 'wrong_state' | 'stale'
export type SubmitRefusal =
  | 'not_allowed'
  | 'wrong_state'
  | 'go_missing'
  | 'unreadable'
  | 'stale'
  | 'not_ready'
  | 'declaration_unexplained'
export type ReturnRefusal = 'not_allowed' | 'wrong_state' | 'reason_missing'
export type ApproveRefusal =
  | 'not_allowed'
  | 'wrong_state'
  | 'separation_of_duties'
  | 'statement_changed'
  | 'changed_since_read'

/** What starting needs to know of the request. */
export type StartedFrom = {
  readonly departmentId: string
  readonly clientId: string
  /** The program accepted the request, and nobody has ended it since. */
  readonly accepted: boolean
  /** Null: procurement has not said yet. */
  readonly go: 'go' | 'no_go' | null
  /** Postings of this request so far. */
  readonly postings: number
}

/**
 * A statement may begin as soon as the request is accepted: the writing does not wait for procurement's Go, which is
 * asked at the submission. It does not begin against a refused Go. One for each request; a second posting is `repost`.
 */
export function start(request: StartedFrom, actor: Actor): Decision<StartedFrom, StartRefusal> {
  if (!can.write(actor, request)) return no('not_allowed')
  if (!request.accepted) return no('not_accepted')
  if (request.go === 'no_go') return no('no_go')
  if (request.postings > 0) return no('already_started')

  return yes(request)
}

/** The client and the program team write together: who saves over a version they have not seen is told, and nothing is lost. */
export function save(opportunity: Opportunity, actor: Actor, seen: number): Decision<Draft, SaveRefusal> {
  if (!can.write(actor, opportunity)) return no('not_allowed')
  if (opportunity.state !== 'draft') return no('wrong_state')
  if (seen !== opportunity.version) return no('stale')

  return yes(opportunity)
}

/**
 * A statement is submitted once procurement said Go (writing may begin before), in the version that was read, with
 * nothing left that blocks it, and what the client declares explained in its language (mission M31).
 */
export function submit(
  opportunity: Opportunity,
  actor: Actor,
  {
    seen,
    findings,
    go,
    unread,
    explained,
  }: { seen: number; findings: readonly Finding[]; go: boolean; unread: number; explained: Explained },
): Decision<Draft, SubmitRefusal> {
  if (!can.submit(actor, opportunity)) return no('not_allowed')
  if (opportunity.state !== 'draft') return no('wrong_state')
  if (!go) return no('go_missing')
  if (unread > 0) return no('unreadable')
  if (seen !== opportunity.version) return no('stale')
  if (!mayBeSubmitted(findings)) return no('not_ready')
  if (gapsIn(explained, [opportunity.sourceLanguage]).length > 0) return no('declaration_unexplained')

  return yes(opportunity)
}

/** Until it is posted it can go back to a draft, with reasons; every approval given so far is void. */
export function sendBack(opportunity: Opportunity, actor: Actor, reasons: string): Decision<InReview, ReturnRefusal> {
  if (!can.return(actor, opportunity)) return no('not_allowed')
  if (!opportunityLifecycle.allows(opportunity, 'return')) return no('wrong_state')
  if (reasons === '') return no('reason_missing')

  return yes(opportunity)
}

/**
 * The procurement partner approves the frozen statement, never who asked for it or wrote it; where the policy looks
 * afterwards, the program team may. What is approved is what was submitted, to the byte.
 */
export function approve(
  opportunity: Opportunity,
  actor: Actor,
  facts: { approval: 'before' | 'after'; held: readonly HeldDuty[]; digest: Buffer; seen?: string | undefined },
): Decision<InReview, ApproveRefusal> {
  if (!can.approve(actor, opportunity, facts.approval)) return no('not_allowed')
  if (!opportunityLifecycle.allows(opportunity, 'approve')) return no('wrong_state')
  const duty = mayTake('approved_statement', actor.id, facts.held)
  if (!duty.ok) return duty
  if (changedSinceRead(opportunity, facts.seen)) return no('changed_since_read')
  if (!facts.digest.equals(opportunity.statementDigest)) return no('statement_changed')

  return yes(opportunity)
}

/**
 * What is frozen at submission, as the same bytes each time: the words of the source language and the facts, without
 * the dates, which may slip, and without the translation, which comes later.
 */
export function frozenText(statement: Statement, source: 'en' | 'fr'): string {
  const of = (text: { readonly en: string; readonly fr: string }) => text[source]
  const { title, teaser, team, background, work, licence, repository, hasInterface, hours, price, declared } = statement
  return JSON.stringify({
    version: 1,
    language: source,
    ...{ title: of(title), teaser: of(teaser), team: of(team), background: of(background), work: of(work) },
    skills: statement.skills.map(of),
    workCriteria: statement.workCriteria.map(of),
    applicationCriteria: statement.applicationCriteria.map(of),
    provisions: statement.provisions.map(({ text }) => of(text)),
    ...{ licence, repository: [repository.kind, repository.url], hasInterface, hours, price },
    declared: [declared.standalone, declared.noCapacity, declared.unclassified],
  })
}

/** The digest of the frozen text: what is approved is compared with what was submitted by it. */
export const digestOf = (statement: Statement, source: 'en' | 'fr'): Buffer =>
  createHash('sha256').update(frozenText(statement, source), 'utf8').digest()
