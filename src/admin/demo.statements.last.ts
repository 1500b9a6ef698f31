import type { Written } from './demo.statements.ts'

const same = (text: string) => ({ en: text, fr: text })

export const lastWritten: readonly Written[] = [
  {
    ...{ key: 'lock-times', price: 2600, hours: 25, hasInterface: true },
    skills: [same('TypeScript')],
    title: {
      en: 'Show lock times in the reader’s time zone',
      fr: 'Afficher les heures d’écluse dans le fuseau du lecteur',
    },
    teaser: {
      en: 'Stop boaters from arriving an hour late.',
      fr: 'Éviter aux plaisanciers d’arriver une heure en retard.',
    },
    background: {
      en: 'Some canals cross a time zone. Our tables show one clock and do not say which.',
      fr: 'Certains canaux traversent un fuseau horaire. Nos tableaux donnent une heure sans dire laquelle.',
    },
    work: {
      en: 'Show each time with its zone, and in the reader’s own when it differs.',
      fr: 'Afficher chaque heure avec son fuseau, et dans celui du lecteur s’il diffère.',
    },
    criteria: [
      {
        en: 'The times of both days of a clock change are right for all eleven canals.',
        fr: 'Les heures des deux jours de changement d’heure sont justes pour les onze canaux.',
      },
      {
        en: 'A reader who asks for another zone gets it on every page, and hears it with a screen reader.',
        fr: 'Qui choisit un autre fuseau le retrouve à chaque page et l’entend avec un lecteur d’écran.',
      },
    ],
    asked: {
      en: 'You have shown times to people in several zones: say how you tested it.',
      fr: 'Vous avez affiché des heures à des personnes de plusieurs fuseaux\u00a0: dites comment vous l’avez mis à l’essai.',
    },
  },
  {
    ...{ key: 'portage-tiles', price: 4900, hours: 47, hasInterface: false },
    skills: [{ en: 'Cartography', fr: 'Cartographie' }, same('Python')],
    title: { en: 'Portage map tiles for print', fr: 'Tuiles de cartes de portage pour l’impression' },
    teaser: {
      en: 'Make maps that still read when they are printed in grey and rained upon.',
      fr: 'Produire des cartes lisibles même imprimées en gris et mouillées.',
    },
    background: {
      en: 'Paddlers print our maps at home. Thin blue lines disappear.',
      fr: 'Les pagayeurs impriment nos cartes chez eux. Les fines lignes bleues disparaissent.',
    },
    work: {
      en: 'Write a style and a program that make tiles for print from our data.',
      fr: 'Écrire un style et un programme qui produisent des tuiles pour l’impression à partir de nos données.',
    },
    criteria: [
      {
        en: 'Every portage can be followed on a grey print of the ten samples.',
        fr: 'Chaque portage peut être suivi sur une impression en gris des dix exemples.',
      },
      {
        en: 'The tiles of one park are made in under five minutes.',
        fr: 'Les tuiles d’un parc sont produites en moins de cinq minutes.',
      },
    ],
    asked: {
      en: 'You have made maps for paper: say what you changed from the screen.',
      fr: 'Vous avez produit des cartes sur papier\u00a0: dites ce que vous avez changé par rapport à l’écran.',
    },
  },
  {
    ...{ key: 'water-levels', price: 4600, hours: 44, hasInterface: true },
    skills: [same('JavaScript'), same('SVG')],
    title: { en: 'Chart of water levels for slow networks', fr: 'Graphique des niveaux d’eau pour réseaux lents' },
    teaser: {
      en: 'Show a month of water levels in less than 20 KB.',
      fr: 'Montrer un mois de niveaux d’eau en moins de 20\u00a0ko.',
    },
    background: {
      en: 'Our chart loads three megabytes. On the water it never arrives.',
      fr: 'Notre graphique pèse trois mégaoctets. Sur l’eau, il n’arrive jamais.',
    },
    work: {
      en: 'Draw the chart on the server, with a table beneath, and nothing to download.',
      fr: 'Dessiner le graphique sur le serveur, avec un tableau dessous et rien à télécharger.',
    },
    criteria: [
      {
        en: 'The page weighs less than 20 KB with its chart, and reads well at 320 pixels.',
        fr: 'La page pèse moins de 20\u00a0ko avec son graphique et se lit bien à 320 pixels.',
      },
      {
        en: 'The table says the same as the chart, and a screen reader can read both.',
        fr: 'Le tableau dit la même chose que le graphique, et un lecteur d’écran peut lire les deux.',
      },
    ],
    asked: {
      en: 'You have made a page much lighter: say what you took away.',
      fr: 'Vous avez beaucoup allégé une page\u00a0: dites ce que vous en avez retiré.',
    },
  },
  {
    ...{ key: 'photo-descriptions', price: 3900, hours: 37, hasInterface: true },
    skills: [same('HTML'), { en: 'Web accessibility', fr: 'Accessibilité du Web' }],
    title: {
      en: 'Tool to describe the photo archive of locks',
      fr: 'Outil pour décrire les photos d’archives des écluses',
    },
    teaser: {
      en: 'Help volunteers describe 6,000 photos for people who cannot see them.',
      fr: 'Aider des bénévoles à décrire 6\u00a0000 photos pour les personnes qui ne les voient pas.',
    },
    background: {
      en: 'Our photos have numbers for names and no description.',
      fr: 'Nos photos portent des numéros et aucune description.',
    },
    work: {
      en: 'Build a small tool that shows a photo, takes a description in both languages and says what is missing.',
      fr: 'Réaliser un petit outil qui montre une photo, reçoit une description dans les deux langues et signale ce qui manque.',
    },
    criteria: [
      {
        en: 'A volunteer describes ten photos without leaving the keyboard.',
        fr: 'Un bénévole décrit dix photos sans quitter le clavier.',
      },
      {
        en: 'Descriptions are exported with the number of each photo, and none is lost when the network drops.',
        fr: 'Les descriptions sont exportées avec le numéro de chaque photo, et aucune ne se perd quand le réseau tombe.',
      },
    ],
    asked: {
      en: 'You have built a tool for volunteers: say how you learned what they needed.',
      fr: 'Vous avez réalisé un outil pour des bénévoles\u00a0: dites comment vous avez appris leurs besoins.',
    },
  },
  {
    ...{ key: 'place-names', price: 4800, hours: 46, hasInterface: false },
    skills: [same('SQL'), same('TypeScript')],
    title: { en: 'Search of place names without accents', fr: 'Recherche de toponymes sans accents' },
    teaser: {
      en: 'Let people find Île-aux-Coudres when they type ile aux coudres.',
      fr: 'Trouver l’Île-aux-Coudres même en tapant «\u00a0ile aux coudres\u00a0».',
    },
    background: {
      en: 'Half of the searches on our site find nothing because of an accent or a hyphen.',
      fr: 'La moitié des recherches sur notre site échouent à cause d’un accent ou d’un trait d’union.',
    },
    work: {
      en: 'Write a search that forgives accents, hyphens and one slip, for 12,000 names.',
      fr: 'Écrire une recherche qui pardonne les accents, les traits d’union et une faute, pour 12\u00a0000 noms.',
    },
    criteria: [
      {
        en: 'The 300 failed searches of the sample find the right place among the first three.',
        fr: 'Les 300 recherches infructueuses de l’échantillon trouvent le bon lieu parmi les trois premiers.',
      },
      {
        en: 'An answer takes less than 50 milliseconds on a small server.',
        fr: 'Une réponse prend moins de 50 millisecondes sur un petit serveur.',
      },
    ],
    asked: {
      en: 'You have improved a search: say how you measured it.',
      fr: 'Vous avez amélioré une recherche\u00a0: dites comment vous l’avez mesurée.',
    },
  },
  {
    ...{ key: 'fee-table', price: 2700, hours: 26, hasInterface: true },
    skills: [same('HTML'), { en: 'Web accessibility', fr: 'Accessibilité du Web' }],
    title: { en: 'Accessible table of navigation fees', fr: 'Tableau accessible des droits de navigation' },
    teaser: {
      en: 'Make a table of 14 columns readable on a phone and by ear.',
      fr: 'Rendre un tableau de 14 colonnes lisible au téléphone et à l’oreille.',
    },
    background: {
      en: 'The fees are a picture of a table. Nobody can search it, enlarge it or hear it.',
      fr: 'Les droits sont l’image d’un tableau. Personne ne peut y chercher, l’agrandir ni l’entendre.',
    },
    work: {
      en: 'Build the table from the data, folded on a phone, with a calculator for one trip.',
      fr: 'Produire le tableau à partir des données, replié au téléphone, avec un calculateur pour un trajet.',
    },
    criteria: [
      {
        en: 'A screen reader says row, column and amount for each cell.',
        fr: 'Un lecteur d’écran annonce la ligne, la colonne et le montant de chaque cellule.',
      },
      {
        en: 'The calculator gives the amounts of the 60 sample trips to the cent.',
        fr: 'Le calculateur donne au cent près les montants des 60 trajets de l’échantillon.',
      },
    ],
    asked: {
      en: 'You have made a table that works for everybody: say how you know that it does.',
      fr: 'Vous avez réalisé un tableau qui convient à tous\u00a0: dites comment vous le savez.',
    },
  },
  {
    ...{ key: 'marina-records', price: 5600, hours: 53, hasInterface: false },
    skills: [same('Python'), same('SQL')],
    title: { en: 'Merge duplicate marina records', fr: 'Fusionner les fiches de marinas en double' },
    teaser: {
      en: 'Find which of 9,000 marinas are in our register twice.',
      fr: 'Trouver lesquelles de 9\u00a0000 marinas figurent deux fois au registre.',
    },
    background: {
      en: 'Marinas were entered by region over thirty years. The same one has three names.',
      fr: 'Les marinas ont été inscrites par région pendant trente ans. La même porte trois noms.',
    },
    work: {
      en: 'Write a program that proposes what to merge, with its reasons, and leaves the choice to a person.',
      fr: 'Écrire un programme qui propose les fusions, avec ses raisons, et laisse le choix à une personne.',
    },
    criteria: [
      {
        en: 'At least 95 of the 100 known duplicates are proposed, with no more than 20 wrong proposals.',
        fr: 'Au moins 95 des 100 doublons connus sont proposés, avec au plus 20 propositions erronées.',
      },
      {
        en: 'A merge can be undone, and says who made it.',
        fr: 'Une fusion peut être annulée et indique qui l’a faite.',
      },
    ],
    asked: {
      en: 'You have matched records that did not match: say how you weighed a wrong merge against a missed one.',
      fr: 'Vous avez apparié des fiches qui ne concordaient pas\u00a0: dites comment vous avez pesé une fusion erronée contre une fusion manquée.',
    },
  },
  {
    ...{ key: 'pilot-display', price: 4100, hours: 39, hasInterface: true },
    skills: [same('CSS'), same('TypeScript')],
    title: { en: 'Dark theme for the wheelhouse display', fr: 'Thème de nuit pour l’écran de timonerie' },
    teaser: {
      en: 'Let pilots read our display at night without losing their night vision.',
      fr: 'Permettre aux pilotes de lire notre écran la nuit sans perdre leur vision nocturne.',
    },
    background: {
      en: 'At night the white page blinds. Pilots cover it with a sheet of red film.',
      fr: 'La nuit, la page blanche éblouit. Les pilotes la couvrent d’un film rouge.',
    },
    work: {
      en: 'Write a night theme in red and grey that keeps every contrast, and switches by itself at dusk.',
      fr: 'Écrire un thème de nuit en rouge et gris qui conserve tous les contrastes et s’active au crépuscule.',
    },
    criteria: [
      {
        en: 'Every text keeps a contrast of 4.5 to 1 in the night theme, as level AA of WCAG 2.2 asks.',
        fr: 'Chaque texte conserve un contraste de 4,5 pour 1 dans le thème de nuit, comme le veut le niveau AA des WCAG 2.2.',
      },
      {
        en: 'No white flash shows when pages change, in the three browsers on board.',
        fr: 'Aucun éclair blanc n’apparaît au changement de page, dans les trois navigateurs de bord.',
      },
    ],
    asked: {
      en: 'You have designed for the dark: say what you checked in the dark.',
      fr: 'Vous avez conçu pour l’obscurité\u00a0: dites ce que vous avez vérifié dans le noir.',
    },
  },
]
