import type { Text } from '../platform/i18n.ts'
import type { SettingRefusal } from './inForce.ts'
import type {
  approvalModes,
  BeaconSource,
  calendarKinds,
  cardBrands,
  OutreachChannel,
  PaymentMethod,
  Setting,
} from './rules.ts'

export const settingRefusals: Record<SettingRefusal, Text> = {
  unknown_setting: { en: 'There is no setting of that name.', fr: 'Aucun réglage ne porte ce nom.' },
  not_a_day: {
    en: 'Enter the day from which the value applies, such as 2026-04-01.',
    fr: 'Inscrivez le jour à partir duquel la valeur s’applique, par exemple 2026-04-01.',
  },
  not_json: {
    en: 'The value cannot be read. Numbers stand alone; words stand between straight quotation marks.',
    fr: 'La valeur est illisible. Un nombre s’écrit seul; un mot, entre guillemets droits.',
  },
  invalid_value: {
    en: 'The value does not have the form that this setting needs, or is out of bounds.',
    fr: 'La valeur n’a pas la forme voulue pour ce réglage ou dépasse les bornes.',
  },
  missing_source: {
    en: 'Name the directive, decision or note that the value comes from.',
    fr: 'Nommez la directive, la décision ou la note dont provient la valeur.',
  },
}

export const overLimit: Text = {
  en: 'With the sales tax, this price passes the limit. Lower the price.',
  fr: 'Avec la taxe de vente, ce prix dépasse la limite. Réduisez le prix.',
}

export const settingNames: Record<Setting, Text> = {
  limitIncludingTax: { en: 'Limit of a purchase, taxes included', fr: 'Limite d’un achat, taxes comprises' },
  hourlyRate: { en: 'Suggested hourly rates', fr: 'Taux horaires proposés' },
  adminHours: {
    en: 'Hours paid for the supplier’s paperwork',
    fr: 'Heures payées pour les formalités du fournisseur',
  },
  placeOfSupply: { en: 'Province where services are received', fr: 'Province où les services sont reçus' },
  exemptFrom: {
    en: 'Provinces whose own sales tax is not paid',
    fr: 'Provinces dont la taxe de vente n’est pas versée',
  },
  zone: { en: 'Time zone', fr: 'Fuseau horaire' },
  calendar: { en: 'Calendar of business days', fr: 'Calendrier des jours ouvrables' },
  calendarProvince: { en: 'Province whose holidays are kept', fr: 'Province dont les jours fériés sont observés' },
  extraHolidays: { en: 'One-off days of rest', fr: 'Jours de congé exceptionnels' },
  postingDays: { en: 'Business days of posting', fr: 'Jours ouvrables d’affichage' },
  closingClock: { en: 'Time of closing', fr: 'Heure de clôture' },
  closingWeekdays: { en: 'Days of the week for closing', fr: 'Jours de la semaine pour la clôture' },
  amendmentBusinessDays: {
    en: 'Business days left before closing after a material amendment',
    fr: 'Jours ouvrables restant avant la clôture après une modification importante',
  },
  questionCutoffBusinessDays: {
    en: 'Business days between the last question and closing',
    fr: 'Jours ouvrables entre la dernière question et la clôture',
  },
  questions: { en: 'Questions about a posting', fr: 'Questions sur un affichage' },
  offerAnswerBusinessDays: {
    en: 'Business days to answer an offer',
    fr: 'Jours ouvrables pour répondre à une offre',
  },
  resultBusinessDays: {
    en: 'Business days from closing to the result',
    fr: 'Jours ouvrables entre la clôture et le résultat',
  },
  paymentDays: { en: 'Days from the invoice to the payment', fr: 'Jours entre la facture et le paiement' },
  deliveryHoursPerWeek: { en: 'Hours of work per week, at most', fr: 'Heures de travail par semaine, au plus' },
  paymentMethods: { en: 'Ways to pay', fr: 'Modes de paiement' },
  cardBrands: { en: 'Cards held by the department', fr: 'Cartes détenues par le ministère' },
  clientAnswerDays: {
    en: 'Business days for a client to answer a question',
    fr: 'Jours ouvrables pour qu’un client réponde à une question',
  },
  enquiryBusinessDays: {
    en: 'Business days to answer a question in general',
    fr: 'Jours ouvrables pour répondre à une question générale',
  },
  draftsAfterSending: {
    en: 'Drafts once the application is sent',
    fr: 'Brouillons après l’envoi de la candidature',
  },
  alikeAnswers: { en: 'Answers that are too much alike', fr: 'Réponses trop semblables' },
  outageMinutes: {
    en: 'Minutes the site may be away in the day before a closing',
    fr: 'Minutes d’indisponibilité tolérées la veille d’une clôture',
  },
  outageDecisionDays: {
    en: 'Business days to decide on a closing at which the site was away',
    fr: 'Jours ouvrables pour se prononcer sur une clôture où le site était indisponible',
  },
  complaintWorkingDays: { en: 'Working days to complain', fr: 'Jours ouvrables pour déposer une plainte' },
  statementApproval: {
    en: 'Approval of statements by procurement',
    fr: 'Approbation des énoncés par l’approvisionnement',
  },
  requiredPapers: {
    en: 'Papers required before a posting',
    fr: 'Documents d’autorisation exigés avant un affichage',
  },
  bargainingAgents: {
    en: 'Bargaining agents told of each posting',
    fr: 'Agents négociateurs avisés de chaque affichage',
  },
  reminders: {
    en: 'Business days before an approver is reminded',
    fr: 'Jours ouvrables avant le rappel à une personne qui approuve',
  },
  readiness: { en: 'What a statement must hold', fr: 'Contenu exigé d’un énoncé' },
  listing: { en: 'Filters of public lists', fr: 'Filtres des listes publiques' },
  beaconSource: {
    en: 'Source of the public number for the draw',
    fr: 'Source du nombre public pour le tirage au sort',
  },
  splitting: { en: 'What the splitting check compares', fr: 'Portée de la vérification du fractionnement' },
  outreach: { en: 'Outreach of a posting', fr: 'Diffusion d’une occasion' },
  mailingList: { en: 'Mailing list', fr: 'Liste d’envoi' },
  retention: { en: 'How long records are kept', fr: 'Durée de conservation des dossiers' },
}

