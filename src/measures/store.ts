import { sql } from 'kysely'
import type { StepEvent } from '../history/durations.ts'
import { type Step, steps } from '../history/steps.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import type { Facts } from './results.ts'
import { type EnteredMetric, isNoted, type Noted } from './rules.ts'

type Counted = Pick<
  Facts,
  'requests' | 'opportunities' | 'applications' | 'repositories' | 'openResourceEntries' | 'entered' | 'splitting'
>

/** What the rows of a department say, counted in one go. */
export async function countedFacts(tx: Tx, departmentId: string): Promise<Counted> {
  return {
    requests: await countRequests(tx, departmentId),
    opportunities: await countOpportunities(tx, departmentId),
    applications: await countApplications(tx, departmentId),
    ...(await countCode(tx, departmentId)),
    entered: await newestFigures(tx, departmentId),
    splitting: await confirmedSplitting(tx, departmentId),
  }
}

/** Posted files that procurement stopped, or wants brought together, as one need cut up. */
async function confirmedSplitting(tx: Tx, departmentId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('splittingFlags')
    .innerJoin('opportunities', 'opportunities.id', 'splittingFlags.opportunityId')
    .select('opportunities.number')
    .distinct()
    .where('splittingFlags.departmentId', '=', departmentId)
    .where('splittingFlags.state', 'in', ['merged', 'stopped'])
    .where('opportunities.publishedAt', 'is not', null)
    .orderBy('opportunities.number')
    .execute()
  return rows.map(({ number }) => number)
}

async function countRequests(tx: Tx, departmentId: string): Promise<Facts['requests']> {
  return tx
    .selectFrom('requests')
    .where('departmentId', '=', departmentId)
    .select((row) => [
      row.fn.countAll<number>().as('received'),
      row.fn.count<number>('screenedAt').as('screened'),
      row.fn.countAll<number>().filterWhere('meetsCriteria', '=', true).as('meeting'),
    ])
    .executeTakeFirstOrThrow()
}

async function countOpportunities(tx: Tx, departmentId: string): Promise<Facts['opportunities']> {
  const signed = sql<boolean>`exists (select from offers o where o.opportunity_id = opportunities.id and o.supplier_signed_at is not null)`
  const accepted = sql<boolean>`exists (select from contracts c where c.opportunity_id = opportunities.id and c.state = 'accepted')`
  const awarded = sql<boolean>`exists (select from contracts c where c.opportunity_id = opportunities.id)`
  const over = sql<boolean>`state in ('completed', 'unsuccessful', 'cancelled', 'withdrawn')`
  return tx
    .selectFrom('opportunities')
    .where('departmentId', '=', departmentId)
    .where('publishedAt', 'is not', null)
    .select((row) => [
      row.fn.countAll<number>().as('posted'),
      row.fn.count<number>('closedAt').as('closed'),
      row.fn.countAll<number>().filterWhere(sql<boolean>`closed_at is not null and ${signed}`).as('termsSigned'),
      row.fn.countAll<number>().filterWhere(sql<boolean>`${over} or ${accepted}`).as('ended'),
      row.fn.countAll<number>().filterWhere(accepted).as('delivered'),
      row.fn.countAll<number>().filterWhere(awarded).as('awarded'),
      sql<number>`coalesce(sum(price_cents) filter (where ${awarded}), 0)`.as('awardedCents'),
    ])
    .executeTakeFirstOrThrow()
}

/** Applications that stood at closing. */
async function countApplications(tx: Tx, departmentId: string): Promise<Facts['applications']> {
  return tx
    .selectFrom('applications')
    .innerJoin('opportunities', 'opportunities.id', 'applications.opportunityId')
    .where('applications.departmentId', '=', departmentId)
    .where('opportunities.closedAt', 'is not', null)
    .where('applications.submittedAt', 'is not', null)
    .where('applications.withdrawnAt', 'is', null)
    .select((row) => [
      row.fn.countAll<number>().as('received'),
      row.fn.count<number>('applications.supplierId').distinct().as('suppliers'),
    ])
    .executeTakeFirstOrThrow()
}

/** Repositories of accepted deliveries, and the entries about them that we publish for reuse. */
async function countCode(tx: Tx, departmentId: string): Promise<Pick<Facts, 'repositories' | 'openResourceEntries'>> {
  const { repositories } = await tx
    .selectFrom('deliveries')
    .where('departmentId', '=', departmentId)
    .where('answer', '=', 'accepted')
    .select((row) => row.fn.count<number>('repositoryUrl').distinct().as('repositories'))
    .executeTakeFirstOrThrow()
  const { openResourceEntries } = await tx
    .selectFrom('publication.opportunities as p')
    .innerJoin('opportunities as o', 'o.id', 'p.opportunityId')
    .where('o.departmentId', '=', departmentId)
    .where('p.repositoryUrl', 'is not', null)
    .select((row) => row.fn.countAll<number>().as('openResourceEntries'))
    .executeTakeFirstOrThrow()
  return { repositories, openResourceEntries }
}

/** Of each measure that people enter, the newest figure of each label. */
export async function newestFigures(tx: Tx, departmentId: string): Promise<Facts['entered']> {
  const rows = await tx
    .selectFrom('measureEntries')
    .distinctOn(['metric', 'label'])
    .select(['metric', 'label', 'value'])
    .where('departmentId', '=', departmentId)
    .orderBy('metric')
    .orderBy('label')
    .orderBy('at', 'desc')
    .execute()
  const entered: Record<string, Record<string, number>> = {}
  for (const { metric, label, value } of rows) entered[metric] = { ...entered[metric], [label]: value }
  return entered
}

