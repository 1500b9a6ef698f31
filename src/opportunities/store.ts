import { type ExpressionBuilder, type Selectable, sql } from 'kysely'
import type { App } from '../platform/app.ts'
import type { Day } from '../platform/day.ts'
import { enqueue, type Tx } from '../platform/db.ts'
import { type Cents, cents } from '../platform/money.ts'
import type { DB, Opportunities } from '../platform/tables.ts'
import { parseDay } from '../platform/time.ts'
import {
  type Criterion,
  type CriterionKind,
  type Gates,
  type Opportunity,
  type OpportunityAction,
  type OpportunityState,
  opportunityLifecycle,
  type Planned,
  type Row,
  type Statement,
  type StatementFields,
} from './rules.ts'
import { listsOf, saveListsOf } from './store.rows.ts'

/** The opportunity with this id, in whatever state, or nothing when there is none in this scope. */
export async function findOpportunity(tx: Tx, id: string): Promise<Opportunity | undefined> {
  const row = await tx.selectFrom('opportunities').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Holds the row until the transaction ends, so that two people cannot both decide. An Error when there is none. */
export async function lockOpportunity(tx: Tx, id: string): Promise<Opportunity> {
  return fromRow(
    await tx.selectFrom('opportunities').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow(),
  )
}

/**
 * Closing and submissions under one lock: closing and extending take it exclusively, a submission shared. Take it
 * before the row, then ask `tx.now()`: an instant read after the lock is an instant inside it.
 */
export async function lockClosing(tx: Tx, opportunityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${opportunityId}::text, 1))`.execute(tx)
}

/** The other side of `lockClosing`: many submissions at once, none while the closing moves or happens. */
export async function shareClosing(tx: Tx, opportunityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${opportunityId}::text, 1))`.execute(tx)
}

/** The job that closes runs at the closing instant; asked again, it moves: one job for each opportunity. */
export async function scheduleClosing(tx: Tx, { id, closesAt }: { id: string; closesAt: Date }): Promise<void> {
  await enqueue(tx, 'opportunity.close', { opportunityId: id }, { runAt: closesAt, key: `close:${id}` })
  for (const [when, days] of [
    ['three_days', 3],
    ['last_day', 1],
  ] as const) {
    const runAt = new Date(closesAt.getTime() - days * 86_400_000)
    const reminder = { opportunityId: id, when, closesAt: closesAt.toISOString() }
    await enqueue(tx, 'closing.remind', reminder, { runAt, key: `remind:${when}:${id}` })
  }
}

/** What may be written along with a change of state. */
export type StateFields = Partial<
  Pick<
    Selectable<Opportunities>,
    | 'submittedAt'
    | 'statementDigest'
    | 'statementApprovedBy'
    | 'statementApprovedAt'
    | 'approvalMode'
    | 'sampleDrawn'
    | 'sampleKey'
    | 'returnedBecause'
    | 'publishedBy'
    | 'publishedAt'
    | 'closedAt'
    | 'evaluationStartedAt'
    | 'endedAt'
    | 'endedBecause'
    | 'publicReasonEn'
    | 'publicReasonFr'
    | 'outcome'
    | 'slug'
  >
>

/**
 * Takes the action of the lifecycle on a locked opportunity and writes what goes with it; answers the new state.
 * An Error when the state does not know the action: rules ask `opportunityLifecycle.allows` first.
 */
export async function setOpportunityState(
  tx: Tx,
  opportunity: Pick<Opportunity, 'id' | 'state'>,
  action: OpportunityAction,
  fields: StateFields = {},
): Promise<OpportunityState> {
  const state = stateAfter(opportunity.state, action)
  const { numUpdatedRows } = await tx
    .updateTable('opportunities')
    .set({ ...fields, state })
    .where('id', '=', opportunity.id)
    .where('state', '=', opportunity.state)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error(`opportunity ${opportunity.id} is no longer ${opportunity.state}`)
  return state
}

