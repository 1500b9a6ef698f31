import { formatDay } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { dayOf } from '../platform/time.ts'
import { stepEstimates } from '../policy/steps.ts'
import type { TimelineStep } from '../ui/timeline.tsx'
import type { FilePageFacts } from './pages.ts'

/** The steps of a file in words of one language, as the drawing and its table take them. */
export function timelineSteps(
  { timeline, policy }: Pick<FilePageFacts, 'timeline' | 'policy'>,
  language: Language,
): TimelineStep[] {
  const day = (at: Date) => formatDay(dayOf(at, policy.zone), language, { weekday: false })
  return timeline.map(({ step, estimate, actual, working, state, from, to }) => ({
    name: stepName(step, language),
    estimate,
    actual: actual === null ? undefined : hundredths(actual),
    working: working === null ? undefined : hundredths(working),
    state,
    dates: from ? [day(from), ...(to && day(to) !== day(from) ? [day(to)] : [])].join(' – ') : undefined,
  }))
}

export const stepName = (step: string, language: Language): string =>
  stepEstimates.find((known) => known.step === step)?.name[language] ?? step

export const hundredths = (days: number): number => Math.round(days * 100) / 100
