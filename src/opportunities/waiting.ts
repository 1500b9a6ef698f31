import type { Staff } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import { fileTimeline, stepDurations } from '../history/durations.ts'
import { stepEventsOf } from '../history/steps.store.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { calendarOf } from '../policy/inForce.ts'
import { stepEstimates } from '../policy/steps.ts'
import { policyOf } from '../policy/store.ts'
import { approvalFor } from './commands.writing.ts'
import { actsFor } from './file.ts'
import { plannedEnd } from './pages.ts'
import { can, type Opportunity } from './rules.ts'
import { postedBefore } from './store.gates.ts'
import { unpostedFiles } from './store.postings.ts'

/** Files whose next move is this person’s: to write, approve, sign, reserve, translate or post. */
export async function waitingForOpportunities(tx: Tx, actor: Staff, language: Language): Promise<Waiting[]> {
  const now = await tx.now()
  const policy = await policyOf(tx, actor.departmentId, now)
  const posted = await postedBefore(tx, actor.departmentId)
  const calendar = calendarOf(policy)
  const files = (await unpostedFiles(tx, actor.departmentId)).filter((file) => can.see(actor, file))
  const events = await stepEventsOf(
    tx,
    files.map(({ requestId }) => requestId),
  )
  return files.flatMap((file) => {
    const act = actsFor(file, actor, approvalFor(policy, file, posted)).find(({ main }) => main)
    if (!act || (file.state === 'draft' && actor.id !== file.clientId)) return []
    const durations = stepDurations(events.get(file.requestId) ?? [], calendar, policy.zone)
    const running = fileTimeline(stepEstimates, durations, now, calendar, policy.zone).find(
      ({ state }) => state === 'now',
    )
    const since = running?.from ?? sinceOf(file, now)
    return [
      {
        text: act.label,
        about: aboutOf(file),
        aboutIn: file.title.en && file.title.fr ? undefined : file.sourceLanguage,
        href: path(act.pattern, language, { id: file.id }),
        since,
        due: running ? plannedEnd(policy, since, running.estimate) : null,
      },
    ]
  })
}

const sinceOf = (file: Opportunity, now: Date): Date => ('submittedAt' in file ? file.submittedAt : now)

function aboutOf({ number, title, sourceLanguage }: Opportunity) {
  const of = (language: Language) => `${number} – ${title[language] || title[sourceLanguage]}`
  return { en: of('en'), fr: of('fr') }
}
