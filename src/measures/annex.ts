import type { StepDuration } from '../history/durations.ts'
import type { Step } from '../history/steps.ts'
import { type Phase, phasesToReceiveWork, stepEstimates } from '../policy/steps.ts'
import type { Total } from './rules.ts'

/** One step of Annex A, in days; null where nothing was recorded. */
export type AnnexRow = {
  readonly step: Step
  readonly phase: Phase
  readonly soleSource: number
  readonly estimate: number
  readonly actualElapsed: number | null
  readonly difference: number | null
  readonly actualWorking: number | null
}
export type AnnexSum = Omit<AnnexRow, 'step' | 'phase'>
export type Annex = { readonly steps: readonly AnnexRow[]; readonly totals: Readonly<Record<Total, AnnexSum>> }

/**
 * Annex A over all files: for each step the mean of the files that have a figure. A step that a file does not need was
 * recorded as skipped when the file reached it, and took no time. Source: closeout report, Annex A.
 */
export function annexOf(files: readonly ReadonlyMap<Step, StepDuration>[]): Annex {
  const steps = stepEstimates.map(({ step, phase, soleSource, estimate }): AnnexRow => {
    const durations = files.flatMap((file) => file.get(step) ?? [])
    const actualElapsed = meanOf(durations.map(({ elapsed }) => elapsed))
    const actualWorking = meanOf(durations.map(({ working }) => working))
    return { step, phase, soleSource, estimate, ...compared(estimate, actualElapsed), actualWorking }
  })
  const toReceive = steps.filter(({ phase }) => phasesToReceiveWork.includes(phase))
  const toPay = steps.filter(({ phase }) => !phasesToReceiveWork.includes(phase))
  return {
    steps,
    totals: { toReceiveWork: sumOf(toReceive), toCompletePayment: sumOf(toPay), overall: overallOf(toReceive, toPay) },
  }
}

function sumOf(rows: readonly AnnexRow[]): AnnexSum {
  const estimate = sum(rows.map((row) => row.estimate))
  return {
    soleSource: sum(rows.map((row) => row.soleSource)),
    estimate,
    ...compared(estimate, knownSum(rows.map((row) => row.actualElapsed))),
    actualWorking: knownSum(rows.map((row) => row.actualWorking)),
  }
}

/** The whole is told only when both of its parts are known. */
function overallOf(toReceive: readonly AnnexRow[], toPay: readonly AnnexRow[]): AnnexSum {
  const [first, second] = [sumOf(toReceive), sumOf(toPay)]
  const whole = sumOf([...toReceive, ...toPay])
  const known = first.actualElapsed !== null && second.actualElapsed !== null
  return known ? whole : { ...whole, actualElapsed: null, difference: null, actualWorking: null }
}

const compared = (estimate: number, actualElapsed: number | null) => ({
  actualElapsed,
  difference: actualElapsed === null ? null : actualElapsed - estimate,
})

const known = (figures: readonly (number | null)[]): number[] => figures.filter((figure) => figure !== null)
const knownSum = (figures: readonly (number | null)[]): number | null =>
  known(figures).length === 0 ? null : sum(known(figures))
const meanOf = (figures: readonly (number | null)[]): number | null => {
  const all = known(figures)
  return all.length === 0 ? null : sum(all) / all.length
}
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
