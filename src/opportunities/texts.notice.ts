import type { Text } from '../platform/i18n.ts'

/** The words around a notice: the same on the public page and in the preview. */
export const noticeTexts = {
  price: { en: 'Fixed price', fr: 'Prix fixe' },
  beforeTax: { en: 'before tax. Does not change.', fr: 'avant taxes. Il ne change pas.' },
  work: { en: 'About how much work', fr: 'Travail estimé' },
  workSaid: (hours: string, admin: string, rate: string): Text => ({
    en: `${hours} hours, plus ${admin} for paperwork, at ${rate} an hour`,
    fr: `${hours} heures, plus ${admin} pour les formalités, à ${rate} l’heure`,
  }),
  delivery: { en: 'Delivery', fr: 'Livraison' },
  deliveryBy: (day: string): Text => ({ en: `by ${day}`, fr: `au plus tard le ${day}` }),
  paid: { en: 'Paid by', fr: 'Paiement' },
  paidSaid: (methods: string, days: number): Text => ({
    en: `${methods}, within ${days} days of your invoice`,
    fr: `${methods}, dans les ${days} jours suivant votre facture`,
  }),
  licence: { en: 'Licence', fr: 'Licence' },
  copyright: { en: 'You keep the copyright.', fr: 'Vous gardez le droit d’auteur.' },
  repository: { en: 'Repository', fr: 'Dépôt' },
  repositoryDepartment: { en: 'Ours', fr: 'Le nôtre' },
  repositorySupplier: { en: 'Yours, public', fr: 'Le vôtre, public' },
  workCriteria: { en: 'Work acceptance criteria', fr: 'Critères d’acceptation du travail' },
  workCriteriaLead: {
    en: 'The work is accepted when all of them are met. Nothing is added later without your agreement.',
    fr: 'Le travail est accepté quand tous sont satisfaits. Rien ne s’y ajoute ensuite sans votre accord.',
  },
  theWork: { en: 'The work', fr: 'Le travail' },
  background: { en: 'Background', fr: 'Contexte' },
  skills: { en: 'Skills', fr: 'Compétences' },
  provisions: { en: 'What we provide', fr: 'Ce que nous fournissons' },
  provisionBy: (text: string, day: string): Text => ({
    en: `${text} By ${day}.`,
    fr: `${text} Au plus tard le ${day}.`,
  }),
  applicationCriteria: { en: 'Application evaluation', fr: 'Évaluation des candidatures' },
  applicationCriteriaLead: {
    en: 'Each answer passes or fails, judged without your name. You get the reason in writing, either way.',
    fr: 'Chaque réponse satisfait au critère ou non; elle est jugée sans votre nom. Dans les deux cas, vous recevez la justification par écrit.',
  },
  selection: { en: 'Selection', fr: 'Sélection' },
  selectionBy: (day: string): Text => ({ en: `by ${day}`, fr: `au plus tard le ${day}` }),
  amendments: { en: 'Amendments', fr: 'Modifications' },
  noAmendment: {
    en: 'None. If the notice changes, the change is numbered and shown here, old text beside new.',
    fr: 'Aucune. Si l’avis change, la modification est numérotée et présentée ici, l’ancien texte à côté du nouveau.',
  },
  amendmentHead: (number: number, day: string): Text => ({
    en: `Amendment ${number}, ${day}`,
    fr: `Modification ${number}, ${day}`,
  }),
  before: { en: 'Before', fr: 'Avant' },
  after: { en: 'After', fr: 'Après' },
  what: { en: 'What changed', fr: 'Ce qui change' },
} as const

export const methodNames: Record<'card-terminal' | 'paypal' | 'direct-deposit', Text> = {
  'card-terminal': { en: 'card', fr: 'par carte' },
  paypal: { en: 'PayPal', fr: 'par PayPal' },
  'direct-deposit': { en: 'direct deposit', fr: 'par dépôt direct' },
}

/** Names of what an amendment can change. A criterion has its key: W2, E1. */
export const changedNames: Readonly<Record<string, Text>> = {
  title: { en: 'Title', fr: 'Titre' },
  teaser: { en: 'Summary', fr: 'Résumé' },
  team: { en: 'Team', fr: 'Équipe' },
  licence: { en: 'Licence', fr: 'Licence' },
  repository: { en: 'Repository', fr: 'Dépôt' },
  price: { en: 'Fixed price, before tax', fr: 'Prix fixe, avant taxes' },
  hours: { en: 'About how much work', fr: 'Travail estimé' },
  background: noticeTexts.background,
  work: noticeTexts.theWork,
  closesAt: { en: 'Closing', fr: 'Clôture' },
  selectionDay: noticeTexts.selection,
  deliveryDay: noticeTexts.delivery,
}
