import type { ListFieldName, PairFieldName } from '../opportunities/rules.readiness.ts'
import type { Text } from '../platform/i18n.ts'

/** One example to follow, one to avoid, and what makes the difference. */
export type Examples = { readonly good: Text; readonly bad: Text; readonly why: Text }

/** Worked examples at each text of the statement. The need of the good ones is invented. */
export const examples: Record<PairFieldName | ListFieldName, Examples> = {
  title: {
    good: {
      en: 'Fix a keyboard trap in the boat-licence date picker',
      fr: 'Corriger un piège au clavier dans le calendrier des permis de bateau',
    },
    bad: {
      en: 'Web form improvements',
      fr: 'Améliorations de formulaires Web',
    },
    why: {
      en: 'The first says what will be different and where. The second could be any project: nobody who fixes keyboard traps would find it.',
      fr: 'Le premier dit ce qui changera, et où. Le second pourrait désigner n’importe quel projet\u00a0: une personne qui sait corriger ce problème ne le trouverait pas.',
    },
  },
  teaser: {
    good: {
      en: 'People who use a keyboard cannot leave the calendar of our licence form. You repair the component, with tests, in our public repository.',
      fr: 'Au clavier, on ne peut plus quitter le calendrier de notre formulaire de permis. Vous réparez le composant, avec des tests, dans notre dépôt public.',
    },
    bad: {
      en: 'Our directorate seeks innovative solutions to enhance the client experience.',
      fr: 'Notre direction recherche des solutions novatrices pour améliorer l’expérience client.',
    },
    why: {
      en: 'The first names who has the problem, what is done about it, and where. The second promises nothing that anybody could check.',
      fr: 'Le premier dit qui a le problème, ce qui sera fait, et où. Le second ne promet rien que l’on puisse vérifier.',
    },
  },
  team: {
    good: {
      en: 'Boat licensing',
      fr: 'Permis de bateau',
    },
    bad: {
      en: 'Directorate 4B, reports to J. Smith',
      fr: 'Direction 4B, relève de J. Smith',
    },
    why: {
      en: 'A name that the public knows. Nobody’s own name: applications are judged without knowing who knows whom.',
      fr: 'Un nom que le public connaît, mais aucun nom de personne\u00a0: les candidatures sont évaluées sans savoir qui connaît qui.',
    },
  },
  background: {
    good: {
      en: 'About 61,000 people renew a licence online each year. The form is built with version 3 of our component library. The trap was reported in March, by two people who use a screen reader.',
      fr: 'Environ 61\u00a0000 personnes renouvellent un permis en ligne chaque année. Le formulaire utilise la version 3 de notre bibliothèque de composants. Le problème a été signalé en mars par deux personnes qui utilisent un lecteur d’écran.',
    },
    bad: {
      en: 'As is well known, our legacy platform has been the subject of several modernization initiatives since 2009.',
      fr: 'Comme chacun le sait, notre plateforme a fait l’objet de plusieurs initiatives de modernisation depuis 2009.',
    },
    why: {
      en: 'Numbers and dates let a stranger see the size of the need. History that changes nothing about the work can go.',
      fr: 'Des nombres et des dates montrent à une personne de l’extérieur l’ampleur du besoin. Un historique qui ne change rien au travail peut être retiré.',
    },
  },
  work: {
    good: {
      en: 'Start from issue 412. Repair focus handling in `src/date-picker`. The look stays the same. Not part of it: the other components, and the French date format (issue 430).',
      fr: 'Partez du ticket 412. Corrigez la gestion du focus dans `src/date-picker`. L’apparence ne change pas. Ne font pas partie du travail\u00a0: les autres composants et le format de date en français (ticket 430).',
    },
    bad: {
      en: 'Assist the team with accessibility issues as they come up, among other tasks.',
      fr: 'Aider l’équipe à régler les problèmes d’accessibilité à mesure qu’ils se présentent, et d’autres tâches.',
    },
    why: {
      en: 'The first has a beginning and an end: one price can be named for it. The second is staffing, which this program cannot buy.',
      fr: 'Le premier a un début et une fin\u00a0: on peut lui donner un prix. Le second est de la dotation, que ce programme ne peut pas acheter.',
    },
  },
  workCriteria: {
    good: {
      en: 'The keyboard gets in and out\nWith a keyboard alone, Tab enters the calendar and leaves it, in Firefox and in Chrome. We check it in ten minutes.',
      fr: 'On entre et on sort au clavier\nAu clavier seulement, la touche Tab entre dans le calendrier et en sort, dans Firefox et dans Chrome. Nous le vérifions en dix minutes.',
    },
    bad: {
      en: 'The code is of high quality and well documented.',
      fr: 'Le code est de grande qualité et bien documenté.',
    },
    why: {
      en: 'The first is answered by yes or no, by two people who would agree. “High quality” is where disputes begin.',
      fr: 'On répond au premier par oui ou par non, et deux personnes donneraient la même réponse. C’est avec «\u00a0de grande qualité\u00a0» que les différends commencent.',
    },
  },
  applicationCriteria: {
    good: {
      en: 'You have repaired focus handling before\nShow one change of yours, in this or a similar library, and say what was difficult. A link to public code, or a description, will do.',
      fr: 'Vous avez déjà corrigé la gestion du focus\nMontrez un de vos changements, dans cette bibliothèque ou une bibliothèque semblable, et dites ce qui était difficile. Un lien vers du code public ou une description suffit.',
    },
    bad: {
      en: 'Ten years of experience with our exact version, and a university degree.',
      fr: 'Dix ans d’expérience avec notre version exacte, et un diplôme universitaire.',
    },
    why: {
      en: 'Ask for what shows that the work can be done, “or similar”. Years, diplomas and exact versions turn able people away.',
      fr: 'Demandez ce qui montre que le travail peut être fait, «\u00a0ou l’équivalent\u00a0». Les années, les diplômes et les versions exactes écartent des personnes compétentes.',
    },
  },
  skills: {
    good: {
      en: 'TypeScript, or similar',
      fr: 'TypeScript, ou l’équivalent',
    },
    bad: {
      en: 'Team player',
      fr: 'Esprit d’équipe',
    },
    why: {
      en: 'A word that people search for, open to those who know its neighbour. Nobody searches for a quality of character.',
      fr: 'Un mot que les gens cherchent, ouvert à qui connaît un langage voisin. Personne ne fait de recherche sur un trait de caractère.',
    },
  },
  provisions: {
    good: {
      en: 'Access to a test environment with made-up licences',
      fr: 'Accès à un environnement d’essai avec des permis fictifs',
    },
    bad: {
      en: 'Support as needed',
      fr: 'Du soutien au besoin',
    },
    why: {
      en: 'The supplier plans around what you provide, and when. Without a date nobody can count on it.',
      fr: 'Le fournisseur planifie en fonction de ce que vous fournissez et du moment où vous le faites. Sans date, personne ne peut compter dessus.',
    },
  },
}
