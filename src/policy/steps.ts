import type { Text } from '../platform/i18n.ts'

export const phases = ['pre-contractual', 'contractual', 'administration', 'post-contractual'] as const
export type Phase = (typeof phases)[number]

export const phaseNames: Record<Phase, Text> = {
  'pre-contractual': { en: 'Before the contract', fr: 'Avant le contrat' },
  contractual: { en: 'Contract', fr: 'Contrat' },
  administration: { en: 'Administration', fr: 'Administration' },
  'post-contractual': { en: 'After the work', fr: 'Après le travail' },
}

/** One step of Annex A, in its order. `soleSource` and `estimate` are days; 0 where the process has no such step. */
export type StepEstimate = {
  readonly step: string
  readonly phase: Phase
  readonly soleSource: number
  readonly estimate: number
  /** How its elapsed time is counted: business seconds, or business days touched, both ends included. */
  readonly counted: 'elapsed' | 'days-touched'
  readonly name: Text
}

/** Source of the estimates: closeout report of the micro-acquisition pilot, Annex A. */
export const stepEstimates = [
  step('pre-contractual', 'need-identified', 1, 1, 'Need identified by the client', 'Besoin cerné par le client'),
  step('pre-contractual', 'statement-written', 1, 2, 'Statement written', 'Énoncé rédigé'),
  step(
    'pre-contractual',
    'pif-completed',
    1,
    1,
    'Procurement initiation form completed',
    'Formulaire de lancement rempli',
  ),
  step(
    'pre-contractual',
    's32-signed',
    1,
    1,
    'Commitment signed by the section 32 manager',
    'Engagement signé en vertu de l’article 32',
  ),
  step(
    'pre-contractual',
    'supplier-chosen-by-client',
    4,
    0,
    'Supplier met and chosen by the client',
    'Fournisseur rencontré et choisi par le client',
  ),
  step(
    'pre-contractual',
    'sole-source-justification',
    1,
    0,
    'Sole-source justification written',
    'Justification du fournisseur unique rédigée',
  ),
  step(
    'pre-contractual',
    'sent-to-finance',
    1,
    1,
    'Statement and form sent to finance',
    'Énoncé et formulaire transmis aux finances',
  ),
  step('pre-contractual', 'funds-reserved', 2, 2, 'Funds reserved', 'Fonds réservés'),
  step(
    'pre-contractual',
    'sent-to-procurement',
    1,
    0,
    'File sent to procurement',
    'Dossier transmis à l’approvisionnement',
  ),
  step('pre-contractual', 'translated', 0, 5, 'Statement translated', 'Énoncé traduit'),
  step('pre-contractual', 'page-prepared', 0, 1, 'Page prepared for the website', 'Page préparée pour le site Web'),
  {
    ...step(
      'pre-contractual',
      'on-website',
      0,
      5,
      'On the website (business days)',
      'Affichage sur le site Web (jours ouvrables)',
    ),
    counted: 'days-touched',
  },
  step('pre-contractual', 'supplier-selected', 0, 1, 'Supplier selected', 'Fournisseur choisi'),
  step('contractual', 'contract-written', 5, 0, 'Contract written', 'Contrat rédigé'),
  step(
    'contractual',
    'terms-agreed',
    1,
    1,
    'Contract or terms signed by the supplier',
    'Contrat ou conditions signés par le fournisseur',
  ),
  step('contractual', 'vendor-profile-created', 2.5, 0, 'Vendor profile created', 'Profil du fournisseur créé'),
  step('contractual', 'purchase-order-created', 2.5, 0, 'Purchase order created', 'Bon de commande créé'),
  step('administration', 'work-evaluated', 2, 2, 'Work evaluated', 'Travail évalué'),
  step('post-contractual', 'invoice-received', 1, 1, 'Invoice received', 'Facture reçue'),
  step(
    'post-contractual',
    's34-certified',
    2,
    2,
    'Receipt of the work certified (section 34)',
    'Réception du travail attestée (article 34)',
  ),
  step(
    'post-contractual',
    'invoice-entered',
    1,
    1,
    'Invoice entered in the financial system',
    'Facture inscrite au système financier',
  ),
  step('post-contractual', 'card-document-created', 0, 2, 'Card document created', 'Document de carte créé'),
  step(
    'post-contractual',
    'sent-to-accounting',
    9,
    0,
    'Invoice sent to accounting',
    'Facture transmise à la comptabilité',
  ),
  step('post-contractual', 'release-approved', 9, 0, 'Release of funds approved', 'Décaissement approuvé'),
  step(
    'post-contractual',
    'paid-by-receiver-general',
    9,
    0,
    'Payment issued by the Receiver General',
    'Paiement versé par le receveur général',
  ),
  step('post-contractual', 'paid-by-card', 0, 1, 'Payment made by card or PayPal', 'Paiement par carte ou PayPal'),
] as const satisfies readonly StepEstimate[]

export type StepId = (typeof stepEstimates)[number]['step']
export const isStepId = (text: string): text is StepId => stepEstimates.some(({ step }) => step === text)

/** The phases before the work is received; the others belong to the payment. */
export const phasesToReceiveWork: readonly Phase[] = ['pre-contractual', 'contractual', 'administration']

function step<const Id extends string>(
  phase: Phase,
  id: Id,
  soleSource: number,
  estimate: number,
  en: string,
  fr: string,
): StepEstimate & { readonly step: Id } {
  return { step: id, phase, soleSource, estimate, counted: 'elapsed', name: { en, fr } }
}
