import { type Language, languages, type Text } from './i18n.ts'

/** The fixed words of our addresses. A route is written once, in English; a word that is missing here stops the start. */
const words: Readonly<Record<string, string>> = {
  acceptance: 'acceptation',
  accessibility: 'accessibilite',
  admin: 'gestion',
  amendments: 'modifications',
  application: 'candidature',
  answer: 'reponse',
  applications: 'candidatures',
  approval: 'approbation',
  audience: 'public',
  award: 'attribution',
  backlog: 'travaux-en-attente',
  board: 'tableau',
  cancellation: 'annulation',
  'card-document': 'document-de-carte',
  certification: 'attestation',
  closeout: 'bilan',
  clients: 'clients',
  code: 'code',
  commitment: 'engagement',
  confirmation: 'confirmation',
  contact: 'nous-joindre',
  content: 'contenu',
  contracts: 'contrats',
  copy: 'copie',
  dates: 'dates',
  decision: 'decision',
  declaration: 'declaration',
  declarations: 'declarations',
  delivery: 'livraison',
  earlier: 'avant',
  edits: 'retouches',
  versions: 'versions',
  language: 'langue',
  sent: 'envoye',
  'sign-in-demo': 'connexion-demo',
  difficulty: 'difficulte',
  draw: 'tirage',
  draws: 'tirages',
  enquiries: 'messages-recus',
  entry: 'saisie',
  evaluation: 'evaluation',
  evaluators: 'evaluateurs',
  extension: 'report',
  faq: 'faq',
  feedback: 'avis',
  files: 'dossiers',
  finance: 'finances',
  form: 'formulaire',
  funnel: 'cheminement',
  go: 'feu-vert',
  guide: 'guide',
  history: 'historique',
  home: 'accueil',
  import: 'importation',
  initiation: 'lancement',
  invoice: 'facture',
  invoices: 'factures',
  lateness: 'retard',
  lock: 'verrouillage',
  mailbox: 'boite-de-reception',
  mailings: 'envois',
  hold: 'suspension',
  resumption: 'reprise',
  marks: 'notes',
  measures: 'mesures',
  messages: 'messages',
  new: 'nouveau',
  next: 'suite',
  notes: 'notes-d-ecart',
  observer: 'observation',
  offer: 'offre',
  offers: 'offres',
  opening: 'ouverture',
  opportunities: 'occasions',
  options: 'options',
  outreach: 'diffusion',
  payment: 'paiement',
  people: 'personnes',
  presence: 'presence',
  preview: 'apercu',
  privacy: 'confidentialite',
  process: 'processus',
  clock: 'horloge',
  publication: 'publication',
  question: 'question',
  questions: 'questions',
  duplicate: 'doublon',
  amendment: 'modification',
  readiness: 'verification',
  receipt: 'recu',
  record: 'registre',
  redaction: 'masquage',
  referrals: 'transmissions',
  refusal: 'refus',
  rejection: 'rejet',
  report: 'rapport',
  reposting: 'nouvel-affichage',
  requests: 'demandes',
  reservation: 'reservation',
  result: 'resultat',
  results: 'resultats',
  return: 'retour',
  roster: 'liste',
  screening: 'examen',
  settings: 'parametres',
  criteria: 'criteres',
  licence: 'licence',
  lesson: 'lecon',
  links: 'liens',
  scan: 'reperage',
  'sign-in': 'connexion',
  'sign-out': 'deconnexion',
  signature: 'signature',
  splitting: 'fractionnement',
  start: 'depart',
  statement: 'enonce',
  submission: 'envoi',
  subscribe: 'abonnement',
  termination: 'resiliation',
  terms: 'conditions',
  timeline: 'echeancier',
  translation: 'traduction',
  unsubscribe: 'desabonnement',
  value: 'nombre',
  values: 'nombres',
  verification: 'controle',
  waiting: 'a-faire',
  withdrawal: 'retrait',
  papers: 'autorisations',
  file: 'fichier',
  removal: 'suppression',
  reply: 'reponse',
  delegations: 'delegations',
  delegates: 'remplacement',
  end: 'fin',
  budget: 'budget',
  review: 'examen',
  reviews: 'examens',
  release: 'liberation',
  releases: 'liberations',
  'not-for-you': 'pas-pour-vous',
  work: 'travail',
  comments: 'commentaires',
  watching: 'suivi',
  source: 'source',
  preferences: 'preferences',
}

/** The address pattern of a route in one language, without parameters filled in: `/fr/occasions/:slug`. */
export function patternIn(pattern: string, language: Language): string {
  const segments = pattern
    .split('/')
    .map((segment) => (segment === '' || segment.startsWith(':') ? segment : wordIn(segment, language)))
  return `/${language}${segments.join('/') === '/' ? '' : segments.join('/')}`
}

/** The address of a page: `path('/opportunities/:slug', 'fr', { slug })`. Parameters are encoded. */
export function path(pattern: string, language: Language, params: Readonly<Record<string, string>> = {}): string {
  return patternIn(pattern, language).replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`address ${pattern} lacks ${name}`)
    return encodeURIComponent(value)
  })
}

/** The same page in both languages, query kept: what the language toggle shows. */
export function addresses(pattern: string, params: Readonly<Record<string, string>>, query: string): Text {
  const [en, fr] = languages.map((language) => path(pattern, language, params) + (query ? `?${query}` : ''))
  return { en: en ?? '', fr: fr ?? '' }
}

function wordIn(segment: string, language: Language): string {
  // A last segment may carry an ending: opportunities.atom
  const [word = '', ending] = segment.split('.')
  const french = words[word]
  if (french === undefined) throw new Error(`the address word "${word}" has no French`)
  return (language === 'en' ? word : french) + (ending ? `.${ending}` : '')
}
