import type { Text } from '../platform/i18n.ts'
import type { CheckLinksRefusal, ExplainMarkRefusal, SayLicenceRefusal } from './rules.marks.ts'
import type { SaveRefusal } from './rules.writing.ts'

const notAllowed: Text = {
  en: 'Only those who write this statement may do this.',
  fr: 'Seules les personnes qui rédigent cet énoncé peuvent le faire.',
}
const movedOn: Text = {
  en: 'The file has moved on since this page was shown. Look at it again.',
  fr: 'Le dossier a avancé depuis l’affichage de cette page. Consultez-le de nouveau.',
}

/** The page of the scan: what was found, in its place. */
export const scanTexts = {
  title: { en: 'Unclassified scan', fr: 'Repérage de renseignements sensibles' },
  lead: {
    en: 'Everything in a statement becomes public. These passages look as if they should not be.',
    fr: 'Tout ce que contient un énoncé devient public. Ces passages semblent ne pas devoir l’être.',
  },
  clean: { en: 'Nothing was found', fr: 'Rien n’a été trouvé' },
  cleanMore: {
    en: 'The scan knows numbers, addresses and markings, not meanings: read the text once more yourself.',
    fr: 'Le repérage reconnaît des numéros, des adresses et des mentions, pas le sens\u00a0: relisez le texte vous-même.',
  },
  open: (count: number): Text => ({
    en: count === 1 ? 'One passage to remove or explain' : `${count} passages to remove or explain`,
    fr: count === 1 ? 'Un passage à retirer ou à expliquer' : `${count} passages à retirer ou à expliquer`,
  }),
  explained: { en: 'Explained', fr: 'Passages expliqués' },
  looksLike: (what: Text): Text => ({ en: `Looks like ${what.en}`, fr: `Semble être ${what.fr}` }),
  edit: { en: 'Edit the text', fr: 'Modifier le texte' },
  reason: { en: 'Or say why it may be public', fr: 'Ou dites pourquoi cela peut être public' },
  reasonHint: {
    en: 'For example: a made-up number from the published test suite. Do not write the number itself.',
    fr: 'Par exemple\u00a0: un numéro inventé, tiré de la suite de tests publique. N’écrivez pas le numéro lui-même.',
  },
  keep: { en: 'Keep this passage', fr: 'Garder ce passage' },
  by: (name: string, when: string): Text => ({ en: `${name}, ${when}`, fr: `${name}, ${when}` }),
  back: { en: 'Back to the readiness check', fr: 'Revenir à la vérification' },
} as const

export const explainMarkRefusals: Record<ExplainMarkRefusal, Text> = {
  not_allowed: notAllowed,
  wrong_state: movedOn,
  no_such_mark: {
    en: 'That passage is no longer there: somebody has changed the text.',
    fr: 'Ce passage n’y est plus\u00a0: quelqu’un a modifié le texte.',
  },
  reason_missing: {
    en: 'Say why this passage may be public.',
    fr: 'Dites pourquoi ce passage peut être public.',
  },
  reason_marked: {
    en: 'The reason is kept: say why without writing the number, the address or the marking itself.',
    fr: 'Le motif est conservé\u00a0: dites pourquoi sans écrire le numéro, l’adresse ou la mention.',
  },
}

export const sayLicenceRefusals: Record<SayLicenceRefusal, Text> = {
  not_allowed: notAllowed,
  wrong_state: movedOn,
  no_repository: {
    en: 'Give the address of your repository first.',
    fr: 'Donnez d’abord l’adresse de votre dépôt.',
  },
  licence_unknown: {
    en: 'Choose one of the licences on the list, or that there is none.',
    fr: 'Choisissez une des licences de la liste ou indiquez qu’il n’y en a pas.',
  },
}

export const checkLinksRefusals: Record<CheckLinksRefusal, Text> = { not_allowed: notAllowed, wrong_state: movedOn }

export const addCriterionRefusals: Record<SaveRefusal | 'too_many_rows', Text> = {
  not_allowed: notAllowed,
  wrong_state: movedOn,
  stale: {
    en: 'Somebody has saved since this page was shown. Look at the list again, then add the criterion.',
    fr: 'Quelqu’un a enregistré depuis l’affichage de cette page. Consultez la liste de nouveau, puis ajoutez le critère.',
  },
  too_many_rows: {
    en: 'The statement has as many work criteria as it may have. Join two of them first.',
    fr: 'L’énoncé compte déjà le nombre maximal de critères du travail. Réunissez-en d’abord deux.',
  },
}

/** Why nothing is posted or amended while a mark stands. */
export type ScanGate = 'unresolved_marks'
export const scanRefusals: Record<ScanGate, Text> = {
  unresolved_marks: {
    en: 'The unclassified scan found a passage that must be removed or explained first: see the page of the scan.',
    fr: 'Le repérage a trouvé un passage à retirer ou à expliquer d’abord\u00a0: voir la page du repérage.',
  },
}

/** The parts of the readiness page that do something. */
export const checkTexts = {
  add: { en: 'Add a worked criterion', fr: 'Ajouter un critère rédigé' },
  addAbout: {
    licence: { en: 'about the licence file', fr: 'sur le fichier de licence' },
    requirements: { en: 'about requirements', fr: 'sur les prérequis' },
    security: { en: 'about security', fr: 'sur la sécurité' },
    accessibility: { en: 'about accessibility', fr: 'sur l’accessibilité' },
  },
  toScan: { en: 'Open the unclassified scan', fr: 'Ouvrir le repérage de renseignements sensibles' },
  repository: { en: 'Licence of your repository', fr: 'Licence de votre dépôt' },
  licence: { en: 'Its licence', fr: 'Sa licence' },
  repositoryHint: (url: string): Text => ({
    en: `Of ${url}. It is usually in a file called LICENSE.`,
    fr: `De ${url}. Elle se trouve d’ordinaire dans un fichier nommé LICENSE.`,
  }),
  none: { en: 'It has none', fr: 'Il n’en a pas' },
  sayLicence: { en: 'Record the licence', fr: 'Consigner la licence' },
  links: { en: 'Links', fr: 'Liens' },
  linksLead: {
    en: 'A link that cannot be tried from here is unchecked; that blocks nothing.',
    fr: 'Un lien qu’on ne peut pas essayer d’ici reste non vérifié; cela ne bloque rien.',
  },
  link: { en: 'Link', fr: 'Lien' },
  state: { en: 'State', fr: 'État' },
  states: {
    alive: { en: 'Answers', fr: 'Répond' },
    dead: { en: 'Leads nowhere', fr: 'Ne mène nulle part' },
    unchecked: { en: 'Unchecked', fr: 'Non vérifié' },
    waiting: { en: 'Being tried', fr: 'Essai en cours' },
  },
  tried: { en: 'Tried', fr: 'Essayé' },
  never: { en: 'Not yet', fr: 'Pas encore' },
  tryLinks: { en: 'Try the links', fr: 'Essayer les liens' },
} as const
