import type { Written } from './demo.statements.ts'

const same = (text: string) => ({ en: text, fr: text })

export const moreWritten: readonly Written[] = [
  {
    ...{ key: 'buoy-positions', price: 3600, hours: 34, hasInterface: false },
    skills: [same('Python'), same('GeoJSON')],
    title: { en: 'Publish buoy positions as GeoJSON', fr: 'Publier la position des bouées en GeoJSON' },
    teaser: {
      en: 'Put the positions of our 3,100 buoys where any map can read them.',
      fr: 'Offrir la position de nos 3\u00a0100 bouées sous une forme que toute carte sait lire.',
    },
    background: {
      en: 'The list of buoys is a PDF. Boaters copy positions by hand, and copy them wrong.',
      fr: 'La liste des bouées est un PDF. Les plaisanciers recopient les positions à la main, avec des erreurs.',
    },
    work: {
      en: 'Write a program that turns the internal list into GeoJSON each night and says what has changed since the day before.',
      fr: 'Écrire un programme qui convertit chaque nuit la liste interne en GeoJSON et indique ce qui a changé depuis la veille.',
    },
    criteria: [
      {
        en: 'Each buoy of the list is in the file, with its name in both languages and the date of its last check.',
        fr: 'Chaque bouée de la liste figure au fichier, avec son nom dans les deux langues et la date de sa dernière vérification.',
      },
      {
        en: 'A list that is cut short is refused, and yesterday’s file stays.',
        fr: 'Une liste tronquée est refusée, et le fichier de la veille reste en place.',
      },
    ],
    asked: {
      en: 'You have published data for others to use: say who used it and what you learned.',
      fr: 'Vous avez publié des données à l’usage d’autrui\u00a0: dites qui s’en est servi et ce que vous en avez retenu.',
    },
  },
  {
    ...{ key: 'mariner-feed', price: 4400, hours: 42, hasInterface: false },
    skills: [same('TypeScript'), same('Atom')],
    title: { en: 'Feed of notices to mariners', fr: 'Fil des avis aux navigateurs' },
    teaser: {
      en: 'Let boaters subscribe to the notices of their own waterway.',
      fr: 'Permettre aux plaisanciers de s’abonner aux avis de leur voie navigable.',
    },
    background: {
      en: 'Notices are a web page that people must remember to open.',
      fr: 'Les avis sont une page Web qu’il faut penser à ouvrir.',
    },
    work: {
      en: 'Write a service that reads the page and offers a feed for each waterway in both languages.',
      fr: 'Écrire un service qui lit la page et offre un fil par voie navigable, dans les deux langues.',
    },
    criteria: [
      {
        en: 'A notice appears in the feed within five minutes, once, and its correction replaces it.',
        fr: 'Un avis paraît dans le fil en moins de cinq minutes, une seule fois, et sa correction le remplace.',
      },
      {
        en: 'The feeds validate, and each entry says in which language it was written.',
        fr: 'Les fils sont valides, et chaque entrée indique la langue de sa rédaction.',
      },
    ],
    asked: {
      en: 'You have written a feed or an interface that machines read: say how you kept it stable.',
      fr: 'Vous avez écrit un fil ou une interface lus par des machines\u00a0: dites comment vous en avez assuré la stabilité.',
    },
  },
  {
    ...{ key: 'soundings', price: 2900, hours: 27, hasInterface: false },
    skills: [same('Rust')],
    title: {
      en: 'Convert soundings between feet, fathoms and metres',
      fr: 'Convertir les sondes entre pieds, brasses et mètres',
    },
    teaser: {
      en: 'One library for depths, with the rounding that charts use.',
      fr: 'Une seule bibliothèque pour les profondeurs, avec l’arrondi des cartes.',
    },
    background: {
      en: 'Three teams convert depths in three ways, and their charts differ by a foot.',
      fr: 'Trois équipes convertissent les profondeurs de trois façons, et leurs cartes diffèrent d’un pied.',
    },
    work: {
      en: 'Write a library with the rounding rules of our charts, and tests from 500 published soundings.',
      fr: 'Écrire une bibliothèque qui applique les règles d’arrondi de nos cartes, avec des tests tirés de 500 sondes publiées.',
    },
    criteria: [
      {
        en: 'All 500 published soundings come out as printed.',
        fr: 'Les 500 sondes publiées ressortent telles qu’imprimées.',
      },
      {
        en: 'A depth is never shown deeper than it is.',
        fr: 'Une profondeur n’est jamais indiquée plus grande qu’elle ne l’est.',
      },
    ],
    asked: {
      en: 'You have written code where rounding mattered: say what went wrong before you did.',
      fr: 'Vous avez écrit du code où l’arrondi comptait\u00a0: dites ce qui n’allait pas auparavant.',
    },
  },
  {
    ...{ key: 'mooring-permits', price: 5200, hours: 50, hasInterface: true },
    skills: [same('TypeScript'), same('HTML')],
    title: { en: 'Fill in mooring permits without PDF scripts', fr: 'Remplir un permis d’amarrage sans script PDF' },
    teaser: {
      en: 'Replace a form that opens in one program only.',
      fr: 'Remplacer un formulaire qui ne s’ouvre que dans un seul logiciel.',
    },
    background: {
      en: 'The permit is a PDF with scripts. Most people print it, write on it and scan it.',
      fr: 'Le permis est un PDF à scripts. La plupart des gens l’impriment, le remplissent à la main et le numérisent.',
    },
    work: {
      en: 'Build an accessible web form that makes the same PDF, with nothing stored on the way.',
      fr: 'Réaliser un formulaire Web accessible qui produit le même PDF, sans rien conserver en chemin.',
    },
    criteria: [
      {
        en: 'The PDF is the same, field by field, as the one made with the old form for the 40 samples.',
        fr: 'Le PDF est identique, champ par champ, à celui de l’ancien formulaire pour les 40 exemples.',
      },
      {
        en: 'The form meets WCAG 2.2 AA and works without JavaScript.',
        fr: 'Le formulaire respecte les WCAG 2.2 AA et fonctionne sans JavaScript.',
      },
    ],
    asked: {
      en: 'You have built forms for the public: say how you found out that people could use them.',
      fr: 'Vous avez réalisé des formulaires destinés au public\u00a0: dites comment vous avez vérifié qu’on pouvait s’en servir.',
    },
  },
  {
    ...{ key: 'bridge-hours', price: 2400, hours: 23, hasInterface: false },
    skills: [same('Python'), same('iCalendar')],
    title: { en: 'Calendar file of bridge openings', fr: 'Fichier de calendrier des ouvertures de ponts' },
    teaser: {
      en: 'Put the hours of 62 lift bridges into people’s own calendars.',
      fr: 'Mettre les heures de 62 ponts-levants dans l’agenda de chacun.',
    },
    background: {
      en: 'Opening hours change with the season and live in a table on our site.',
      fr: 'Les heures d’ouverture changent avec la saison et se trouvent dans un tableau de notre site.',
    },
    work: {
      en: 'Write a program that makes one calendar file for each bridge, with the exceptions of the season.',
      fr: 'Écrire un programme qui produit un fichier de calendrier par pont, avec les exceptions de la saison.',
    },
    criteria: [
      {
        en: 'The files open without a warning in four calendar programs.',
        fr: 'Les fichiers s’ouvrent sans avertissement dans quatre logiciels de calendrier.',
      },
      {
        en: 'A change of hours reaches subscribers within a day, and cancelled openings disappear.',
        fr: 'Un changement d’heures parvient aux abonnés en un jour, et les ouvertures annulées disparaissent.',
      },
    ],
    asked: {
      en: 'You have worked with dates and time zones: say which mistake you would not make again.',
      fr: 'Vous avez travaillé avec des dates et des fuseaux horaires\u00a0: dites quelle erreur vous ne referiez pas.',
    },
  },
  {
    ...{ key: 'marine-forecasts', price: 5800, hours: 55, hasInterface: false },
    skills: [same('Go'), same('XML')],
    title: { en: 'Read marine forecasts into one format', fr: 'Lire les prévisions maritimes sous un seul format' },
    teaser: {
      en: 'Bring three kinds of forecasts together so that boats need one reader only.',
      fr: 'Réunir trois sortes de prévisions pour que les bateaux n’aient besoin que d’un lecteur.',
    },
    background: {
      en: 'Forecasts for the lakes, the river and the coast come in three formats.',
      fr: 'Les prévisions des lacs, du fleuve et de la côte paraissent sous trois formats.',
    },
    work: {
      en: 'Write a library that reads all three and gives one structure, with what it could not read kept apart.',
      fr: 'Écrire une bibliothèque qui lit les trois et donne une seule structure, en gardant à part ce qu’elle n’a pas pu lire.',
    },
    criteria: [
      {
        en: 'The 300 forecasts of the sample are read without loss: what was not understood is kept as text.',
        fr: 'Les 300 prévisions de l’échantillon sont lues sans perte\u00a0: ce qui n’est pas compris est gardé en texte.',
      },
      {
        en: 'A forecast of a new form never stops the reading of the others.',
        fr: 'Une prévision d’une forme nouvelle n’arrête jamais la lecture des autres.',
      },
    ],
    asked: {
      en: 'You have brought data of several sources together: say how you treated what did not fit.',
      fr: 'Vous avez réuni des données de plusieurs sources\u00a0: dites comment vous avez traité ce qui n’entrait pas dans le moule.',
    },
  },
  {
    ...{ key: 'canal-terms', price: 3300, hours: 31, hasInterface: false },
    skills: [same('TypeScript'), { en: 'Terminology', fr: 'Terminologie' }],
    title: { en: 'Bilingual glossary checker for canal terms', fr: 'Vérificateur bilingue des termes de canaux' },
    teaser: {
      en: 'Find where a text uses a term that our glossary advises against.',
      fr: 'Repérer dans un texte les termes que notre glossaire déconseille.',
    },
    background: {
      en: 'Writers have a glossary of 900 terms in both languages, and nobody can keep it in mind.',
      fr: 'Les rédacteurs disposent d’un glossaire de 900 termes dans les deux langues, que personne ne peut retenir.',
    },
    work: {
      en: 'Write a program that reads a text and lists the terms to look at, with the advised one and why.',
      fr: 'Écrire un programme qui lit un texte et énumère les termes à revoir, avec le terme conseillé et la raison.',
    },
    criteria: [
      {
        en: 'Plurals and accents are recognized in both languages; the 200 samples give the expected list.',
        fr: 'Les pluriels et les accents sont reconnus dans les deux langues; les 200 exemples donnent la liste attendue.',
      },
      {
        en: 'The program reads a 50-page text in under two seconds.',
        fr: 'Le programme lit un texte de 50 pages en moins de deux secondes.',
      },
    ],
    asked: {
      en: 'You have worked with text in French and in English: say what differs for a program.',
      fr: 'Vous avez travaillé sur des textes en français et en anglais\u00a0: dites ce qui change pour un programme.',
    },
  },
  {
    ...{ key: 'vhf-channels', price: 2100, hours: 20, hasInterface: true },
    skills: [same('JavaScript')],
    title: { en: 'Lookup of VHF channels by place', fr: 'Recherche des voies VHF par lieu' },
    teaser: {
      en: 'Tell a boater which radio channel to call, where they are.',
      fr: 'Dire au plaisancier quelle voie radio appeler, là où il se trouve.',
    },
    background: {
      en: 'Channels are in a booklet of 80 pages. On the water nobody reads it.',
      fr: 'Les voies sont dans un livret de 80 pages. Sur l’eau, personne ne le lit.',
    },
    work: {
      en: 'Build a page that works offline and gives the channels around a place.',
      fr: 'Réaliser une page qui fonctionne hors ligne et donne les voies autour d’un lieu.',
    },
    criteria: [
      {
        en: 'Any of the 240 places is found in three letters or fewer, with and without accents.',
        fr: 'Chacun des 240 lieux se trouve en trois lettres au plus, avec ou sans accents.',
      },
      {
        en: 'The page works with the network off after one visit, and with a keyboard alone.',
        fr: 'La page fonctionne sans réseau après une première visite, et au clavier seulement.',
      },
    ],
    asked: {
      en: 'You have built a page that works offline: say what was hard about it.',
      fr: 'Vous avez réalisé une page qui fonctionne hors ligne\u00a0: dites ce qui a été difficile.',
    },
  },
]
