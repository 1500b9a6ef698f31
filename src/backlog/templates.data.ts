import type { Template } from './templates.ts'

const same = (text: string) => ({ en: text, fr: text })

/** Worked statements about data, systems that talk, and what explains them. */
export const dataTemplates: readonly Template[] = [
  {
    ...{ key: 'data_cleaning', hasInterface: false, hours: 50 },
    shown: {
      en: 'You have cleaned records of this kind or similar: say what was wrong in them and how you knew that nothing was lost.',
      fr: 'Vous avez nettoyé des données de ce genre ou l’équivalent\u00a0: dites ce qui n’allait pas et comment vous saviez que rien n’était perdu.',
    },
    name: { en: 'Data cleaning', fr: 'Nettoyage de données' },
    when: {
      en: 'A file holds what you need, but with errors, duplicates and several ways to write the same thing.',
      fr: 'Un fichier contient ce qu’il vous faut, mais avec des erreurs, des doublons et plusieurs façons d’écrire la même chose.',
    },
    title: {
      en: 'Clean forty years of water-quality records and keep the recipe',
      fr: 'Nettoyer quarante ans de relevés de qualité de l’eau et conserver la recette',
    },
    teaser: {
      en: 'Our water-quality records hold five ways to write a date and three units for the same measure. Write a program that makes one clean table and lists what it could not repair.',
      fr: 'Nos relevés de qualité de l’eau comptent cinq façons d’écrire une date et trois unités pour une même mesure. Écrire un programme qui en fait une seule table propre et énumère ce qu’il n’a pas pu corriger.',
    },
    background: {
      en: 'Since 1984 we have measured the water at 310 places. The records are in 41 CSV files, one a year, 86,000 rows in all. They are public and hold nobody’s name. Researchers ask for them each month, and each one cleans them again.\n\nA note in the repository describes the known errors, with an example of each.',
      fr: 'Depuis 1984, nous mesurons l’eau à 310 endroits. Les relevés se trouvent dans 41 fichiers CSV, un par année, soit 86\u00a0000 lignes. Ils sont publics et ne contiennent aucun nom de personne. Des équipes de recherche les demandent chaque mois, et chacune les nettoie de nouveau.\n\nUne note du dépôt décrit les erreurs connues, avec un exemple de chacune.',
    },
    work: {
      en: '1. Write a program that reads the 41 files as they are and writes one table in CSV, with one way to write dates, units and places.\n2. Change nothing by hand: each correction is a rule with a name, a reason and a test.\n3. Write each row that no rule can repair to a second file, with the reason.\n4. Describe each column of the result in both official languages.\n\nNot part of the work: judging the measures, and publishing the table.',
      fr: '1. Écrire un programme qui lit les 41 fichiers tels quels et produit une seule table CSV, avec une seule façon d’écrire les dates, les unités et les lieux.\n2. Ne rien changer à la main\u00a0: chaque correction est une règle, avec un nom, une raison et un test.\n3. Verser dans un deuxième fichier, avec la raison, chaque ligne qu’aucune règle ne peut corriger.\n4. Décrire chaque colonne du résultat dans les deux langues officielles.\n\nNe font pas partie du travail\u00a0: le jugement sur les mesures et la publication de la table.',
    },
    skills: [same('Python'), { en: 'Data', fr: 'Données' }],
    workCriteria: [
      {
        en: 'Every row is accounted for\nThe rows of the clean table and those of the second file add up to the rows of the 41 files.',
        fr: 'Chaque ligne est retrouvée\nLe nombre de lignes de la table propre et du deuxième fichier égale celui des 41 fichiers.',
      },
      {
        en: 'The sample is right\nOn the 500 rows that we cleaned by hand, the result is the same, cell by cell.',
        fr: 'L’échantillon est exact\nPour les 500 lignes que nous avons nettoyées à la main, le résultat est identique, cellule par cellule.',
      },
      {
        en: 'It can be run again\nTwo runs on the same files give the same bytes, in under ten minutes each.',
        fr: 'Le traitement se refait\nDeux exécutions sur les mêmes fichiers donnent les mêmes octets, en moins de dix minutes chacune.',
      },
    ],
    applicationCriteria: [
      {
        en: 'You have cleaned a set of at least 10,000 records with Python, R or similar: say what was wrong in it and how you knew that nothing was lost.',
        fr: 'Vous avez nettoyé un ensemble d’au moins 10\u00a0000 enregistrements avec Python, R ou l’équivalent\u00a0: dites ce qui n’allait pas et comment vous saviez que rien n’était perdu.',
      },
      {
        en: 'Your plan says how you would find errors that the note does not describe.',
        fr: 'Votre plan dit comment vous trouveriez les erreurs que la note ne décrit pas.',
      },
    ],
    provisions: [
      { en: 'The 41 files, and 500 rows cleaned by hand', fr: 'Les 41 fichiers et 500 lignes nettoyées à la main' },
      {
        en: 'Answers about measures and places within two business days',
        fr: 'Des réponses sur les mesures et les lieux en deux jours ouvrables',
      },
    ],
  },
  {
    ...{ key: 'integration', hasInterface: false, hours: 55 },
    shown: {
      en: 'You have connected two systems through their public interfaces, in the language asked for or similar: say which ones, and what happened when one of them failed.',
      fr: 'Vous avez relié deux systèmes par leurs interfaces publiques, dans le langage demandé ou l’équivalent\u00a0: dites lesquels et ce qui se passait quand l’un d’eux était en panne.',
    },
    name: { en: 'Integration', fr: 'Intégration' },
    when: {
      en: 'Two systems hold the same facts, and a person copies them from one to the other.',
      fr: 'Deux systèmes contiennent les mêmes renseignements, et une personne les recopie de l’un à l’autre.',
    },
    title: {
      en: 'Send notices of our event calendar to the open data portal',
      fr: 'Transmettre les avis de notre calendrier au portail de données ouvertes',
    },
    teaser: {
      en: 'Each week somebody copies our public events into the open data portal. Write a small service that sends new and changed events there by itself, and says when it cannot.',
      fr: 'Chaque semaine, quelqu’un recopie nos événements publics dans le portail de données ouvertes. Écrire un petit service qui y transmet les événements nouveaux ou modifiés et avertit quand il ne le peut pas.',
    },
    background: {
      en: 'Our calendar offers its events as JSON at a public address. The portal takes records through its own public interface, which is documented. About 40 events change each week. Copying takes half a day, and one event in ten arrives late or wrong.\n\nA test portal is open to whoever does the work.',
      fr: 'Notre calendrier offre ses événements en JSON à une adresse publique. Le portail reçoit des fiches par sa propre interface publique, qui est documentée. Une quarantaine d’événements changent chaque semaine. La copie prend une demi-journée, et un événement sur dix arrive en retard ou contient une erreur.\n\nUn portail d’essai est ouvert à qui fera le travail.',
    },
    work: {
      en: '1. Write a service that reads the calendar every hour and sends each new, changed or withdrawn event to the portal.\n2. Send an event twice without harm: the portal keeps one record for each event.\n3. Wait and try again when one of the two systems is down, and tell an operator after three failures in a row.\n4. Describe which field goes where in a table that a person can read.\n\nNot part of the work: the calendar, the portal, and events of past years.',
      fr: '1. Écrire un service qui lit le calendrier toutes les heures et transmet au portail chaque événement nouveau, modifié ou retiré.\n2. Permettre qu’un événement soit transmis deux fois sans conséquence\u00a0: le portail garde une seule fiche par événement.\n3. Attendre et réessayer quand l’un des deux systèmes est en panne, et avertir le personnel après trois échecs de suite.\n4. Décrire dans un tableau lisible quel champ va où.\n\nNe font pas partie du travail\u00a0: le calendrier, le portail et les événements des années passées.',
    },
    skills: [
      same('Node.js'),
      { en: 'Application programming interfaces', fr: 'Interfaces de programmation' },
      { en: 'Automated testing', fr: 'Tests automatisés' },
    ],
    workCriteria: [
      {
        en: 'Changes arrive\nAn event that is added, changed or withdrawn in the calendar is so in the test portal within two hours.',
        fr: 'Les changements arrivent\nUn événement ajouté, modifié ou retiré dans le calendrier l’est aussi dans le portail d’essai en moins de deux heures.',
      },
      {
        en: 'Nothing is duplicated\nAfter the same 200 events were sent three times, the test portal holds 200 records.',
        fr: 'Aucun doublon\nAprès trois envois des mêmes 200 événements, le portail d’essai contient 200 fiches.',
      },
      {
        en: 'A failure is survived\nWhen the portal is down for a day, no event is lost, and the operator received one message.',
        fr: 'Une panne ne fait rien perdre\nQuand le portail est en panne pendant une journée, aucun événement n’est perdu, et un seul message d’avertissement est reçu.',
      },
    ],
    applicationCriteria: [
      {
        en: 'You have connected two systems through their public interfaces, in Node.js or similar: say which ones, and what happened when one of them failed.',
        fr: 'Vous avez relié deux systèmes par leurs interfaces publiques, en Node.js ou l’équivalent\u00a0: dites lesquels et ce qui se passait quand l’un d’eux était en panne.',
      },
      {
        en: 'Your plan says how the service would know that an event changed, and how you would prove that none is lost.',
        fr: 'Votre plan dit comment le service saurait qu’un événement a changé et comment vous prouveriez qu’aucun n’est perdu.',
      },
    ],
    provisions: [
      { en: 'An account on the test portal', fr: 'Un compte sur le portail d’essai' },
      {
        en: 'The description of both interfaces, and 200 made-up events',
        fr: 'La description des deux interfaces et 200 événements fictifs',
      },
    ],
  },
  {
    ...{ key: 'documentation', hasInterface: false, hours: 30 },
    shown: {
      en: 'You have written documentation for code in this language or similar: give an address or an extract, and say who read it.',
      fr: 'Vous avez rédigé de la documentation pour du code dans ce langage ou l’équivalent\u00a0: donnez une adresse ou un extrait et dites qui l’a lue.',
    },
    name: { en: 'Documentation with code', fr: 'Documentation avec code' },
    when: {
      en: 'Your open-source code works, but only its authors can use it.',
      fr: 'Votre code ouvert fonctionne, mais seules les personnes qui l’ont écrit savent s’en servir.',
    },
    title: {
      en: 'Write a tutorial whose examples run, for our tariff library',
      fr: 'Rédiger, pour notre bibliothèque de tarifs, un tutoriel dont les exemples s’exécutent',
    },
    teaser: {
      en: 'Our tariff library is public, yet nobody outside our team has used it. Write a tutorial in both official languages, with examples that the tests run.',
      fr: 'Notre bibliothèque de tarifs est publique, mais personne à l’extérieur de l’équipe ne l’a utilisée. Rédiger un tutoriel dans les deux langues officielles, avec des exemples que les tests exécutent.',
    },
    background: {
      en: 'The library computes the fees of a passage through our locks. It has 24 public functions, good tests and a README of ten lines. Two marinas tried it last year and gave up within a day. They told us where they got stuck, and their notes are in the repository.',
      fr: 'La bibliothèque calcule les droits d’un passage dans nos écluses. Elle compte 24 fonctions publiques, de bons tests et un README de dix lignes. Deux marinas l’ont essayée l’an dernier et ont abandonné le jour même. Elles nous ont dit où elles avaient bloqué, et leurs notes sont dans le dépôt.',
    },
    work: {
      en: '1. Write a tutorial of five short chapters, from the installation to a full bill, in English and in French.\n2. Write a reference for the 24 public functions: what each one takes, gives and refuses.\n3. Keep each example in a file that the tests run, so that no example can be wrong.\n4. Watch one person who does not know the library follow the tutorial, and repair what stopped them.\n\nNot part of the work: new functions, and the site where it will be published.',
      fr: '1. Rédiger un tutoriel de cinq courts chapitres, de l’installation à une facture complète, en français et en anglais.\n2. Rédiger la référence des 24 fonctions publiques\u00a0: ce que chacune reçoit, donne et refuse.\n3. Conserver chaque exemple dans un fichier que les tests exécutent, pour qu’aucun exemple ne puisse être faux.\n4. Observer une personne qui ne connaît pas la bibliothèque suivre le tutoriel et corriger ce qui l’a arrêtée.\n\nNe font pas partie du travail\u00a0: de nouvelles fonctions et le site où le tutoriel paraîtra.',
    },
    skills: [{ en: 'Documentation', fr: 'Documentation' }, same('JavaScript')],
    workCriteria: [
      {
        en: 'The examples run\nOne command runs all examples of the tutorial, and each gives the result that the text shows.',
        fr: 'Les exemples s’exécutent\nUne commande exécute tous les exemples du tutoriel, et chacun donne le résultat montré dans le texte.',
      },
      {
        en: 'Nothing is missing\nEach of the 24 public functions has an entry in the reference, with one example, in both languages.',
        fr: 'Rien ne manque\nChacune des 24 fonctions publiques a une entrée dans la référence, avec un exemple, dans les deux langues.',
      },
      {
        en: 'A stranger succeeds\nA person whom we choose, and who does not know the library, follows the tutorial to the full bill in under two hours, without help.',
        fr: 'Une personne de l’extérieur réussit\nUne personne que nous choisissons, et qui ne connaît pas la bibliothèque, suit le tutoriel jusqu’à la facture complète en moins de deux heures, sans aide.',
      },
    ],
    applicationCriteria: [
      {
        en: 'You have written documentation for a library in JavaScript or similar: give an address or an extract, and say who read it.',
        fr: 'Vous avez rédigé la documentation d’une bibliothèque en JavaScript ou l’équivalent\u00a0: donnez une adresse ou un extrait et dites qui l’a lue.',
      },
      {
        en: 'Your plan lists the five chapters, and says who would write or check each language.',
        fr: 'Votre plan énumère les cinq chapitres et dit qui rédigerait ou vérifierait chaque langue.',
      },
    ],
    provisions: [
      {
        en: 'The notes of the two marinas, and a person to watch',
        fr: 'Les notes des deux marinas et une personne à observer',
      },
    ],
  },
]
