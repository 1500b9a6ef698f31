import type { Staff } from '../accounts/rules.ts'
import { type ParityFinding, parityFindings } from '../opportunities/rules.parity.ts'
import { type Finding, parityGaps } from '../opportunities/rules.readiness.ts'
import { can as canOnFile, type Opportunity } from '../opportunities/rules.ts'
import { findOpportunity, statementOf } from '../opportunities/store.ts'
import type { Tx } from '../platform/db.ts'
import { otherLanguage } from '../platform/i18n.ts'
import { policyOf } from '../policy/store.ts'
import { translationOf } from './commands.ts'
import { byField, type Leaving } from './exchange.ts'
import { segmentName } from './naming.ts'
import type { Segment } from './rules.segments.ts'
import { type Proposal, proposals, translate } from './rules.ts'
import { findImport, type Import } from './store.ts'

/** All that the translator’s page says. */
export type TranslationFacts = {
  readonly opportunity: Opportunity
  readonly segments: readonly Segment[]
  readonly gaps: readonly Finding[]
  readonly remarks: readonly ParityFinding[]
  readonly mayAttest: boolean
  readonly zone: string
}

/** The translation of a file for whoever may see it; `closed` when they may not translate it now, nothing when it is not theirs. */
export async function translationPage(
  tx: Tx,
  actor: Staff,
  id: string,
): Promise<TranslationFacts | 'closed' | undefined> {
  const opportunity = await findOpportunity(tx, id)
  if (!opportunity || !canOnFile.see(actor, opportunity)) return undefined
  if (!translate(opportunity, actor).ok) return 'closed'

  const statement = await statementOf(tx, opportunity)
  const { segments } = await translationOf(tx, opportunity)
  const underReview = opportunity.state === 'in_review' || opportunity.state === 'in_approval'
  return {
    ...{ opportunity, segments },
    gaps: parityGaps(statement),
    remarks: parityFindings(statement),
    mayAttest: underReview && canOnFile.translate(actor, opportunity),
    zone: (await policyOf(tx, opportunity.departmentId, await tx.now())).zone,
  }
}

export type ImportFacts = TranslationFacts & { readonly received: Import; readonly proposed: readonly Proposal[] }

/** What a file that came back would change, as the statement stands now. */
export async function importPage(
  tx: Tx,
  actor: Staff,
  { id, importId }: { id: string; importId: string },
): Promise<ImportFacts | 'closed' | undefined> {
  const facts = await translationPage(tx, actor, id)
  if (!facts || facts === 'closed') return facts
  const received = await findImport(tx, id, importId)
  if (!received) return undefined
  const { fields, segments } = await translationOf(tx, facts.opportunity)
  return { ...facts, received, proposed: proposals(fields, segments, byField(received.returned)) }
}

/** The segments as they leave for a translation office, named in the language they are written in. */
export function leavingOf({ opportunity, segments }: TranslationFacts): Leaving[] {
  return segments.flatMap((segment) =>
    segment.state === 'gone'
      ? []
      : [{ ...segment, state: segment.state, name: segmentName(segment)[opportunity.sourceLanguage] }],
  )
}

/** Which statement an exchanged file is about. */
export const aboutOf = ({ id, number, sourceLanguage }: Opportunity) => ({
  ...{ id, number, source: sourceLanguage, target: otherLanguage(sourceLanguage) },
})
