import type { Language, Text } from '../platform/i18n.ts'
import type { Unit } from './count.ts'

/** Words of the page frame. */
export const frameTexts = {
  skip: { en: 'Skip to main content', fr: 'Passer au contenu principal' },
  demo: {
    en: 'Demonstration: every name, figure and department here is invented. This is not a government site.',
    fr: 'Démonstration\u00a0: les noms, les chiffres et les ministères sont inventés. Ce n’est pas un site gouvernemental.',
  },
  main: { en: 'Main', fr: 'Principale' },
  breadcrumbs: { en: 'You are here', fr: 'Vous êtes ici' },
  about: { en: 'About this site', fr: 'À propos du site' },
  openSource: { en: 'open source', fr: 'code source ouvert' },
  clock: { en: 'Server clock when this page was sent:', fr: 'Horloge du serveur à l’envoi de cette page\u00a0:' },
  clockPage: { en: 'The server’s clock', fr: 'L’horloge du serveur' },
  wrongTitle: { en: 'Error: ', fr: 'Erreur\u00a0: ' },
  home: { en: 'Opportune, home page', fr: 'Opportune, page d’accueil' },
} satisfies Record<string, Text>

/** The name of each language, in itself: it is never translated. */
export const languageNames: Record<Language, string> = { en: 'English', fr: 'Français' }

/** Names of the usual links at the foot of a page. */
export const footerTexts = {
  about: { en: 'About', fr: 'À propos' },
  suppliers: { en: 'Guide for suppliers', fr: 'Guide pour les fournisseurs' },
  teams: { en: 'For public teams', fr: 'Pour les équipes publiques' },
  openData: { en: 'Open data and API', fr: 'Données ouvertes et API' },
  privacy: { en: 'Privacy', fr: 'Confidentialité' },
  terms: { en: 'Terms of use', fr: 'Conditions d’utilisation' },
  accessibility: { en: 'Accessibility', fr: 'Accessibilité' },
  contact: { en: 'Contact', fr: 'Nous joindre' },
} satisfies Record<string, Text>

/** What waits for the reader, in words, for the count in the header. */
export const waitingText = (count: number): Text =>
  count === 1
    ? { en: '1 thing waits for you', fr: '1 élément vous attend' }
    : { en: `${count} things wait for you`, fr: `${count} éléments vous attendent` }

/** Words of the page that offers the choice of a language, and of the error page. */
export const choiceTexts = {
  lead: {
    en: 'Small pieces of open code, at a fixed price.',
    fr: 'De petits travaux de code ouvert, à prix fixe.',
  },
} satisfies Record<string, Text>

export const errorPageTexts = {
  reference: { en: 'Reference number', fr: 'Numéro de référence' },
  quote: {
    en: 'Give us this number if you write to us: it leads straight to what happened.',
    fr: 'Donnez-nous ce numéro si vous nous écrivez\u00a0: il mène droit à ce qui s’est passé.',
  },
} satisfies Record<string, Text>

/** Words around fields and forms. */
export const fieldTexts = {
  optional: { en: '(optional)', fr: '(facultatif)' },
  error: { en: 'Error: ', fr: 'Erreur\u00a0: ' },
  choose: { en: 'Choose one', fr: 'Choisir' },
  remove: { en: 'Remove', fr: 'Retirer' },
  nothingLost: {
    en: 'Nothing is lost: what you typed is still here.',
    fr: 'Rien n’est perdu\u00a0: votre saisie est encore là.',
  },
} satisfies Record<string, Text>

const numbers: { en: string; fr: string }[] = [
  { en: 'No', fr: 'Aucun' },
  { en: 'One', fr: 'Un' },
  { en: 'Two', fr: 'Deux' },
  { en: 'Three', fr: 'Trois' },
  { en: 'Four', fr: 'Quatre' },
  { en: 'Five', fr: 'Cinq' },
  { en: 'Six', fr: 'Six' },
  { en: 'Seven', fr: 'Sept' },
  { en: 'Eight', fr: 'Huit' },
  { en: 'Nine', fr: 'Neuf' },
]

/** The head of the list of errors. */
export function errorsHead(count: number): Text {
  const { en, fr } = numbers[count] ?? { en: String(count), fr: String(count) }
  return count === 1
    ? { en: 'One thing to fix before you go on', fr: 'Un élément à corriger avant de continuer' }
    : { en: `${en} things to fix before you go on`, fr: `${fr} éléments à corriger avant de continuer` }
}

/** The line under a field with a limit; `{count}` and `{over}` are filled in by the server, then by the browser. */
export const limitTexts: Record<Unit, (limit: number) => { within: Text; over: Text }> = {
  words: (limit) => ({
    within: { en: `{count} of ${limit} words`, fr: `{count} sur ${limit} mots` },
    over: { en: `{count} of ${limit} words: {over} too many`, fr: `{count} sur ${limit} mots\u00a0: {over} de trop` },
  }),
  characters: (limit) => ({
    within: { en: `{count} of ${limit} characters`, fr: `{count} sur ${limit} caractères` },
    over: {
      en: `{count} of ${limit} characters: {over} too many`,
      fr: `{count} sur ${limit} caractères\u00a0: {over} de trop`,
    },
  }),
}