export const calendarNames: Record<(typeof calendarKinds)[number], Text> = {
  federal: { en: 'Weekdays without federal holidays', fr: 'Jours de semaine, sans les jours fériés fédéraux' },
  weekdays: { en: 'All weekdays', fr: 'Tous les jours de semaine' },
}

export const paymentMethodNames: Record<PaymentMethod, Text> = {
  'card-terminal': { en: 'Card, on the supplier’s own terminal', fr: 'Carte, au terminal du fournisseur' },
  paypal: { en: 'PayPal, by the supplier’s own link', fr: 'PayPal, par le lien du fournisseur' },
  'direct-deposit': { en: 'Direct deposit', fr: 'Dépôt direct' },
}

export const outreachChannelNames: Record<OutreachChannel, Text> = {
  'mailing-list': { en: 'The program’s mailing list', fr: 'La liste d’envoi du programme' },
  social: { en: 'Social media', fr: 'Les réseaux sociaux' },
  newsletter: { en: 'A newsletter', fr: 'Une infolettre' },
  'student-employment': { en: 'A student employment page', fr: 'Une page d’emplois étudiants' },
  schools: { en: 'Schools and student groups', fr: 'Les écoles et les groupes étudiants' },
  communities: { en: 'Developer communities', fr: 'Les communautés de programmation' },
  'small-business': { en: 'Small business offices', fr: 'Les bureaux d’aide aux petites entreprises' },
  partners: { en: 'Other departments', fr: 'D’autres ministères' },
}

export const cardBrandNames: Record<(typeof cardBrands)[number], Text> = {
  visa: { en: 'Visa', fr: 'Visa' },
  mastercard: { en: 'Mastercard', fr: 'Mastercard' },
  'american-express': { en: 'American Express', fr: 'American Express' },
}

export const approvalModeNames: Record<(typeof approvalModes)[number], Text> = {
  'every-file': { en: 'Every statement, before posting', fr: 'Chaque énoncé, avant l’affichage' },
  'first-files': { en: 'The first statements, then afterwards', fr: 'Les premiers énoncés, puis après coup' },
  sample: { en: 'A sample drawn at random', fr: 'Un échantillon tiré au hasard' },
  afterwards: { en: 'After posting', fr: 'Après l’affichage' },
}

export const beaconSourceNames: Record<BeaconSource, Text> = {
  'lotto-649': { en: 'Lotto 6/49, the numbers drawn', fr: 'Lotto 6/49, les numéros tirés' },
  'drand-quicknet': { en: 'drand, the quicknet chain', fr: 'drand, la chaîne quicknet' },
  nist: { en: 'NIST randomness beacon', fr: 'Nombres aléatoires publics du NIST' },
}
