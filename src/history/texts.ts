import { formatCount } from '../platform/format.ts'
import type { Language, Text } from '../platform/i18n.ts'
import type { HistoryProblem, HistoryProblemKind } from './verify.ts'

/** What is wrong with the record, as a sentence that ends before the place. */
export const problemNames: Record<HistoryProblemKind, Text> = {
  event_edited: {
    en: 'An event was changed after it was recorded',
    fr: 'Un événement a été modifié après avoir été consigné',
  },
  event_removed: { en: 'A numbered event is gone', fr: 'Un événement numéroté a disparu' },
  event_inserted: {
    en: 'An event was put in long after the time it carries',
    fr: 'Un événement a été ajouté bien après l’heure qu’il porte',
  },
  event_not_numbered: {
    en: 'An event has had no number for more than a minute',
    fr: 'Un événement est sans numéro depuis plus d’une minute',
  },
  number_missing: { en: 'A number is missing', fr: 'Il manque un numéro' },
  link_edited: {
    en: 'The chain does not fit here: the link, or the event’s time of recording, was changed',
    fr: 'La chaîne est rompue ici\u00a0: le maillon, ou l’heure de consignation, a été modifié',
  },
  checkpoint_edited: {
    en: 'A checkpoint is not what was signed',
    fr: 'Un point de contrôle ne correspond pas à ce qui a été signé',
  },
  checkpoint_removed: {
    en: 'A checkpoint that was given away is no longer in the record',
    fr: 'Un point de contrôle diffusé ne figure plus au registre',
  },
  checkpoint_not_signed: {
    en: 'A checkpoint does not carry our signature',
    fr: 'Un point de contrôle ne porte pas notre signature',
  },
  checkpoint_differs: {
    en: 'The record is not the one that was signed at this size',
    fr: 'Le registre n’est pas celui qui a été signé à cette taille',
  },
  record_shortened: {
    en: 'The record ends before a signed checkpoint',
    fr: 'Le registre s’arrête avant un point de contrôle signé',
  },
}

/** One line for each problem: what, then where. */
export function problemLine({ kind, number, eventId, size }: HistoryProblem, language: Language): string {
  const [at, event, of] = { en: ['number', 'event', 'size'], fr: ['numéro', 'événement', 'taille'] }[language]
  const where = [
    number === undefined ? '' : `${at} ${number}`,
    eventId === undefined ? '' : `${event} ${eventId}`,
    size === undefined ? '' : `${of} ${size}`,
  ].filter((part) => part !== '')
  return `${problemNames[kind][language]} (${where.join(', ')})`
}

export const auditTexts = {
  help: {
    en: `bin/opportune audit verify [--checkpoints FILE] [--json] [--language en|fr]

Checks every event of the record, the chain that joins them, and the signed checkpoints, which are also read from
FILE (by default checkpoints.txt in the data folder): give a copy kept elsewhere, so that a shortened record is found.

Exit codes: 0 nothing wrong, 1 something is wrong, 2 wrongly asked.
`,
    fr: `bin/opportune audit verify [--checkpoints FICHIER] [--json] [--language en|fr]

Vérifie chaque événement du registre, la chaîne qui les relie et les points de contrôle signés, lus aussi dans
FICHIER (par défaut checkpoints.txt, dans le dossier des données). Indiquez une copie gardée ailleurs pour
qu’un registre raccourci soit découvert.

Codes de sortie\u00a0: 0 rien à signaler, 1 une anomalie, 2 commande mal formée.
`,
  },
  unreadable: (file: string): Text => ({
    en: `The file ${file} cannot be read.`,
    fr: `Le fichier ${file} ne peut pas être lu.`,
  }),
  noFile: {
    en: 'No file of checkpoints was found: events cut off the end would not be noticed.',
    fr: 'Aucun fichier de points de contrôle\u00a0: des événements retranchés de la fin passeraient inaperçus.',
  },
  fine: (events: number, checkpoints: number): Text => ({
    en: `Nothing wrong: ${formatCount(events, 'en', eventNoun)}, ${formatCount(checkpoints, 'en', checkpointNoun)}.`,
    fr: `Rien à signaler\u00a0: ${formatCount(events, 'fr', eventNoun)}, ${formatCount(checkpoints, 'fr', checkpointNoun)}.`,
  }),
  wrong: (problems: number): Text => ({
    en: `${formatCount(problems, 'en', problemNoun)} in the record.`,
    fr: `${formatCount(problems, 'fr', problemNoun)} dans le registre.`,
  }),
} as const

const eventNoun = { one: { en: 'event', fr: 'événement' }, many: { en: 'events', fr: 'événements' } }
const checkpointNoun = {
  one: { en: 'checkpoint', fr: 'point de contrôle' },
  many: { en: 'checkpoints', fr: 'points de contrôle' },
}
const problemNoun = { one: { en: 'problem', fr: 'anomalie' }, many: { en: 'problems', fr: 'anomalies' } }