/** Criteria of one kind, or of both, work first, in their order. */
export async function criteriaOf(tx: Tx, opportunityId: string, kind?: CriterionKind): Promise<Criterion[]> {
  const rows = await tx
    .selectFrom('opportunityCriteria')
    .selectAll()
    .where('opportunityId', '=', opportunityId)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'work'))
    .orderBy('kind', 'desc')
    .orderBy('position')
    .execute()
  return rows.map(({ id, kind: of, position, textEn, textFr }) => ({
    id,
    kind: of,
    position,
    text: { en: textEn, fr: textFr },
  }))
}

/** All that the statement says: the row’s words and its lists. Rows that are empty in both languages say nothing. */
export async function statementOf(tx: Tx, opportunity: Opportunity): Promise<Statement> {
  const { skills, workCriteria, applicationCriteria, provisions } = await listsOf(tx, opportunity.id)
  const said = ({ en, fr }: Row): boolean => en !== '' || fr !== ''
  return {
    ...factsOf(opportunity),
    skills: skills.filter(said),
    workCriteria: workCriteria.filter(said),
    applicationCriteria: applicationCriteria.filter(said),
    provisions: provisions.filter(({ text }) => said(text)),
  }
}

/** What the statement says beside its lists. */
export function factsOf(opportunity: Opportunity): StatementFields & Planned {
  const { title, teaser, team, background, work, licence, repository, hasInterface, hours, declared } = opportunity
  const { price, closesAt, selectionDay, deliveryDay } = opportunity
  return {
    ...{ title, teaser, team, background, work, licence, repository, hasInterface, hours, declared },
    ...{ price, closesAt, selectionDay, deliveryDay },
  }
}

/**
 * Writes all that the statement says over what was there, and counts one version up; answers the new version.
 * `numbered`: of a posted notice, whose criteria keep their numbers.
 */
export async function saveStatementOf(
  tx: Tx,
  app: Pick<App, 'random'>,
  opportunity: Pick<Opportunity, 'id' | 'departmentId'>,
  statement: Statement,
  at: Date,
  numbers: { numbered?: boolean } = {},
): Promise<number> {
  const { version } = await tx
    .updateTable('opportunities')
    .set((values: ExpressionBuilder<DB, 'opportunities'>) => ({
      ...columnsOf(statement),
      version: values('version', '+', 1),
    }))
    .where('id', '=', opportunity.id)
    .returning('version')
    .executeTakeFirstOrThrow()
  await saveListsOf(tx, app, opportunity, statement, at, numbers)
  return version
}

/** The words and facts of a statement as the columns of one row. */
export function columnsOf(statement: StatementFields & Planned) {
  const { title, teaser, team, background, work, licence, repository, hasInterface, hours, declared } = statement
  return {
    ...{
      titleEn: title.en,
      titleFr: title.fr,
      teaserEn: teaser.en,
      teaserFr: teaser.fr,
      teamEn: team.en,
      teamFr: team.fr,
    },
    ...{ backgroundEn: background.en, backgroundFr: background.fr, workEn: work.en, workFr: work.fr },
    ...{ licence, repositoryKind: repository.kind, repositoryUrl: repository.url, hasInterface, hours },
    ...{ priceCents: statement.price, closesAt: statement.closesAt },
    ...{ selectionDay: statement.selectionDay, deliveryDay: statement.deliveryDay },
    standaloneDeclared: declared.standalone,
    noCapacityDeclared: declared.noCapacity,
    unclassifiedDeclared: declared.unclassified,
  }
}

/** One row as the state it is in. The table's checks say which facts are there; a row that breaks them is a surprise. */
export function fromRow(row: Selectable<Opportunities>): Opportunity {
  const common = commonOf(row)
  const planned = {
    price: asCents(row.priceCents),
    closesAt: row.closesAt,
    selectionDay: asDay(row.selectionDay),
    deliveryDay: asDay(row.deliveryDay),
  }
  const { state } = row
  switch (state) {
    case 'draft':
      return { ...common, ...planned, state, returnedBecause: row.returnedBecause }
    case 'in_review':
    case 'in_approval':
    case 'ready':
      return {
        ...common,
        ...planned,
        state,
        submittedAt: present(row.submittedAt),
        statementDigest: present(row.statementDigest),
      }
    case 'open':
    case 'held':
      return { ...common, ...postedOf(row), state }
    case 'closed':
    case 'evaluating':
    case 'locked':
    case 'drawn':
    case 'offering':
    case 'awarded':
    case 'completed': {
      const closed = { closedAt: present(row.closedAt), evaluationStartedAt: row.evaluationStartedAt }
      return { ...common, ...postedOf(row), ...closed, state }
    }
    case 'unsuccessful':
    case 'cancelled':
    case 'withdrawn':
      return {
        ...common,
        ...planned,
        state,
        endedAt: present(row.endedAt),
        endedBecause: present(row.endedBecause),
        publicReason: { en: row.publicReasonEn, fr: row.publicReasonFr },
        publishedAt: row.publishedAt,
        closedAt: row.closedAt,
      }
  }
}

