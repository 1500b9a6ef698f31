import type { Actor, Staff, StaffRole } from '../accounts/rules.ts'
import { system } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import type { EventKind } from '../history/kinds.ts'
import { type Facts, record } from '../history/record.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { findOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import type { Decision } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'
import { post } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { policyOf } from '../policy/store.ts'
import { onFile } from './commands.ts'
import {
  addResemblances,
  comparedApplications,
  exclude,
  filesToTakeBack,
  filesWithPairs,
  readmit,
  resemblancesOf,
  saveAskedBack,
  saveJudgement,
  saveReturn,
} from './duplicates.store.ts'
import * as rules from './duplicates.ts'
import { duplicateTexts, excludedEmail, readmittedEmail } from './texts.duplicates.ts'

/** After the opening: compares who sent the applications and what they say, and keeps the pairs to be looked at. */
export async function compareApplications(app: App, { opportunityId }: { opportunityId: string }): Promise<number> {
  return app.transaction('everything', async (tx) => {
    const opportunity = await findOpportunity(tx, opportunityId)
    if (opportunity?.state !== 'closed' && opportunity?.state !== 'evaluating') return 0
    const at = await tx.now()
    const { alikeAnswers } = await policyOf(tx, opportunity.departmentId, at)
    const pairs = rules.resemblances(await comparedApplications(tx, opportunityId), alikeAnswers)
    const { departmentId } = opportunity
    const added = await addResemblances(tx, app, { departmentId, opportunityId, at }, pairs)
    if (added > 0) await recordPair(tx, app, 'application.resemblance_found', opportunity, system, at, { pairs: added })
    return added
  })
}

export function judgePair(
  app: App,
  actor: Actor,
  { opportunityId, pairId, judgement }: { opportunityId: string; pairId: string; judgement: rules.Judgement },
): Promise<Decision<{ by: string }, rules.JudgeRefusal>> {
  return onFile(app, actor, opportunityId, async ({ tx, opportunity, file, now }) => {
    const pair = await pairOf(tx, opportunityId, pairId)
    const decision = rules.judge(file, pair, { actor, judgement })
    if (!decision.ok) return decision
    await saveJudgement(tx, pairId, judgement, decision.value.by, now)
    const kind = judgement.says === 'distinct' ? 'application.judged_distinct' : 'application.exclusion_proposed'
    const facts = judgement.says === 'distinct' ? { pairId } : { pairId, because: judgement.because }
    await recordPair(tx, app, kind, opportunity, actor, now, facts)
    return decision
  })
}

/** Procurement's yes takes the application out before any manifest, and tells its applicant why; a no sends it back. */
export function confirmExclusion(
  app: App,
  actor: Actor,
  { opportunityId, pairId, says }: { opportunityId: string; pairId: string; says: 'yes' | 'no' },
): Promise<Decision<{ by: string }, rules.ConfirmExclusionRefusal>> {
  return onFile(app, actor, opportunityId, async ({ tx, opportunity, file, now }) => {
    const decision = rules.decideExclusion(file, await pairOf(tx, opportunityId, pairId), { actor })
    if (!decision.ok) return decision
    const { pair, by } = decision.value
    if (says === 'no') {
      await saveReturn(tx, pairId)
      await recordPair(tx, app, 'application.exclusion_returned', opportunity, actor, now, { pairId })
      return decision
    }
    const told = await exclude(tx, pair, by, now)
    await record(tx, app.random, {
      ...{ departmentId: opportunity.departmentId, kind: 'application.excluded', actor, at: now },
      ...{ subject: { type: 'application', id: pair.excludedId }, fileId: opportunity.requestId },
      facts: { pairId, because: pair.because },
    })
    await post(tx, app.random, excludedEmail, {
      to: { address: told.email, language: told.language },
      departmentId: opportunity.departmentId,
      facts: {
        ...{ number: opportunity.number, title: opportunity.title[told.language], token: told.token },
        because: pair.because ?? 'same_supplier',
      },
      once: `excluded ${pair.excludedId} ${now.toISOString()}`,
      at: now,
    })
    return decision
  })
}

