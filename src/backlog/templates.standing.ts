import type { Text } from '../platform/i18n.ts'

/** Work criteria that every statement needs. Source: closeout report, section 5; first line a name, then how it is checked. */
export const standing = {
  licence: {
    en: 'Licence file\nThe repository holds a LICENSE file with the full text of the licence named in this notice.',
    fr: 'Fichier de licence\nLe dépôt contient un fichier LICENSE avec le texte intégral de la licence nommée dans l’avis.',
  },
  requirements: {
    en: 'Requirements\nThe README file lists the requirements: what to install, in which version, and the one command that runs all tests.',
    fr: 'Exigences techniques\nLe fichier README énumère les exigences\u00a0: ce qu’il faut installer, dans quelle version, et la commande qui exécute tous les tests.',
  },
  security: {
    en: 'Automated security check\nAn automated security check of the code and of its dependencies runs at each change, and its last report shows no known vulnerability.',
    fr: 'Vérification de sécurité automatisée\nUne vérification de sécurité automatisée du code et de ses dépendances s’exécute à chaque modification, et son dernier rapport ne montre aucune vulnérabilité connue.',
  },
  accessibility: {
    en: 'Accessibility\nAn automated check against WCAG 2.1, level AA (axe or similar), reports no failure on the pages that changed, and each action works with the keyboard alone.',
    fr: 'Accessibilité\nUne vérification automatisée selon les WCAG 2.1, niveau AA (axe ou l’équivalent), ne signale aucun échec dans les pages modifiées, et chaque action se fait au clavier seul.',
  },
} as const satisfies Record<string, Text>

/** What every applicant may be asked for, whatever the work. */
export const plan: Text = {
  en: 'Your plan covers each work criterion, in the order in which you would do them, and says what could go wrong.',
  fr: 'Votre plan couvre chaque critère du travail, dans l’ordre où vous les aborderiez, et dit ce qui pourrait mal tourner.',
}
