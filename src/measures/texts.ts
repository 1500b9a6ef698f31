import type { Text } from '../platform/i18n.ts'
import type { MetricId } from '../policy/metrics.ts'
import type { EnteredMetric, MeasureRefusal, Total } from './rules.ts'

export const refusals: Record<MeasureRefusal, Text> = {
  not_allowed: {
    en: 'Only the program team and the administrator write here.',
    fr: 'Seules l’équipe du programme et l’administration peuvent écrire ici.',
  },
  computed: {
    en: 'Choose a figure that a person enters: this one is computed from what happened.',
    fr: 'Choisissez un chiffre qui se saisit à la main\u00a0: celui-ci est calculé d’après ce qui s’est passé.',
  },
  label_missing: {
    en: 'Say what the figure is of: an account, a message, a repository, a file.',
    fr: 'Précisez l’objet du chiffre\u00a0: un compte, un message, un dépôt, un dossier.',
  },
  not_a_count: {
    en: 'Enter a whole number of zero or more. Hours may have decimals.',
    fr: 'Inscrivez un nombre entier, zéro ou plus. Les heures peuvent avoir des décimales.',
  },
  unknown_step: { en: 'Choose the step that you worked on.', fr: 'Choisissez l’étape à laquelle vous avez travaillé.' },
  not_begun: {
    en: 'This step has not begun on this file: check the number and the step.',
    fr: 'Cette étape n’a pas commencé dans ce dossier\u00a0: vérifiez le numéro et l’étape.',
  },
  not_days: {
    en: 'Enter the days that you worked: more than 0, and at most 60.',
    fr: 'Inscrivez les jours travaillés\u00a0: plus de 0 et au plus 60.',
  },
  unknown_subject: {
    en: 'Choose the figure that the note explains.',
    fr: 'Choisissez le chiffre que la note explique.',
  },
  not_bilingual: {
    en: 'Write the note in both languages: the report exists in both.',
    fr: 'Rédigez la note dans les deux langues\u00a0: le bilan existe dans les deux.',
  },
}

/** At which field a refusal is shown. */
export const refusalFields: Partial<Record<MeasureRefusal, string>> = {
  computed: 'metric',
  label_missing: 'label',
  not_a_count: 'value',
  unknown_subject: 'subject',
  not_bilingual: 'note_en',
  unknown_step: 'step',
  not_begun: 'file',
  not_days: 'days',
}

