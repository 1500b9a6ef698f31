import type { Template } from './templates.ts'

const same = (text: string) => ({ en: text, fr: text })

/** Worked statements about code that exists or is written anew. */
export const codeTemplates: readonly Template[] = [
  {
    ...{ key: 'bug_fix', hasInterface: true, hours: 40 },
    shown: {
      en: 'You have repaired a defect in software written by others, in the language of this repository or similar: say what failed, how you found the cause and how you proved the repair.',
      fr: 'Vous avez corrigé un défaut dans un logiciel écrit par d’autres, dans le langage de ce dépôt ou l’équivalent\u00a0: dites ce qui échouait, comment vous avez trouvé la cause et comment vous avez prouvé la correction.',
    },
    name: { en: 'Bug fix', fr: 'Correction d’un bogue' },
    when: {
      en: 'Something in your software fails, and you can say how to make it fail.',
      fr: 'Quelque chose échoue dans votre logiciel, et vous savez comment provoquer la défaillance.',
    },
    title: {
      en: 'Fix totals that differ between the form and the receipt',
      fr: 'Corriger les totaux qui diffèrent entre le formulaire et le reçu',
    },
    teaser: {
      en: 'People who pay for several permits at once see one total on the form and another on the receipt. Find the cause, repair it and prove it with tests.',
      fr: 'Les personnes qui paient plusieurs permis à la fois voient un total dans le formulaire et un autre sur le reçu. Trouver la cause, la corriger et le prouver par des tests.',
    },
    background: {
      en: 'Our permit site serves about 3,000 people a month. Since version 4.2, a receipt for three or more permits can differ from the form by one or two cents. Staff correct about 60 receipts a month by hand.\n\nThe calculation is in one module of about 400 lines. It has few tests. The issue describes four cases that fail each time.',
      fr: 'Notre site de permis sert environ 3\u00a0000 personnes par mois. Depuis la version 4.2, le reçu de trois permis ou plus peut différer du formulaire d’un ou deux cents. Le personnel corrige à la main une soixantaine de reçus par mois.\n\nLe calcul se trouve dans un seul module d’environ 400 lignes, qui compte peu de tests. Le ticket décrit quatre cas qui échouent chaque fois.',
    },
    work: {
      en: '1. Write a test for each of the four cases in the issue, and see it fail.\n2. Repair the calculation in one place, so that the form and the receipt ask the same code.\n3. Check the past three months of test receipts that we provide, and list those that change.\n4. Propose the change as one pull request that a reviewer can read in an hour.\n\nNot part of the work: the look of the pages, other modules, and receipts already sent.',
      fr: '1. Écrire un test pour chacun des quatre cas du ticket et constater l’échec.\n2. Corriger le calcul à un seul endroit, pour que le formulaire et le reçu appellent le même code.\n3. Vérifier les trois derniers mois de reçus d’essai que nous fournissons et énumérer ceux qui changent.\n4. Proposer la modification en une seule demande de fusion, lisible en une heure.\n\nNe font pas partie du travail\u00a0: l’apparence des pages, les autres modules et les reçus déjà envoyés.',
    },
    skills: [same('TypeScript'), { en: 'Automated testing', fr: 'Tests automatisés' }],
    workCriteria: [
      {
        en: 'The four cases pass\nThe test of each of the four cases in the issue fails on the version of today and passes on the delivered one.',
        fr: 'Les quatre cas réussissent\nLe test de chacun des quatre cas du ticket échoue avec la version actuelle et réussit avec la version livrée.',
      },
      {
        en: 'One calculation\nThe form and the receipt call the same function, and no other file computes a total.',
        fr: 'Un seul calcul\nLe formulaire et le reçu appellent la même fonction, et aucun autre fichier ne calcule de total.',
      },
      {
        en: 'No other change\nAll tests that passed before pass after, and the list of test receipts that change is in the pull request.',
        fr: 'Aucun autre changement\nTous les tests qui réussissaient réussissent encore, et la liste des reçus d’essai qui changent figure dans la demande de fusion.',
      },
    ],
    applicationCriteria: [
      {
        en: 'You have repaired a defect in software written by others, in TypeScript or similar: say what failed, how you found the cause and how you proved the repair.',
        fr: 'Vous avez corrigé un défaut dans un logiciel écrit par d’autres, en TypeScript ou l’équivalent\u00a0: dites ce qui échouait, comment vous avez trouvé la cause et comment vous avez prouvé la correction.',
      },
      {
        en: 'Your plan names the first three things that you would look at in this module, and why.',
        fr: 'Votre plan nomme les trois premières choses que vous examineriez dans ce module, et pourquoi.',
      },
    ],
    provisions: [
      {
        en: 'Three months of test receipts, without personal information',
        fr: 'Trois mois de reçus d’essai, sans renseignements personnels',
      },
      {
        en: 'Somebody who answers questions about the calculation within one business day',
        fr: 'Une personne qui répond aux questions sur le calcul en un jour ouvrable',
      },
    ],
  },
  {
    ...{ key: 'accessibility', hasInterface: true, hours: 45 },
    shown: {
      en: 'You have repaired a page for people who use a keyboard or a screen reader (NVDA, VoiceOver or similar): say what was wrong, what you changed and how you tried it.',
      fr: 'Vous avez corrigé une page pour des personnes qui utilisent le clavier ou un lecteur d’écran (NVDA, VoiceOver ou l’équivalent)\u00a0: dites ce qui n’allait pas, ce que vous avez changé et comment vous l’avez essayé.',
    },
    name: { en: 'Accessibility fix', fr: 'Correction d’accessibilité' },
    when: {
      en: 'Somebody cannot use a page with a keyboard, a screen reader or large text.',
      fr: 'Une personne ne peut pas utiliser une page au clavier, avec un lecteur d’écran ou en gros caractères.',
    },
    title: {
      en: 'Make the search filters work with a keyboard and a screen reader',
      fr: 'Rendre les filtres de recherche utilisables au clavier et avec un lecteur d’écran',
    },
    teaser: {
      en: 'People who do not use a mouse cannot open the filters of our library search. Repair the five failures of the audit, and add tests that keep them repaired.',
      fr: 'Les personnes qui n’utilisent pas la souris ne peuvent pas ouvrir les filtres de notre recherche. Corriger les cinq échecs de l’audit et ajouter des tests pour que la correction dure.',
    },
    background: {
      en: 'Our public search page lists 12,000 documents. An audit in the spring found five failures against WCAG 2.1, level AA, all in the filters: focus that is lost, a menu that only a mouse opens, two controls without a name, and results that change without being announced.\n\nThe audit report is in the repository. Each failure has steps and a picture in words.',
      fr: 'Notre page publique de recherche donne accès à 12\u00a0000 documents. Un audit mené au printemps a relevé cinq échecs selon les WCAG 2.1, niveau AA, tous dans les filtres\u00a0: un focus perdu, un menu que seule la souris ouvre, deux commandes sans nom et des résultats qui changent sans être annoncés.\n\nLe rapport d’audit est dans le dépôt. Chaque échec y est décrit étape par étape.',
    },
    work: {
      en: '1. Repair the five failures listed in the audit report.\n2. Use the elements of the browser before any component of your own.\n3. Add one automated test for each failure.\n4. Try the result with a keyboard alone, and with one screen reader, in English and in French. Write down what you heard.\n\nNot part of the work: other pages, colours, and the search engine itself.',
      fr: '1. Corriger les cinq échecs du rapport d’audit.\n2. Utiliser les éléments du navigateur avant tout composant maison.\n3. Ajouter un test automatisé pour chaque échec.\n4. Essayer le résultat au clavier seul, puis avec un lecteur d’écran, en français et en anglais. Noter ce que vous avez entendu.\n\nNe font pas partie du travail\u00a0: les autres pages, les couleurs et le moteur de recherche.',
    },
    skills: [
      { en: 'Web accessibility', fr: 'Accessibilité du Web' },
      { en: 'Front-end development', fr: 'Développement d’interfaces' },
    ],
    workCriteria: [
      {
        en: 'The five failures are repaired\nThe steps of each failure in the audit report no longer fail, in two browsers.',
        fr: 'Les cinq échecs sont corrigés\nLes étapes de chaque échec du rapport d’audit ne conduisent plus à un échec, dans deux navigateurs.',
      },
      {
        en: 'The keyboard is enough\nEach filter opens, changes and closes with the keyboard alone, and the focus stays visible.',
        fr: 'Le clavier suffit\nChaque filtre s’ouvre, se règle et se ferme au clavier seul, et le focus reste visible.',
      },
      {
        en: 'Results are announced\nA screen reader says the number of results within two seconds after a filter changes, in both languages.',
        fr: 'Les résultats sont annoncés\nUn lecteur d’écran dit le nombre de résultats moins de deux secondes après un changement de filtre, dans les deux langues.',
      },
    ],
    applicationCriteria: [
      {
        en: 'You have repaired a page for people who use a keyboard or a screen reader (NVDA, VoiceOver or similar): say what was wrong, what you changed and how you tried it.',
        fr: 'Vous avez corrigé une page pour des personnes qui utilisent le clavier ou un lecteur d’écran (NVDA, VoiceOver ou l’équivalent)\u00a0: dites ce qui n’allait pas, ce que vous avez changé et comment vous l’avez essayé.',
      },
      {
        en: 'Your plan says in which order you would repair the five failures, and how you would test each one.',
        fr: 'Votre plan dit dans quel ordre vous corrigeriez les cinq échecs et comment vous vérifieriez chacun.',
      },
    ],
    provisions: [
      {
        en: 'A copy of the site to test on, with made-up documents',
        fr: 'Une copie du site pour les essais, avec des documents fictifs',
      },
    ],
  },
  {
    ...{ key: 'script', hasInterface: false, hours: 35 },
    shown: {
      en: 'You have written a program that others run without you, in the language asked for or similar: say what it does and how they learn to use it.',
      fr: 'Vous avez écrit, dans le langage demandé ou l’équivalent, un programme que d’autres exécutent sans vous\u00a0: dites ce qu’il fait et comment on apprend à s’en servir.',
    },
    name: { en: 'Script', fr: 'Script' },
    when: {
      en: 'A person repeats the same steps by hand, and a small program could do them.',
      fr: 'Une personne répète les mêmes étapes à la main, et un petit programme pourrait les faire.',
    },
    title: {
      en: 'Write a script that checks the links of our publications each night',
      fr: 'Écrire un script qui vérifie chaque nuit les liens de nos publications',
    },
    teaser: {
      en: 'Two people open 1,500 links by hand every quarter to find the dead ones. Write a command that does it each night and reports what changed.',
      fr: 'Chaque trimestre, deux personnes ouvrent 1\u00a0500 liens à la main pour trouver ceux qui ne mènent plus nulle part. Écrire une commande qui le fait chaque nuit et signale ce qui a changé.',
    },
    background: {
      en: 'We publish 220 reports on the web. They hold about 1,500 links to other sites. Links die, and readers tell us weeks later. Two people check them four times a year, and it takes them three days.\n\nThe list of pages is a file in the repository. The script will run on a Linux server that we keep.',
      fr: 'Nous publions 220 rapports sur le Web. Ils contiennent environ 1\u00a0500 liens vers d’autres sites. Des liens cessent de fonctionner, et le lectorat nous le signale des semaines plus tard. Deux personnes les vérifient quatre fois par an, en trois jours.\n\nLa liste des pages est un fichier du dépôt. Le script s’exécutera sur un serveur Linux dont nous nous occupons.',
    },
    work: {
      en: '1. Write a command that reads the list of pages, follows each link and notes the answer.\n2. Ask each site politely: one question at a time for each host, a pause between two questions, and a second try the next night before a link counts as dead.\n3. Write two reports: a CSV file for machines and a page for people that shows what changed since the night before.\n4. Explain in the README how to install it, run it and read its reports.\n\nNot part of the work: repairing the links, and the server.',
      fr: '1. Écrire une commande qui lit la liste des pages, suit chaque lien et note la réponse.\n2. Ménager les sites\u00a0: une seule demande à la fois par hôte, une pause entre deux demandes et un deuxième essai la nuit suivante avant de déclarer un lien mort.\n3. Produire deux rapports\u00a0: un fichier CSV pour les machines et une page qui montre ce qui a changé depuis la veille.\n4. Expliquer dans le README comment installer la commande, l’exécuter et lire ses rapports.\n\nNe font pas partie du travail\u00a0: la réparation des liens et le serveur.',
    },
    skills: [same('Python'), { en: 'Command line', fr: 'Ligne de commande' }],
    workCriteria: [
      {
        en: 'It finds what is dead\nOn the sample of 100 links that we provide, it reports the 12 dead ones and none of the others.',
        fr: 'Il trouve les liens morts\nDans l’échantillon de 100 liens que nous fournissons, il signale les 12 liens morts et aucun autre.',
      },
      {
        en: 'It is done by morning\nA run over 1,500 links ends in under four hours with one question at a time for each host.',
        fr: 'Il a fini avant le matin\nLa vérification de 1\u00a0500 liens se termine en moins de quatre heures, avec une seule demande à la fois par hôte.',
      },
      {
        en: 'It starts again\nA run that is stopped at any point goes on at the next start, and no link is missing from the report.',
        fr: 'Il reprend\nUne vérification interrompue à n’importe quel moment reprend au démarrage suivant, et aucun lien ne manque au rapport.',
      },
    ],
    applicationCriteria: [
      {
        en: 'You have written a command-line program in Python or similar that others run without you: say what it does and how they learn to use it.',
        fr: 'Vous avez écrit, en Python ou l’équivalent, un programme en ligne de commande que d’autres exécutent sans vous\u00a0: dites ce qu’il fait et comment on apprend à s’en servir.',
      },
      {
        en: 'Your plan says how the program would tell a dead link from a site that is closed for the night.',
        fr: 'Votre plan dit comment le programme distinguerait un lien mort d’un site fermé pour la nuit.',
      },
    ],
    provisions: [
      {
        en: 'The list of pages and a sample of 100 links with the right answers',
        fr: 'La liste des pages et un échantillon de 100 liens avec les bonnes réponses',
      },
    ],
  },
]
