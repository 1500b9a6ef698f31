import type { Text } from '../platform/i18n.ts'
import { lastWritten } from './demo.statements.last.ts'
import { moreWritten } from './demo.statements.more.ts'

/** One made-up need of the demonstration, in both languages: what is bought, why, and how it is judged. */
export type Written = {
  readonly key: string
  readonly price: number
  readonly hours: number
  readonly hasInterface: boolean
  readonly skills: readonly Text[]
  readonly title: Text
  readonly teaser: Text
  readonly background: Text
  readonly work: Text
  readonly criteria: readonly [Text, Text]
  readonly asked: Text
}

/** What every piece of work of the demonstration must also meet. */
export const inOrder: Text = {
  en: 'The repository has documentation, a licence file, tests that run with one command, and no dependency with a known security weakness.',
  fr: 'Le dépôt contient la documentation, le fichier de licence, des tests qui s’exécutent en une commande et aucune dépendance présentant une faille de sécurité connue.',
}
export const plan: Text = {
  en: 'Your plan covers each work criterion, in the order in which you would do them.',
  fr: 'Votre plan couvre chaque critère du travail, dans l’ordre où vous les aborderiez.',
}

const same = (text: string): Text => ({ en: text, fr: text })

const posted: readonly Written[] = [
  {
    ...{ key: 'keyboard-trap', price: 4_200, hours: 40, hasInterface: true },
    skills: [same('TypeScript'), { en: 'Web accessibility', fr: 'Accessibilité du Web' }],
    title: {
      en: 'Fix a keyboard trap in the date picker',
      fr: 'Corriger un piège au clavier dans le sélecteur de date',
    },
    teaser: {
      en: 'Let people who use a keyboard leave the calendar that they opened.',
      fr: 'Permettre aux personnes qui utilisent le clavier de quitter le calendrier qu’elles ont ouvert.',
    },
    background: {
      en: 'Boaters book a lock passage on our site. The calendar keeps every key that is pressed: whoever opens it with a keyboard cannot get out again.',
      fr: 'Les plaisanciers réservent un passage d’écluse sur notre site. Le calendrier retient toutes les touches\u00a0: qui l’ouvre au clavier n’en sort plus.',
    },
    work: {
      en: 'Repair how the calendar takes and gives back the focus, and cover it with tests in two browsers.',
      fr: 'Corriger la façon dont le calendrier prend et rend le focus, et l’assortir de tests dans deux navigateurs.',
    },
    criteria: [
      {
        en: 'The Escape key closes the calendar and gives the focus back to its button.',
        fr: 'La touche Échap ferme le calendrier et rend le focus à son bouton.',
      },
      {
        en: 'A screen reader says the day under the cursor and whether it can be booked.',
        fr: 'Un lecteur d’écran annonce le jour sous le curseur et s’il peut être réservé.',
      },
    ],
    asked: {
      en: 'You have repaired keyboard use or screen-reader support before: say what was wrong and what you changed.',
      fr: 'Vous avez déjà corrigé l’usage au clavier ou avec un lecteur d’écran\u00a0: dites ce qui n’allait pas et ce que vous avez changé.',
    },
  },
  {
    ...{ key: 'ead3', price: 6_500, hours: 60, hasInterface: false },
    skills: [same('Python'), same('XML'), { en: 'Archives', fr: 'Archivistique' }],
    title: {
      en: 'Export archival finding aids as EAD3',
      fr: 'Exporter les instruments de recherche en EAD3',
    },
    teaser: {
      en: 'Give researchers our canal archives in the format that every archive reads.',
      fr: 'Offrir nos archives des canaux dans le format que lisent tous les services d’archives.',
    },
    background: {
      en: 'Two centuries of plans are described in a spreadsheet. Other archives cannot search them, because they read EAD3.',
      fr: 'Deux siècles de plans sont décrits dans un chiffrier. Les autres services d’archives ne peuvent pas les interroger, car ils lisent l’EAD3.',
    },
    work: {
      en: 'Write a program that turns the spreadsheet into valid EAD3 files, and a report of the rows that it could not turn.',
      fr: 'Écrire un programme qui convertit le chiffrier en fichiers EAD3 valides et produit un rapport des lignes non converties.',
    },
    criteria: [
      {
        en: 'Every file validates against the EAD3 schema, accents included.',
        fr: 'Chaque fichier est conforme au schéma EAD3, accents compris.',
      },
      {
        en: 'The 4,000 rows of the sample are converted in under a minute, and rejected rows are listed with a reason.',
        fr: 'Les 4\u00a0000 lignes de l’échantillon sont converties en moins d’une minute, et les lignes rejetées sont énumérées avec un motif.',
      },
    ],
    asked: {
      en: 'You have converted descriptions between formats: say which ones and how you checked the result.',
      fr: 'Vous avez converti des descriptions d’un format à un autre\u00a0: dites lesquels et comment vous avez vérifié le résultat.',
    },
  },
  {
    ...{ key: 'ice-charts', price: 5_400, hours: 52, hasInterface: false },
    skills: [same('Go'), { en: 'Command line', fr: 'Ligne de commande' }],
    title: {
      en: 'Command-line downloader for ice charts',
      fr: 'Outil en ligne de commande pour télécharger les cartes de glaces',
    },
    teaser: {
      en: 'One command that fetches the week’s ice charts and starts again where it stopped.',
      fr: 'Une commande qui récupère les cartes de glaces de la semaine et reprend là où elle s’est arrêtée.',
    },
    background: {
      en: 'Crews download charts one by one over a satellite link that drops. A broken download starts from nothing.',
      fr: 'Les équipages téléchargent les cartes une à une par une liaison satellite instable. Un téléchargement interrompu repart de zéro.',
    },
    work: {
      en: 'Write a small program without installation that downloads charts by region and week, resumes, and checks what it received.',
      fr: 'Écrire un petit programme sans installation qui télécharge les cartes par région et par semaine, reprend au besoin et vérifie ce qu’il a reçu.',
    },
    criteria: [
      {
        en: 'A download that is cut at any point resumes and ends with a file whose checksum is right.',
        fr: 'Un téléchargement interrompu à n’importe quel moment reprend et produit un fichier dont la somme de contrôle est exacte.',
      },
      {
        en: 'One file runs on Windows and on Linux, and its help is in both official languages.',
        fr: 'Un même fichier fonctionne sous Windows et sous Linux, et son aide est offerte dans les deux langues officielles.',
      },
    ],
    asked: {
      en: 'You have written a tool that people run in a terminal: say what it does and link to it or describe it.',
      fr: 'Vous avez écrit un outil qui s’exécute dans un terminal\u00a0: dites ce qu’il fait et donnez un lien ou une description.',
    },
  },
  {
    ...{ key: 'tide-tables', price: 7_200, hours: 66, hasInterface: false },
    skills: [same('Rust'), { en: 'Text parsing', fr: 'Analyse de texte' }],
    title: {
      en: 'Parser for historical tide tables',
      fr: 'Analyseur des anciennes tables des marées',
    },
    teaser: {
      en: 'Turn eighty years of typed tide tables into numbers that a model can read.',
      fr: 'Transformer quatre-vingts ans de tables des marées dactylographiées en nombres qu’un modèle peut lire.',
    },
    background: {
      en: 'Our tide tables from 1921 to 2001 are plain text with columns that wander. Researchers retype them.',
      fr: 'Nos tables des marées de 1921 à 2001 sont du texte brut dont les colonnes se déplacent. Les chercheurs les ressaisissent.',
    },
    work: {
      en: 'Write a library that reads the tables of the sample, with a flag on each figure that it had to guess.',
      fr: 'Écrire une bibliothèque qui lit les tables de l’échantillon et signale chaque nombre qu’elle a dû deviner.',
    },
    criteria: [
      {
        en: 'Of the 10,000 checked figures of the sample, at least 9,950 are read as they stand.',
        fr: 'Sur les 10\u00a0000 nombres vérifiés de l’échantillon, au moins 9\u00a0950 sont lus tels quels.',
      },
      {
        en: 'A figure that was guessed carries its reason; no figure is made up.',
        fr: 'Un nombre deviné porte son motif; aucun nombre n’est inventé.',
      },
    ],
    asked: {
      en: 'You have parsed a format that nobody specified: say how you knew that your reading was right.',
      fr: 'Vous avez analysé un format que personne n’avait défini\u00a0: dites comment vous saviez que votre lecture était juste.',
    },
  },
  {
    ...{ key: 'lock-palette', price: 3_800, hours: 36, hasInterface: true },
    skills: [same('CSS'), { en: 'Cartography', fr: 'Cartographie' }],
    title: {
      en: 'Colour-blind-safe palette for the lock map',
      fr: 'Palette lisible par les daltoniens pour la carte des écluses',
    },
    teaser: {
      en: 'Let everybody see which locks are open, whatever their eyes.',
      fr: 'Que chacun voie quelles écluses sont ouvertes, quelle que soit sa vision.',
    },
    background: {
      en: 'The map says open with green and closed with red. One reader in twenty cannot tell them apart.',
      fr: 'La carte indique l’ouverture en vert et la fermeture en rouge. Une personne sur vingt ne les distingue pas.',
    },
    work: {
      en: 'Replace the colours by a palette and shapes that hold in every common form of colour blindness, in light and dark themes.',
      fr: 'Remplacer les couleurs par une palette et des formes lisibles dans toutes les formes courantes de daltonisme, en thème clair et en thème sombre.',
    },
    criteria: [
      {
        en: 'Each state has a shape of its own, and its contrast with the water is at least 3 to 1.',
        fr: 'Chaque état a sa propre forme, et son contraste avec l’eau est d’au moins 3 pour 1.',
      },
      {
        en: 'A test simulates three forms of colour blindness, and no two states look the same in any of them. WCAG 2.2 AA is met.',
        fr: 'Un test simule trois formes de daltonisme, et aucune ne confond deux états. Les WCAG 2.2 AA sont respectées.',
      },
    ],
    asked: {
      en: 'You have chosen colours that had to work for everybody: say how you tested them.',
      fr: 'Vous avez choisi des couleurs qui devaient convenir à tous\u00a0: dites comment vous les avez mises à l’essai.',
    },
  },
  {
    ...{ key: 'boat-licences', price: 4_800, hours: 45, hasInterface: false },
    skills: [same('TypeScript'), same('WebAssembly')],
    title: {
      en: 'Validate boat-licence numbers offline',
      fr: 'Valider hors ligne les numéros de permis d’embarcation',
    },
    teaser: {
      en: 'Tell a good licence number from a typing slip when the network is down.',
      fr: 'Distinguer un bon numéro de permis d’une faute de frappe lorsque le réseau est en panne.',
    },
    background: {
      en: 'Counters lose the network several times a week, and write down numbers that turn out to be wrong.',
      fr: 'Les comptoirs perdent le réseau plusieurs fois par semaine et notent des numéros qui se révèlent erronés.',
    },
    work: {
      en: 'Write a library that checks the form and the check digit of every series issued since 1940, with a page that uses it.',
      fr: 'Écrire une bibliothèque qui vérifie la forme et la clé de contrôle de chaque série délivrée depuis 1940, et une page qui l’utilise.',
    },
    criteria: [
      {
        en: 'All 600 numbers of the sample are judged as the register judges them.',
        fr: 'Les 600 numéros de l’échantillon sont jugés comme le fait le registre.',
      },
      {
        en: 'A wrong number gets a sentence that says what to look at, in both languages.',
        fr: 'Un numéro erroné obtient une phrase qui dit quoi vérifier, dans les deux langues.',
      },
    ],
    asked: {
      en: 'You have written checks that had to agree with an older system: say how you compared them.',
      fr: 'Vous avez écrit des contrôles qui devaient concorder avec un système plus ancien\u00a0: dites comment vous les avez comparés.',
    },
  },
]

/** Every need of the demonstration. */
export const written: readonly Written[] = [...posted, ...moreWritten, ...lastWritten]
