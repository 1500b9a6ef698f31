import { features } from '../features.ts'
import { sequenceRecord } from '../history/sequencer.ts'
import type { App } from '../platform/app.ts'
import type { Chores } from '../platform/jobs.ts'
import { drainMailings } from '../platform/mailings.ts'
import { type Drain, drainOutbox } from '../platform/outbox.ts'
import { transportFor } from '../platform/transports.ts'
import { renderEmail } from '../ui/email.tsx'

/** A round that lasts longer would keep a worker from stopping. */
const MAILING_ROUND_IN_MS = 5_000

/** Every second: letters leave, and what happened gets its number. */
export const choresOfEverySecond: Chores = {
  'outbox.drain': (app) => sending(app, (drain) => drainOutbox(app, drain)),
  async 'mailings.drain'(app) {
    const perSecond = app.config.mail.kind === 'local' ? null : app.config.mailPerSecond
    const { more } = await sending(app, (drain) => drainMailings(app, drain, { perSecond, forMs: MAILING_ROUND_IN_MS }))
    return more ? 'more' : undefined
  },
  'record.sequence': sequenceRecord,
}

async function sending<Sent>(app: App, send: (drain: Drain) => Promise<Sent>): Promise<Sent> {
  const transport = transportFor(app, app.config.mail)
  try {
    return await send({ emails: features.emails, render: renderEmail, transport, sender: app.config.mailFrom })
  } finally {
    transport.close()
  }
}