/** From what each measure is computed, in a sentence. */
export const measuredFrom: Record<MetricId, Text> = {
  'applications-per-opportunity': {
    en: 'Applications that stood at closing, over opportunities closed.',
    fr: 'Candidatures maintenues à la clôture, par occasion close.',
  },
  'unique-suppliers': {
    en: 'Different suppliers who applied; told from two closed opportunities on.',
    fr: 'Fournisseurs distincts ayant postulé; indiqué à partir de deux occasions closes.',
  },
  followers: {
    en: 'Followers of each account, entered by hand. The mailing list is counted apart.',
    fr: 'Abonnements à chaque compte, saisis à la main. La liste d’envoi est comptée à part.',
  },
  'shares-per-opportunity': {
    en: 'Shares of each message, entered by hand.',
    fr: 'Partages de chaque message, saisis à la main.',
  },
  requests: { en: 'Requests received, whatever became of them.', fr: 'Demandes reçues, quelle qu’en soit l’issue.' },
  'requests-meeting-criteria': {
    en: 'Requests found to meet the criteria, over requests screened.',
    fr: 'Demandes jugées conformes aux critères, sur les demandes examinées.',
  },
  'opportunities-posted': { en: 'Opportunities posted.', fr: 'Occasions affichées.' },
  'terms-signed-share': {
    en: 'Closed opportunities whose chosen supplier signed the terms.',
    fr: 'Occasions closes dont le fournisseur retenu a signé les conditions.',
  },
  'delivered-share': {
    en: 'Posted opportunities whose work was accepted, over those that have ended.',
    fr: 'Occasions affichées dont le travail a été accepté, sur celles qui ont pris fin.',
  },
  'clients-would-reuse-share': {
    en: 'Clients who say they would, over clients who answered.',
    fr: 'Clients qui le feraient, sur les clients qui ont répondu.',
  },
  'suppliers-would-rebid-share': {
    en: 'Suppliers who say they would, over suppliers who answered.',
    fr: 'Fournisseurs qui le feraient, sur les fournisseurs qui ont répondu.',
  },
  'flagged-splitting-share': {
    en: 'Posted opportunities that a person confirmed to split a contract.',
    fr: 'Occasions affichées dont le fractionnement a été confirmé par une personne.',
  },
  'total-value': {
    en: 'Fixed prices of opportunities with a contract, before tax, paid or not.',
    fr: 'Prix fixes des occasions ayant donné lieu à un contrat, avant taxes, payés ou non.',
  },
  'winners-new-to-government-share': {
    en: 'Voluntary answers of chosen suppliers.',
    fr: 'Réponses volontaires des fournisseurs retenus.',
  },
  'applicants-new-to-government-share': {
    en: 'Voluntary answers of those who applied.',
    fr: 'Réponses volontaires des fournisseurs ayant postulé.',
  },
  'winners-outside-ncr-share': {
    en: 'Postal codes on invoices that are not of Ottawa or Gatineau.',
    fr: 'Codes postaux des factures qui ne sont pas d’Ottawa ni de Gatineau.',
  },
  'winners-under-represented-share': {
    en: 'Voluntary answers of chosen suppliers.',
    fr: 'Réponses volontaires des fournisseurs retenus.',
  },
  'winners-small-or-freelance-share': {
    en: 'Voluntary answers of chosen suppliers about how many work there.',
    fr: 'Réponses volontaires des fournisseurs retenus sur leur effectif.',
  },
  'new-repositories': {
    en: 'Public repositories of accepted deliveries.',
    fr: 'Dépôts publics des livraisons acceptées.',
  },
  'open-resource-entries': {
    en: 'Entries published for reuse, one for each accepted delivery.',
    fr: 'Fiches publiées aux fins de réutilisation, une par livraison acceptée.',
  },
  forks: {
    en: 'Read from the code host and entered by hand, for each repository.',
    fr: 'Relevées chez l’hébergeur du code et saisies à la main, pour chaque dépôt.',
  },
  'officer-hours-saved': {
    en: 'Hours of a sole-source purchase less those recorded by officers, completed purchases only.',
    fr: 'Heures d’un achat à fournisseur unique moins celles que l’approvisionnement a consignées, achats menés à terme seulement.',
  },
  stories: {
    en: 'Stories from the survey of clients, and those entered by hand.',
    fr: 'Récits tirés du sondage auprès des clients et récits saisis à la main.',
  },
  'time-to-pay-decrease': {
    en: 'Mean days from the invoice to the payment, against the days of a sole-source purchase.',
    fr: 'Jours entre la facture et le paiement, en moyenne, par rapport à un achat à fournisseur unique.',
  },
}

export const totalNames: Record<Total, Text> = {
  toReceiveWork: { en: 'Total days to receive the work', fr: 'Total des jours jusqu’à la réception du travail' },
  toCompletePayment: { en: 'Total days to complete the payment', fr: 'Total des jours pour effectuer le paiement' },
  overall: { en: 'Total days overall', fr: 'Total général des jours' },
}

/** Labels that mean the same in both languages are shown as entered; these have a name in each. */
export const labelNames: Readonly<Record<string, Text>> = {
  launch: { en: 'Launch message', fr: 'Message de lancement' },
  firstOpportunity: { en: 'First opportunity', fr: 'Première occasion' },
  Newsletter: { en: 'Newsletter', fr: 'Infolettre' },
  'Sole source': { en: 'Sole source', fr: 'Fournisseur unique' },
}

export const figureTexts = {
  suppressed: { en: 'suppressed', fr: 'non divulgué' },
  notAvailable: { en: 'N/A', fr: 'S.O.' },
  hours: (hours: string): Text => ({ en: `${hours} h`, fr: `${hours}\u00a0h` }),
} as const

