import type { Text } from '../platform/i18n.ts'

export const splittingTexts = {
  title: { en: 'Contract splitting', fr: 'Fractionnement de contrats' },
  lead: {
    en: 'Every file is compared with the others of the department, so that one need is not cut up to stay under the limit. Many findings are innocent: each asks for one decision, with reasons.',
    fr: 'Chaque dossier est comparé aux autres dossiers du ministère, pour éviter qu’un besoin soit fractionné afin de rester sous la limite. Bien des constats sont anodins\u00a0: chacun demande une décision motivée.',
  },
  none: { en: 'Nothing was found', fr: 'Aucun constat' },
  noneMore: {
    en: 'This file and the others it was compared with stay within every rule.',
    fr: 'Ce dossier et ceux auxquels il a été comparé respectent toutes les règles.',
  },
  waits: { en: 'A decision is needed', fr: 'Une décision s’impose' },
  waitsMore: { en: 'The file is not posted until then.', fr: 'Le dossier n’est pas affiché d’ici là.' },
  review: { en: 'A finding is to be reviewed', fr: 'Un constat est à examiner' },
  reviewMore: { en: 'The file goes on meanwhile.', fr: 'Le dossier suit son cours entre-temps.' },
  merged: { en: 'Files are to be brought together', fr: 'Des dossiers sont à réunir' },
  stopped: { en: 'The file is stopped', fr: 'Le dossier est arrêté' },
  barredMore: {
    en: 'It is not posted while the finding holds.',
    fr: 'Il n’est pas affiché tant que le constat tient.',
  },
  settled: { en: 'Every finding is explained', fr: 'Tous les constats sont expliqués' },
  settledMore: {
    en: 'They open again only if a file joins or the sum grows.',
    fr: 'Ils ne se rouvrent que si un dossier s’ajoute ou si la somme augmente.',
  },
  toDecide: { en: 'Decide, with your reasons', fr: 'Prononcez-vous, avec vos motifs' },
  toDecideMore: { en: 'The findings are below.', fr: 'Les constats figurent ci-dessous.' },
  toMerge: {
    en: 'Bring the files together, or cancel those that are too many',
    fr: 'Réunissez les dossiers ou annulez ceux qui sont de trop',
  },
  toStop: { en: 'Ask for another way to buy the whole', fr: 'Demandez un autre mode d’achat pour l’ensemble' },
  nothing: { en: 'Nothing for you', fr: 'Rien à faire pour vous' },
  procurementDecides: { en: 'Procurement decides.', fr: 'L’approvisionnement se prononce.' },
  noDate: { en: 'No date', fr: 'Aucune échéance' },
  noDateMore: { en: 'The finding is checked again each night.', fr: 'Le constat est vérifié de nouveau chaque nuit.' },
  picture: { en: 'The sum against the limit', fr: 'La somme par rapport à la limite' },
  files: { en: 'Files compared', fr: 'Dossiers comparés' },
  file: { en: 'File', fr: 'Dossier' },
  team: { en: 'Team and client', fr: 'Équipe et client' },
  value: { en: 'Value with taxes', fr: 'Valeur, taxes comprises' },
  day: { en: 'Committed on', fr: 'Engagé le' },
  why: { en: 'Why it is compared', fr: 'Motif de la comparaison' },
  thisFile: { en: 'This file', fr: 'Ce dossier' },
  others: { en: 'Other files', fr: 'Autres dossiers' },
  together: { en: 'Together', fr: 'Ensemble' },
  posted: { en: 'As posted', fr: 'À l’affichage' },
  added: { en: 'Added since', fr: 'Ajouté depuis' },
  limit: { en: 'Limit', fr: 'Limite' },
  rule: { en: 'The rule', fr: 'La règle' },
  window: { en: 'Days compared', fr: 'Jours comparés' },
  foundWhen: { en: 'Found', fr: 'Constaté' },
  earlier: { en: 'Earlier decision', fr: 'Décision antérieure' },
  decision: { en: 'Decision', fr: 'Décision' },
  question: { en: 'What do you decide?', fr: 'Que décidez-vous?' },
  rationale: { en: 'Reasons', fr: 'Motifs' },
  rationaleHint: {
    en: 'What makes these needs one, or two? Your words are kept with the file. If you stop it, the client reads them.',
    fr: 'Qu’est-ce qui fait de ces besoins un seul ou deux? Vos mots sont conservés au dossier. Si vous arrêtez le dossier, le client les lira.',
  },
  record: { en: 'Record the decision', fr: 'Consigner la décision' },
  own: {
    en: 'You asked for one of these files: somebody else in procurement decides.',
    fr: 'Vous avez demandé l’un de ces dossiers\u00a0: une autre personne de l’approvisionnement se prononce.',
  },
  barred: {
    en: 'This file may be one need cut up: it is not posted until procurement decides',
    fr: 'Ce dossier pourrait être un besoin fractionné\u00a0: il n’est pas affiché avant la décision de l’approvisionnement',
  },
  see: { en: 'See what was found', fr: 'Voir le constat' },
  listTitle: { en: 'Contract splitting: findings', fr: 'Fractionnement\u00a0: constats' },
  listLead: {
    en: 'What the rules found in the department’s files, oldest first.',
    fr: 'Ce que les règles ont constaté dans les dossiers du ministère, du plus ancien au plus récent.',
  },
  show: { en: 'Show', fr: 'Afficher' },
  open: { en: 'Open', fr: 'Ouverts' },
  all: { en: 'All', fr: 'Tous' },
  anyRule: { en: 'Every rule', fr: 'Toutes les règles' },
  finding: { en: 'Finding', fr: 'Constat' },
  state: { en: 'State', fr: 'État' },
  since: { en: 'Since', fr: 'Depuis' },
  emptyOpen: { en: 'No finding is open.', fr: 'Aucun constat n’est ouvert.' },
  emptyMore: {
    en: 'Each night every file is compared with the others. What is found appears here and in an e-mail to procurement.',
    fr: 'Chaque nuit, tous les dossiers sont comparés entre eux. Ce qui est constaté figure ici et dans un courriel à l’approvisionnement.',
  },
  department: { en: 'The whole department', fr: 'L’ensemble du ministère' },
  information: { en: 'For information', fr: 'À titre d’information' },
  task: { en: 'Decide on possible contract splitting', fr: 'Se prononcer sur un fractionnement possible' },
} as const satisfies Record<string, Text>

/** Said of the picture to those who do not see it. */
export const pictureSays = (sum: string, limit: string): Text => ({
  en: `Bars of the values with taxes; together they come to ${sum}, and a line marks the limit of ${limit}.`,
  fr: `Barres des valeurs, taxes comprises; ensemble, elles atteignent ${sum}, et un trait marque la limite de ${limit}.`,
})

export const decidedSays = (name: string, day: string): Text => ({
  en: `by ${name}, on ${day}`,
  fr: `par ${name}, le ${day}`,
})

/** Where the limit, the days and the shares come from. */
export const sourceSays = (source: string | null): Text =>
  source === null
    ? {
        en: 'Limit and days: default of this program.',
        fr: 'Limite et jours\u00a0: valeurs par défaut de ce programme.',
      }
    : { en: `Limit and days: ${source}.`, fr: `Limite et jours\u00a0: ${source}.` }
