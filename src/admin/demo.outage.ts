import { extendForOutage, flagOutages } from '../draws/outage.ts'
import { done } from '../measures/settling.ts'
import { newId } from '../platform/ids.ts'
import type { ClockTime } from '../platform/time.ts'
import type { DemoFile } from './demo.stage.ts'

type OutageAct = { readonly day: number; readonly clock: ClockTime; readonly does: () => Promise<void> }

/** The site was away for 24 minutes on the morning of a closing, which the program team moved to the day after. */
export function demoOutage(files: readonly DemoFile[], now: Date): OutageAct[] {
  const file = files.find(({ planned }) => planned.key === 'ice-charts')
  if (!file) return []
  const { app, staff, calendar } = file
  const day = -2
  return [
    {
      ...{ day, clock: '08:40' },
      does: async () => {
        const served = [
          { fromAt: calendar.at(day, '07:00'), toAt: calendar.at(day, '08:12:10') },
          { fromAt: calendar.at(day, '08:36:35'), toAt: now },
        ]
        await app.transaction('everything', (tx) =>
          tx
            .insertInto('serviceSpans')
            .values(served.map((span) => ({ ...span, id: newId(span.fromAt, app.random) })))
            .execute(),
        )
        await flagOutages(app)
      },
    },
    {
      ...{ day, clock: '09:25' },
      does: async () => {
        const reason = {
          en: 'The site could not be used for 24 minutes on the morning of the closing. The measured downtime is certified on the site.',
          fr: 'Le site a été indisponible pendant 24 minutes le matin de la clôture. La durée mesurée est attestée sur le site.',
        }
        const input = { id: file.id, closesAt: calendar.at(day + 1, '14:00'), reason }
        await done('move the closing', extendForOutage(app, staff.program, input))
      },
    },
  ]
}