/** Words of the status box, the same on every page of a file. */
export const statusTexts = {
  head: { en: 'Where things stand', fr: 'État du dossier' },
  happening: { en: 'What is happening', fr: 'Ce qui se passe' },
  next: { en: 'What you do next', fr: 'Ce que vous avez à faire' },
  by: { en: 'By when', fr: 'Échéance' },
} satisfies Record<string, Text>

export const toneTexts: Record<'you' | 'waiting' | 'done' | 'late', Text> = {
  you: { en: 'Your turn', fr: 'À vous' },
  waiting: { en: 'Waiting for others', fr: 'En attente' },
  done: { en: 'Done', fr: 'Terminé' },
  late: { en: 'Late', fr: 'En retard' },
}

/** Words of tickets, clocks and drawings. */
export const partTexts = {
  price: { en: 'Fixed price, before tax', fr: 'Prix fixe, avant taxes' },
  closes: { en: 'Closes', fr: 'Clôture' },
  closing: { en: 'Closing', fr: 'Clôture' },
  serverClock: { en: 'Server clock when this page was sent', fr: 'Horloge du serveur à l’envoi de cette page' },
  serverClockNow: { en: 'Server clock', fr: 'Horloge du serveur' },
  readClock: { en: 'Read the clock', fr: 'Consulter l’horloge' },
  serverDecides: {
    en: 'The server’s clock decides, not your computer’s.',
    fr: 'L’horloge du serveur fait foi, et non celle de votre ordinateur.',
  },
  keyWork: { en: 'W', fr: 'T' },
  keyApplication: { en: 'E', fr: 'C' },
} satisfies Record<string, Text>

export const drawingTexts = {
  yourSide: { en: 'Your side', fr: 'De votre côté' },
  theirSide: { en: 'The department’s side', fr: 'Du côté du ministère' },
  pathCaption: {
    en: 'The line is on your side when the next move is yours.',
    fr: 'La ligne passe de votre côté quand la suite dépend de vous.',
  },
  step: { en: 'Step', fr: 'Étape' },
  estimate: { en: 'Estimate', fr: 'Estimation' },
  actual: { en: 'Actual', fr: 'Réel' },
  difference: { en: 'Difference', fr: 'Écart' },
  soleSource: { en: 'Sole source', fr: 'Fournisseur unique' },
  note: { en: 'Note', fr: 'Remarque' },
  dates: { en: 'Dates', fr: 'Dates' },
  pastEstimate: { en: 'Past the estimate', fr: 'Au-delà de l’estimation' },
  now: { en: 'Under way', fr: 'En cours' },
  workedPart: { en: 'Of these, days worked', fr: 'Dont jours travaillés' },
  working: { en: 'Worked', fr: 'Travail' },
  waiting: { en: 'Waiting', fr: 'Attente' },
  sameAsTable: { en: 'The same, as a table', fr: 'La même chose, en tableau' },
  tableBelow: { en: 'The table below has the same numbers.', fr: 'Le tableau ci-dessous donne les mêmes chiffres.' },
  line: { en: 'The draw, drawn as a line', fr: 'Le tirage, dessiné comme une ligne' },
  mixed: { en: 'Mixed together: one key', fr: 'Mélangés\u00a0: une seule clé' },
  onePlace: {
    en: 'The key gives each applicant one place on this line.',
    fr: 'La clé donne à chaque candidature une place sur cette ligne.',
  },
  furthestLeft: {
    en: 'Furthest left ranks first. Nobody can know or choose a place beforehand.',
    fr: 'La plus à gauche arrive première. Personne ne peut connaître ni choisir sa place à l’avance.',
  },
  nearestTop: {
    en: 'Mixed, the three make one key. The key gives each applicant one place on this line. Nearest the top ranks first.',
    fr: 'Mélangés, les trois forment une clé. La clé donne à chaque candidature une place sur cette ligne. La plus haute arrive première.',
  },
  headAndNumbers: (head: string, numbers: readonly number[]): Text => ({
    en: `${head}: ${numbers.join(', ')}`,
    fr: `${head}\u00a0: ${numbers.join(', ')}`,
  }),
  toScale: { en: 'Positions are to scale.', fr: 'Les positions sont à l’échelle.' },
  stage: { en: 'Stage', fr: 'Phase' },
  count: { en: 'Number', fr: 'Nombre' },
  notAvailable: { en: 'N/A', fr: 'S.O.' },
  noFigure: { en: 'not applicable, or no figure', fr: 'sans objet, ou aucun chiffre' },
  actualAndEstimate: (actual: string, estimate: string): Text => ({
    en: `${actual}, estimate ${estimate}`,
    fr: `${actual}, prévu ${estimate}`,
  }),
  onlyEstimate: (estimate: string): Text => ({ en: `estimate ${estimate}`, fr: `prévu ${estimate}` }),
}

/** How long is left, for the browser to fill in. Singular and plural are apart: `one|many`. */
export const remainingTexts = {
  days: { en: '{n} day left|{n} days left', fr: 'reste {n} jour|reste {n} jours' },
  hours: { en: '{n} hour left|{n} hours left', fr: 'reste {n} heure|reste {n} heures' },
  minutes: { en: '{n} minute left|{n} minutes left', fr: 'reste {n} minute|reste {n} minutes' },
  none: { en: 'closed', fr: 'clôture passée' },
} satisfies Record<string, Text>
