import { type Actor, type StaffRole, staffRoles } from '../accounts/rules.ts'
import type { Text } from '../platform/i18n.ts'
import { mayExplain } from './rules.declarations.ts'
import { isSubmitted, mayReserveAnew } from './rules.gates.ts'
import { can, type Opportunity, type OpportunityState, opportunityLifecycle } from './rules.ts'

/** A page of the file that belongs to a later part of its life: where it is, who may open it, and from when on. */
export type FileSection = {
  /** The English pattern of its address; `:id` is the opportunity. */
  readonly pattern: string
  readonly label: Text
  readonly states: readonly OpportunityState[]
  readonly seenBy: readonly StaffRole[]
}

const fromClosing = [
  'closed',
  'evaluating',
  'locked',
  'drawn',
  'offering',
  'awarded',
  'completed',
  'unsuccessful',
] as const
const fromOffer = ['offering', 'awarded', 'completed'] as const

/** Every page of a file beside its statement and its approvals, in the order of its life. */
export const fileSections: readonly FileSection[] = [
  {
    pattern: '/files/:id/comments',
    label: { en: 'Comments on the statement', fr: 'Commentaires sur l’énoncé' },
    states: ['draft', 'in_review', 'in_approval', 'ready'],
    seenBy: ['client', 'program_team', 'procurement', 'section_32', 'finance'],
  },
  {
    pattern: '/files/:id/versions',
    label: { en: 'Versions of the statement', fr: 'Versions de l’énoncé' },
    states: opportunityLifecycle.states,
    seenBy: ['client', 'program_team', 'procurement', 'section_32', 'finance', 'observer'],
  },
  {
    pattern: '/files/:id/outreach',
    label: { en: 'Outreach', fr: 'Diffusion' },
    states: opportunityLifecycle.states,
    seenBy: ['client', 'program_team', 'procurement', 'observer'],
  },
  {
    pattern: '/files/:id/timeline',
    label: { en: 'Timeline', fr: 'Échéancier' },
    states: opportunityLifecycle.states,
    seenBy: staffRoles,
  },
  {
    pattern: '/files/:id/splitting',
    label: { en: 'Contract splitting', fr: 'Fractionnement' },
    states: opportunityLifecycle.states,
    seenBy: ['client', 'program_team', 'procurement', 'section_32', 'observer'],
  },
  {
    pattern: '/files/:id/publication',
    label: { en: 'Post the notice', fr: 'Afficher l’avis' },
    states: ['ready'],
    seenBy: ['program_team'],
  },
  {
    pattern: '/files/:id/questions',
    label: { en: 'Questions', fr: 'Questions' },
    states: ['open', 'held', ...fromClosing],
    seenBy: ['client', 'program_team', 'procurement', 'observer'],
  },
  {
    pattern: '/files/:id/extension',
    label: { en: 'Move the closing later', fr: 'Reporter la clôture' },
    states: ['open'],
    seenBy: ['program_team'],
  },
  {
    pattern: '/files/:id/outage',
    label: { en: 'Outage at the closing', fr: 'Indisponibilité à la clôture' },
    states: ['held'],
    seenBy: ['program_team', 'procurement', 'observer'],
  },
  {
    pattern: '/files/:id/evaluation',
    label: { en: 'Evaluation', fr: 'Évaluation' },
    states: fromClosing,
    seenBy: ['client', 'program_team', 'procurement', 'observer'],
  },
  {
    pattern: '/files/:id/draw',
    label: { en: 'Draw', fr: 'Tirage au sort' },
    states: ['locked', 'drawn', ...fromOffer],
    seenBy: ['program_team', 'procurement', 'observer'],
  },
  {
    pattern: '/files/:id/offer',
    label: { en: 'Offer and terms', fr: 'Offre et conditions' },
    states: ['drawn', ...fromOffer],
    seenBy: ['program_team', 'procurement', 'signatory', 'observer'],
  },
  {
    pattern: '/files/:id/work',
    label: { en: 'Work', fr: 'Travail' },
    states: ['awarded', 'completed'],
    seenBy: ['client', 'program_team', 'procurement', 'signatory', 'observer'],
  },
  {
    pattern: '/files/:id/payment',
    label: { en: 'Invoice and payment', fr: 'Facture et paiement' },
    states: ['awarded', 'completed'],
    seenBy: ['program_team', 'section_34', 'finance', 'cardholder', 'observer'],
  },
  {
    pattern: '/files/:id/scan',
    label: { en: 'Unclassified scan', fr: 'Repérage de renseignements sensibles' },
    states: ['draft', 'in_review', 'in_approval', 'ready', 'open'],
    seenBy: ['client', 'program_team'],
  },
  {
    pattern: '/files/:id/history',
    label: { en: 'History', fr: 'Historique' },
    states: opportunityLifecycle.states,
    seenBy: ['program_team', 'procurement', 'observer', 'administrator'],
  },
]

/** The sections that this person may open now. */
export const sectionsFor = (opportunity: Opportunity, actor: Actor): readonly FileSection[] =>
  fileSections.filter(
    ({ states, seenBy }) =>
      states.includes(opportunity.state) && actor.kind === 'staff' && actor.roles.some((role) => seenBy.includes(role)),
  )

/** An act that waits for somebody on a file, before the posting or around it. */
export type FileAct = { readonly pattern: string; readonly label: Text; readonly main: boolean }

