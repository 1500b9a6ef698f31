import type { App } from '../platform/app.ts'
import { announce, announceAmendment, announceEnd } from './announcing.ts'
import { tellOfAnswers } from './answering.ts'
import { postScheduled } from './commands.schedule.ts'
import { beginDigests, writeDigest } from './digest.ts'

type Payload = Readonly<Record<string, string>>

export const publicationJobs = {
  'opportunity.post_scheduled': (app: App, payload: Payload) =>
    postScheduled(app, { id: about(payload).opportunityId, at: payload.at ?? '' }),
  'opportunity.announce': (app: App, payload: Payload) => announce(app, about(payload)),
  'opportunity.announce_extension': (app: App, payload: Payload) => announceAmendment(app, amended(payload)),
  'opportunity.announce_amendment': (app: App, payload: Payload) => announceAmendment(app, amended(payload)),
  'opportunity.announce_end': (app: App, payload: Payload) => announceEnd(app, about(payload)),
  'question.digest': (app: App, payload: Payload) => tellOfAnswers(app, about(payload)),
  'subscribers.digest': async (app: App, { cadence, dueAt = '' }: Payload) => {
    if (cadence === 'daily' || cadence === 'weekly') await writeDigest(app, { cadence, dueAt: new Date(dueAt) })
  },
}

const about = ({ opportunityId, id }: Payload) => ({ opportunityId: opportunityId ?? id ?? '' })
const amended = (payload: Payload) => ({ ...about(payload), amendment: Number(payload.amendment) })

/** Looks every second whether a digest is due. */
export const publicationChores = { 'subscribers.digests': beginDigests }
