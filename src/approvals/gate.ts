import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Text } from '../platform/i18n.ts'
import { dayOf } from '../platform/time.ts'
import type { Policy } from '../policy/rules.ts'
import { missingPapers } from './rules.papers.ts'
import { papersOf } from './store.papers.ts'

/** What stops a posting: a paper that the policy requires, or the notice to the bargaining agents (missions M30, M31). */
export type PapersGate = 'papers_missing' | 'union_notice_missing'

export const papersGateRefusals: Record<PapersGate, Text> = {
  papers_missing: {
    en: 'A paper that the policy requires is missing or expired: see the authority papers. The program team or an administrator records it.',
    fr: 'Un document exigé par la politique manque ou est expiré\u00a0: voyez les documents d’autorisation. L’équipe du programme ou l’administration le consigne.',
  },
  union_notice_missing: {
    en: 'The notice to the bargaining agents is not recorded: it comes before the first posting. Record it under authority papers.',
    fr: 'L’avis aux agents négociateurs n’est pas consigné\u00a0: il précède le premier affichage. Consignez-le parmi les documents d’autorisation.',
  },
}

/** May this department post today, as far as its papers go? Asked again at the instant of the posting. */
export async function papersAllow(
  tx: Tx,
  departmentId: string,
  { policy, now }: { readonly policy: Policy; readonly now: Date },
): Promise<Decision<true, PapersGate>> {
  const [missing] = missingPapers(await papersOf(tx, departmentId), policy, dayOf(now, policy.zone))
  if (!missing) return yes(true)
  return no(missing.kind === 'union_notice' ? 'union_notice_missing' : 'papers_missing')
}
