import { type Chores, features } from '../features.ts'
import { sequenceRecord } from '../history/sequencer.ts'
import { drainOutbox } from '../platform/outbox.ts'
import { transportFor } from '../platform/transports.ts'
import { renderEmail } from '../ui/email.tsx'

/** Every second: letters leave, and what happened gets its number. */
export const choresOfEverySecond: Chores = {
  'outbox.drain': async (app) => {
    const transport = transportFor(app, app.config.mail)
    try {
      return await drainOutbox(app, {
        emails: features.emails,
        render: renderEmail,
        transport,
        sender: app.config.mailFrom,
      })
    } finally {
      transport.close()
    }
  },
  'record.sequence': sequenceRecord,
}
