import type { Actor } from '../accounts/rules.ts'
import { record } from '../history/record.ts'
import { endStep } from '../history/steps.ts'
import { setPublicStatus, writeNotice } from '../opportunities/notice.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { setOpportunityState } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import { enqueue, type Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'
import { fileEnded, fundsToRelease } from './emails.ts'
import { clientOf, holdersOn, writeOn } from './letters.ts'

export type EndedOutcome = 'none_accepted' | 'ended_without_delivery'

/** Said to the public; never a name, so that one bad month does not follow anybody. */
const publicReasons: Record<EndedOutcome, Text> = {
  none_accepted: {
    en: 'No supplier accepted the work.',
    fr: 'Aucun fournisseur n’a accepté le travail.',
  },
  ended_without_delivery: {
    en: 'The contract ended without delivery. Nothing was paid.',
    fr: 'Le contrat a pris fin sans livraison. Rien n’a été payé.',
  },
}

/**
 * Ends a locked opportunity after offers were made: nobody accepted, or what was agreed was not delivered. Finance is
 * asked to release the funds, the client and the program team are told, and so are the applicants who were not yet.
 */
export async function endWithoutDelivery(
  tx: Tx,
  app: App,
  act: { opportunity: Opportunity; outcome: EndedOutcome; actor: Actor; now: Date },
): Promise<void> {
  const { opportunity, outcome, actor, now } = act
  const { id, departmentId, requestId: fileId } = opportunity
  const reason = publicReasons[outcome]
  await setOpportunityState(tx, opportunity, 'fail', {
    ...{ outcome, endedAt: now, endedBecause: outcome, publicReasonEn: reason.en, publicReasonFr: reason.fr },
  })
  await writeNotice(tx, id)
  const status = outcome === 'none_accepted' ? 'unsuccessful' : outcome
  await setPublicStatus(tx, id, status, { winnerName: null, repositoryUrl: null })
  const event = { departmentId, fileId, actor, at: now, subject: { type: 'opportunity', id } } as const
  await record(tx, app.random, { ...event, kind: 'opportunity.unsuccessful', facts: { outcome } })
  if (outcome === 'none_accepted')
    await endStep(tx, app.random, { departmentId, fileId, actor, at: now, step: 'terms-agreed' })
  await releaseFunds(tx, app, act)
  await enqueue(tx, 'award.tell_all', { opportunityId: id }, { key: `award.tell_all ${id}` })

  const told = [...(await clientOf(tx, opportunity)), ...(await holdersOn(tx, opportunity, ['program_team'], now))]
  await writeOn(tx, app, fileEnded, {
    ...{ opportunity, to: told, page: ['/files/:id/offer', { id }], once: id, at: now },
    facts: (about) => ({ ...about, outcome }),
  })
}

/** A file that ends without payment gives finance a task (mission M6). */
async function releaseFunds(
  tx: Tx,
  app: App,
  { opportunity, actor, now }: { opportunity: Opportunity; actor: Actor; now: Date },
): Promise<void> {
  const { reservation } = opportunity.gates
  if (!reservation) return
  const { id, departmentId, requestId: fileId } = opportunity
  await record(tx, app.random, {
    ...{ departmentId, fileId, actor, at: now, kind: 'funds.to_release', subject: { type: 'opportunity', id } },
    facts: { amount: reservation.amount, fiscalYear: reservation.fiscalYear },
  })
  await writeOn(tx, app, fundsToRelease, {
    ...{ opportunity, to: await holdersOn(tx, opportunity, ['finance'], now) },
    ...{ page: ['/files/:id/release', { id }], once: id, at: now },
    facts: (about) => ({ ...about, reservation: reservation.number, amountCents: reservation.amount }),
  })
}