const commonOf = (row: Selectable<Opportunities>) => ({
  id: row.id,
  departmentId: row.departmentId,
  requestId: row.requestId,
  posting: row.posting,
  number: row.number,
  slug: row.slug,
  version: row.version,
  clientId: row.clientId,
  sourceLanguage: row.sourceLanguage,
  title: { en: row.titleEn, fr: row.titleFr },
  teaser: { en: row.teaserEn, fr: row.teaserFr },
  team: { en: row.teamEn, fr: row.teamFr },
  background: { en: row.backgroundEn, fr: row.backgroundFr },
  work: { en: row.workEn, fr: row.workFr },
  licence: row.licence,
  repository: { kind: row.repositoryKind, url: row.repositoryUrl },
  hasInterface: row.hasInterface,
  hours: row.hours,
  declared: {
    standalone: row.standaloneDeclared,
    noCapacity: row.noCapacityDeclared,
    unclassified: row.unclassifiedDeclared,
  },
  gates: gatesOf(row),
  repostedFrom: row.repostedFrom,
  sample: row.sampleDrawn === null ? null : { drawn: row.sampleDrawn, key: present(row.sampleKey) },
  outcome: row.outcome,
})

function gatesOf(row: Selectable<Opportunities>): Gates {
  const signed = (by: string | null, at: Date | null) => (by !== null && at !== null ? { by, at } : null)
  const reserved = signed(row.reservedBy, row.reservedAt)
  const committed = signed(row.s32SignedBy, row.s32SignedAt)
  return {
    statement: signed(row.statementApprovedBy, row.statementApprovedAt),
    pif: signed(row.pifCompletedBy, row.pifCompletedAt),
    budget: budgetOf(row),
    s32: committed && { ...committed, ...(row.s32ActingFor ? { actingFor: row.s32ActingFor } : {}) },
    sentToFinanceAt: row.sentToFinanceAt,
    reservation: reserved && {
      ...reserved,
      number: present(row.reservationNumber),
      fiscalYear: present(row.reservationFiscalYear),
      amount: cents(present(row.reservationCents)),
      payableAtYearEnd: row.payableAtYearEnd,
    },
    translation: signed(row.translatedBy, row.translatedAt),
  }
}

function budgetOf(row: Selectable<Opportunities>): Gates['budget'] {
  const { outsideHomeBranch, budgetKind: kind, budgetReference, budgetBy, budgetAt } = row
  if (kind) return { kind, reference: present(budgetReference), by: present(budgetBy), at: present(budgetAt) }
  return outsideHomeBranch ? null : 'not_needed'
}

const postedOf = (row: Selectable<Opportunities>) => ({
  price: cents(present(row.priceCents)),
  closesAt: present(row.closesAt),
  selectionDay: present(asDay(row.selectionDay)),
  deliveryDay: present(asDay(row.deliveryDay)),
  publishedAt: present(row.publishedAt),
})

function stateAfter(state: OpportunityState, action: OpportunityAction): OpportunityState {
  const actions: Partial<Record<OpportunityAction, OpportunityState>> = opportunityLifecycle.table[state]
  const next = actions[action]
  if (next === undefined) throw new Error(`an opportunity that is ${state} cannot ${action}`)
  return next
}

const asDay = (text: string | null): Day | null => (text === null ? null : (parseDay(text) ?? null))
const asCents = (amount: number | null): Cents | null => (amount === null ? null : cents(amount))

function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('a row lacks what its state promises')
  return value
}