/** The postal codes of suppliers who sent an invoice: one for each contract. */
export async function invoicedFrom(tx: Tx, departmentId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('invoices')
    .select('postalCode')
    .where('departmentId', '=', departmentId)
    .where('postalCode', '!=', '')
    .execute()
  return rows.map(({ postalCode }) => postalCode)
}

/** From the invoice to the payment, in days, for each invoice that was paid. */
export async function daysToPay(tx: Tx, departmentId: string): Promise<number[]> {
  const rows = await tx
    .selectFrom('invoices')
    .select(sql<number>`(extract(epoch from paid_at - sent_at) / 86400)::float8`.as('days'))
    .where('departmentId', '=', departmentId)
    .where('paidAt', 'is not', null)
    .where('sentAt', 'is not', null)
    .execute()
  return rows.map(({ days }) => days)
}

export type FileStep = StepEvent & { readonly fileId: string; readonly actorId: string | null }

/** The clock of every step of every file of a department. */
export async function stepEventsOf(tx: Tx, departmentId: string): Promise<FileStep[]> {
  const rows = await tx
    .selectFrom('historyEvents')
    .select(['kind', 'fileId', 'actorId', 'at'])
    .select(sql<string>`body::json ->> 'step'`.as('step'))
    .select(sql<number | null>`(body::json ->> 'working')::float8`.as('working'))
    .where('departmentId', '=', departmentId)
    .where('kind', 'in', ['step.started', 'step.ended', 'step.skipped', 'step.worked'])
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ kind, fileId, actorId, at, step, working }) =>
    fileId !== null && isStep(step) && isStepKind(kind) ? [{ kind, fileId, actorId, at, step, working }] : [],
  )
}

/** The file with this number, and the steps that have begun on it. */
export async function begunSteps(
  tx: Tx,
  departmentId: string,
  number: string,
): Promise<{ id: string; steps: Step[] } | undefined> {
  const file = await tx
    .selectFrom('requests')
    .select('id')
    .where('departmentId', '=', departmentId)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!file) return undefined
  const rows = await tx
    .selectFrom('historyEvents')
    .select(sql<string>`body::json ->> 'step'`.as('step'))
    .distinct()
    .where('fileId', '=', file.id)
    .where('kind', 'in', ['step.started', 'step.ended', 'step.skipped'])
    .execute()
  return { id: file.id, steps: rows.flatMap(({ step }) => (isStep(step) ? [step] : [])) }
}

/** The files whose opportunity was completed. */
export async function completedFiles(tx: Tx, departmentId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('opportunities')
    .select('requestId')
    .where('departmentId', '=', departmentId)
    .where('state', '=', 'completed')
    .execute()
  return rows.map(({ requestId }) => requestId)
}

/** Everybody who ever held procurement's role in a department. */
export async function procurementPeople(tx: Tx, departmentId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('roleGrants')
    .select('personId')
    .distinct()
    .where('departmentId', '=', departmentId)
    .where('role', '=', 'procurement')
    .execute()
  return rows.map(({ personId }) => personId)
}

/** From when to when something happened in a department; nothing when nothing did. */
export async function periodOf(tx: Tx, departmentId: string): Promise<{ from: Date; to: Date } | undefined> {
  const { from, to } = await tx
    .selectFrom('historyEvents')
    .select((row) => [row.fn.min('at').as('from'), row.fn.max('at').as('to')])
    .where('departmentId', '=', departmentId)
    .where('fileId', 'is not', null)
    .executeTakeFirstOrThrow()
  return from && to ? { from, to } : undefined
}

export async function insertFigure(
  tx: Tx,
  app: Pick<App, 'random'>,
  figure: {
    departmentId: string
    metric: EnteredMetric
    label: string
    value: number
    enteredBy: string | null
    at: Date
  },
): Promise<void> {
  await tx
    .insertInto('measureEntries')
    .values({ id: newId(figure.at, app.random), ...figure })
    .onConflict((conflict) =>
      conflict.columns(['departmentId', 'metric', 'label', 'at']).doUpdateSet({ value: figure.value }),
    )
    .execute()
}

/** One note for each figure: a new one takes the place of the one before. */
export async function saveNote(
  tx: Tx,
  app: Pick<App, 'random'>,
  note: { departmentId: string; metric: Noted; text: Text; writtenBy: string | null; at: Date },
): Promise<void> {
  const { departmentId, metric, text, writtenBy, at } = note
  const written = { noteEn: text.en, noteFr: text.fr, writtenBy, at }
  await tx
    .insertInto('varianceNotes')
    .values({ id: newId(at, app.random), departmentId, metric, ...written })
    .onConflict((conflict) => conflict.columns(['departmentId', 'metric']).doUpdateSet(written))
    .execute()
}

export async function notesOf(tx: Tx, departmentId: string): Promise<Map<Noted, Text>> {
  const rows = await tx
    .selectFrom('varianceNotes')
    .select(['metric', 'noteEn', 'noteFr'])
    .where('departmentId', '=', departmentId)
    .execute()
  return new Map(
    rows.flatMap(({ metric, noteEn, noteFr }) => (isNoted(metric) ? [[metric, { en: noteEn, fr: noteFr }]] : [])),
  )
}

const isStep = (text: string): text is Step => steps.some((step) => step === text)
const isStepKind = (kind: string): kind is StepEvent['kind'] =>
  kind === 'step.started' || kind === 'step.ended' || kind === 'step.skipped' || kind === 'step.worked'
