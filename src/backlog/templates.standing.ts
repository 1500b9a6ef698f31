import type { Text } from '../platform/i18n.ts'
import type { CriterionSubject } from '../policy/rules.ts'

/** A worked criterion for each subject, ready to be taken over: first line a name, then how it is checked. */
export const standing: Record<CriterionSubject, Text> = {
  licence: {
    en: 'Licence file\nThe repository holds a LICENSE file with the full text of the licence that this statement names, unchanged.',
    fr: 'Fichier de licence\nLe dépôt contient un fichier LICENSE avec le texte complet de la licence que nomme le présent énoncé, inchangé.',
  },
  requirements: {
    en: 'Requirements and documentation\nSomebody who has never seen the code installs and runs it on a new machine by following the README alone, which lists every requirement with its version.',
    fr: 'Prérequis et documentation\nUne personne qui n’a jamais vu le code l’installe et l’exécute sur une machine neuve en suivant seulement le fichier README, qui énumère chaque prérequis avec sa version.',
  },
  security: {
    en: 'Automated security check\nA security scan of the code and of its dependencies runs in the repository’s pipeline and reports no vulnerability of high or critical severity.',
    fr: 'Vérification automatisée de la sécurité\nUne analyse de la sécurité du code et de ses dépendances s’exécute dans la chaîne d’intégration continue du dépôt et ne signale aucune vulnérabilité de gravité élevée ou critique.',
  },
  accessibility: {
    en: 'Accessibility\nAn automated check of every page or screen that was changed finds no failure of WCAG 2.2 at levels A and AA, and each function can be used with a keyboard alone.',
    fr: 'Accessibilité\nUne vérification automatisée de chaque page ou écran modifié ne trouve aucun manquement aux WCAG 2.2, niveaux A et AA, et chaque fonction peut être utilisée au clavier seulement.',
  },
}

/** Is one of the criteria about this subject, in either language? */
export const speaksOf = (criteria: readonly Text[], subject: CriterionSubject): boolean =>
  criteria.some(({ en, fr }) => subjects[subject].test(en) || subjects[subject].test(fr))

const subjects: Record<CriterionSubject, RegExp> = {
  licence: /licen[cs]e/iu,
  requirements: /requirement|exigence|prérequis|read ?me|lisez-?moi|documentation/iu,
  security: /securit|sécurit|vulnerab|vulnérab/iu,
  accessibility: /accessib|wcag|screen reader|lecteur d.écran|keyboard|clavier/iu,
}

/** What every applicant may be asked for, whatever the work. */
export const plan: Text = {
  en: 'Your plan covers each work criterion, in the order in which you would do them, and says what could go wrong.',
  fr: 'Votre plan couvre chaque critère du travail, dans l’ordre où vous les aborderiez, et dit ce qui pourrait mal tourner.',
}