/** The program team asks for an exclusion to be taken back, and says why. */
export function askForReturn(
  app: App,
  actor: Actor,
  { opportunityId, pairId, because }: { opportunityId: string; pairId: string; because: string },
): Promise<Decision<{ by: string }, rules.AskBackRefusal>> {
  return onFile(app, actor, opportunityId, async ({ tx, opportunity, file, now }) => {
    const decision = rules.askBack(file, await pairOf(tx, opportunityId, pairId), { actor, because })
    if (!decision.ok) return decision
    await saveAskedBack(tx, pairId, { by: decision.value.by, because, at: now })
    await recordPair(tx, app, 'application.return_proposed', opportunity, actor, now, { pairId })
    return decision
  })
}

/** Procurement's yes brings the application back to be evaluated, and tells its applicant; a no lets the exclusion stand. */
export function takeExclusionBack(
  app: App,
  actor: Actor,
  { opportunityId, pairId, says }: { opportunityId: string; pairId: string; says: 'yes' | 'no' },
): Promise<Decision<{ by: string }, rules.TakeBackRefusal>> {
  return onFile(app, actor, opportunityId, async ({ tx, opportunity, file, now }) => {
    const decision = rules.takeBack(file, await pairOf(tx, opportunityId, pairId), { actor })
    if (!decision.ok) return decision
    const { pair } = decision.value
    if (says === 'no') {
      await saveAskedBack(tx, pairId, null)
      await recordPair(tx, app, 'application.return_refused', opportunity, actor, now, { pairId })
      return decision
    }
    const told = await readmit(tx, pair)
    await record(tx, app.random, {
      ...{ departmentId: opportunity.departmentId, kind: 'application.readmitted', actor, at: now },
      ...{ subject: { type: 'application', id: pair.excludedId }, fileId: opportunity.requestId },
      facts: { pairId },
    })
    await post(tx, app.random, readmittedEmail, {
      to: { address: told.email, language: told.language },
      departmentId: opportunity.departmentId,
      facts: { number: opportunity.number, title: opportunity.title[told.language], token: told.token },
      once: `readmitted ${pair.excludedId} ${now.toISOString()}`,
      at: now,
    })
    return decision
  })
}

/** Pairs to judge for the program team, exclusions to confirm or to take back for procurement. */
export async function waitingForDuplicates(tx: Tx, actor: Staff, language: Language): Promise<Waiting[]> {
  const { departmentId, roles } = actor
  const waits = async (role: StaffRole, what: keyof typeof duplicateTexts.waiting, files: () => Promise<Waits[]>) =>
    roles.includes(role) ? (await files()).map((file) => ({ ...file, text: duplicateTexts.waiting[what] })) : []
  const files = [
    ...(await waits('program_team', 'found', () => filesWithPairs(tx, departmentId, 'found'))),
    ...(await waits('procurement', 'proposed', () => filesWithPairs(tx, departmentId, 'proposed'))),
    ...(await waits('procurement', 'asked_back', () => filesToTakeBack(tx, departmentId))),
  ]
  return files.map(({ id, number, titleEn, titleFr, since, text }) => ({
    text,
    about: { en: `${number} – ${titleEn}`, fr: `${number} – ${titleFr}` },
    href: path('/files/:id/duplicates', language, { id }),
    since,
    due: null,
  }))
}

type Waits = Awaited<ReturnType<typeof filesWithPairs>>[number]

const pairOf = async (tx: Tx, opportunityId: string, pairId: string) =>
  (await resemblancesOf(tx, opportunityId)).find(({ id }) => id === pairId)

const recordPair = (
  tx: Tx,
  app: App,
  kind: EventKind & `application.${string}`,
  { id, departmentId, requestId: fileId }: Opportunity,
  actor: Actor,
  at: Date,
  facts: Facts,
) => record(tx, app.random, { departmentId, kind, subject: { type: 'opportunity', id }, fileId, actor, at, facts })

export const duplicateJobs = {
  'evaluation.compare': async (app: App, { opportunityId = '' }: Readonly<Record<string, string>>) => {
    await compareApplications(app, { opportunityId })
  },
}