/** What this person can do on the file now; the first `main` one is the button of the status box. */
export function actsFor(opportunity: Opportunity, actor: Actor, approval: 'before' | 'after'): readonly FileAct[] {
  const { gates, state } = opportunity
  const underReview = state === 'in_review' || state === 'in_approval'
  const acts: (FileAct | false)[] = [
    state === 'draft' && can.write(actor, opportunity) && main('/files/:id/statement', actTexts.write),
    state === 'draft' && can.write(actor, opportunity) && side('/files/:id/readiness', actTexts.check),
    state === 'in_review' && can.approve(actor, opportunity, approval) && main('/files/:id/approval', actTexts.approve),
    underReview && !gates.pif && can.completePif(actor, opportunity) && main('/files/:id/initiation', actTexts.pif),
    state === 'in_approval' &&
      gates.pif !== null &&
      !gates.s32 &&
      can.signCommitment(actor, opportunity) &&
      main('/files/:id/commitment', actTexts.sign),
    state === 'in_approval' &&
      gates.s32 !== null &&
      !gates.sentToFinanceAt &&
      can.sendToFinance(actor, opportunity) &&
      main('/files/:id/finance', actTexts.send),
    state === 'in_approval' &&
      gates.sentToFinanceAt !== null &&
      !gates.reservation &&
      can.reserveFunds(actor, opportunity) &&
      main('/files/:id/reservation', actTexts.reserve),
    underReview &&
      !gates.translation &&
      can.translate(actor, opportunity) &&
      main('/files/:id/translation', actTexts.translate),
    needsBudget(opportunity) &&
      can.arrangeBudget(actor, opportunity) &&
      (underReview ? main : side)('/files/:id/budget', actTexts.budget),
    state === 'draft' && can.write(actor, opportunity) && side('/files/:id/translation', actTexts.translateDraft),
    state === 'ready' && can.end(actor, opportunity) && main('/files/:id/publication', actTexts.publish),
    mayExplain(opportunity) && can.write(actor, opportunity) && side('/files/:id/declarations', actTexts.explain),
    isSubmitted(opportunity) && can.reschedule(actor, opportunity) && side('/files/:id/dates', actTexts.dates),
    mayReserveAnew(opportunity) &&
      can.reserveFunds(actor, opportunity) &&
      side('/files/:id/reservation', actTexts.reserveAnew),
    isSubmitted(opportunity) && can.return(actor, opportunity) && side('/files/:id/return', actTexts.return),
    state === 'held' && can.extend(actor, opportunity) && main('/files/:id/outage', actTexts.decideClosing),
    state === 'open' && can.amend(actor, opportunity) && side('/files/:id/amendments', actTexts.amend),
    isEnded(state) && can.repost(actor, opportunity) && main('/files/:id/reposting', actTexts.repost),
    opportunityLifecycle.allows(opportunity, 'withdraw') &&
      can.end(actor, opportunity) &&
      side('/files/:id/withdrawal', actTexts.withdraw),
    opportunityLifecycle.allows(opportunity, 'cancel') &&
      can.cancel(actor, opportunity) &&
      side('/files/:id/cancellation', actTexts.cancel),
  ]
  return acts.filter((act) => act !== false)
}

/** A risk agreement stands until the transfer is complete. */
const needsBudget = ({ gates: { budget }, state }: Opportunity): boolean =>
  budget !== 'not_needed' && budget?.kind !== 'transfer' && !isEnded(state) && state !== 'completed'

const main = (pattern: string, label: Text): FileAct => ({ pattern, label, main: true })
const side = (pattern: string, label: Text): FileAct => ({ pattern, label, main: false })
const isEnded = (state: OpportunityState): boolean =>
  state === 'unsuccessful' || state === 'cancelled' || state === 'withdrawn'

export const actTexts = {
  write: { en: 'Write the statement', fr: 'Rédiger l’énoncé' },
  decideClosing: { en: 'Decide on the closing', fr: 'Se prononcer sur la clôture' },
  check: { en: 'Check what is missing', fr: 'Vérifier ce qui manque' },
  approve: { en: 'Decide on the statement', fr: 'Se prononcer sur l’énoncé' },
  pif: { en: 'Complete the initiation form', fr: 'Remplir le formulaire de lancement' },
  sign: { en: 'Decide on the spending', fr: 'Se prononcer sur la dépense' },
  send: { en: 'Send to finance', fr: 'Envoyer aux finances' },
  reserve: { en: 'Enter the reservation', fr: 'Inscrire la réservation' },
  reserveAnew: { en: 'Reserve for another fiscal year', fr: 'Réserver pour un autre exercice' },
  budget: { en: 'Record the budget transfer', fr: 'Consigner le transfert de budget' },
  translate: { en: 'Finish the translation', fr: 'Terminer la traduction' },
  translateDraft: { en: 'Translate the draft', fr: 'Traduire le brouillon' },
  publish: { en: 'Post the notice', fr: 'Afficher l’avis' },
  explain: { en: 'Explain why it is bought', fr: 'Expliquer les motifs de l’achat' },
  dates: { en: 'Change the dates', fr: 'Modifier les dates' },
  return: { en: 'Send the statement back', fr: 'Retourner l’énoncé' },
  amend: { en: 'Amend the notice', fr: 'Modifier l’avis' },
  repost: { en: 'Post again', fr: 'Afficher de nouveau' },
  withdraw: { en: 'Withdraw', fr: 'Retirer' },
  cancel: { en: 'Cancel', fr: 'Annuler' },
} as const satisfies Record<string, Text>