export const pageTexts = {
  title: { en: 'Measures', fr: 'Mesures' },
  lead: (at: string): Text => ({
    en: `Computed from what happened, ${at}.`,
    fr: `Calculées d’après ce qui s’est passé, ${at}.`,
  }),
  counts: (met: string, missed: string, open: string): Text => ({
    en: `Targets: ${met} met, ${missed} missed, ${open} without a figure yet.`,
    fr: `Cibles\u00a0: atteintes, ${met}; manquées, ${missed}; encore sans chiffre, ${open}.`,
  }),
  period: (from: string, to: string, department: string): Text => ({
    en: `${from} to ${to} · ${department}`,
    fr: `Du ${from} au ${to} · ${department}`,
  }),
  report: { en: 'Closeout report', fr: 'Bilan' },
  markdown: { en: 'Report in Markdown', fr: 'Bilan en Markdown' },
  enter: { en: 'Enter a figure', fr: 'Saisir un chiffre' },
  explain: { en: 'Explain a figure', fr: 'Expliquer un chiffre' },
  work: { en: 'Record working time', fr: 'Consigner du temps de travail' },
  target: (target: string): Text => ({ en: `Target: ${lowered(target)}`, fr: `Cible\u00a0: ${lowered(target)}` }),
  met: { en: 'Met', fr: 'Atteinte' },
  missed: { en: 'Missed', fr: 'Manquée' },
  noFigure: { en: 'No figure', fr: 'Aucun chiffre' },
  suppressed: { en: 'Suppressed', fr: 'Non divulgué' },
  tooFew: {
    en: 'Fewer than five answers: not shown, to protect privacy.',
    fr: 'Moins de cinq réponses\u00a0: chiffre caché pour protéger les renseignements personnels.',
  },
  subscribers: { en: 'Mailing-list subscribers (confirmed)', fr: 'Abonnements à la liste d’envoi (confirmés)' },
  stepsHead: { en: 'How long each step takes', fr: 'Durée de chaque étape' },
  stepsTitle: {
    en: 'Days for each step: actual, estimate and sole source',
    fr: 'Jours pour chaque étape\u00a0: réel, estimation et fournisseur unique',
  },
  stepsSay: (over: string, measured: string): Text => ({
    en: `Of ${measured} steps with a figure, ${over} took longer than estimated.`,
    fr: `Étapes mesurées\u00a0: ${measured}; plus longues que prévu\u00a0: ${over}.`,
  }),
  stepsUnit: {
    en: 'Business days of seven hours and a half. The step on the website counts the business days it touches.',
    fr: 'Jours ouvrables de sept heures et demie. L’étape de l’affichage sur le site compte chaque jour ouvrable entamé.',
  },
  notZeroHead: { en: 'N/A is not zero', fr: 'S.O. ne veut pas dire zéro' },
  notZero: {
    en: 'A measure with no data says “N/A”. One with fewer than five answers of suppliers says “suppressed”. Neither shows a 0 that nobody measured.',
    fr: 'Une mesure sans donnée indique « S.O. ». Une mesure fondée sur moins de cinq réponses de fournisseurs indique « non divulgué ». Ni l’une ni l’autre ne montre un 0 que personne n’a mesuré.',
  },
  empty: { en: 'Nothing has happened yet', fr: 'Il ne s’est encore rien passé' },
} as const

export const reportTexts = {
  title: { en: 'Closeout report', fr: 'Bilan' },
  titleOf: (department: string): Text => ({
    en: `Closeout report – ${department}`,
    fr: `Bilan – ${department}`,
  }),
  computed: (at: string): Text => ({
    en: `Computed from what happened, ${at}. N/A: no data. Suppressed: fewer than five answers.`,
    fr: `Calculé d’après ce qui s’est passé, ${at}. S.O.\u00a0: aucune donnée. Non divulgué\u00a0: moins de cinq réponses.`,
  }),
  simulated: {
    en: 'Simulated: this department replays or demonstrates a programme. Its people, suppliers and texts are made up.',
    fr: 'Simulation\u00a0: ce ministère rejoue ou démontre un programme. Ses personnes, ses fournisseurs et ses textes sont fictifs.',
  },
  results: { en: 'Results', fr: 'Résultats' },
  metric: { en: 'Measure', fr: 'Mesure' },
  target: { en: 'Target', fr: 'Cible' },
  result: { en: 'Result', fr: 'Résultat' },
  variance: { en: 'Variance and explanation', fr: 'Écart et explication' },
  more: { en: 'Also counted', fr: 'Autre chiffre' },
  annex: { en: 'Annex A – Time for each step', fr: 'Annexe A – Durée de chaque étape' },
  annexLead: {
    en: 'Days. Elapsed time is computed from the record; working time is what people recorded. Each figure is the mean of the files that have one.',
    fr: 'Jours. Le temps écoulé est calculé d’après le registre; le temps de travail est celui que les personnes ont consigné. Chaque chiffre est la moyenne des dossiers qui en ont un.',
  },
  step: { en: 'Step', fr: 'Étape' },
  soleSource: { en: 'Sole source, estimate', fr: 'Fournisseur unique, estimation' },
  estimate: { en: 'Micro-acquisition, estimate', fr: 'Microacquisition, estimation' },
  elapsed: { en: 'Actual, elapsed', fr: 'Réel, écoulé' },
  difference: { en: 'Difference', fr: 'Écart' },
  working: { en: 'Actual, working', fr: 'Réel, travaillé' },
  totals: { en: 'Totals', fr: 'Totaux' },
} as const

