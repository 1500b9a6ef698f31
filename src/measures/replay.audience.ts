import { system } from '../accounts/rules.ts'
import { confirmationToken, confirmSubscription, subscribe } from '../subscribers/commands.ts'
import { answerSurvey } from '../surveys/commands.ts'
import { enterFigure, writeVarianceNote } from './commands.ts'
import type { PastAct, Stage } from './replay.stage.ts'
import { done } from './settling.ts'

/** Whoever looked on: the mailing list, the figures of other places, and the notes that explain the report. */
export const audienceActs = (stage: Stage): PastAct[] => [
  ...subscriptions(stage),
  ...answers(stage),
  figures(stage),
  notes(stage),
]

/** Subscribers join at equal intervals between the first and the last: how they came is not known. */
function subscriptions({ past, programme, department }: Stage): PastAct[] {
  const { mailingListSubscribers: count, placedFirstSubscribed, placedLastSubscribed } = programme.audience
  const [from, to] = [placedFirstSubscribed.getTime(), placedLastSubscribed.getTime()]
  const host = department.mailbox.split('@')[1] ?? ''
  const joins = async (place: number) => {
    const email = `reader${place}@${host}`
    const language = place % 4 === 0 ? 'fr' : 'en'
    const asked = { email, language, departmentId: department.id } as const
    const subscriber = await done('subscribe', subscribe(past.app, system, asked))
    const token = confirmationToken(past.app, subscriber)
    await done('confirm', confirmSubscription(past.app, system, { token }))
  }
  const batches = Math.min(10, count)
  return Array.from({ length: batches }, (_, batch) => {
    const at = new Date(Math.round(from + ((to - from) * batch) / Math.max(1, batches - 1)))
    const places = Array.from({ length: count }, (__, place) => place + 1).filter((place) => place % batches === batch)
    return {
      at,
      what: `${places.length} subscribers`,
      does: async () => {
        for (const place of places) await joins(place)
      },
    }
  })
}

/** What people answered when they were asked; a survey knows the month and no more. */
function answers({ past, programme, department }: Stage): PastAct[] {
  const { clients, suppliers, winners } = programme.surveys
  const given = [
    ...clients.map((answer) => ({ audience: 'client' as const, ...answer })),
    ...suppliers.map((answer) => ({ audience: 'supplier' as const, ...answer })),
    ...winners.map((answer) => ({ audience: 'winner' as const, ...answer })),
  ]
  return given.map(({ audience, placedAnswered, wouldUseAgain: wouldAgain, story }) => ({
    at: placedAnswered,
    what: `survey answered (${audience})`,
    does: async () => {
      const said = { ...unsaid, departmentCode: department.code, audience, wouldAgain, story }
      await done('answer the survey', answerSurvey(past.app, said))
    },
  }))
}

const unsaid = { firstContract: null, smallFirm: null, underRepresented: null }

const figures = ({ past, programme, staff }: Stage): PastAct => ({
  at: programme.audience.placedEntered,
  what: 'followers and shares entered',
  does: async () => {
    const { followers, shares } = programme.audience
    const entries = [
      ...Object.entries(followers).map(([label, value]) => ({ metric: 'followers', label, value })),
      ...Object.entries(shares).map(([label, value]) => ({ metric: 'shares-per-opportunity', label, value })),
    ]
    for (const entry of entries) await done(`enter ${entry.label}`, enterFigure(past.app, staff('program'), entry))
  },
})

const notes = ({ past, programme, staff }: Stage): PastAct => ({
  at: programme.placedNotes,
  what: 'figures explained',
  does: async () => {
    for (const { about: subject, text: note } of programme.notes)
      await done(`explain ${subject}`, writeVarianceNote(past.app, staff('program'), { subject, note }))
  },
})
