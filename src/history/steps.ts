import type { Tx } from '../platform/db.ts'
import { record, type Who } from './record.ts'

/** The steps of Annex A, in its order; phases, names, estimates and the sole-source comparison are policy (policy/steps). */
export const steps = [
  'need-identified',
  'statement-written',
  'pif-completed',
  's32-signed',
  'supplier-chosen-by-client',
  'sole-source-justification',
  'sent-to-finance',
  'funds-reserved',
  'sent-to-procurement',
  'translated',
  'page-prepared',
  'on-website',
  'supplier-selected',
  'contract-written',
  'terms-agreed',
  'vendor-profile-created',
  'purchase-order-created',
  'work-evaluated',
  'invoice-received',
  's34-certified',
  'invoice-entered',
  'card-document-created',
  'sent-to-accounting',
  'release-approved',
  'paid-by-receiver-general',
  'paid-by-card',
] as const
export type Step = (typeof steps)[number]

export type StepAct = {
  departmentId: string
  /** The request that opened the file. */
  fileId: string
  step: Step
  actor: Who
  at: Date
}

/** The step's clock starts. Elapsed time is computed from these two events, never entered. */
export function startStep(tx: Tx, random: (bytes: number) => Buffer, act: StepAct): Promise<void> {
  return record(tx, random, stepEvent('step.started', act, {}))
}

/** The step's clock stops; `workingDays` is what a person says they worked on it, null when they did not say. */
export function endStep(
  tx: Tx,
  random: (bytes: number) => Buffer,
  act: StepAct & { workingDays?: number | null },
): Promise<void> {
  return record(tx, random, stepEvent('step.ended', act, { working: act.workingDays ?? null }))
}

/** A step of another procurement path that this file does not need: no time passes, and a person may record that none was worked. */
export function skipStep(
  tx: Tx,
  random: (bytes: number) => Buffer,
  act: StepAct & { workingDays?: number | null },
): Promise<void> {
  return record(tx, random, stepEvent('step.skipped', act, { working: act.workingDays ?? null }))
}

/** Working time on a step that no form of a person ends, such as the choice of a supplier: the clock is left alone. */
export function recordWork(
  tx: Tx,
  random: (bytes: number) => Buffer,
  act: StepAct & { workingDays: number },
): Promise<void> {
  return record(tx, random, stepEvent('step.worked', act, { working: act.workingDays }))
}

function stepEvent(
  kind: 'step.started' | 'step.ended' | 'step.skipped' | 'step.worked',
  { departmentId, fileId, step, actor, at }: StepAct,
  facts: Record<string, number | null>,
) {
  return {
    departmentId,
    kind,
    subject: { type: 'step', id: fileId },
    fileId,
    actor,
    at,
    facts: { step, ...facts },
  } as const
}