export const enterTexts = {
  title: { en: 'Enter a figure', fr: 'Saisir un chiffre' },
  lead: {
    en: 'For what no act in this system can tell. A new figure with the same label takes the place of the one before; both stay in the record.',
    fr: 'Pour ce qu’aucune action dans ce système ne peut indiquer. Un nouveau chiffre portant la même étiquette remplace le précédent; les deux restent au registre.',
  },
  metric: { en: 'Measure', fr: 'Mesure' },
  label: { en: 'What the figure is of', fr: 'Objet du chiffre' },
  labelHint: {
    en: 'The account, the message, the repository, the number of the file or the kind of purchase.',
    fr: 'Le compte, le message, le dépôt, le numéro du dossier ou le genre d’achat.',
  },
  value: { en: 'Figure', fr: 'Chiffre' },
  send: { en: 'Enter the figure', fr: 'Saisir le chiffre' },
  now: { en: 'Figures entered so far', fr: 'Chiffres saisis jusqu’ici' },
  none: { en: 'None yet.', fr: 'Aucun pour l’instant.' },
} as const

/** What a figure is called in the form, where that differs from the measure’s name. */
export const enteredNames: Record<EnteredMetric, Text> = {
  followers: { en: 'Followers of an account', fr: 'Abonnements à un compte' },
  'shares-per-opportunity': { en: 'Shares of a message', fr: 'Partages d’un message' },
  forks: { en: 'Forks of a repository', fr: 'Bifurcations d’un dépôt' },
  stories: { en: 'Stories', fr: 'Récits' },
  'flagged-splitting-share': {
    en: 'File confirmed to split a contract (1), or cleared (0)',
    fr: 'Dossier dont le fractionnement est confirmé (1) ou écarté (0)',
  },
  'officer-hours-saved': {
    en: 'Officer’s hours for a sole-source purchase',
    fr: 'Heures de l’approvisionnement pour un achat à fournisseur unique',
  },
}

export const workTexts = {
  title: { en: 'Record working time', fr: 'Consigner du temps de travail' },
  lead: {
    en: 'For steps that no form of yours ends, such as choosing a supplier. Elapsed time is computed; how long you worked, you must say.',
    fr: 'Pour les étapes qu’aucun de vos formulaires ne termine, comme le choix du fournisseur. Le temps écoulé est calculé; le temps que vous avez travaillé, vous devez le dire.',
  },
  file: { en: 'File number', fr: 'Numéro du dossier' },
  step: { en: 'Step', fr: 'Étape' },
  days: { en: 'Days worked', fr: 'Jours travaillés' },
  daysHint: {
    en: 'A day is seven hours and a half: write 0.5 for half of one.',
    fr: 'Une journée compte sept heures et demie\u00a0: inscrivez 0,5 pour une demi-journée.',
  },
  send: { en: 'Record the time', fr: 'Consigner le temps' },
} as const

export const noteTexts = {
  title: { en: 'Explain a figure', fr: 'Expliquer un chiffre' },
  lead: {
    en: 'The note stands beside the figure in the report. It explains the figure and never changes it.',
    fr: 'La note accompagne le chiffre dans le bilan. Elle l’explique sans jamais le modifier.',
  },
  subject: { en: 'Figure', fr: 'Chiffre' },
  note: { en: 'Note', fr: 'Note' },
  send: { en: 'Save the note', fr: 'Enregistrer la note' },
} as const

/** `More than 10` is `more than 10` within a line. */
const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
